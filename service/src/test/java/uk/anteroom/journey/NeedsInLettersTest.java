package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.needs.Needs;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.patient.Patient;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;

/** What staff write down of a patient's needs is respected by the next letter that leaves. */
class NeedsInLettersTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    PatientNeeds needs;

    @Test
    void whoReadsLargePrintIsInvitedInIt() throws Exception {
        assertThat(Parts.text(invited("walter.print@mail.example", new Needs(true, false, false, Optional.empty()))))
                .contains("font-size:28px")
                .doesNotContain("font-size:18px", "18001");
    }

    @Test
    void whoSignsIsToldOfRelayUkAndAskedForTheInterpreter() throws Exception {
        assertThat(Parts.text(invited("ben.signs@mail.example", new Needs(false, true, false, Optional.empty()))))
                .contains("call us with Relay UK: dial 18001", "Do you need an interpreter?", "font-size:18px");
    }

    @Test
    void whoNeedsNothingReadsNothingOfIt() throws Exception {
        assertThat(Parts.text(invited("una.plain@mail.example", Needs.NONE)))
                .contains("font-size:18px")
                .doesNotContain("18001", "interpreter");
    }

    private MimeMessage invited(String address, Needs needed) {
        Surgery surgery = cast.surgery();
        Patient walter = cast.patient(surgery.practice(), "Walter", "Hughes", "1939-01-09", address, null);
        needs.record(surgery.receptionist(), walter.id(), needed);
        Browser browser = browser();
        browser.signIn(surgery.clinician());
        browser.submit(browser.open("/patients/" + walter.id() + "?video"), "form.a-invite", Map.of());
        eventually(
                "the invitation",
                () -> Arrays.stream(MAIL.getReceivedMessages()).anyMatch(mail -> Parts.isTo(mail, address)));
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> Parts.isTo(mail, address))
                .findFirst()
                .orElseThrow();
    }
}
