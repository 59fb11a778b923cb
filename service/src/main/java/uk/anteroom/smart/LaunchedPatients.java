package uk.anteroom.smart;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;

/** Finds the patient a launch is about on the practice's list. */
@Service
public class LaunchedPatients {

    private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    /** FHIR R4, datatypes, id. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private final Fetch fetch;
    private final Patients patients;

    LaunchedPatients(Fetch fetch, Patients patients) {
        this.fetch = fetch;
        this.patients = patients;
    }

    /**
     * Asks the clinical system who it is, and finds them by NHS number and date of birth: a number alone that points at somebody else is how a wrong record is
     * opened. Empty if nobody on the list has both.
     */
    public Optional<Patient> find(SmartSystem system, String id, String token) {
        if (!ID.matcher(id).matches()) {
            throw new SmartRefused("The launch names no patient that can be");
        }
        String base = system.issuer().endsWith("/") ? system.issuer() : system.issuer() + "/";
        JsonNode said = fetch.json(URI.create(base + "Patient/" + id), "application/fhir+json", token);
        Optional<DateOfBirth> born = born(said.path("birthDate").asString(""));
        return nhsNumber(said)
                .flatMap(number -> patients.find(system.practice(), number))
                .filter(patient -> born.isPresent() && born.get().equals(patient.born()));
    }

    private static Optional<NhsNumber> nhsNumber(JsonNode said) {
        for (JsonNode identifier : said.path("identifier")) {
            if (identifier.path("system").asString("").equals(NHS_NUMBER)) {
                return NhsNumber.read(identifier.path("value").asString(""));
            }
        }
        return Optional.empty();
    }

    private static Optional<DateOfBirth> born(String date) {
        try {
            return Optional.of(new DateOfBirth(LocalDate.parse(date)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
