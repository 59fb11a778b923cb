package uk.anteroom.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Room;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** Closed afterwards: a second service on the same database would carry other tests' letters. */
@DirtiesContext
@TestPropertySource(
        properties = {
            "anteroom.call.relay.host=turn.riverside.example",
            "anteroom.call.relay.secret=qW8rT2yU5iO9pA3sD6fG1hJ4kL7zX0cV"
        })
class SettingsTest extends RunningService {

    private static final String FORM = "form[action=/settings]";

    @Autowired
    Cast cast;

    @Autowired
    Consultations consultations;

    @Autowired
    Calls calls;

    Surgery surgery;
    Browser browser;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        browser = browser();
    }

    @Test
    void onlyAPracticeManagerOpensAndSavesSettings() {
        for (StaffMember other : List.of(surgery.clinician(), surgery.receptionist())) {
            Browser theirs = browser();
            theirs.signIn(other);
            Page refused = theirs.open("/settings");
            assertThat(refused.status()).isEqualTo(403);
            Page list = theirs.open("/patients");
            Page post = theirs.post("/settings", Map.of("alwaysRelay", "true", "_csrf", Browser.token(list)));
            assertThat(post.status()).isEqualTo(403);
            assertThat(post.text()).contains("Your role at the practice does not include it");
        }
        assertThat(audited()).isEmpty();
    }

    @Test
    void hidingAddressesHoldsForTheCallsThatRunAndForThoseToCome() {
        Room running = callOf(surgery.rosa());
        assertThat(running.relayOnly()).isFalse();
        browser.signIn(surgery.manager());

        Page saved = browser.submit(browser.open("/settings"), FORM, Map.of("alwaysRelay", "true"));

        assertThat(saved.path()).isEqualTo("/settings?saved");
        assertThat(saved.html().select("[role=status]").text()).isEqualTo("Saved");
        assertThat(saved.html().select("#alwaysRelay[checked]")).hasSize(1);
        Patient other = cast.patient(surgery.practice(), "Ines", "Duarte", "1970-05-21", null, null);
        assertThat(callOf(surgery.rosa()).relayOnly()).isTrue();
        assertThat(callOf(other).relayOnly()).isTrue();
        assertThat(callOf(cast.surgery()).relayOnly()).isFalse();
    }

    @Test
    void eachChangeIsAuditedOnceAndSavingTheSameIsNone() {
        browser.signIn(surgery.manager());
        for (String value : new String[] {"true", "true", Browser.UNTICK, Browser.UNTICK}) {
            browser.submit(browser.open("/settings"), FORM, Map.of("alwaysRelay", value));
        }

        assertThat(audited()).containsExactly("practice.always_relay_on", "practice.always_relay_off");
        assertThat(browser.open("/settings").html().select("#alwaysRelay[checked]"))
                .isEmpty();
    }

    private Room callOf(Patient patient) {
        return callOf(surgery, patient);
    }

    private Room callOf(Surgery of) {
        return callOf(of, of.rosa());
    }

    private Room callOf(Surgery of, Patient patient) {
        Consultation open = consultations.openFor(
                of.clinician(), patient.id(), of.clinician().id(), null);
        return calls.look(of.practice(), open.call()).orElseThrow();
    }

    private List<String> audited() {
        return JdbcClient.create(TestDatabase.get().superuser())
                .sql("""
                        select action from audit_entry
                        where practice_id = :practice and action like 'practice.%' and actor_id = :manager
                        order by entry_id
                        """)
                .param("practice", surgery.practice().value())
                .param("manager", surgery.manager().id().value())
                .query(String.class)
                .list();
    }
}
