package uk.anteroom.clinicalsystem;

import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/** A document as a DocumentReference that holds it. */
final class DocumentResource {

    private DocumentResource() {}

    static DocumentReference of(Writing.Filed said, boolean enteredInError) {
        DocumentReference reference = new DocumentReference();
        reference
                .addIdentifier()
                .setSystem(Fhir.DOCUMENT_SYSTEM)
                .setValue(said.id().toString());
        reference.setStatus(enteredInError ? DocumentReferenceStatus.ENTEREDINERROR : DocumentReferenceStatus.CURRENT);
        reference.setDocStatus(enteredInError ? ReferredDocumentStatus.ENTEREDINERROR : ReferredDocumentStatus.FINAL);
        // in words: we have no code for it that is surely right
        reference.setType(new CodeableConcept().setText(said.document().title()));
        reference.setDescription(said.document().title());
        reference.setSubject(Fhir.patient(said.patient()));
        reference.setDate(Date.from(said.recorded()));
        reference.addAuthor(Fhir.clinician(said.author()));
        reference.setCustodian(Fhir.practice(said.author()));
        reference
                .addContent()
                .setAttachment(new Attachment()
                        .setContentType(said.document().contentType())
                        .setTitle(said.document().title())
                        .setCreation(Date.from(said.document().created()))
                        .setData(said.document().content()));
        if (said.consultation() != null) {
            reference.getContext().addRelated(named("Encounter", Fhir.CONSULTATION_SYSTEM, said.consultation()));
        }
        UUID message = said.document().message();
        if (message != null && !said.holdsMessage()) {
            reference.getContext().addRelated(named("Communication", Fhir.MESSAGE_SYSTEM, message));
        }
        return reference;
    }

    /** By identifier: the consultation may not be coded, the message not be there, or not yet. */
    private static Reference named(String type, String system, UUID value) {
        return new Reference()
                .setType(type)
                .setIdentifier(new Identifier().setSystem(system).setValue(value.toString()));
    }
}
