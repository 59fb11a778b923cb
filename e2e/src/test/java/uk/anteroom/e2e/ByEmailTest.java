package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.CallSide;
import uk.anteroom.e2e.people.ClinicalSystem;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.Tone;

class ByEmailTest extends Journey {

    @Test
    void patientComesByEmailAndIsSeen() {
        ClinicalSystem record = record(ROSA);
        int coded = record.videoConsultations();
        new ClinicalSystem(surgery.page()).open(ROSA).pressCamera();
        clinician.signIn();
        clinician.heading(ROSA.fullName()).waitFor();
        assertThat(clinician.videoCallIsSelected()).isTrue();
        int letters = messagesTo("email", ROSA.email());
        clinician.sendInvitation();
        assertThat(clinician.ladder()).hasSize(8);
        clinician.seesStepDone("Queued");
        String consultation = clinician.consultation();

        String link = linkSentTo("email", ROSA.email(), letters + 1);
        patient.open(link).confirm(ROSA).isInTheWaitingRoom();
        assertThat(clinician.seesWaiting(ROSA)).isLessThan(Duration.ofSeconds(3));
        assertThat(clinician.page()).hasTitle(Pattern.compile("^\\(1\\)"));

        patient.useDevices();
        patient.call().isConnected().hasNoMedia();
        clinician.call().isConnected().hasNoMedia();

        CallSide atSurgery = clinician.admit();
        CallSide atHome = patient.call();
        atSurgery.sees(Colour.RED).seesMoving().hears(Tone.HIGH);
        atHome.sees(Colour.BLUE).seesMoving().hears(Tone.LOW);
        atSurgery.isLaidOutAt(1024, 768);
        atSurgery.isLaidOutAt(1440, 900);

        atSurgery.sawNothingSpoilt();
        atHome.sawNothingSpoilt();

        atHome.mute();
        atSurgery.seesThatTheOtherIsMuted(true);
        atHome.unmute();
        atSurgery.seesThatTheOtherIsMuted(false);
        atHome.turnOffCamera();
        atSurgery.seesThatTheOthersCameraIsOff();
        atHome.turnOnCamera();
        atSurgery.sees(Colour.RED);

        clinician.end();
        patient.isIn("ended");
        assertThat(patient.heading("The video call has ended")).isVisible();
        complete(ROSA);
        clinician.heading("Consultation completed").waitFor();
        clinician.reads("Saved to the record at");
        record.awaitVideoConsultations(coded + 1);
        assertThat(record.encounters(consultation)).isEqualTo(1);
        patient.isIn("over");
    }
}
