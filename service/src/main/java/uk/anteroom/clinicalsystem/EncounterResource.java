package uk.anteroom.clinicalsystem;

import java.util.Date;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterParticipantComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Period;

/** A consultation as a UK Core Encounter. */
final class EncounterResource {

    private static final String UK_CORE = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-Encounter";
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

    private EncounterResource() {}

    static Encounter of(Writing.Encounter said, boolean enteredInError) {
        Encounter encounter = new Encounter();
        encounter.setMeta(new Meta().addProfile(UK_CORE));
        encounter
                .addIdentifier()
                .setSystem(Fhir.CONSULTATION_SYSTEM)
                .setValue(said.id().toString());
        encounter.setStatus(enteredInError ? EncounterStatus.ENTEREDINERROR : EncounterStatus.FINISHED);
        encounter.setClass_(new Coding(ACT_CODE, "VR", "virtual"));
        encounter.addType(
                Fhir.concept(SnomedCode.SYSTEM, said.code().code(), said.code().display()));
        encounter.setSubject(Fhir.patient(said.patient()));
        encounter.addParticipant(new EncounterParticipantComponent()
                .addType(Fhir.concept(PARTICIPATION, "PPRF", "primary performer"))
                .setIndividual(Fhir.clinician(said.author())));
        encounter.setPeriod(new Period().setStart(Date.from(said.start())).setEnd(Date.from(said.end())));
        encounter.setServiceProvider(Fhir.practice(said.author()));
        return encounter;
    }
}
