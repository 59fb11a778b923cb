package uk.anteroom.demo.record;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.sql.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.NhsNumber;

/** Patient: read, and search by NHS number or id. */
public final class PatientProvider implements IResourceProvider {

    private final RecordStore store;

    PatientProvider(RecordStore store) {
        this.store = store;
    }

    @Override
    public Class<Patient> getResourceType() {
        return Patient.class;
    }

    @Read
    public Patient read(@IdParam IdType id) {
        return uuid(id.getIdPart())
                .flatMap(store::patient)
                .map(PatientProvider::fhir)
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    @Search
    public List<Patient> search(
            @OptionalParam(name = Patient.SP_IDENTIFIER) @Nullable TokenParam identifier,
            @OptionalParam(name = "_id") @Nullable TokenParam id) {
        if (identifier == null && id == null) {
            throw new InvalidRequestException("Search by identifier or _id");
        }
        Optional<RecordPatient> found =
                id == null ? Optional.empty() : uuid(id.getValue()).flatMap(store::patient);
        if (identifier != null) {
            String system = identifier.getSystem();
            found = NhsNumber.read(identifier.getValue())
                    .filter(number -> system == null || system.equals(Codes.NHS_NUMBER))
                    .flatMap(store::patientOf)
                    .filter(patient -> id == null || patient.id().toString().equals(id.getValue()));
        }
        return found.map(PatientProvider::fhir).stream().toList();
    }

    static Optional<UUID> uuid(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Patient fhir(RecordPatient said) {
        Patient patient = new Patient();
        patient.setId(new IdType("Patient", said.id().toString(), "1"));
        patient.getMeta().addProfile("https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient");
        patient.addIdentifier()
                .setSystem(Codes.NHS_NUMBER)
                .setValue(said.nhsNumber().value());
        patient.addName().setFamily(said.familyName()).addGiven(said.givenName());
        patient.setBirthDate(Date.valueOf(said.birthday()));
        var email = said.email();
        if (email != null) {
            patient.addTelecom().setSystem(ContactPointSystem.EMAIL).setValue(email.value());
        }
        var mobile = said.mobile();
        if (mobile != null) {
            patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(mobile.value());
        }
        return patient;
    }
}
