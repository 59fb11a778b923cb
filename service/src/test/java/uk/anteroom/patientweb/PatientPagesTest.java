package uk.anteroom.patientweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.invitation.Invitations;
import uk.anteroom.invitation.Sending;
import uk.anteroom.patient.Patient;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;

class PatientPagesTest extends RunningService {

    private static final String FORM = "form[action$=/identity]";

    @Autowired
    Cast cast;

    @Autowired
    Invitations invitations;

    @Autowired
    Consultations consultations;

    Surgery surgery;
    Browser phone;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        phone = browser();
    }

    private String link(Patient patient) {
        Sending.Sent sent = (Sending.Sent) invitations.send(
                surgery.clinician(),
                patient,
                surgery.clinician().id(),
                null,
                patient.email(),
                false,
                UUID.randomUUID());
        return invitations
                .link(surgery.clinician(), sent.invitation())
                .orElseThrow()
                .getPath();
    }

    @Test
    void consentAndDateOfBirthLeadToTheWaitingRoom() {
        String link = link(surgery.rosa());
        Page asked = phone.open(link);
        assertThat(asked.text())
                .contains(
                        "Video call with Dr Amara Okafor",
                        "I agree to use Anteroom for this video call",
                        "Day",
                        "Month",
                        "Year")
                .doesNotContain("Rosa");
        Page room = phone.submit(asked, FORM, Map.of("day", "14", "month", "march", "year", "1957", "consent", "true"));
        assertThat(room.path()).isEqualTo("/visit");
        assertThat(room.text()).contains("You are in the waiting room");
        assertThat(phone.open(link).path())
                .as("the same device is not asked again")
                .isEqualTo("/visit");
        assertThat(browser().open(link).path()).as("another device is asked").isEqualTo(link);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingIsLost() {
        Page asked = phone.open(link(surgery.rosa()));
        Page noConsent = phone.submit(asked, FORM, Map.of("day", "14", "month", "3", "year", "1957"));
        assertThat(noConsent.html().select("#consent-error").text()).contains("Tick the box if you agree");
        assertThat(noConsent.html().select("#birth-year").attr("value")).isEqualTo("1957");
        Page impossible =
                phone.submit(asked, FORM, Map.of("day", "31", "month", "2", "year", "1957", "consent", "true"));
        assertThat(impossible.html().select("#birth-error").text())
                .contains("Enter a real date of birth, like 31 3 1957");
        assertThat(impossible.html().select("#consent[checked]")).hasSize(1);
        Page wrong = phone.submit(asked, FORM, Map.of("day", "14", "month", "3", "year", "1975", "consent", "true"));
        assertThat(wrong.text()).contains("This is not the date of birth we have. You can try 4 more times.");
    }

    @Test
    void everyUnusableLinkIsTheSamePage() {
        String code = link(surgery.rosa()).substring(3, 7);
        String withdrawn = link(surgery.rosa());
        consultations.ofPatient(surgery.practice(), surgery.rosa().id()).stream()
                .flatMap(consultation -> invitations.of(surgery.clinician(), consultation.id()).stream())
                .forEach(sent -> invitations.withdraw(surgery.clinician(), sent.id()));
        Page never = phone.open("/v/" + code + "0".repeat(22));
        Page gone = phone.open(withdrawn);
        assertThat(never.status()).isEqualTo(404).isEqualTo(gone.status());
        assertThat(never.text()).isEqualTo(gone.text()).contains("You cannot use this link", "01632 960123");
    }

    @Test
    void strangeAddressesAreUnusableAndTellNothing() {
        for (String strange : new String[] {
            "/v/x",
            "/v/" + "a".repeat(3000),
            "/v/riv%00",
            "/v/'%20or%201=1--",
            "/v/zzzzAAAAAAAAAAAAAAAAAAAAAA",
            "/v/%D1%81iv"
        }) {
            Page page = phone.open(strange);
            assertThat(page.status()).as(strange).isIn(400, 404);
            assertThat(page.text()).as(strange).doesNotContain("01632");
        }
    }

    @Test
    void patientsWithAnAccountSignIn() {
        String address = UUID.randomUUID() + "@mail.example";
        Patient tom = cast.withAccount(surgery.practice(), address);
        String link = link(tom);
        Page asked = phone.open(link);
        assertThat(asked.html().select(FORM)).isEmpty();
        Page refused = phone.submit(asked, "form[action$=/account]", Map.of("email", address, "password", "wrong"));
        assertThat(refused.html().select("#email-error").text()).contains("do not open this video call");
        assertThat(refused.html().select("#email").attr("value")).isEqualTo(address);
        assertThat(refused.html().select("#password").attr("value")).isEmpty();
        Page room = phone.submit(refused, "form[action$=/account]", Map.of("password", Cast.PASSWORD));
        assertThat(room.path()).isEqualTo("/visit");
    }

    @Test
    void fiveWrongDatesOfBirthCloseTheLink() {
        String link = link(surgery.rosa());
        Page page = phone.open(link);
        for (int i = 0; i < 5; i++) {
            page = phone.submit(page, FORM, Map.of("day", "1", "month", "1", "year", "1980", "consent", "true"));
        }
        assertThat(page.text()).contains("You cannot use this link");
        assertThat(phone.open(link).status()).isEqualTo(404);
    }

    @Test
    void aPlaceWithoutItsCookieShowsNothing() {
        assertThat(phone.open("/visit").status()).isEqualTo(404);
        assertThat(phone.post("/visit/pass", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void noPageIsKeptNotEvenTheFirstThatSetsACookie() {
        assertThat(browser().open("/v/abc").response().headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }
}
