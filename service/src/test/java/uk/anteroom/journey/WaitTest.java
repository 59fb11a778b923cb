package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.call.Arrivals;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Occupant;
import uk.anteroom.call.Participant;
import uk.anteroom.call.Seats;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Wait;
import uk.anteroom.consultation.Waits;
import uk.anteroom.consultation.Wish;
import uk.anteroom.invitation.Recalling;
import uk.anteroom.invitation.Recalls;
import uk.anteroom.invitation.Sending;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.needs.Needs;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.Role;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;
import uk.anteroom.testing.TextMessages;

/** What somebody who waits is told, what they may wish, and how they are called back. */
class WaitTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Attendance attendance;

    @Autowired
    Waits waits;

    @Autowired
    Recalls recalls;

    @Autowired
    Calls calls;

    @Autowired
    Seats seats;

    @Autowired
    PatientNeeds needs;

    @Autowired
    TextMessages texts;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;

    /** Somebody who came with a link of their own. */
    record Comer(Consultation consultation, Browser browser, Occupant page) {}

    @BeforeEach
    void open() {
        surgery = cast.surgery();
    }

    @Test
    void clinicianIsAbsentUntilThePageIsOpen() {
        Comer rosa = comes(surgery.rosa(), surgery.rosa().email());
        assertThat(wait(rosa)).isEqualTo(new Wait(Wait.State.ABSENT, 0, 0, null));
        Arrivals.arrive(calls, seats, surgery.practice(), rosa.consultation.clinicianSeat());
        assertThat(wait(rosa)).isEqualTo(new Wait(Wait.State.HERE, 0, 0, null));
    }

    @Test
    void whoeverWaitsBehindACallIsToldHowLongAndHowManyAreBefore() {
        Comer first = comes(someone("Walter"), number(101));
        attendance.admit(surgery.clinician(), first.consultation.id());
        Comer second = comes(someone("Grace"), number(102));
        Comer third = comes(someone("Ines"), number(103));

        assertThat(wait(second)).isEqualTo(new Wait(Wait.State.LATE, 0, 10, null));
        assertThat(wait(third)).isEqualTo(new Wait(Wait.State.LATE, 1, 20, null));
        runsFor(first, 7);
        assertThat(wait(second)).isEqualTo(new Wait(Wait.State.WITH_ANOTHER, 0, 3, null));
        runsFor(first, 23);
        assertThat(wait(second)).isEqualTo(new Wait(Wait.State.LATE, 0, 6, null));

        attendance.end(surgery.clinician(), first.consultation.id());
        assertThat(wait(third)).isEqualTo(new Wait(Wait.State.LATE, 1, 10, null));
        // who just went keeps the place and holds nobody up
        seats.present(second.page, Participant.Presence.GONE);
        assertThat(wait(third).before()).isZero();
    }

    @Test
    void othersThanTheOwnCliniciansPatientsDoNotCount() {
        var marsh = cast.staff(surgery.practice(), "Dr", "Jo", "Marsh", Role.CLINICIAN);
        Comer first = comes(someone("Walter"), number(104));
        attendance.takeOver(marsh, first.consultation.id());
        attendance.admit(marsh, first.consultation.id());
        Comer second = comes(someone("Grace"), number(105));
        assertThat(wait(second).state()).isEqualTo(Wait.State.ABSENT);
    }

    @Test
    void thePatientsDeviceLearnsNothingOfOthersButHowManyThereAre() {
        Comer first = comes(someone("Walter"), number(106));
        attendance.admit(surgery.clinician(), first.consultation.id());
        comes(someone("Grace"), number(107));
        Comer third = comes(someone("Ines"), number(108));

        assertThat(third.browser.fetch("/visit/wait").body())
                .isEqualTo("{\"state\":\"late\",\"before\":1,\"minutes\":20,"
                        + "\"choices\":{\"by\":\"sms\",\"ending\":\"108\",\"chosen\":null}}");
        assertThat(browser().fetch("/visit/wait").statusCode()).isEqualTo(404);
    }

    @Test
    void wishIsStoredAuditedAndShownToTheStaff() {
        Comer rosa = comes(surgery.rosa(), surgery.rosa().email());
        assertThat(wish(rosa, "ring").status()).isEqualTo(204);
        assertThat(wish(rosa, "ring").status()).isEqualTo(204);
        assertThat(wish(rosa, "dance").status()).isEqualTo(400);

        assertThat(wait(rosa).wish()).isEqualTo(Wish.RING);
        assertThat(audited("consultation.wish_ring")).isEqualTo(1);
        Browser staff = browser();
        staff.signIn(surgery.clinician());
        assertThat(staff.open("/waiting").text()).contains("Asks to be rung: 07700 900123");
        Page page = staff.open("/consultations/" + rosa.consultation.id());
        assertThat(page.html().select("#callback").text()).contains("Asks to be rung: 07700 900123", "Ring now");
        assertThat(page.html().select("#callback a").attr("href")).isEqualTo("tel:07700900123");

        needs.record(surgery.clinician(), surgery.rosa().id(), new Needs(false, true, false, Optional.empty()));
        assertThat(staff.open("/waiting").text()).contains("Asks to be rung. Use Relay UK: 18002 07700 900123");
        Page relayed = staff.open("/consultations/" + rosa.consultation.id());
        assertThat(relayed.html().select("#callback a").attr("href")).isEqualTo("tel:1800207700900123");

        attendance.admit(surgery.clinician(), rosa.consultation.id());
        assertThat(wish(rosa, "text").status()).isEqualTo(410);
    }

    @Test
    void aWishNeedsTheDevicesOwnKeyAndToken() {
        Comer rosa = comes(surgery.rosa(), surgery.rosa().email());
        assertThat(rosa.browser.post("/visit/wish", Map.of("wish", "text")).status())
                .isEqualTo(403);
        Browser stranger = browser();
        Page gone = stranger.open("/visit");
        assertThat(stranger.post("/visit/wish", Map.of("wish", "text", "_csrf", Browser.token(gone)))
                        .status())
                .isEqualTo(404);
        assertThat(wait(rosa).wish()).isNull();
    }

    @Test
    void whoAskedForATextIsToldOnceWhenItIsTheirTurn() {
        Comer first = comes(someone("Walter"), number(109));
        attendance.admit(surgery.clinician(), first.consultation.id());
        Comer second = comes(someone("Grace"), number(110));
        wish(second, "text");
        seats.present(second.page, Participant.Presence.GONE);
        Comer third = comes(someone("Ines"), number(111));
        wish(third, "text");
        String link = texts.to("07700 900110").getFirst().text().replaceAll("(?s).*(http\\S+).*", "$1");

        attendance.end(surgery.clinician(), first.consultation.id());

        eventually("the text", () -> texts.to("07700 900110").size() == 2);
        String text = texts.to("07700 900110").getLast().text();
        assertThat(text)
                .isEqualTo("Test Surgery: Dr Amara Okafor is ready for your video call. Come back: " + link
                        + " Help: 01632 960123")
                .hasSizeLessThanOrEqualTo(160);
        assertThat(audited("consultation.turn_told")).isEqualTo(1);
        // the place was kept, so nobody else was told
        assertThat(wait(third).before()).isEqualTo(1);
        assertThat(texts.to("07700 900111")).hasSize(1);
        // the device that was there before is straight back
        Page back = second.browser.open(link.substring(link.indexOf("/v/")));
        assertThat(back.path()).isEqualTo("/visit");
        assertThat(back.text()).contains("You are in the waiting room");
    }

    @Test
    void whoAskedForATextAfterTheClinicianBecameFreeIsToldAtOnce() {
        Comer rosa = comes(surgery.rosa(), number(112));
        wish(rosa, "text");
        eventually("the text", () -> texts.to("07700 900112").size() == 2);
    }

    @Test
    void staffCallBackWhoIsAwayInOnePressAndAtMostOnceAMinute() {
        Comer rosa = comes(surgery.rosa(), number(113));
        Browser staff = browser();
        staff.signIn(surgery.receptionist());
        assertThat(staff.open("/waiting").text()).doesNotContain("to come back");
        seats.present(rosa.page, Participant.Presence.AWAY);

        Page board = staff.open("/waiting");
        assertThat(board.text()).contains("Text Rosa to come back");
        Page after = staff.submit(board, "form[action$=/recall]", Map.of());

        assertThat(after.path()).isEqualTo("/waiting");
        eventually("the text", () -> texts.to("07700 900113").size() == 2);
        eventually("the state", () -> staff.open("/waiting").text().matches("(?s).*(Sent|Arrived) \\d\\d:\\d\\d.*"));
        Page again = staff.submit(board, "form[action$=/recall]", Map.of());
        assertThat(again.text()).contains("the last message went out less than a minute ago");
        assertThat(recalls.recall(surgery.clinician(), rosa.consultation.id())).isEqualTo(Recalling.TOO_SOON);
        earlier(rosa, 61);
        assertThat(recalls.recall(surgery.clinician(), rosa.consultation.id())).isEqualTo(Recalling.POSTED);
        assertThat(audited("consultation.recalled")).isEqualTo(2);
        // the ladder tells of the letter that brought the link, not of those that call back
        Page page = staff.open("/consultations/" + rosa.consultation.id());
        assertThat(page.html().select(".a-ladder .is-done").eachText()).anyMatch(step -> step.startsWith("Sent"));
    }

    @Test
    void withoutAMobileTheEmailAddressIsUsedAndTheButtonSaysSo() {
        Patient walter = cast.patient(surgery.practice(), "Walter", "Hughes", "1939-01-09", email(), null);
        Comer comer = comes(walter, walter.email());
        seats.present(comer.page, Participant.Presence.AWAY);
        Browser staff = browser();
        staff.signIn(surgery.receptionist());

        Page board = staff.open("/waiting");
        assertThat(board.text()).contains("Email Walter to come back");
        staff.submit(board, "form[action$=/recall]", Map.of());

        eventually(
                "the email",
                () -> List.of(MAIL.getReceivedMessages()).stream()
                        .filter(mail -> Parts.isTo(mail, walter.email().value()))
                        .anyMatch(mail -> subject(mail)
                                .equals("Come back to your video call with Dr Amara Okafor, Test Surgery")));
    }

    @Test
    void nobodyIsCalledBackWhoIsNotWaitingOrOfAnotherPractice() {
        Comer rosa = comes(surgery.rosa(), number(114));
        Surgery other = cast.surgery();
        assertThat(recalls.recall(other.receptionist(), rosa.consultation.id())).isEqualTo(Recalling.NO_WAY);
        attendance.admit(surgery.clinician(), rosa.consultation.id());
        assertThat(recalls.recall(surgery.receptionist(), rosa.consultation.id()))
                .isEqualTo(Recalling.NO_WAY);
        assertThat(texts.to("07700 900114")).hasSizeLessThanOrEqualTo(1);
    }

    private Comer comes(Patient patient, ContactPoint to) {
        Sending.Sent sent = story.invited(surgery, patient, to);
        Browser browser = browser();
        Page asked = browser.open("/v/" + story.token(surgery, sent).value());
        Page room = browser.submit(
                asked,
                "form[action$=/identity]",
                Map.of(
                        "day", "" + patient.born().value().getDayOfMonth(),
                        "month", "" + patient.born().value().getMonthValue(),
                        "year", "" + patient.born().value().getYear(),
                        "consent", "true"));
        assertThat(room.path()).isEqualTo("/visit");
        if (to.channel() == Channel.SMS) {
            eventually("the link", () -> !texts.to(to.shown()).isEmpty());
        }
        Consultation consultation = story.look(surgery.practice(), sent.consultation());
        return new Comer(
                consultation, browser, Arrivals.arrive(calls, seats, surgery.practice(), consultation.patientSeat()));
    }

    private Patient someone(String name) {
        return cast.patient(surgery.practice(), name, "Hughes", "1939-01-09", email(), null);
    }

    private static String email() {
        return UUID.randomUUID() + "@mail.example";
    }

    private static ContactPoint number(int end) {
        return new MobileNumber("+447700900" + end);
    }

    private Wait wait(Comer comer) {
        return waits.of(surgery.practice(), comer.consultation.id()).orElseThrow();
    }

    private static Page wish(Comer comer, String wish) {
        Page room = comer.browser.open("/visit");
        return comer.browser.post("/visit/wish", Map.of("wish", wish, "_csrf", Browser.token(room)));
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private void runsFor(Comer comer, int minutes) {
        ConsultationId id = comer.consultation.id();
        superuser
                .sql("""
                        update consultation set live_at = clock_timestamp() - make_interval(mins => :minutes)
                        where practice_id = :practice and consultation_id = :id
                        """)
                .param("minutes", minutes)
                .param("practice", surgery.practice().value())
                .param("id", id.value())
                .update();
    }

    /** As if every letter about it had been written so much earlier. */
    private void earlier(Comer comer, int seconds) {
        superuser
                .sql("""
                        update letter set created_at = created_at - make_interval(secs => :seconds)
                        where practice_id = :practice and subject_id in (
                            select invitation_id from invitation where practice_id = :practice and consultation_id = :id)
                        """)
                .param("seconds", seconds)
                .param("practice", surgery.practice().value())
                .param("id", comer.consultation.id().value())
                .update();
    }

    private int audited(String action) {
        return superuser
                .sql("select count(*) from audit_entry where practice_id = :practice and action = :action")
                .param("practice", surgery.practice().value())
                .param("action", action)
                .query(Integer.class)
                .single();
    }
}
