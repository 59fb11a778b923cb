package uk.anteroom.clinicalsystem;

import java.util.Date;
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
            // by identifier: the consultation may not be coded, or not yet
            reference
                    .getContext()
                    .addRelated(new Reference()
                            .setType("Encounter")
                            .setIdentifier(new Identifier()
                                    .setSystem(Fhir.CONSULTATION_SYSTEM)
                                    .setValue(said.consultation().toString())));
        }
        return reference;
    }
}
