package uk.anteroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.junit.jupiter.api.Test;
import uk.anteroom.demo.cast.Person;

class RecordTest {

    private static final String FHIR = "/demo/clinical-system/fhir";
    private static final String SYSTEM = "https://anteroom.uk/id/consultation";

    private final RunningDemo demo = RunningDemo.get();

    @Test
    void transactionStoresOnceHoweverOftenItComes() throws Exception {
        UUID consultation = UUID.randomUUID();
        String bundle = bundle(consultation, Person.TOM.patient().nhsNumber().value());

        Bundle first = answer(send(bundle));
        Bundle second = answer(send(bundle));

        assertThat(first.getEntry())
                .extracting(e -> e.getResponse().getStatus())
                .containsExactly("201 Created", "201 Created");
        assertThat(second.getEntry())
                .extracting(e -> e.getResponse().getStatus())
                .containsExactly("200 OK", "200 OK");
        assertThat(second.getEntryFirstRep().getResponse().getLocation())
                .isEqualTo(first.getEntryFirstRep().getResponse().getLocation());
        assertThat(found(consultation)).isEqualTo(1);
    }

    @Test
    void twelveAtOnceStoreOne() throws Exception {
        UUID consultation = UUID.randomUUID();
        String bundle = bundle(consultation, Person.GRACE.patient().nhsNumber().value());
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(12)) {
            Callable<Integer> once = () -> send(bundle).statusCode();
            for (Future<Integer> one : threads.invokeAll(Collections.nCopies(12, once))) {
                statuses.add(one.get());
            }
        }
        assertThat(statuses).isSubsetOf(200, 409).contains(200);
        assertThat(found(consultation)).isEqualTo(1);
    }

    @Test
    void unknownPatientLeavesNothingBehind() throws Exception {
        UUID consultation = UUID.randomUUID();
        assertThat(send(bundle(consultation, "9990000018")).statusCode()).isEqualTo(412);
        assertThat(found(consultation)).isZero();
    }

    @Test
    void encodedAndPlainConditionsAreTheSame() throws Exception {
        UUID consultation = UUID.randomUUID();
        String plain = bundle(consultation, Person.TOM.patient().nhsNumber().value());
        String condition = "identifier=" + SYSTEM + "|" + consultation;
        String encoded = plain.replace(
                condition,
                "Encounter?identifier=" + URLEncoder.encode(SYSTEM + "|" + consultation, StandardCharsets.UTF_8));
        assertThat(encoded).isNotEqualTo(plain);
        assertThat(send(plain).statusCode()).isEqualTo(200);
        assertThat(send(encoded).statusCode()).isEqualTo(200);
        assertThat(found(consultation)).isEqualTo(1);
    }

    @Test
    void messageIsKeptOnceBesideItsWords() throws Exception {
        UUID id = UUID.randomUUID();
        String bundle = message(id, Person.TOM.patient().nhsNumber().value());
        Bundle first = answer(send(bundle));
        Bundle second = answer(send(bundle));

        assertThat(first.getEntry())
                .extracting(e -> e.getResponse().getStatus())
                .containsExactly("201 Created", "201 Created");
        assertThat(second.getEntry())
                .extracting(e -> e.getResponse().getStatus())
                .containsExactly("200 OK", "200 OK");
        String token = URLEncoder.encode("https://anteroom.uk/id/message|" + id, StandardCharsets.UTF_8);
        Bundle found = answer(demo.ask(FHIR + "/Communication?identifier=" + token));
        assertThat(found.getEntry()).hasSize(1);
        Communication kept = (Communication) found.getEntryFirstRep().getResource();
        String document = first.getEntryFirstRep().getResponse().getLocation();
        assertThat(kept.getPayloadFirstRep().getContentReference().getReference())
                .isEqualTo(document.substring(0, document.indexOf("/_history")));
        assertThat(answer(demo.ask(FHIR + "/DocumentReference?patient=" + Person.TOM.id()))
                        .getEntry())
                .extracting(e -> e.getResource().fhirType())
                .containsOnly("DocumentReference");
    }

    @Test
    void patientIsFoundByNhsNumber() throws Exception {
        HttpResponse<String> answer =
                demo.ask(FHIR + "/Patient?identifier=https://fhir.nhs.uk/Id/nhs-number%7C9990147256");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(Person.ROSA.id().toString(), "Whitfield");
    }

    private HttpResponse<String> send(String bundle) throws Exception {
        return demo.post(FHIR, "application/fhir+json", bundle);
    }

    private static Bundle answer(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, response.body());
    }

    private int found(UUID consultation) throws Exception {
        String token = URLEncoder.encode(SYSTEM + "|" + consultation, StandardCharsets.UTF_8);
        return answer(demo.ask(FHIR + "/Encounter?identifier=" + token))
                .getEntry()
                .size();
    }

    private static String message(UUID id, String nhsNumber) {
        return """
                {"resourceType": "Bundle", "type": "transaction", "entry": [
                 {"fullUrl": "urn:uuid:%1$s",
                  "resource": {"resourceType": "DocumentReference",
                   "identifier": [{"system": "https://anteroom.uk/id/document", "value": "%1$s"}],
                   "status": "current", "description": "Message to the patient",
                   "subject": {"reference": "Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|%2$s"},
                   "content": [{"attachment": {"contentType": "text/plain", "data": "SGVsbG8="}}]},
                  "request": {"method": "POST", "url": "DocumentReference",
                              "ifNoneExist": "identifier=https://anteroom.uk/id/document|%1$s"}},
                 {"fullUrl": "urn:uuid:%3$s",
                  "resource": {"resourceType": "Communication",
                   "identifier": [{"system": "https://anteroom.uk/id/message", "value": "%1$s"}],
                   "status": "completed", "sent": "2026-11-22T09:12:30Z",
                   "subject": {"reference": "Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|%2$s"},
                   "payload": [{"contentReference": {"reference": "urn:uuid:%1$s"}}]},
                  "request": {"method": "POST", "url": "Communication",
                              "ifNoneExist": "identifier=https://anteroom.uk/id/message|%1$s"}}]}
                """.formatted(id, nhsNumber, UUID.randomUUID());
    }

    private static String bundle(UUID consultation, String nhsNumber) {
        UUID provenance = UUID.nameUUIDFromBytes(consultation.toString().getBytes(StandardCharsets.UTF_8));
        return """
                {"resourceType": "Bundle", "type": "transaction", "entry": [
                 {"fullUrl": "urn:uuid:%1$s",
                  "resource": {"resourceType": "Encounter",
                   "identifier": [{"system": "https://anteroom.uk/id/consultation", "value": "%1$s"}],
                   "status": "finished",
                   "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "VR"},
                   "type": [{"coding": [{"system": "http://snomed.info/sct", "code": "719410009",
                                         "display": "Consultation via video conference"}]}],
                   "subject": {"reference": "Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|%2$s"},
                   "period": {"start": "2026-11-22T09:00:00Z", "end": "2026-11-22T09:12:30Z"}},
                  "request": {"method": "POST", "url": "Encounter",
                              "ifNoneExist": "identifier=https://anteroom.uk/id/consultation|%1$s"}},
                 {"fullUrl": "urn:uuid:%3$s",
                  "resource": {"resourceType": "Provenance", "id": "%3$s", "target": [{"reference": "urn:uuid:%1$s"}],
                   "recorded": "2026-11-22T09:12:31Z", "agent": [{"who": {"display": "Dr A Test"}}]},
                  "request": {"method": "PUT", "url": "Provenance/%3$s"}}]}
                """.formatted(consultation, nhsNumber, provenance);
    }
}
