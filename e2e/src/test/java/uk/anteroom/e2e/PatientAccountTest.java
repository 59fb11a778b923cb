package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;
import uk.anteroom.e2e.people.Asking;
import uk.anteroom.e2e.people.DemoPhone;
import uk.anteroom.e2e.people.Patient;
import uk.anteroom.e2e.stage.Colour;

/** A patient opens an account and uses it. */
class PatientAccountTest extends Journey {

    private static final String WALTER = "walter.hughes@mail.example";
    private static final String WALTERS_PAGE = "/patients/a0000000-0000-4000-8000-000000000104";
    private static final String GRACES_PAGE = "/patients/a0000000-0000-4000-8000-000000000103";
    private static final String GRACES_REQUEST = "A letter for my sister’s college";
    private static final String REQUEST = "A letter that I live here";
    private static final String PASSWORD = "violet tractor humming soup";

    private Page page;

    @BeforeEach
    void addADeviceThatUnlocksItself() {
        page = home.page();
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        JsonObject device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        JsonObject options = new JsonObject();
        options.add("options", device);
        browser.send("WebAuthn.addVirtualAuthenticator", options);
    }

    /** The same person can register again. */
    @AfterEach
    void closeTheAccount() {
        clinician.goTo(WALTERS_PAGE);
        if (surgery.page().getByText("Close account").count() > 0) {
            surgery.page().getByText("Close account").click();
            clinician.press("Close this account");
        }
    }

    @Test
    void patientRegistersAddsAPasskeyAndSignsInWithIt() {
        Accessibility axe = new Accessibility();
        page.navigate("/p/riv/sign-in");
        axe.look("sign in", page);
        page.getByText("I have no account yet").click();
        axe.look("register", page);
        press("Send me a code");
        axe.look("register, errors", page);
        page.getByLabel("First name").fill("walter");
        page.getByLabel("Last name").fill("Hughes");
        page.getByLabel("Day").fill("9");
        page.getByLabel("Month").fill("1");
        page.getByLabel("Year").fill("1939");
        page.getByLabel("Postcode").fill("ls7 3hb");
        page.getByLabel("How should we send you a code?").selectOption("Email");
        int before = messagesTo("email", WALTER);
        press("Send me a code");
        reads("If these details are on our list, we have sent a code");
        axe.look("code", page);
        page.getByLabel("Code").fill("abc");
        press("Continue");
        axe.look("code, wrong", page);
        page.getByLabel("Code").fill(codeTo(WALTER, before + 1));
        press("Continue");
        heading("How do you want to sign in?");
        axe.look("way", page);
        page.getByLabel("Email address").fill(WALTER);
        page.getByLabel("New password").fill(PASSWORD);
        press("Create account");
        reads("Your account is open.");
        axe.look("home", page);

        link("Security");
        page.getByLabel("Name of the new passkey").fill("My phone");
        axe.look("security", page);
        press("Add a passkey");
        reads("The passkey was added.");
        assertThat(page.locator("main")).containsText("My phone");
        axe.look("security, with a passkey", page);
        link("Contact");
        axe.look("preferences", page);
        link("Devices");
        axe.look("sessions", page);
        link("People you care for");
        axe.look("carers", page);
        link("Messages");
        axe.look("messages", page);
        link("Devices");
        press("Sign out everywhere");
        reads("You are signed out.");

        press("Sign in with a passkey");
        heading("Your account");
        assertThat(page.locator("main")).containsText("Walter Hughes");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Your requests")))
                .isVisible();
        asksAndIsSeenWithoutSayingWhoItIs(axe);
        page.navigate("/account");
        assertThat(page.locator("main")).containsText(REQUEST);
        link(REQUEST);
        reads("Done");
        axe.look("request", page);
        page.getByText("Video call with").click();
        reads("It is over");
        axe.look("video call", page);
        press("Sign out");
        comesBackWithoutTheDevice(axe);
        axe.foundNothing();
    }

    private void comesBackWithoutTheDevice(Accessibility axe) {
        page.getByText("I cannot sign in").click();
        axe.look("recover", page);
        page.getByLabel("Email address").fill(WALTER);
        int before = messagesTo("email", WALTER);
        press("Send me a code");
        reads("If there is an account with this email address");
        axe.look("recover, code", page);
        page.getByLabel("Code").fill(codeTo(WALTER, before + 1));
        press("Continue");
        heading("Choose a new password");
        axe.look("new password", page);
        page.getByLabel("New password").fill("marble otter lantern fog");
        press("Save and sign in");
        reads("Your new password is saved.");
    }

