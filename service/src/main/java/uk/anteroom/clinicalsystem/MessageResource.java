package uk.anteroom.clinicalsystem;

import java.util.Date;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Reference;

/** A message to the patient as a Communication: who wrote to whom and when. Its words are in the document it names, and nowhere twice. */
final class MessageResource {

    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/communication-category";
    private static final String MEDIUM = "http://terminology.hl7.org/CodeSystem/v3-ParticipationMode";

    private MessageResource() {}

    /**
     * A message whose document {@link Writing.Filed#holdsMessage holds its words}.
     *
     * @param document where that stands, as the transaction names it
     */
    static Communication of(Writing.Filed said, String document, boolean enteredInError) {
        Communication message = new Communication();
        message.addIdentifier()
                .setSystem(Fhir.MESSAGE_SYSTEM)
                .setValue(said.id().toString());
        message.setStatus(enteredInError ? CommunicationStatus.ENTEREDINERROR : CommunicationStatus.COMPLETED);
        message.addCategory(Fhir.concept(CATEGORY, "notification", "Notification"));
        // read on a page; the email or text message that led there held none of it
        message.addMedium(Fhir.concept(MEDIUM, "ONLINEWRIT", "online written"));
        message.setSubject(Fhir.patient(said.patient()));
        message.addRecipient(Fhir.patient(said.patient()));
        message.setSender(Fhir.clinician(said.author()));
        message.setSent(Date.from(said.document().created()));
        message.addPayload().setContent(new Reference(document));
        return message;
    }
}
