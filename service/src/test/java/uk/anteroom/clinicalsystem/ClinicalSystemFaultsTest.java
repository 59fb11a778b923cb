package uk.anteroom.clinicalsystem;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.notContaining;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.anteroom.kernel.NhsNumber;

/** What a clinical system, or something in front of it, can answer. */
class ClinicalSystemFaultsTest {

    @RegisterExtension
    static final WireMockExtension FAR_SIDE = WireMockExtension.newInstance().build();

    private static final Author AMARA =
            new Author("Dr Amara Okafor", "https://fhir.hl7.org.uk/Id/gmc-number|C1234567", "A83008");

    private static final Writing.Encounter ENCOUNTER = new Writing.Encounter(
            UUID.fromString("11111111-2222-4333-8444-555555555555"),
            SnomedCode.CONSULTATION_VIA_VIDEO_CONFERENCE,
            new NhsNumber("9434765919"),
            AMARA,
            Instant.parse("2026-11-22T10:31:00Z"),
            Instant.parse("2026-11-22T10:42:24Z"),
            Instant.parse("2026-11-22T10:42:30Z"));

    private static final UUID MESSAGE_ID = UUID.fromString("21111111-2222-4333-8444-555555555555");

    private static final Writing.Filed MESSAGE = new Writing.Filed(
            MESSAGE_ID,
            null,
            new Document(
                    "Message to the patient",
                    "text/plain;charset=UTF-8",
                    new byte[] {72, 105},
                    Instant.parse("2026-11-22T10:42:24Z"),
                    MESSAGE_ID),
            new NhsNumber("9434765919"),
            AMARA,
            Instant.parse("2026-11-22T10:42:30Z"));

    private static final ClinicalSystem RECORD = new FhirClinicalSystem(Clock.systemUTC());

    private static URI address() {
        return URI.create(FAR_SIDE.baseUrl() + "/fhir");
    }

    private static WriteResult answer(ResponseDefinitionBuilder response) {
        FAR_SIDE.stubFor(post(anyUrl()).willReturn(response));
        return RECORD.write(address(), ENCOUNTER);
    }

    private static ResponseDefinitionBuilder bundle(String status) {
        return aResponse().withHeader("Content-Type", "application/fhir+json").withBody("""
                        {"resourceType":"Bundle","type":"transaction-response","entry":[
                          {"response":{"status":"%s","location":"Encounter/7/_history/1"}},
                          {"response":{"status":"201 Created","location":"Provenance/x/_history/1"}}]}
                        """.formatted(status));
    }

    @Test
    void createdAndAlreadyThereAreSaved() {
        assertThat(answer(bundle("201 Created"))).isEqualTo(new WriteResult.Saved("Encounter/7/_history/1"));
        assertThat(answer(bundle("200 OK"))).isEqualTo(new WriteResult.Saved("Encounter/7/_history/1"));
    }

    @Test
    void whatIsSentIsCodedConditionalAndCarriesOurIdentifier() {
        answer(bundle("201 Created"));
        FAR_SIDE.verify(postRequestedFor(anyUrl())
                .withRequestBody(matchingJsonPath("$.type", equalTo("transaction")))
                .withRequestBody(matchingJsonPath("$.entry[0].resource.type[0].coding[0].code", equalTo("719410009")))
                .withRequestBody(matchingJsonPath("$.entry[0].resource.status", equalTo("finished")))
                .withRequestBody(matchingJsonPath("$.entry[0].resource.class.code", equalTo("VR")))
                .withRequestBody(matchingJsonPath(
                        "$.entry[0].resource.subject.reference",
                        equalTo("Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|9434765919")))
                .withRequestBody(matchingJsonPath(
                        "$.entry[0].request.ifNoneExist",
                        equalTo("identifier=https://anteroom.uk/id/consultation|11111111-2222-4333-8444-555555555555")))
                .withRequestBody(matchingJsonPath("$.entry[1].request.method", equalTo("PUT"))));
    }

    @ParameterizedTest
    @CsvSource({
        "409, BUSY",
        "429, BUSY",
        "500, UNREACHABLE",
        "502, UNREACHABLE",
        "503, UNREACHABLE",
        "401, NOT_AUTHORISED",
        "403, NOT_AUTHORISED",
        "302, UNREACHABLE"
    })
    void whatMayPassIsTriedAgain(int status, EntryProblem problem) {
        assertThat(answer(aResponse().withStatus(status))).isEqualTo(new WriteResult.NotNow(problem));
    }

