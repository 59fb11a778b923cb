package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.anteroom.testing.Eventually.eventually;
import static uk.anteroom.testing.Together.together;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.call.Veto;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.ConsultationState;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.consultation.IdentityProof;
import uk.anteroom.invitation.IdentityCheck;
import uk.anteroom.invitation.IdentityChecks;
import uk.anteroom.invitation.Invitations;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.invitation.Sending;
import uk.anteroom.invitation.Visits;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;
import uk.anteroom.testing.TextMessages;

class InvitationTest extends RunningService {

    private static final DateOfBirth WRONG = new DateOfBirth(LocalDate.of(1975, 3, 14));

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Invitations invitations;

    @Autowired
    IdentityChecks checks;

    @Autowired
    Visits visits;

    @Autowired
    Patients patients;

    @Autowired
    Consultations consultations;

    @Autowired
    Attendance attendance;

    @Autowired
    TextMessages texts;

    Surgery surgery;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
    }

    private Patient newcomer(String email) {
        return cast.patient(surgery.practice(), "Nina", "Newcomer", "1960-06-01", email, "+447700900777");
    }

    @Test
    void emailArrivesInTwoPartsAndNamesNobodyButTheSurgery() throws Exception {
        String address = UUID.randomUUID() + "@mail.example";
        Patient nina = newcomer(address);
        Sending.Sent sent = story.invited(surgery, nina, nina.email());
        String link = "http://localhost:8080/v/" + story.token(surgery, sent).value();
        MimeMessage mail = mailTo(address);
        assertThat(mail.getSubject()).isEqualTo("Your video call with Dr Amara Okafor, Test Surgery");
        String whole = new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(whole)
                .contains("text/plain")
                .contains("text/html")
                .doesNotContain("Nina")
                .doesNotContain("Newcomer");
        String parts = Parts.text(mail);
        assertThat(parts)
                .contains(link)
                .contains("01632 960123")
                .contains("Dr Amara Okafor")
                .doesNotContain("??");
    }

    @Test
    void oneOffNumberIsNotKeptOnThePatient() {
        MobileNumber oneOff = new MobileNumber("+447700900456");
        Patient rosa = surgery.rosa();
        story.invited(surgery, rosa, oneOff);
        eventually("the text message", () -> !texts.to("07700 900456").isEmpty());
        assertThat(patients.find(surgery.practice(), rosa.id()).orElseThrow().mobile())
                .isEqualTo(rosa.mobile())
                .isNotEqualTo(oneOff);
        assertThat(texts.to("07700 900456").getLast().text())
                .startsWith("Test Surgery: Dr Amara Okafor invites you to a free video call.")
                .hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void pressingTwiceIsOneLetter() {
        UUID formKey = UUID.randomUUID();
        String address = UUID.randomUUID() + "@mail.example";
        Patient nina = newcomer(address);
        List<Sending> answers = together(
                12,
                i -> invitations.send(
                        surgery.clinician(), nina, surgery.clinician().id(), null, nina.email(), false, formKey));
        assertThat(answers).allMatch(Sending.Sent.class::isInstance);
        assertThat(answers.stream().distinct()).hasSize(1);
        eventually("the email", () -> count(address) > 0);
        assertThat(superuser("select count(*) from letter where practice_id = :practice"))
                .isEqualTo(1);
    }

    @Test
    void atMostOneConsultationIsOpenHoweverManyInvite() {
        List<Sending> answers = together(
                8,
                i -> invitations.send(
                        surgery.clinician(),
                        surgery.rosa(),
                        surgery.clinician().id(),
                        null,
                        surgery.rosa().email(),
                        false,
                        UUID.randomUUID()));
        assertThat(answers.stream()
                        .map(answer -> ((Sending.Sent) answer).consultation())
                        .distinct())
                .hasSize(1);
        assertThat(superuser("select count(*) from consultation where practice_id = :practice"))
                .isEqualTo(1);
    }

    @Test
    void openingChangesNothingHoweverOften() {
        Sending.Sent sent =
                story.invited(surgery, surgery.rosa(), surgery.rosa().email());
        LinkToken token = story.token(surgery, sent);
        List<Integer> statuses =
                together(20, i -> browser().open("/v/" + token.value()).status());
        assertThat(statuses).allMatch(status -> status == 200);
        assertThat(story.look(surgery.practice(), sent.consultation()).state()).isEqualTo(ConsultationState.INVITED);
        var invitation =
                invitations.of(surgery.clinician(), sent.consultation()).getFirst();
        assertThat(invitation.openedAt()).isNull();
        assertThat(invitation.attemptsLeft()).isEqualTo(5);
    }

    @Test
    void fiftyDatesOfBirthAtOnceAreAtMostFiveTries() {
        Sending.Sent sent =
                story.invited(surgery, surgery.rosa(), surgery.rosa().email());
        LinkToken token = story.token(surgery, sent);
        List<IdentityCheck> answers = together(50, i -> checks.byBirth(token, WRONG, "192.0.2." + i));
        assertThat(answers.stream().filter(IdentityCheck.Failed.class::isInstance))
                .hasSize(5);
        assertThat(answers.stream().filter(IdentityCheck.Refused.class::isInstance))
                .hasSize(45);
        assertThat(visits.open(token)).isEmpty();
        assertThat(checks.byBirth(token, surgery.rosa().born(), "192.0.2.99"))
                .isInstanceOf(IdentityCheck.Refused.class);
        assertThat(superuser("select count(*) from invitation where practice_id = :practice and link_sealed is null"))
                .isEqualTo(1);
        assertThat(
                        superuser(
                                "select count(*) from audit_entry where practice_id = :practice and action = 'identity.wrong_birth'"))
                .isEqualTo(5);
    }

    @Test
    void aRightAnswerCostsNoTryAndBindsTheDevice() {
        Sending.Sent sent =
                story.invited(surgery, surgery.rosa(), surgery.rosa().email());
        LinkToken token = story.token(surgery, sent);
        assertThat(checks.byBirth(token, WRONG, "192.0.2.1")).isEqualTo(new IdentityCheck.Failed(4));
        IdentityCheck.Passed passed =
                (IdentityCheck.Passed) checks.byBirth(token, surgery.rosa().born(), "192.0.2.1");
        assertThat(visits.of(passed.device()).orElseThrow().consultation().id()).isEqualTo(sent.consultation());
        assertThat(invitations
                        .of(surgery.clinician(), sent.consultation())
                        .getFirst()
                        .attemptsLeft())
                .isEqualTo(4);
        assertThat(story.look(surgery.practice(), sent.consultation()).identityBy())
                .isEqualTo(IdentityProof.BIRTH);
    }

    @Test
    void whoHasAnAccountCannotPassByBirth() {
        String address = UUID.randomUUID() + "@mail.example";
        Patient tom = cast.withAccount(surgery.practice(), address);
        Patient other = cast.withAccount(surgery.practice(), "other." + address);
        Sending.Sent sent = story.invited(surgery, tom, tom.email());
        LinkToken token = story.token(surgery, sent);
        assertThat(checks.byBirth(token, tom.born(), "192.0.2.1")).isInstanceOf(IdentityCheck.Refused.class);
        IdentityCheck wrong = checks.byAccount(token, address, "not the password", "192.0.2.1");
        IdentityCheck foreign = checks.byAccount(token, "other." + address, Cast.PASSWORD, "192.0.2.1");
        IdentityCheck unknown = checks.byAccount(token, "nobody@mail.example", Cast.PASSWORD, "192.0.2.1");
        assertThat(wrong)
                .isInstanceOf(IdentityCheck.Failed.class)
                .isEqualTo(foreign)
                .isEqualTo(unknown);
        assertThat(checks.byAccount(token, address.toUpperCase(Locale.ROOT), Cast.PASSWORD, "192.0.2.1"))
                .isInstanceOf(IdentityCheck.Passed.class);
        assertThat(other.id()).isNotEqualTo(tom.id());
    }

    @Test
    void linksDieOfAgeButNotWhileSomebodyWaits() {
        Sending.Sent sent =
                story.invited(surgery, surgery.rosa(), surgery.rosa().email());
        LinkToken token = story.token(surgery, sent);
        age(surgery);
        assertThat(visits.open(token)).isEmpty();
        Surgery second = cast.surgery();
        ConsultationId waiting = story.waiting(second);
        age(second);
        var invitation = invitations.of(second.clinician(), waiting).getFirst();
        LinkToken used = LinkToken.read(invitations
                        .link(second.clinician(), invitation.id())
                        .orElseThrow()
                        .getPath()
                        .substring(3))
                .orElseThrow();
        assertThat(visits.open(used)).isPresent();
    }

    @Test
    void withdrawingTheOnlyInvitationCancelsTheConsultation() {
        Sending.Sent sent =
                story.invited(surgery, surgery.rosa(), surgery.rosa().email());
        LinkToken token = story.token(surgery, sent);
        invitations.withdraw(surgery.clinician(), sent.invitation());
        assertThat(visits.open(token)).isEmpty();
        assertThat(invitations.link(surgery.clinician(), sent.invitation())).isEmpty();
        assertThat(story.look(surgery.practice(), sent.consultation()).state()).isEqualTo(ConsultationState.CANCELLED);
    }

    @Test
    void whoCameByAWithdrawnLinkIsNotLetIn() {
        ConsultationId waiting = story.waiting(surgery);
        story.invited(surgery, surgery.rosa(), surgery.rosa().email());
        var usedLink = invitations.of(surgery.clinician(), waiting).getLast();
        invitations.withdraw(surgery.clinician(), usedLink.id());
        assertThat(story.look(surgery.practice(), waiting).state()).isEqualTo(ConsultationState.WAITING);
        assertThat(story.look(surgery.practice(), waiting).identityConfirmedAt())
                .isNull();
        assertThatThrownBy(() -> attendance.admit(surgery.clinician(), waiting)).isInstanceOf(Veto.class);
    }

    @Test
    void invitingFromARequestTiesItToTheOpenConsultation() {
        Sending.Sent first =
                story.invited(surgery, surgery.rosa(), surgery.rosa().email());
        var request = cast.request(surgery.practice(), surgery.rosa().id());
        assertThat(story.invitedFromRequest(surgery, request)).isEqualTo(first.consultation());
        assertThat(story.look(surgery.practice(), first.consultation()).request())
                .isEqualTo(request);
    }

    @Test
    void outcomesEraseTheLink() {
        story.completedConsultation(surgery);
        assertThat(superuser(
                        "select count(*) from invitation where practice_id = :practice and link_sealed is not null"))
                .isZero();
    }

    private void age(Surgery of) {
        JdbcClient.create(TestDatabase.get().superuser())
                .sql(
                        "update invitation set dies_at = clock_timestamp() - interval '1 second' where practice_id = :practice")
                .param("practice", of.practice().value())
                .update();
    }

    private int superuser(String query) {
        return JdbcClient.create(TestDatabase.get().superuser())
                .sql(query)
                .param("practice", surgery.practice().value())
                .query(Integer.class)
                .single();
    }

    private static long count(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> Parts.isTo(mail, address))
                .count();
    }

    private static MimeMessage mailTo(String address) {
        eventually("an email", () -> count(address) > 0);
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> Parts.isTo(mail, address))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameFormWithACorrectedNumberIsAnotherLetter() {
        UUID formKey = UUID.randomUUID();
        Patient rosa = surgery.rosa();
        Sending.Sent first = (Sending.Sent) invitations.send(
                surgery.clinician(),
                rosa,
                surgery.clinician().id(),
                null,
                new MobileNumber("+447700900457"),
                false,
                formKey);
        Sending.Sent corrected = (Sending.Sent) invitations.send(
                surgery.clinician(),
                rosa,
                surgery.clinician().id(),
                null,
                new MobileNumber("+447700900458"),
                false,
                formKey);
        assertThat(corrected.consultation()).isEqualTo(first.consultation());
        assertThat(corrected.invitation()).isNotEqualTo(first.invitation());
    }
}
