package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.CHECKBOX;
import static com.microsoft.playwright.options.AriaRole.COMBOBOX;
import static com.microsoft.playwright.options.AriaRole.HEADING;
import static com.microsoft.playwright.options.AriaRole.TEXTBOX;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.DemoPhone;
import uk.anteroom.e2e.people.Keyboard;
import uk.anteroom.e2e.people.PatientPhone;
import uk.anteroom.e2e.people.PeoplePanel;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Window;

/** Nobody here touches a mouse or a screen. */
@Tag("matrix")
class KeyboardTest extends Journey {

    private Page desk;
    private Page phone;
    private Keyboard amara;
    private Keyboard rosa;

    @BeforeEach
    void sitDown() {
        desk = clinician.page();
        phone = patient.page();
        amara = new Keyboard(desk);
        rosa = new Keyboard(phone);
    }

    @Test
    void patientComesToTheWaitingRoomAndThroughTheCheck() {
        comesToTheWaitingRoom(inviteByEmail(ROSA));
        rosa.toButton("Play a sound").press("Space");
        rosa.toButton("No").press("Enter").isAt(BUTTON, "Play a sound");
        assertThat(phone.locator("[data-found=speaker] [data-result]")).hasText("You did not hear it");
        rosa.toButton("Check again").press("Enter").isAt(BUTTON, "Check again");
        rosa.toButton("Use another device").press("Enter");
        assertThat(patient.visible("[data-handover-code]")).isVisible();
        rosa.isAt(BUTTON, "Use another device").press("Enter");
        assertThat(phone.locator("[data-handover-code]").first()).isHidden();
        rosa.isAt(BUTTON, "Use another device");
        clinician.admitNobodyAndEnd();
    }

    @Test
    void clinicianDoesEverythingInTheCallAndThePatientAnswers() {
        signsIn();
        comesToTheWaitingRoom(inviteByEmail(ROSA));
        clinician.seesWaiting(ROSA);
        amara.toButton("Admit").press("Enter");
        clinician.isLive();
        patient.isIn("live");
        amara.isAt(desk.locator("[data-stage] h1"));
        rosa.isAt(phone.locator("[data-stage] h1"));

        amara.press("m");
        assertThat(button("Unmute")).isVisible();
        amara.press("m").press("v");
        assertThat(button("Turn on camera")).isVisible();
        amara.press("v");
        assertThat(button("Turn off camera")).isVisible();

        amara.toButton("Settings").press("Enter").isAt(HEADING, "Settings");
        amara.press("Escape").isAt(BUTTON, "Settings");

        amara.toButton("Add someone").press("Enter").isAt(desk.locator("#people-heading"));
        amara.toButton("Send invitation").press("Enter").isAt(COMBOBOX, "Who are they?");
        assertThat(desk.locator("#guest-form .nhsuk-error-message").first()).isVisible();
        amara.type("Carer").toField("Their name").type("Elena Whitfield");
        amara.toField("Email address").type("elena.keys@mail.example");
        amara.toButton("Send invitation").press("Space");
        assertThat(desk.locator("#guest-form [data-sent]")).containsText("Elena Whitfield");
        amara.isAt(desk.locator("#guest-form [data-sent]"));
        amara.press("Escape").isAt(BUTTON, "Add someone");

        amara.backTo(BUTTON, "Take a photo").press("Enter").isAt(desk.locator("#photos-heading"));
        amara.to(COMBOBOX, "What of?").type("Arm");
        amara.to(COMBOBOX, "Which side?").type("Right");
        amara.toButton("Ask Rosa for a photo").press("Enter");
        assertThat(desk.locator("#photos")).containsText("Rosa is being asked");
        amara.isAt(desk.locator("#photos-heading"));

        rosa.isAt(phone.locator("[data-photo] [data-step-of=ask] h2"));
        rosa.toButton("No photo").press("Enter");
        assertThat(phone.locator("[data-photo]")).isHidden();
        rosa.isAt(phone.locator("[data-stage] h1"));
        assertThat(desk.locator("#photos")).containsText("Rosa said no");
        amara.press("Escape").isAt(BUTTON, "Take a photo");

        amara.backTo(BUTTON, "End").press("Enter");
        clinician.heading("Consultation Ended").waitFor();
    }

    @Test
    void patientGoesOnWithAnotherDeviceByItsLetters() {
        comesToTheWaitingRoom(inviteByEmail(ROSA));
        rosa.toButton("Use another device").press("Enter");
        assertThat(patient.visible("[data-handover-code]")).isVisible();
        try (Window elsewhere = House.open().homeWindow()) {
            Page laptop = elsewhere.page();
            Keyboard there = new Keyboard(laptop);
            laptop.navigate("/another/riv");
            there.toField("Code").type("AAA AAA").press("Enter");
            assertThat(laptop.getByText("This is not a code we know.")).isVisible();
            there.isAt(TEXTBOX, "Code").type(patient.letters());
            there.toButton("Continue").press("Space").isAt(HEADING, "Look at your other device");

            rosa.toButton("Yes, go on there").press("Enter");
            rosa.isAt(HEADING, "Your call is open somewhere else");
            new PatientPhone(laptop).isInTheWaitingRoom();
            there.toButton("Use camera and microphone").press("Enter");
            assertThat(laptop.locator("[data-panel=own]")).isVisible();

            rosa.toButton("Use here").press("Enter");
            patient.isInTheWaitingRoom();
            there.isAt(HEADING, "Your call is open somewhere else").sawItsPlaceEverywhere();
        }
        clinician.admitNobodyAndEnd();
    }

