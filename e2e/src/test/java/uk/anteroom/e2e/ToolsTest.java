package uk.anteroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Tools;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.Tone;

@Tag("matrix")
class ToolsTest extends Journey {

    private Tools amara;
    private Tools rosa;

    @BeforeEach
    void inTheCall() {
        meet(ROSA);
        amara = new Tools(clinician.page());
        rosa = new Tools(patient.page());
        everybodySeesAndHears();
    }

    @AfterEach
    void end() {
        clinician.end();
        clinician.press("Consultation unsuccessful");
        clinician.heading("Consultation unsuccessful").waitFor();
    }

    @Test
    void callGoesOnByTelephoneAndComesBack() {
        amara.press("Continue by phone");
        amara.card("by-phone", "07700 900123");
        rosa.card("by-phone", "goes on by phone");
        amara.press("Back to video");
        everybodySeesAndHears();
        clinician.call().seesMoving();
    }

    @Test
    void nothingIsSentWhileTheCallGoesOnByTelephone() {
        amara.press("Continue by phone");
        amara.card("by-phone", "07700 900123");
        rosa.card("by-phone", "goes on by phone");
        patient.page().waitForFunction("() => !document.querySelector('#own-picture').srcObject?.active");
        int surgery = settled(amara);
        int home = settled(rosa);
        patient.page().waitForTimeout(1_000);
        assertThat(amara.packetsSent()).isEqualTo(surgery);
        assertThat(rosa.packetsSent()).isEqualTo(home);
    }

    @Test
    void screenIsSharedWhileThePictureGoesOn() {
        amara.press("Share screen");
        rosa.seesScreen();
        amara.reads("You share your screen.");
        patient.call().seesMoving();
        amara.press("Stop sharing");
        rosa.seesNoScreen();
        assertThat(offers()).as("offers said").isEqualTo(1);
    }

    @Test
    void keysAndAnotherMicrophoneNegotiateNothing() {
        amara.quality("Good connection");
        amara.key("m");
        patient.call().seesThatTheOtherIsMuted(true);
        amara.key("m");
        patient.call().seesThatTheOtherIsMuted(false);
        amara.key("v");
        patient.call().seesThatTheOthersCameraIsOff();
        amara.key("v");
        patient.call().sees(Colour.BLUE);
        amara.press("Settings");
        amara.chooseTheSecondMicrophone();
        amara.key("Escape");
        patient.call().hears(Tone.LOW);
        assertThat(offers()).as("offers said").isEqualTo(1);
        assertThat(amara.connections()).isEqualTo(1);
    }

    @Test
    void refreshingConnectsAnewAndAsksNobodyAnything() {
        amara.press("Settings");
        amara.press("Refresh connection");
        clinician.page().waitForFunction("() => window.keptConnections.length === 2");
        clinician.call().isConnected();
        everybodySeesAndHears();
        clinician.call().seesMoving();
        patient.call().seesMoving();
        assertThat(patient.page().getByLabel("Day").count()).isZero();
    }

    /** Reads it until it no longer grows: what was on its way when the tracks were taken out has left. */
    private int settled(Tools side) {
        int before = -1;
        int now = side.packetsSent();
        while (now != before) {
            before = now;
            clinician.page().waitForTimeout(500);
            now = side.packetsSent();
        }
        return now;
    }

    private long offers() {
        return surgery.transcript().stream()
                .filter(line -> line.contains("> ") && line.contains("\"type\":\"offer\""))
                .count();
    }

    private void everybodySeesAndHears() {
        clinician.call().sees(Colour.RED).hears(Tone.HIGH);
        patient.call().sees(Colour.BLUE).hears(Tone.LOW);
    }
}