    @Test
    void carerWritesOnceThePracticeAgrees() {
        Accessibility axe = new Accessibility();
        page.navigate("/p/riv/sign-in");
        page.getByLabel("Email address").fill(Patient.TOM.email());
        page.getByLabel("Password").fill("anteroom-demo-1");
        press("Sign in");
        link("People you care for");
        page.getByLabel("First name").fill("Grace");
        page.getByLabel("Last name").fill("Lin");
        page.getByLabel("Day").fill("30");
        page.getByLabel("Month").fill("11");
        page.getByLabel("Year").fill("2001");
        page.getByLabel("Postcode").fill("LS6 1AN");
        page.getByLabel("Who are you to them?").fill("brother");
        press("Ask your surgery");
        reads("Your request is with");
        axe.look("carers, asked", page);

        surgery.page().waitForCondition(() -> {
            clinician.goTo(GRACES_PAGE);
            return surgery.page().getByText("Who acts for Grace").count() > 0;
        });
        surgery.page().getByText("They may also write for Grace").check();
        axe.look("carers, for staff", surgery.page());
        clinician.pressAbout("Agree");
        clinician.reads("May read and write.");

        page.navigate("/account/carers");
        press("Act for Grace Lin");
        reads("Acting for Grace Lin");
        assertThat(page.getByText("Your video calls")).hasCount(0);
        axe.look("home of somebody cared for", page);
        link("Ask for something");
        reads("You write for Grace Lin.");
        axe.look("public page, for somebody cared for", page);
        Asking tom = new Asking(page);
        tom.asksForPaper(GRACES_REQUEST, "07700 900234");
        reads("You write for Grace Lin.");
        axe.look("check, for somebody cared for", page);
        tom.press("Send request");
        tom.reads("We have your request");
        page.navigate("/account");
        link(GRACES_REQUEST);
        reads("You wrote this.");
        axe.look("request of somebody cared for", page);

        clinician.goTo("/requests").link(GRACES_REQUEST).click();
        clinician.reads("By a carer (brother), not by Grace Lin");
        axe.look("request of a carer, for staff", surgery.page());
        clinician.press("Complete request");
        clinician.goTo(GRACES_PAGE);
        clinician.pressAbout("End this");
        page.navigate("/account");
        reads("Tom Adeyemi");
        axe.foundNothing();
    }

    /** Signed in by passkey: for the request and for the call, which the account leads to without the letter. */
    private void asksAndIsSeenWithoutSayingWhoItIs(Accessibility axe) {
        page.navigate("/p/riv");
        Asking walter = new Asking(page);
        walter.asksForPaper(REQUEST, "07700 900456");
        walter.press("Send request");
        walter.reads("We have your request");

        int letters = messagesTo("email", WALTER);
        clinician.goTo("/requests").link(REQUEST).click();
        clinician.tab("Video").click();
        clinician.press("Video call patient");
        clinician.sendInvitation();
        linkSentTo("email", WALTER, letters + 1);
        page.navigate("/account");
        // the newest: others of him were before
        page.getByText("Video call with Dr Amara Okafor").first().click();
        reads("You are invited");
        axe.look("video call, invited", page);
        press("Go to the waiting room");
        reads("You are signed in to your account.");
        assertThat(page.getByLabel("Day")).hasCount(0);
        press("Continue");
        patient.isInTheWaitingRoom();
        patient.useDevices();
        clinician.seesWaiting(Patient.WALTER);
        clinician.admit().sees(Colour.RED);
        clinician.end();
        complete(Patient.WALTER);
        clinician.reads("The request “" + REQUEST + "” is completed.");
    }

    private String codeTo(String address, int messages) {
        Page tab = home.tab();
        try {
            return new DemoPhone(tab).code("email", address, messages);
        } finally {
            tab.close();
        }
    }

    private void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private void link(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.waitForLoadState();
    }

    private void reads(String text) {
        assertThat(page.locator("main")).containsText(text);
    }

    private void heading(String text) {
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(text).setExact(true))
                .waitFor();
    }
}
