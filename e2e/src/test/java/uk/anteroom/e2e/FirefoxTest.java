package uk.anteroom.e2e;

import static uk.anteroom.e2e.people.Patient.ROSA;
import static uk.anteroom.e2e.people.Patient.WALTER;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.CallSide;
import uk.anteroom.e2e.people.FirefoxSide;
import uk.anteroom.e2e.stage.Colour;
import uk.anteroom.e2e.stage.Firefox;
import uk.anteroom.e2e.stage.House;

class FirefoxTest extends Journey {

    private Firefox firefox;

    @BeforeEach
    void launch() {
        firefox = Firefox.launch(House.open().address());
    }

    @AfterEach
    void quit() throws Exception {
        if (broken()) {
            Path folder = Files.createDirectories(SCREENSHOTS);
            firefox.photograph(folder.resolve("FirefoxTest.png"));
        }
        firefox.close();
    }

    @Test
    void patientWithFirefoxSeesAndIsSeen() {
        FirefoxSide atHome = new FirefoxSide(firefox).arrive(inviteByEmail(ROSA), ROSA);
        clinician.seesWaiting(ROSA);
        CallSide atSurgery = clinician.admit();
        atSurgery.seesFrames().hears(Firefox.HERTZ);
        atHome.sees(Colour.BLUE).seesMoving().receivesSound();

        atHome.press("Mute");
        atSurgery.seesThatTheOtherIsMuted(true);
        atHome.press("Unmute");
        atSurgery.seesThatTheOtherIsMuted(false);
        atHome.press("Turn off camera");
        atSurgery.seesThatTheOthersCameraIsOff();
        atHome.press("Turn on camera");
        atSurgery.seesFrames().hears(Firefox.HERTZ);

        clinician.end();
        atHome.reads("The video call has ended");
        clinician.press("Consultation unsuccessful");
        clinician.heading("Consultation unsuccessful").waitFor();
    }

    @Test
    void clinicianWithFirefoxSeesAndIsSeen() {
        String link = inviteByEmail(WALTER);
        String consultation = "/consultations/" + clinician.consultation();
        clinician.goTo("/patients");
        FirefoxSide atSurgery = new FirefoxSide(firefox).signIn(consultation);
        patient.arrive(link, WALTER);
        atSurgery.press("Admit");
        CallSide atHome = patient.call();
        atHome.seesFrames().hears(Firefox.HERTZ);
        atSurgery.sees(Colour.RED).seesMoving().receivesSound();

        atHome.turnOffCamera();
        atSurgery.reads("camera is off");
        atHome.turnOnCamera();
        atSurgery.seesMoving();

        atSurgery.press("End");
        patient.isIn("ended");
        atSurgery.press("Consultation unsuccessful").reads("No codes are saved");
    }
}