    @Test
    void patientInTheCallIsAskedWhoTypedTheLettersAlsoAfterThePanelWasClosed() {
        meetsByKeys();
        rosa.toButton("More").press("Enter").toButton("Use another device").press("Enter");
        assertThat(patient.visible("[data-handover-code]")).isVisible();
        String letters = patient.letters();
        rosa.press("Escape").isAt(BUTTON, "More");
        try (Window elsewhere = House.open().homeWindow()) {
            Page laptop = elsewhere.page();
            Keyboard there = new Keyboard(laptop);
            laptop.navigate("/another/riv");
            there.toField("Code").type(letters).press("Enter").isAt(HEADING, "Look at your other device");

            rosa.isAt(phone.locator(".a-side [data-handover-question] p"));
            rosa.toButton("No").press("Enter");
            assertThat(patient.visible("[data-handover-said=refused]")).isVisible();
            rosa.isAt(BUTTON, "Use another device");
            there.isAt(HEADING, "This did not work").sawItsPlaceEverywhere();
        }
        patient.isIn("live");
        clinician.end();
    }

    @Test
    void carerComesPatientAgreesAndClinicianDecidesWhoHears() {
        meetsByKeys();
        new PeoplePanel(desk).invite("CARER", "Elena Whitfield", "daughter", "elena.keyboard@mail.example");
        try (Window guests = House.open().guestWindow()) {
            Page laptop = guests.page();
            Keyboard elena = new Keyboard(laptop);
            laptop.navigate(linkToGuest("elena.keyboard@mail.example"));
            elena.toButton("Continue").press("Enter");
            assertThat(laptop.locator(".nhsuk-error-message")).isVisible();
            elena.to(CHECKBOX, "I am Elena Whitfield, and I agree to use Anteroom for this video call")
                    .press("Space");
            elena.toButton("Continue").press("Enter");
            laptop.waitForURL("**/guest");
            elena.toButton("Use camera and microphone").press("Enter").isAt(laptop.locator("[data-panel=own]"));

            rosa.toButton("Yes, Elena Whitfield may join").press("Enter");
            assertThat(phone.locator("[data-question]").first()).isHidden();
            rosa.isAt(phone.locator("[data-stage] h1"));

            amara.toButton("Admit").press("Enter");
            assertThat(laptop.locator("#visit")).hasAttribute("data-state", "live");
            elena.isAt(laptop.locator("[data-stage] h1"));
            amara.isAt(desk.locator("[data-stage] h1"));

            amara.to(guest("hold")).press("Enter").isAt(guest("back"));
            assertThat(laptop.locator("[data-card=on-hold]")).isVisible();
            amara.press("Enter").isAt(guest("hold"));
            assertThat(laptop.locator("[data-card=on-hold]")).isHidden();
            amara.to(guest("remove")).press("Enter").isAt(desk.locator("#people-heading"));
            elena.isAt(HEADING, "The video call has ended").sawItsPlaceEverywhere();
        }
        clinician.end();
    }

    @AfterEach
    void lookBack() {
        amara.sawItsPlaceEverywhere();
        rosa.sawItsPlaceEverywhere();
    }

    private void meetsByKeys() {
        comesToTheWaitingRoom(inviteByEmail(ROSA));
        clinician.seesWaiting(ROSA);
        amara.toButton("Admit").press("Enter");
        clinician.isLive();
        patient.isIn("live");
        rosa.isAt(phone.locator("[data-stage] h1"));
    }

    /** What can be done about Elena, in the panel of people. */
    private Locator guest(String act) {
        return desk.locator("#guests > li")
                .filter(new Locator.FilterOptions().setHasText("Elena"))
                .locator("[data-act=" + act + "]");
    }

    private String linkToGuest(String email) {
        var tab = home.tab();
        try {
            return new DemoPhone(tab).guestLink(email);
        } finally {
            tab.close();
        }
    }

    private void signsIn() {
        desk.navigate("/sign-in");
        amara.toField("Email address").type("amara.okafor@riverside.example");
        amara.toField("Password").type("anteroom-demo-1");
        amara.toButton("Sign in").press("Enter");
        clinician.heading("Requests").waitFor();
    }

    private void comesToTheWaitingRoom(String link) {
        patient.open(link);
        rosa.toField("Day").type("14");
        rosa.toField("Month").type("3");
        rosa.toField("Year").type("1957");
        rosa.to(CHECKBOX, "I agree to use Anteroom for this video call").press("Space");
        rosa.toButton("Continue").press("Enter");
        patient.isInTheWaitingRoom();
        assertThat(phone.locator("[data-talk-question]")).isVisible();
        rosa.toButton("Yes").press("Enter").isAt(HEADING, "Your camera and sound");
        rosa.toButton("Use camera and microphone").press("Enter");
        assertThat(phone.locator("[data-panel=own]")).isVisible();
        rosa.isAt(phone.locator("[data-panel=own]"));
    }

    private Locator button(String name) {
        return desk.getByRole(BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
