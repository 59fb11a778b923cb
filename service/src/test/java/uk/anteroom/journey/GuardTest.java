package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.clinicalsystem.RecordEntries;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Decision;
import uk.anteroom.consultation.Outcome;
import uk.anteroom.consultation.Outcomes;
import uk.anteroom.guard.RecordAgreement;
import uk.anteroom.guard.WrongPatientGuard;
import uk.anteroom.patient.Patient;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.Desk;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** Nothing is coded while the clinical system has another patient open, until a person has settled it. */
class GuardTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Desk desk;

    @Autowired
    Outcomes outcomes;

    @Autowired
    WrongPatientGuard guard;

    @Autowired
    RecordEntries entries;

    private Surgery surgery;
    private Patient grace;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        grace = cast.patient(surgery.practice(), "Grace", "Lin", "2001-11-30", null, "+447700900456");
    }

    @Test
    void samePatientAndNobodyAreCoded() {
        assertThat(check(story.live(surgery))).isInstanceOf(RecordAgreement.NobodyElse.class);
        ConsultationId id = story.ended(surgery);
        desk.opens(surgery.clinician(), surgery.rosa());
        assertThat(check(id)).isInstanceOf(RecordAgreement.Same.class);
        assertThat(complete(id)).isInstanceOf(Decision.Recorded.class);
    }

    @Test
    void withAnotherPatientOpenNothingIsCodedUntilTheRightOneIs() {
        ConsultationId id = story.ended(surgery);
        desk.opens(surgery.clinician(), grace);
        assertThat(complete(id)).isInstanceOf(Decision.WrongPatientOpen.class);
        assertThat(story.look(surgery.practice(), id).outcome()).isNull();
        assertThat(entries.find(surgery.practice(), id.value())).isEmpty();
        assertThat(acts(id)).contains("record_check.refused");

        desk.opens(surgery.clinician(), surgery.rosa());
        assertThat(complete(id)).isInstanceOf(Decision.Recorded.class);
    }

    @Test
    void unsuccessfulNeedsNoRecord() {
        ConsultationId id = story.ended(surgery);
        desk.opens(surgery.clinician(), grace);
        assertThat(outcomes.decide(surgery.clinician(), id, Outcome.UNSUCCESSFUL, null))
                .isInstanceOf(Decision.Recorded.class);
    }

    @Test
    void whoSettlesItIsAuditedAndItCountsForThatOtherPatientOnly() {
        ConsultationId id = story.ended(surgery);
        desk.opens(surgery.clinician(), grace);
        Browser browser = browser();
        browser.signIn(surgery.clinician());
        Page ended = browser.open("/consultations/" + id);
        assertThat(ended.text())
                .contains("Grace Lin is open in the clinical system.", "You talked to Rosa Whitfield, 14 March 1957.");
        Page refused = browser.submit(ended, "form:has(input[value=COMPLETED])", Map.of());
        assertThat(refused.text()).contains("Nothing is coded yet");

        Page settled = browser.submit(refused, "form[action$=/record-check]", Map.of());
        assertThat(settled.text()).doesNotContain("Nothing can be coded until this is settled");
        assertThat(acts(id)).contains("record_check.settled");
        desk.opens(surgery.clinician(), cast.patient(surgery.practice(), "Tom", "Adeyemi", "1988-07-02", null, null));
        assertThat(complete(id)).isInstanceOf(Decision.WrongPatientOpen.class);
        desk.opens(surgery.clinician(), surgery.rosa());
        assertThat(complete(id)).isInstanceOf(Decision.Recorded.class);
    }

    @Test
    void whatWasSeenBeforeItChangedSettlesNothing() {
        ConsultationId id = story.ended(surgery);
        desk.opens(surgery.clinician(), grace);
        RecordAgreement.Another seen = (RecordAgreement.Another) check(id);
        desk.opens(surgery.clinician(), cast.patient(surgery.practice(), "Tom", "Adeyemi", "1988-07-02", null, null));
        assertThat(guard.settle(surgery.clinician(), story.look(surgery.practice(), id), seen.eventId()))
                .isFalse();
        assertThat(complete(id)).isInstanceOf(Decision.WrongPatientOpen.class);
    }

    @Test
    void theBarOfTheCallNamesBothAndIsEmptyWhenTheyAgree() {
        ConsultationId id = story.live(surgery);
        Browser browser = browser();
        browser.signIn(surgery.clinician());
        assertThat(browser.open("/consultations/" + id + "/record-check").text())
                .doesNotContain("open in");
        desk.opens(surgery.clinician(), grace);
        assertThat(browser.open("/consultations/" + id + "/record-check").text())
                .contains("Grace Lin is open in the clinical system.", "You are talking to Rosa Whitfield");
        Browser receptionist = browser();
        receptionist.signIn(surgery.receptionist());
        assertThat(receptionist.open("/consultations/" + id + "/record-check").status())
                .isEqualTo(403);
    }

    private RecordAgreement check(ConsultationId id) {
        return guard.check(surgery.clinician(), story.look(surgery.practice(), id));
    }

    private Decision complete(ConsultationId id) {
        return outcomes.decide(surgery.clinician(), id, Outcome.COMPLETED, null);
    }

    private static List<String> acts(ConsultationId id) {
        return JdbcClient.create(TestDatabase.get().superuser())
                .sql("select action from audit_entry where subject_id = :id")
                .param("id", id.value())
                .query(String.class)
                .list();
    }
}
