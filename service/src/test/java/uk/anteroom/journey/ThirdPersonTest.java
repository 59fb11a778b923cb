package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.anteroom.testing.Eventually.eventually;
import static uk.anteroom.testing.Together.together;

import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Participant;
import uk.anteroom.call.Veto;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.guest.Agreement;
import uk.anteroom.guest.Guest;
import uk.anteroom.guest.GuestId;
import uk.anteroom.guest.GuestRole;
import uk.anteroom.guest.GuestVisits;
import uk.anteroom.guest.Guests;
import uk.anteroom.guest.Inviting;
import uk.anteroom.guest.Person;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.invitation.Visits;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.practice.NotAllowed;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TextMessages;

class ThirdPersonTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Guests guests;

    @Autowired
    GuestVisits guestVisits;

    @Autowired
    Visits visits;

    @Autowired
    Calls calls;

    @Autowired
    Attendance attendance;

    @Autowired
    TextMessages texts;

    Surgery surgery;
    ConsultationId live;

    @BeforeEach
    void meet() {
        surgery = cast.surgery();
        live = story.live(surgery);
    }

    @Test
    void fiftyPressesAreOneGuestAndOneLetter() throws Exception {
        UUID press = UUID.randomUUID();
        String email = "elena." + UUID.randomUUID() + "@mail.example";

        together(50, n -> invite(GuestRole.CARER, email, press));

        assertThat(guests.of(surgery.practice(), live)).hasSize(1);
        eventually("the letter", () -> mailsTo(email).size() == 1);
    }

    @Test
    void callHoldsFourAndARemovedGuestMakesRoom() {
        Inviting.Sent first = (Inviting.Sent) invite(GuestRole.CARER, "one@mail.example", UUID.randomUUID());
        invite(GuestRole.INTERPRETER, "two@mail.example", UUID.randomUUID());

        assertThat(invite(GuestRole.COLLEAGUE, "three@mail.example", UUID.randomUUID()))
                .isInstanceOf(Inviting.Full.class);
        guests.remove(surgery.clinician(), live, first.guest());
        assertThat(invite(GuestRole.COLLEAGUE, "three@mail.example", UUID.randomUUID()))
                .isInstanceOf(Inviting.Sent.class);
    }

    @Test
    void carerIsLetInOnlyWithThePatientsYes() {
        GuestId carer = story.joined(surgery, live, GuestRole.CARER);
        assertThatThrownBy(() -> admit(carer)).isInstanceOf(Veto.class);

        guests.answer(consultation(), carer, false);
        assertThatThrownBy(() -> admit(carer)).isInstanceOf(Veto.class);
        assertThat(guest(carer).agreement()).isEqualTo(Agreement.DECLINED);

        guests.answer(consultation(), carer, true);
        admit(carer);
        assertThat(state(carer)).isEqualTo(Participant.State.ADMITTED);
    }

    @Test
    void yesThatWasSaidAloudCountsAndIsToldApart() {
        GuestId carer = story.joined(surgery, live, GuestRole.CARER);

        guests.agreedAloud(surgery.clinician(), live, carer);
        admit(carer);

        assertThat(guest(carer).agreement()).isEqualTo(Agreement.AGREED_ALOUD);
        assertThatThrownBy(() -> guests.agreedAloud(surgery.receptionist(), live, carer))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void answerOfAnotherConsultationsPatientCountsForNothing() {
        GuestId carer = story.joined(surgery, live, GuestRole.CARER);
        Surgery elsewhere = cast.surgery();
        ConsultationId other = story.live(elsewhere);

        guests.answer(story.look(elsewhere.practice(), other), carer, true);

        assertThat(guest(carer).agreement()).isNull();
    }

    @Test
    void lettersNameNeitherThePatientNorTheGuest() throws Exception {
        String email = "jan." + UUID.randomUUID() + "@mail.example";
        invite(GuestRole.INTERPRETER, email, UUID.randomUUID());
        guests.invite(
                surgery.clinician(),
                live,
                GuestRole.CARER,
                "Elena Whitfield",
                null,
                new MobileNumber("+447700900899"),
                UUID.randomUUID());

        eventually("the letter", () -> mailsTo(email).size() == 1);
        MimeMessage mail = mailsTo(email).getFirst();
        assertThat(mail.getSubject() + Parts.text(mail))
                .contains("Dr Amara Okafor needs an interpreter in a video call", "/g/")
                .doesNotContain("Rosa", "Whitfield", "Elena", "date of birth");
        eventually("the text", () -> !texts.to("07700 900899").isEmpty());
        assertThat(texts.to("07700 900899").getLast().text())
                .hasSizeLessThanOrEqualTo(160)
                .contains("Dr Amara Okafor asks you to join", "/g/")
                .doesNotContain("Whitfield");
    }

    @Test
    void linkOpensNothingButTheGuestsOwnPlace() {
        Inviting.Sent sent = (Inviting.Sent) invite(GuestRole.COLLEAGUE, "kim@mail.example", UUID.randomUUID());
        LinkToken token = story.guestToken(surgery, sent.guest());
        Browser laptop = browser();
        for (int i = 0; i < 3; i++) {
            laptop.open("/g/" + token.value());
        }
        assertThat(guest(sent.guest()).openedAt()).isNull();
        assertThat(visits.open(token)).as("as a patient's link").isEmpty();
        assertThat(browser().open("/v/" + token.value()).status()).isEqualTo(404);

        Page asked = laptop.open("/g/" + token.value());
        assertThat(asked.text())
                .contains("Dr Amara Okafor asks you to join", "colleague")
                .doesNotContain("Rosa");
        Page refused = laptop.submit(asked, "form[action$=/consent]", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        Page room = laptop.submit(asked, "form[action$=/consent]", Map.of("consent", "true"));

        assertThat(room.path()).isEqualTo("/guest");
        assertThat(room.text()).contains("You are in the waiting room").doesNotContain("Rosa");
        assertThat(laptop.open("/visit").status()).isEqualTo(404);
        assertThat(guestVisits.seenBy(guestVisits.open(token).orElseThrow()))
                .as("before they are let in")
                .extracting(Person::name)
                .containsExactly("Dr Amara Okafor");
    }

    @Test
    void onlyThoseLetInAreNamedToAGuestAndTheInterpreterHearsAFirstName() {
        GuestId interpreter = story.joined(surgery, live, GuestRole.INTERPRETER);
        story.joined(surgery, live, GuestRole.COLLEAGUE);
        admit(interpreter);

        List<String> named =
                guestVisits
                        .seenBy(guestVisits
                                .open(story.guestToken(surgery, interpreter))
                                .orElseThrow())
                        .stream()
                        .map(person -> person.name() + "/" + person.role())
                        .toList();

        assertThat(named)
                .containsExactlyInAnyOrder("Dr Amara Okafor/CLINICIAN", "Rosa/PATIENT", "Elena Whitfield/INTERPRETER");
    }

    @Test
    void whoWasRemovedHasNoLinkAndNoPass() {
        GuestId colleague = story.joined(surgery, live, GuestRole.COLLEAGUE);
        LinkToken token = story.guestToken(surgery, colleague);
        admit(colleague);

        guests.remove(surgery.clinician(), live, colleague);

        assertThat(guestVisits.open(token)).isEmpty();
        assertThat(guest(colleague).removedAt()).isNotNull();
        assertThat(guests.resend(surgery.clinician(), colleague)).isFalse();
    }

    @Test
    void linkDiesWithTheConsultation() {
        GuestId colleague = story.joined(surgery, live, GuestRole.COLLEAGUE);
        LinkToken token = story.guestToken(surgery, colleague);
        attendance.end(surgery.clinician(), live);
        assertThat(guestVisits.open(token)).as("it may be reopened").isPresent();

        story.decided(surgery, live);

        assertThat(guestVisits.open(token)).isEmpty();
        assertThat(invite(GuestRole.COLLEAGUE, "late@mail.example", UUID.randomUUID()))
                .isInstanceOf(Inviting.Over.class);
    }

    @Test
    void panelShowsWhatCanBeDoneAndAnotherPracticeSeesNothing() {
        story.joined(surgery, live, GuestRole.CARER);
        Browser desk = browser();
        desk.signIn(surgery.clinician());
        Page panel = desk.open("/consultations/" + live + "/guests");
        assertThat(panel.text())
                .contains("Elena Whitfield daughter", "Waiting to be let in", "Rosa has been asked")
                .contains("Rosa agrees, said aloud", "Remove");

        Browser stranger = browser();
        stranger.signIn(cast.surgery().clinician());
        assertThat(stranger.open("/consultations/" + live + "/guests").status()).isEqualTo(404);
        assertThat(stranger.open("/consultations/" + live + "/people").status()).isEqualTo(404);
    }

    private Inviting invite(GuestRole role, String email, UUID press) {
        return guests.invite(
                surgery.clinician(), live, role, "Elena Whitfield", "daughter", new EmailAddress(email), press);
    }

    private void admit(GuestId guest) {
        calls.admit(
                surgery.practice(),
                consultation().call(),
                guest(guest).seat(),
                consultation().clinicianSeat());
    }

    private Participant.State state(GuestId guest) {
        return calls.look(surgery.practice(), consultation().call())
                .flatMap(room -> room.seat(guest(guest).seat()))
                .orElseThrow()
                .state();
    }

    private Guest guest(GuestId id) {
        return story.guest(surgery, live, id);
    }

    private Consultation consultation() {
        return story.look(surgery.practice(), live);
    }

    private static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> Parts.isTo(mail, address))
                .toList();
    }
}
