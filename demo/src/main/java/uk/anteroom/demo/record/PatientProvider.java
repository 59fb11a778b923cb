package uk.anteroom.demo.record;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import uk.anteroom.demo.cast.Person;
import uk.anteroom.demo.cast.Surgery;
import uk.anteroom.kernel.NhsNumber;

/** Patient: read, and search by NHS number, by id, or for everybody. */
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

    /** By NHS number or id; without either everybody, or those who changed since then, in pages. */
    @Search
    public IBundleProvider search(
            @OptionalParam(name = Patient.SP_IDENTIFIER) @Nullable TokenParam identifier,
            @OptionalParam(name = "_id") @Nullable TokenParam id,
            @OptionalParam(name = "_lastUpdated") @Nullable DateRangeParam lastUpdated) {
        if (identifier == null && id == null) {
            Date since = lastUpdated == null ? null : lastUpdated.getLowerBoundAsInstant();
            return new PatientPages(store, store.everybody(since == null ? null : since.toInstant()));
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
        return new SimpleBundleProvider(
                found.map(PatientProvider::fhir).stream().toList());
    }

    static Optional<UUID> uuid(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Patient fhir(RecordPatient said) {
        Patient patient = new Patient();
        patient.setId(new IdType("Patient", said.id().toString(), "1"));
        patient.getMeta().addProfile("https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient");
        if (said.updatedAt() != null) {
            patient.getMeta().setLastUpdated(Date.from(said.updatedAt()));
        }
        Arrays.stream(Surgery.values())
                .filter(surgery -> surgery.uuid().equals(said.practice()))
                .forEach(surgery -> patient.getManagingOrganization()
                        .getIdentifier()
                        .setSystem(Codes.ODS_CODE)
                        .setValue(surgery.odsCode()));
        if (said.diedOn() != null) {
            patient.setDeceased(new DateTimeType(said.diedOn().toString()));
        }
        if (said.restricted()) {
            patient.getMeta()
                    .addSecurity()
                    .setSystem("http://terminology.hl7.org/CodeSystem/v3-Confidentiality")
                    .setCode("R");
        }
        patient.addIdentifier()
                .setSystem(Codes.NHS_NUMBER)
                .setValue(said.nhsNumber().value());
        patient.addName().setFamily(said.familyName()).addGiven(said.givenName());
        patient.setBirthDateElement(new DateType(said.birthday().toString()));
        var email = said.email();
        if (email != null && !said.restricted()) {
            patient.addTelecom().setSystem(ContactPointSystem.EMAIL).setValue(email.value());
        }
        var mobile = said.mobile();
        if (mobile != null && !said.restricted()) {
            patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(mobile.value());
        }
        var postcode = said.postcode();
        if (postcode != null && !said.restricted()) {
            patient.addAddress().setUse(AddressUse.HOME).setPostalCode(postcode.value());
        }
        Arrays.stream(Person.values())
                .filter(person -> person.id().value().equals(said.id()))
                .flatMap(person -> person.language().stream())
                .forEach(language -> {
                    patient.addCommunication()
                            .setPreferred(true)
                            .getLanguage()
                            .addCoding()
                            .setSystem("urn:ietf:bcp:47")
                            .setCode(language.toLanguageTag());
                    patient.addExtension(
                            "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired",
                            new BooleanType(true));
                });
        return patient;
    }
}
