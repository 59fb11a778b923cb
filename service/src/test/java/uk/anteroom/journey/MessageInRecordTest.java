package uk.anteroom.journey;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;
import static uk.anteroom.testing.Together.together;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.attachment.Attachments;
import uk.anteroom.attachment.Beginning;
import uk.anteroom.attachment.FileOwner;
import uk.anteroom.attachment.Specimens;
import uk.anteroom.clinicalsystem.Entry;
import uk.anteroom.clinicalsystem.RecordEntries;
import uk.anteroom.conversation.MessageId;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.conversation.MessageText;
import uk.anteroom.conversation.Messages;
import uk.anteroom.conversation.Posting;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** A message that is to stand in the record stands there once, or says why it does not. */
class MessageInRecordTest extends RunningService {

    @RegisterExtension
    static final WireMockExtension FAR_SIDE = WireMockExtension.newInstance().build();

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Messages messages;

    @Autowired
    RecordEntries entries;

    @Autowired
    Attachments attachments;

    private Surgery surgery;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        JdbcClient.create(TestDatabase.get().superuser())
                .sql("insert into clinical_system (practice_id, fhir_base_url) values (:practice, :address)")
                .param("practice", surgery.practice().value())
                .param("address", FAR_SIDE.baseUrl() + "/fhir")
                .update();
    }

    @Test
    void onlyTheThirdKindGoesThereAndOnce() {
        FAR_SIDE.stubFor(post(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/fhir+json")
                        .withBody("""
                        {"resourceType":"Bundle","type":"transaction-response","entry":[
                          {"response":{"status":"201 Created","location":"DocumentReference/7/_history/1"}},
                          {"response":{"status":"201 Created","location":"Provenance/x/_history/1"}}]}
                        """)));
        MessageId other = story.wrote(surgery, surgery.rosa(), MessageKind.REPLY_NOT_REQUIRED, "We close at six.");
        UUID press = UUID.randomUUID();
        String text = "Use the cream twice a day.\nStop if it burns.";
        MessageId id = ((Posting.Sent) together(
                                8,
                                n -> messages.send(
                                        surgery.receptionist(),
                                        surgery.rosa().id(),
                                        MessageKind.REPLY_NOT_REQUIRED_SAVE,
                                        new MessageText(text),
                                        List.of(),
                                        surgery.rosa().email(),
                                        false,
                                        press))
                        .getFirst())
                .message();

        eventually("the record", () -> entry(id).state() == Entry.State.SAVED);
        FAR_SIDE.verify(
                exactly(1),
                postRequestedFor(anyUrl())
                        .withRequestBody(containing(id.toString()))
                        .withRequestBody(
                                matchingJsonPath("$.entry[0].resource.resourceType", equalTo("DocumentReference")))
                        .withRequestBody(matchingJsonPath(
                                "$.entry[0].request.ifNoneExist",
                                equalTo("identifier=https://anteroom.uk/id/document|" + id)))
                        .withRequestBody(
                                matchingJsonPath("$.entry[0].resource.description", equalTo("Message to the patient")))
                        .withRequestBody(
                                matchingJsonPath("$.entry[0].resource.author[0].display", equalTo("Sam Whitlock")))
                        .withRequestBody(matchingJsonPath("$.entry[0].resource.context", absent()))
                        .withRequestBody(matchingJsonPath(
                                "$.entry[0].resource.content[0].attachment.data",
                                equalTo(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))))
                        .withRequestBody(matchingJsonPath(
                                "$.entry[1].request.ifNoneExist",
                                equalTo("identifier=https://anteroom.uk/id/message|" + id)))
                        .withRequestBody(matchingJsonPath("$.entry[1].resource.resourceType", equalTo("Communication")))
                        .withRequestBody(matchingJsonPath("$.entry[1].resource.status", equalTo("completed")))
                        .withRequestBody(matchingJsonPath("$.entry[1].resource.sent"))
                        .withRequestBody(matchingJsonPath(
                                "$.entry[1].resource.subject.reference", containing("Patient?identifier=")))
                        .withRequestBody(
                                matchingJsonPath("$.entry[1].resource.sender.display", equalTo("Sam Whitlock")))
                        .withRequestBody(matchingJsonPath(
                                "$.entry[1].resource.payload[0].contentReference.reference", equalTo("urn:uuid:" + id)))
                        .withRequestBody(matchingJsonPath("$.entry[1].resource.payload[0].contentString", absent())));
        assertThat(entries.find(surgery.practice(), other.value())).isEmpty();
        assertThat(conversation(surgery)).contains("Saved to the record at");
    }

    @Test
    void filesFollowTheirMessageOnceTheyWereScanned() {
        FAR_SIDE.stubFor(post(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/fhir+json")
                        .withBody("""
                        {"resourceType":"Bundle","type":"transaction-response","entry":[
                          {"response":{"status":"201 Created","location":"DocumentReference/7/_history/1"}},
                          {"response":{"status":"201 Created","location":"Provenance/x/_history/1"}}]}
                        """)));
        CLAMD.stop();
        AttachmentId file = uploaded("Exercises.pdf", Specimens.pdf("Exercises"));
        Posting posting = messages.send(
                surgery.clinician(),
                surgery.rosa().id(),
                MessageKind.REPLY_NOT_REQUIRED_SAVE,
                new MessageText("Please do these."),
                List.of(file),
                surgery.rosa().email(),
                false,
                UUID.randomUUID());
        assertThat(entries.find(surgery.practice(), file.value())).isEmpty();

        CLAMD.start();
        JdbcClient.create(TestDatabase.get().superuser())
                .sql("""
                        update scheduled_tasks set execution_time = now()
                        where task_name = 'attachment-scan' and task_instance = :file and not picked
                        """)
                .param("file", surgery.practice() + "/" + file)
                .update();
        eventually(
                "the record",
                () -> entries.find(surgery.practice(), file.value())
                        .filter(entry -> entry.state() == Entry.State.SAVED)
                        .isPresent());
        FAR_SIDE.verify(
                exactly(1),
                postRequestedFor(anyUrl())
                        .withRequestBody(containing(file.toString()))
                        .withRequestBody(matchingJsonPath(
                                "$.entry[0].resource.description",
                                equalTo("Sent with a message to the patient: Exercises.pdf")))
                        .withRequestBody(matchingJsonPath(
                                "$.entry[0].resource.context.related[0].identifier.value",
                                equalTo(((Posting.Sent) posting).message().toString())))
                        .withRequestBody(matchingJsonPath(
                                "$.entry[0].resource.content[0].attachment.contentType", equalTo("application/pdf"))));
        assertThat(conversation(surgery)).contains("Exercises.pdf: Saved to the record at");
    }

    private AttachmentId uploaded(String name, byte[] file) {
        StaffId by = surgery.clinician().id();
        PatientId rosa = surgery.rosa().id();
        Beginning begun = attachments.begin(surgery.practice(), FileOwner.conversation(rosa, by), name, file.length);
        AttachmentId id = ((Beginning.Begun) begun).attachment().id();
        attachments.append(surgery.practice(), id, FileOwner.conversation(rosa, by), 0, file);
        return id;
    }

    @Test
    void recordThatKnowsNoCommunicationsHasTheWordsAllTheSame() {
        FAR_SIDE.stubFor(post(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/fhir+json")
                        .withBody("""
                        {"resourceType":"Bundle","type":"transaction-response","entry":[
                          {"response":{"status":"201 Created","location":"DocumentReference/7/_history/1"}},
                          {"response":{"status":"201 Created","location":"Provenance/x/_history/1"}}]}
                        """)));
        FAR_SIDE.stubFor(post(anyUrl())
                .withRequestBody(containing("Communication"))
                .willReturn(aResponse().withStatus(422)));
        MessageId id =
                story.wrote(surgery, surgery.rosa(), MessageKind.REPLY_NOT_REQUIRED_SAVE, "Use the cream twice a day.");
        eventually("the record", () -> entry(id).state() == Entry.State.SAVED);
        assertThat(entry(id).tries()).isEqualTo(1);
    }

    @Test
    void whatTheRecordRefusesIsFiledByHand() {
        FAR_SIDE.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(422)));
        MessageId id =
                story.wrote(surgery, surgery.rosa(), MessageKind.REPLY_NOT_REQUIRED_SAVE, "Use the cream twice a day.");
        eventually("the refusal", () -> entry(id).state() == Entry.State.FAILED);
        assertThat(conversation(surgery)).contains("Somebody files it by hand");

        Browser clinician = browser();
        clinician.signIn(surgery.clinician());
        Page list = clinician.open("/by-hand");
        assertThat(list.text())
                .contains("Rosa Whitfield", "File the message", "The clinical system refused it", "Dr Amara Okafor");
        assertThat(list.html().select("a[href=/patients/" + surgery.rosa().id() + "#message-" + id + "]"))
                .hasSize(1);
        clinician.submit(list, "form[action=/by-hand/" + id + "]", Map.of());
        assertThat(conversation(surgery)).contains("Filed by hand");
    }

    private Entry entry(MessageId id) {
        return entries.find(surgery.practice(), id.value()).orElseThrow();
    }

    private String conversation(Surgery at) {
        Browser desk = browser();
        desk.signIn(at.clinician());
        return desk.open("/patients/" + at.rosa().id())
                .html()
                .selectFirst("#conversation")
                .text();
    }
}
