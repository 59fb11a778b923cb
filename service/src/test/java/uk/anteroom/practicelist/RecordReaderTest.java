package uk.anteroom.practicelist;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.patient.ListedPatient;

/** What a clinical system, or something in front of it, can answer to being asked for patients. */
class RecordReaderTest {

    @RegisterExtension
    static final WireMockExtension FAR_SIDE = WireMockExtension.newInstance().build();

    private final RecordReader reader = new RecordReader(new RecordLines(TestNumbers.mobiles(), Clock.systemUTC()));

    private RecordAnswer answer(ResponseDefinitionBuilder response) {
        FAR_SIDE.stubFor(get(anyUrl()).willReturn(response));
        return reader.read(URI.create(FAR_SIDE.baseUrl() + "/fhir/Patient?_count=2"), "A83008");
    }

    private static ResponseDefinitionBuilder fhir(String body) {
        return aResponse().withHeader("Content-Type", "application/fhir+json").withBody(body);
    }

    private RecordAnswer linkingTo(String next) {
        return answer(
                fhir("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[{\"relation\":\"next\",\"url\":\""
                        + next + "\"}],\"entry\":[]}"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, NOT_AUTHORISED",
        "403, NOT_AUTHORISED",
        "301, REDIRECTED",
        "302, REDIRECTED",
        "307, REDIRECTED",
        "400, NOT_FHIR",
        "422, NOT_FHIR",
        "204, NOT_FHIR"
    })
    void whatWillNotPassIsForAPerson(int status, ReadingProblem problem) {
        assertThat(answer(aResponse().withStatus(status).withHeader("Location", FAR_SIDE.baseUrl() + "/elsewhere")))
                .isEqualTo(new RecordAnswer.Never(problem));
    }

    @Test
    void noRedirectIsFollowed() {
        FAR_SIDE.resetRequests();
        answer(aResponse().withStatus(302).withHeader("Location", FAR_SIDE.baseUrl() + "/elsewhere"));
        assertThat(FAR_SIDE.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"500, UNREACHABLE", "502, UNREACHABLE", "504, UNREACHABLE", "503, UNREACHABLE", "429, BUSY"})
    void whatMayPassIsAskedAgain(int status, ReadingProblem problem) {
        assertThat(answer(aResponse().withStatus(status))).isEqualTo(new RecordAnswer.NotNow(problem, null));
    }

    @Test
    void whoAsksUsToWaitIsWaitedForButNotForEver() {
        assertThat(answer(aResponse().withStatus(429).withHeader("Retry-After", "42")))
                .isEqualTo(new RecordAnswer.NotNow(ReadingProblem.BUSY, Duration.ofSeconds(42)));
        assertThat(answer(aResponse().withStatus(503).withHeader("Retry-After", "999999")))
                .isEqualTo(new RecordAnswer.NotNow(ReadingProblem.UNREACHABLE, Duration.ofMinutes(15)));
        assertThat(answer(aResponse().withStatus(429).withHeader("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT")))
                .isEqualTo(new RecordAnswer.NotNow(ReadingProblem.BUSY, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aPlaceThatWasForgottenIsNoFault(int status) {
        assertThat(answer(aResponse().withStatus(status))).isEqualTo(new RecordAnswer.LostThePlace());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><h1>Sign in</h1>",
                "",
                "null",
                "[]",
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":",
                "{\"resourceType\":\"OperationOutcome\",\"issue\":[]}",
                "{\"resourceType\":\"Patient\",\"id\":\"1\"}",
                "{\"hello\":\"world\"}"
            })
    void whatIsNoBundleIsNotFhir(String body) {
        assertThat(answer(fhir(body))).isEqualTo(new RecordAnswer.Never(ReadingProblem.NOT_FHIR));
    }

    @Test
    void brokenConnectionsAreAskedAgain() {
        for (Fault fault : Fault.values()) {
            assertThat(answer(aResponse().withFault(fault)))
                    .as(fault.name())
                    .isEqualTo(new RecordAnswer.NotNow(ReadingProblem.UNREACHABLE, null));
        }
        assertThat(reader.read(URI.create("http://127.0.0.1:1/fhir/Patient"), "A83008"))
                .isEqualTo(new RecordAnswer.NotNow(ReadingProblem.UNREACHABLE, null));
    }

    @Test
    void aPageThatIsTooLargeIsNotReadToItsEnd() {
        assertThat(answer(fhir("x".repeat(17 * 1024 * 1024))))
                .isEqualTo(new RecordAnswer.Never(ReadingProblem.TOO_LARGE));
    }

    @Test
    void theNextPageIsOnTheSameHostOrNotFollowed() {
        for (String foreign : new String[] {
            "http://evil.example/fhir/Patient?page=2",
            "https://127.0.0.1:" + FAR_SIDE.getPort() + "/fhir/Patient?page=2",
            "http://127.0.0.1:1/fhir/Patient?page=2",
            "http://somebody@localhost:" + FAR_SIDE.getPort() + "/fhir/Patient?page=2",
            "//evil.example/fhir",
            "file:///etc/passwd",
            "http://[not an address",
            "javascript:alert(1)"
        }) {
            assertThat(linkingTo(foreign)).as(foreign).isEqualTo(new RecordAnswer.Never(ReadingProblem.FOREIGN_LINK));
        }
        for (String own :
                new String[] {FAR_SIDE.baseUrl() + "/fhir/Patient?page=2", "?page=2", "/fhir/Patient?page=2"}) {
            assertThat(linkingTo(own))
                    .as(own)
                    .isInstanceOfSatisfying(
                            RecordAnswer.Page.class,
                            page -> assertThat(page.next())
                                    .isEqualTo(URI.create(FAR_SIDE.baseUrl() + "/fhir/Patient?page=2")));
        }
    }

    @Test
    void aPatientIsUnderstoodAsUkCoreWritesIt() {
        RecordAnswer answer = answer(fhir("""
                {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": {
                  "resourceType": "Patient", "id": "p1",
                  "identifier": [{"system": "https://local.example/id", "value": "77"},
                                 {"use": "old", "system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990273413"},
                                 {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "999 014 7256"}],
                  "name": [{"use": "old", "family": "Before", "given": ["Rosa"]},
                           {"use": "official", "family": "Whitfield", "given": ["Rosa", "Maria"], "prefix": ["Mrs"]}],
                  "birthDate": "1957-03-14", "deceasedBoolean": false,
                  "telecom": [{"system": "phone", "use": "home", "value": "020 7946 0000"},
                              {"system": "phone", "use": "old", "value": "07700 900111"},
                              {"system": "phone", "use": "mobile", "value": "07700 900222", "period": {"end": "2020-01-01"}},
                              {"system": "phone", "value": "07700 900444", "rank": 1},
                              {"system": "phone", "use": "mobile", "value": "+44 7700 900333"},
                              {"system": "email", "value": "not an address"},
                              {"system": "email", "value": "rosa@mail.example"}],
                  "address": [{"use": "old", "postalCode": "M1 1AA"},
                              {"use": "home", "postalCode": "M1 1AB", "period": {"end": "2020-01-01"}},
                              {"use": "temp", "postalCode": "M1 1AD"},
                              {"use": "work", "postalCode": "M1 1AE"},
                              {"use": "home", "postalCode": "no code"},
                              {"use": "home", "postalCode": "ls1 4ap"}],
                  "extension": [{"url": "https://example.org/unknown", "valueString": "x"}],
                  "generalPractitioner": [{"identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "a83008"}}]}},
                 {"resource": {"resourceType": "OperationOutcome", "issue": [{"severity": "warning", "code": "informational"}]}}]}
                """).withHeader("Date", "Sun, 22 Nov 2026 10:31:00 GMT"));
        RecordAnswer.Page page = (RecordAnswer.Page) answer;
        assertThat(page.next()).isNull();
        assertThat(page.at()).isEqualTo(Instant.parse("2026-11-22T10:31:00Z"));
        assertThat(page.lines()).hasSize(1);
        ListedPatient patient = ((Line.What.OnList) page.lines().getFirst().what()).patient();
        assertThat(patient.nhsNumber().shown()).isEqualTo("999 014 7256");
        assertThat(patient.givenName() + " " + patient.familyName()).isEqualTo("Rosa Whitfield");
        assertThat(patient.born().shown()).isEqualTo("14 March 1957");
        assertThat(patient.email().value()).isEqualTo("rosa@mail.example");
        assertThat(patient.mobile().shown()).isEqualTo("07700 900333");
        assertThat(patient.postcode()).isEqualTo(new Postcode("LS1 4AP"));
        assertThat(patient.deceased()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"R, true", "V, true", "REDACTED, true", "U, false", "N, false"})
    void restrictedIsWhatThePersonalDemographicsServiceCallsSo(String code, boolean restricted) {
        RecordAnswer.Page page = (RecordAnswer.Page)
                answer(fhir("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[{\"resource\":"
                        + Someone.named("p1", "9990147256", "Rosa", "Whitfield")
                                .with("\"meta\":{\"security\":[{\"code\":\"" + code + "\"}]}")
                                .with("\"address\":[{\"postalCode\":\"LS1 4AP\"}]")
                                .json()
                        + "}]}"));
        ListedPatient patient = ((Line.What.OnList) page.lines().getFirst().what()).patient();
        assertThat(patient.restricted()).isEqualTo(restricted);
        assertThat(patient.email() == null).isEqualTo(restricted);
        assertThat(patient.mobile() == null).isEqualTo(restricted);
        assertThat(patient.postcode() == null).isEqualTo(restricted);
    }

    @Test
    void namesLoseWhatNobodySees() {
        assertThat(ListText.clean(" Ro\u0007sa\u202e \u00a0 Whit\nfield ")).isEqualTo("Ro sa Whit field");
        assertThat(ListText.clean("<b>Rosa</b> ${7*7}")).isEqualTo("<b>Rosa</b> ${7*7}");
        assertThat(ListText.clean("x".repeat(5_000))).hasSize(100);
    }

    @Test
    void theFirstAddressAsksForPagesAndForWhatChanged() {
        URI base = URI.create("https://record.example/fhir/");
        assertThat(RecordReader.first(base, 200, null))
                .isEqualTo(URI.create("https://record.example/fhir/Patient?_count=200"));
        assertThat(RecordReader.first(base, 200, Instant.parse("2026-11-22T10:31:00.123Z")))
                .isEqualTo(URI.create(
                        "https://record.example/fhir/Patient?_count=200&_lastUpdated=ge2026-11-22T10:31:00Z"));
    }
}
