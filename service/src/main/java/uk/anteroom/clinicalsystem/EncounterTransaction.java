package uk.anteroom.clinicalsystem;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter.EncounterParticipantComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The FHIR R4 transaction that codes a consultation: a UK Core Encounter, created only if none has our identifier, and a Provenance with an id of
 * our choosing. Sending it again therefore changes nothing.
 */
final class EncounterTransaction {

    /** Names our consultations in the record. Never changes: it is what makes a repeat a repeat. */
    static final String CONSULTATION_SYSTEM = "https://anteroom.uk/id/consultation";

    private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    private static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";
    private static final String UK_CORE_ENCOUNTER = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-Encounter";
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final String DATA_OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";
    private static final String PROVENANCE_PARTICIPANT =
            "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private EncounterTransaction() {}

    static Bundle of(Encounter said) {
        String encounterUrl = "urn:uuid:" + said.consultation();
        // derived, so that every try names the same Provenance
        UUID provenance =
                UUID.nameUUIDFromBytes(("provenance of " + said.consultation()).getBytes(StandardCharsets.UTF_8));
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setFullUrl(encounterUrl)
                .setResource(encounter(said))
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("Encounter")
                .setIfNoneExist("identifier=" + CONSULTATION_SYSTEM + "|" + said.consultation());
        bundle.addEntry()
                .setFullUrl("urn:uuid:" + provenance)
                .setResource(provenance(said, encounterUrl, provenance))
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl("Provenance/" + provenance);
        return bundle;
    }

    private static org.hl7.fhir.r4.model.Encounter encounter(Encounter said) {
        org.hl7.fhir.r4.model.Encounter encounter = new org.hl7.fhir.r4.model.Encounter();
        encounter.setMeta(new Meta().addProfile(UK_CORE_ENCOUNTER));
        encounter
                .addIdentifier()
                .setSystem(CONSULTATION_SYSTEM)
                .setValue(said.consultation().toString());
        encounter.setStatus(EncounterStatus.FINISHED);
        encounter.setClass_(new Coding(ACT_CODE, "VR", "virtual"));
        encounter.addType(
                concept(SnomedCode.SYSTEM, said.code().code(), said.code().display()));
        encounter.setSubject(new Reference(
                "Patient?identifier=" + NHS_NUMBER + "|" + said.patient().value()));
        encounter.addParticipant(new EncounterParticipantComponent()
                .addType(concept(PARTICIPATION, "PPRF", "primary performer"))
                .setIndividual(clinician(said)));
        encounter.setPeriod(new Period().setStart(Date.from(said.start())).setEnd(Date.from(said.end())));
        encounter.setServiceProvider(new Reference()
                .setIdentifier(new Identifier().setSystem(ODS_CODE).setValue(said.odsCode())));
        return encounter;
    }

    private static Provenance provenance(Encounter said, String encounterUrl, UUID id) {
        Provenance provenance = new Provenance();
        provenance.setId(id.toString());
        provenance.addTarget(new Reference(encounterUrl));
        provenance.setRecorded(Date.from(said.recorded()));
        provenance.setActivity(concept(DATA_OPERATION, "CREATE", null));
        provenance
                .addAgent()
                .setType(concept(PROVENANCE_PARTICIPANT, "author", null))
                .setWho(clinician(said));
        return provenance;
    }

    private static Reference clinician(Encounter said) {
        Reference reference = new Reference().setDisplay(said.clinicianName());
        String registration = said.clinicianRegistration();
        int bar = registration == null ? -1 : registration.indexOf('|');
        // without its system a number names nobody; the display does
        if (registration != null && bar > 0) {
            reference.setIdentifier(new Identifier()
                    .setSystem(registration.substring(0, bar))
                    .setValue(registration.substring(bar + 1)));
        }
        return reference;
    }

    private static CodeableConcept concept(String system, String code, @Nullable String display) {
        Coding coding = new Coding().setSystem(system).setCode(code);
        if (display != null) {
            coding.setDisplay(display);
        }
        return new CodeableConcept().addCoding(coding);
    }
}
