package uk.anteroom.journey;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.anteroom.testing.Eventually.eventually;
import static uk.anteroom.testing.Together.together;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.call.Calls;
import uk.anteroom.clinicalsystem.Entry;
import uk.anteroom.clinicalsystem.RecordEntries;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Outcome;
import uk.anteroom.consultation.Outcomes;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.photo.BodySite;
import uk.anteroom.photo.How;
import uk.anteroom.photo.PhotoId;
import uk.anteroom.photo.Photos;
import uk.anteroom.photo.Pictures;
import uk.anteroom.photo.Side;
import uk.anteroom.photo.Unreadable;
import uk.anteroom.practice.NotAllowed;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.Role;
import uk.anteroom.request.Requests;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** What the clinical system is told of a consultation, and what becomes of it. */
class RecordEntriesTest extends RunningService {

    @RegisterExtension
    static final WireMockExtension FAR_SIDE = WireMockExtension.newInstance().build();

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Outcomes outcomes;

    @Autowired
    RecordEntries entries;

    @Autowired
    Requests requests;

    @Autowired
    Practices practices;

    @Autowired
    Attendance attendance;

    @Autowired
    Calls calls;

    @Autowired
    Photos photos;

    @Autowired
    PracticeTransactions transactions;

    private final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());
    private Surgery surgery;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        superuser
                .sql("insert into clinical_system (practice_id, fhir_base_url) values (:practice, :address)")
                .param("practice", surgery.practice().value())
                .param("address", FAR_SIDE.baseUrl() + "/fhir")
                .update();
        FAR_SIDE.stubFor(post(anyUrl()).willReturn(taken()));
    }

    @Test
    void completedAndThenTakenBackStandsAsEnteredInError() {
        ConsultationId id = completed();
        awaitState(id, Entry.State.SAVED);

        assertThat(outcomes.takeBack(surgery.clinician(), id)).isTrue();

        awaitState(id, Entry.State.RETRACTED);
        FAR_SIDE.verify(postRequestedFor(anyUrl())
                .withRequestBody(matchingJsonPath("$.entry[0].request.method", equalTo("PUT")))
                .withRequestBody(matchingJsonPath(
                        "$.entry[0].request.url",
                        equalTo("Encounter?identifier=https://anteroom.uk/id/consultation|" + id)))
                .withRequestBody(matchingJsonPath("$.entry[0].resource.status", equalTo("entered-in-error")))
                .withRequestBody(matchingJsonPath("$.entry[0].resource.type[0].coding[0].code", equalTo("719410009")))
                .withRequestBody(matchingJsonPath("$.entry[1].resource.activity.coding[0].code", equalTo("NULLIFY"))));
        assertThat(requestIsOpen(id)).isTrue();
        assertThat(acts(id))
                .containsSubsequence("record_entry.saved", "consultation.taken_back", "record_entry.taken_back");
    }

    @Test
    void ofTwentyPressesAtOnceOneTakesBack() {
        ConsultationId id = completed();
        awaitState(id, Entry.State.SAVED);
        List<Boolean> pressed = together(20, n -> outcomes.takeBack(surgery.clinician(), id));
        assertThat(pressed).containsOnlyOnce(true);
        awaitState(id, Entry.State.RETRACTED);
    }

    @Test
    void whatNeverLeftIsWithdrawnAndNothingIsWritten() {
        ConsultationId id = story.ended(surgery);
        transactions.in(surgery.practice(), () -> {
            outcomes.decide(surgery.clinician(), id, Outcome.COMPLETED, null);
            assertThat(outcomes.takeBack(surgery.clinician(), id)).isTrue();
        });
        assertThat(entry(id).state()).isEqualTo(Entry.State.WITHDRAWN);
        eventually("the job to find nothing to do", () -> jobs(id) == 0);
        FAR_SIDE.verify(exactly(0), postRequestedFor(anyUrl()).withRequestBody(containing(id.toString())));
    }

    @Test
    void whatMayHaveArrivedIsMarkedAlsoIfItsAnswerWasLost() {
        FAR_SIDE.stubFor(post(anyUrl())
                .inScenario("lost")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        ConsultationId id = completed();
        eventually("a try", () -> entry(id).problem() != null);
        FAR_SIDE.stubFor(post(anyUrl()).willReturn(taken()));

        outcomes.takeBack(surgery.clinician(), id);

        awaitState(id, Entry.State.RETRACTED);
    }

    @Test
    void afterHalfAnHourItIsTooLate() {
        ConsultationId id = completed();
        superuser
                .sql(
                        "update consultation_outcome set recorded_at = recorded_at - interval '31 minutes' where consultation_id = :id")
                .param("id", id.value())
                .update();
        assertThat(outcomes.takeBack(surgery.clinician(), id)).isFalse();
        assertThat(outcomes.takeBack(surgery.clinician(), story.ended(surgery)))
                .as("without an outcome")
                .isFalse();
        assertThatThrownBy(() -> outcomes.takeBack(surgery.receptionist(), id)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void whatCannotBeSavedIsOnTheListOfThePracticeManagerUntilDone() {
        FAR_SIDE.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(422)));
        ConsultationId id = completed();
        awaitState(id, Entry.State.FAILED);

        Browser manager = browser();
        manager.signIn(surgery.manager());
        Page list = manager.open("/by-hand");
        assertThat(list.text())
                .contains("Rosa Whitfield", "Code 719410009", "The clinical system refused it", "Code by hand 1");
        Page after = manager.submit(list, "form[action=/by-hand/" + id + "]", Map.of());

        assertThat(after.text()).contains("Nothing has to be coded by hand");
        assertThat(entry(id).state()).isEqualTo(Entry.State.BY_HAND);
        assertThatThrownBy(() -> entries.forHand(surgery.receptionist())).isInstanceOf(NotAllowed.class);
        assertThat(entries.forHand(cast.surgery().manager())).isEmpty();
    }

    @Test
    void endedByTelephoneIsCodedSoOnlyWhereThePracticeWantsIt() {
        assertThat(code(completedByPhone())).isEqualTo("719410009");
        assertThatThrownBy(() -> practices.codesTelephone(surgery.clinician(), true))
                .isInstanceOf(NotAllowed.class);
        practices.codesTelephone(surgery.manager(), true);
        assertThat(code(completedByPhone())).isEqualTo("386472008");
        assertThat(code(completed())).isEqualTo("719410009");
    }

    @Test
    void photoGoesIntoTheRecordOnlyWhenItsClinicianSaysSo() throws Unreadable {
        ConsultationId live = story.live(surgery);
        PhotoId id = taken(live);
        attendance.end(surgery.clinician(), live);
        assertThat(entries.find(surgery.practice(), id.value())).isEmpty();
        assertThat(photos.save(cast.staff(surgery.practice(), "Dr", "Jonas", "Berg", Role.CLINICIAN), live, id))
                .isFalse();

        assertThat(together(8, n -> photos.save(surgery.clinician(), live, id))).containsOnly(true);

        eventually(
                "the photo",
                () -> entries.find(surgery.practice(), id.value()).orElseThrow().state() == Entry.State.SAVED);
        byte[] picture = photos.look(surgery.clinician(), live, id).orElseThrow();
        FAR_SIDE.verify(
                exactly(1),
                postRequestedFor(anyUrl())
                        .withRequestBody(containing(id.toString()))
                        .withRequestBody(
                                matchingJsonPath("$.entry[0].resource.resourceType", equalTo("DocumentReference")))
                        .withRequestBody(matchingJsonPath(
                                "$.entry[0].request.ifNoneExist",
                                equalTo("identifier=https://anteroom.uk/id/document|" + id)))
                        .withRequestBody(matchingJsonPath(
                                "$.entry[0].resource.description", equalTo("Clinical photo: Arm, left")))
                        .withRequestBody(matchingJsonPath(
                                "$.entry[0].resource.content[0].attachment.data",
                                equalTo(Base64.getEncoder().encodeToString(picture)))));
        Browser clinician = browser();
        clinician.signIn(surgery.clinician());
        assertThat(clinician.open("/consultations/" + live).text())
                .contains("Photos of this consultation", "Arm, left", "Saved to the record at");
    }

    @Test
    void photoThatIsDeletedBeforeItLeavesDoesNotLeave() throws Unreadable {
        ConsultationId live = story.live(surgery);
        PhotoId id = taken(live);
        transactions.in(surgery.practice(), () -> {
            photos.save(surgery.clinician(), live, id);
            photos.drop(surgery.clinician(), live, id);
        });
        eventually(
                "nothing to file",
                () -> entries.find(surgery.practice(), id.value()).orElseThrow().state() == Entry.State.WITHDRAWN);
        FAR_SIDE.verify(exactly(0), postRequestedFor(anyUrl()).withRequestBody(containing(id.toString())));
    }

    private ConsultationId completed() {
        ConsultationId id = story.ended(surgery);
        outcomes.decide(surgery.clinician(), id, Outcome.COMPLETED, null);
        return id;
    }

    private ConsultationId completedByPhone() {
        Consultation live = story.look(surgery.practice(), story.live(surgery));
        calls.phone(surgery.practice(), live.call(), true, live.clinicianSeat());
        attendance.end(surgery.clinician(), live.id());
        outcomes.decide(surgery.clinician(), live.id(), Outcome.COMPLETED, null);
        return live.id();
    }

    private PhotoId taken(ConsultationId live) throws Unreadable {
        photos.ask(surgery.clinician(), live, BodySite.ARM, Side.LEFT);
        Consultation consultation = story.look(surgery.practice(), live);
        PhotoId id = photos.question(consultation).orElseThrow().id();
        photos.answer(consultation, id, true);
        assertThat(photos.take(consultation, id, How.TAKE_PHOTO, Pictures.jpeg(40, 30)))
                .isTrue();
        return id;
    }

    private String code(ConsultationId id) {
        return entry(id).code().code();
    }

    private Entry entry(ConsultationId id) {
        return entries.find(surgery.practice(), id.value()).orElseThrow();
    }

    private void awaitState(ConsultationId id, Entry.State state) {
        eventually(state.name(), () -> entry(id).state() == state);
    }

    private boolean requestIsOpen(ConsultationId id) {
        return requests.look(
                        surgery.clinician(), story.look(surgery.practice(), id).request())
                .orElseThrow()
                .open();
    }

    private List<String> acts(ConsultationId id) {
        return superuser
                .sql("select action from audit_entry where subject_id = :id order by entry_id")
                .param("id", id.value())
                .query(String.class)
                .list();
    }

    private int jobs(ConsultationId id) {
        return superuser
                .sql(
                        "select count(*) from scheduled_tasks where task_name like 'record-%' and task_instance like '%/' || :id")
                .param("id", id.toString())
                .query(Integer.class)
                .single();
    }

    private static ResponseDefinitionBuilder taken() {
        return aResponse().withHeader("Content-Type", "application/fhir+json").withBody("""
                        {"resourceType":"Bundle","type":"transaction-response","entry":[
                          {"response":{"status":"201 Created","location":"Encounter/7/_history/1"}},
                          {"response":{"status":"201 Created","location":"Provenance/x/_history/1"}}]}
                        """);
    }
}
