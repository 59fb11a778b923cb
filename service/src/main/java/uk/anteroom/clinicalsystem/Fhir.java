package uk.anteroom.clinicalsystem;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.NhsNumber;

/** The names and parts that all of our resources share. Identifier systems: UK Core, https://simplifier.net/hl7fhirukcorer4. */
final class Fhir {

    /** Names our consultations in the record. Never changes: it is what makes a repeat a repeat. */
    static final String CONSULTATION_SYSTEM = "https://anteroom.uk/id/consultation";
    /** The same for documents. */
    static final String DOCUMENT_SYSTEM = "https://anteroom.uk/id/document";

    /** The same for messages. */
    static final String MESSAGE_SYSTEM = "https://anteroom.uk/id/message";

    private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    private static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";

    private Fhir() {}

    static String system(Writing writing) {
        return switch (writing) {
            case Writing.Encounter encounter -> CONSULTATION_SYSTEM;
            case Writing.Filed filed -> DOCUMENT_SYSTEM;
        };
    }

    /** Found by the server, by NHS number; none or several refuse the whole transaction (412). */
    static Reference patient(NhsNumber number) {
        return new Reference("Patient?identifier=" + NHS_NUMBER + "|" + number.value());
    }

    static Reference practice(Author author) {
        return new Reference()
                .setIdentifier(new Identifier().setSystem(ODS_CODE).setValue(author.odsCode()));
    }

    static Reference clinician(Author author) {
        Reference reference = new Reference().setDisplay(author.name());
        String registration = author.registration();
        int bar = registration == null ? -1 : registration.indexOf('|');
        // without its system a number names nobody; the display does
        if (registration != null && bar > 0) {
            reference.setIdentifier(new Identifier()
                    .setSystem(registration.substring(0, bar))
                    .setValue(registration.substring(bar + 1)));
        }
        return reference;
    }

    static CodeableConcept concept(String system, String code, @Nullable String display) {
        Coding coding = new Coding().setSystem(system).setCode(code);
        if (display != null) {
            coding.setDisplay(display);
        }
        return new CodeableConcept().addCoding(coding);
    }
}
