package uk.anteroom.testing;

import java.time.Instant;
import java.util.UUID;
import uk.anteroom.patient.Patient;

/** Events as another program writes them. */
public final class Fhircast {

    private Fhircast() {}

    public static String id() {
        return UUID.randomUUID().toString();
    }

    public static String open(String topic, String id, Instant at, Patient patient) {
        return event(topic, id, at.toString(), "Patient-open", patient(patient));
    }

    public static String close(String topic, String id, Instant at, Patient patient) {
        return event(topic, id, at.toString(), "Patient-close", patient(patient));
    }

    public static String event(String topic, String id, String at, String name, String resource) {
        return """
                {"timestamp": "%s", "id": "%s", "event": {"hub.topic": "%s", "hub.event": "%s",
                 "context": [{"key": "patient", "resource": %s}]}}
                """.formatted(at, id, topic, name, resource);
    }

    public static String syncError(String topic, String id, String about) {
        return """
                {"timestamp": "%s", "id": "%s", "event": {"hub.topic": "%s", "hub.event": "syncerror", "context": [
                 {"key": "operationoutcome", "resource": {"resourceType": "OperationOutcome", "issue": [
                  {"severity": "warning", "code": "processing", "diagnostics": "Acme failed to follow", "details": {"coding": [
                   {"system": "https://fhircast.hl7.org/events/syncerror/eventid", "code": "%s"},
                   {"system": "https://fhircast.hl7.org/events/syncerror/eventname", "code": "Patient-open"},
                   {"system": "https://fhircast.hl7.org/events/syncerror/subscriber", "code": "Acme"}]}}]}}]}}
                """.formatted(Instant.now(), id, topic, about);
    }

    public static String patient(Patient patient) {
        return patient(
                patient.id().toString(),
                patient.nhsNumber().value(),
                patient.givenName(),
                patient.familyName(),
                patient.born().value().toString());
    }

    public static String patient(String id, String nhsNumber, String given, String family, String born) {
        return """
                {"resourceType": "Patient", "id": "%s",
                 "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}],
                 "name": [{"use": "official", "family": "%s", "given": ["%s"]}], "gender": "female", "birthDate": "%s"}
                """.formatted(id, nhsNumber, family, given, born);
    }
}