    @ParameterizedTest
    @CsvSource({"400, REFUSED", "412, NO_SUCH_PATIENT", "422, REFUSED", "501, REFUSED"})
    void whatWillNotPassIsForAPerson(int status, EntryProblem problem) {
        assertThat(answer(aResponse().withStatus(status))).isEqualTo(new WriteResult.Refused(problem));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 422, 501})
    void withoutCommunicationsTheWordsOfAMessageAreSavedAlone(int status) {
        FAR_SIDE.stubFor(post(anyUrl()).willReturn(bundle("201 Created")));
        FAR_SIDE.stubFor(post(anyUrl())
                .withRequestBody(containing("Communication"))
                .willReturn(aResponse().withStatus(status)));
        assertThat(RECORD.write(address(), MESSAGE)).isInstanceOf(WriteResult.Saved.class);
        FAR_SIDE.verify(exactly(2), postRequestedFor(anyUrl()));
        FAR_SIDE.verify(
                exactly(1),
                postRequestedFor(anyUrl())
                        .withRequestBody(notContaining("Communication"))
                        .withRequestBody(matchingJsonPath(
                                "$.entry[0].request.ifNoneExist",
                                equalTo("identifier=https://anteroom.uk/id/document|" + MESSAGE_ID)))
                        .withRequestBody(matchingJsonPath("$.entry[1].resource.target[1]", absent())));
    }

    @ParameterizedTest
    @CsvSource({"409, BUSY", "503, UNREACHABLE"})
    void whileTheRecordIsAwayAMessageIsNotSavedWithoutItsCommunication(int status, EntryProblem problem) {
        FAR_SIDE.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(status)));
        assertThat(RECORD.write(address(), MESSAGE)).isEqualTo(new WriteResult.NotNow(problem));
        FAR_SIDE.verify(exactly(1), postRequestedFor(anyUrl()));
    }

    @Test
    void whatIsRefusedWithAndWithoutItsCommunicationIsForAPerson() {
        FAR_SIDE.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(422)));
        assertThat(RECORD.write(address(), MESSAGE)).isEqualTo(new WriteResult.Refused(EntryProblem.REFUSED));
        FAR_SIDE.verify(exactly(2), postRequestedFor(anyUrl()));
    }

    @Test
    void messageThatIsTakenBackIsMarkedWithItsWordsOrNotAtAll() {
        FAR_SIDE.stubFor(post(anyUrl()).willReturn(bundle("200 OK")));
        assertThat(RECORD.retract(address(), MESSAGE)).isInstanceOf(WriteResult.Saved.class);
        FAR_SIDE.verify(postRequestedFor(anyUrl())
                .withRequestBody(matchingJsonPath("$.entry[0].resource.status", equalTo("entered-in-error")))
                .withRequestBody(matchingJsonPath(
                        "$.entry[1].request.url",
                        equalTo("Communication?identifier=https://anteroom.uk/id/message|" + MESSAGE_ID)))
                .withRequestBody(matchingJsonPath("$.entry[1].resource.status", equalTo("entered-in-error"))));

        FAR_SIDE.stubFor(post(anyUrl())
                .withRequestBody(containing("Communication"))
                .willReturn(aResponse().withStatus(422)));
        assertThat(RECORD.retract(address(), MESSAGE)).isEqualTo(new WriteResult.Refused(EntryProblem.REFUSED));
    }

    @Test
    void aFriendlyPageIsNoConfirmation() {
        assertThat(answer(aResponse().withHeader("Content-Type", "text/html").withBody("<h1>OK</h1>")))
                .isEqualTo(new WriteResult.NotNow(EntryProblem.UNREACHABLE));
        assertThat(answer(aResponse()
                        .withHeader("Content-Type", "application/fhir+json")
                        .withBody("{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\"}")))
                .isEqualTo(new WriteResult.NotNow(EntryProblem.UNREACHABLE));
    }

    @Test
    void brokenConnectionsAreTriedAgain() {
        assertThat(answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)))
                .isEqualTo(new WriteResult.NotNow(EntryProblem.UNREACHABLE));
        assertThat(answer(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)))
                .isEqualTo(new WriteResult.NotNow(EntryProblem.UNREACHABLE));
    }

    @Test
    void endlessAnswersAreBrokenOff() {
        String blanks = " ".repeat(2 * ShortAnswers.MOST_BYTES);
        assertThat(answer(aResponse()
                        .withHeader("Content-Type", "application/fhir+json")
                        .withBody("{\"resourceType\":\"Bundle\"" + blanks + "}")))
                .isEqualTo(new WriteResult.NotNow(EntryProblem.UNREACHABLE));
    }

    @Test
    void outagesAreSatThroughForADay() {
        Instant requested = Instant.parse("2026-11-22T10:00:00Z");
        assertThat(EntrySchedule.next(1, requested, requested)).hasValue(requested.plusSeconds(1));
        assertThat(EntrySchedule.next(500, requested, requested.plus(Duration.ofHours(23))))
                .isPresent();
        assertThat(EntrySchedule.next(500, requested, requested.plus(Duration.ofHours(24))))
                .isEmpty();
    }
}
