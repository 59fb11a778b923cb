package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static uk.anteroom.e2e.people.Patient.GRACE;
import static uk.anteroom.e2e.people.Patient.ROSA;
import static uk.anteroom.e2e.people.Patient.TOM;
import static uk.anteroom.e2e.people.Patient.WALTER;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;
import uk.anteroom.e2e.people.CallSide;
import uk.anteroom.e2e.people.ClinicalSystem;
import uk.anteroom.e2e.people.DemoPhone;
import uk.anteroom.e2e.people.Patient;
import uk.anteroom.e2e.people.Tools;
import uk.anteroom.e2e.stage.Colour;

class AccessibilityTest extends Journey {

    private final Accessibility axe = new Accessibility();

    @Test
    void staffPagesHaveNoBarriers() {
        Page page = clinician.page();
        page.navigate("/sign-in");
        axe.look("sign-in", page);
        page.getByLabel("Email address").fill("nobody@riverside.example");
        page.getByLabel("Password").fill("wrong");
        clinician.press("Sign in");
        clinician.reads("The email address or the password is not right");
        axe.look("sign-in, refused", page);
        clinician.signIn();
        axe.look("requests", page);
        clinician.link("Itchy rash on my left arm").click();
        clinician.heading("What Rosa wrote").waitFor();
        axe.look("request", page);
        clinician.tab("Messages").click();
        clinician.heading("Message Rosa").waitFor();
        axe.look("request, messages", page);
        clinician.tab("Video").click();
        clinician.heading("See Rosa by video").waitFor();
        axe.look("request, video", page);
        clinician.press("Video call patient");
        clinician.heading("Invite Rosa to a video call").waitFor();
        axe.look("request, form", page);
        clinician.tab("Notes").click();
        page.getByLabel("Write a note").waitFor();
        axe.look("request, notes", page);
        clinician.tab("History").click();
        clinician.heading("History").waitFor();
        axe.look("request, history", page);
        clinician.tab("Request").click();
        page.getByText("Reject this request").click();
        clinician.press("Reject request");
        clinician.reads("The request was not rejected");
        axe.look("request, not rejected", page);
        clinician.goTo("/requests").link("A letter for my landlord").click();
        clinician.reads("We do not know who sent this.");
        axe.look("request, locked", page);
        axe.look("requests, closed", clinician.goTo("/requests?box=closed").page());
        axe.look("patients", clinician.goTo("/patients").page());
        page.getByLabel("Find a patient").fill("nobody");
        clinician.press("Search");
        clinician.heading("Nobody found").waitFor();
        axe.look("patients, nobody found", page);
        axe.look("patient", clinician.openPatient(GRACE).page());
        clinician.typeNumber("0770").press("Send invitation");
        clinician.reads("Nothing has been sent yet");
        axe.look("patient, errors", page);
        axe.foundNothing();
    }

    @Test
    void whatAPatientNeedsHasNoBarriers() {
        Page page = clinician.openPatient(WALTER).page();
        clinician.reads("Needs: Large print");
        axe.look("needs, shown", page);
        clinician.goTo("/patients/a0000000-0000-4000-8000-000000000105");
        page.locator("#needs summary").click();
        page.getByLabel("British Sign Language").check();
        axe.look("needs, form", page);
        clinician.press("Save");
        clinician.reads("Cannot be rung. Use Relay UK: dial 18002 before the number.");
        axe.look("needs, recorded", page);
        page.locator("#needs summary").click();
        page.getByLabel("British Sign Language").uncheck();
        clinician.press("Save");
        inviteByEmail(WALTER);
        clinician.reads("Needs: Large print");
        axe.look("needs, consultation", page);
        page.navigate(page.url() + "/guest");
        clinician.heading("Add someone to the call").waitFor();
        axe.look("a guest", page);
        clinician.press("Send invitation");
        clinician.reads("Enter their name");
        axe.look("a guest, errors", page);
        axe.foundNothing();
    }

    @Test
    void accountsOfPatientsHaveNoBarriers() {
        Page page = clinician.openPatient(TOM).page();
        page.getByText("Close account").click();
        axe.look("patient, account", page);
        clinician.press("Send recovery link");
        clinician.reads("We send Tom a link to choose a new password.");
        axe.look("patient, recovery link sent", page);
        Page demo = home.tab();
        patient.open(new DemoPhone(demo).recoveryLink(TOM.email()));
        demo.close();
        patient.heading("Choose a new password").waitFor();
        axe.look("recovery link", patient.page());
        patient.press("Continue");
        patient.page().getByLabel("New password").waitFor();
        axe.look("new password", patient.page());

        asksToActFor(GRACE);
        axe.look("carers, asked", patient.page());
        clinician.openPatient(GRACE);
        page.waitForCondition(() -> {
            page.reload();
            return page.locator("#carers").count() == 1;
        });
        axe.look("patient, a carer asks", page);
        clinician.pressAbout("Agree");
        page.locator("#carers").getByText("May read.").waitFor();
        axe.look("patient, with a carer", page);
        clinician.pressAbout("End this");
        axe.foundNothing();
    }

    private void asksToActFor(Patient other) {
        Page page = patient.page();
        page.navigate("/p/riv/sign-in");
        patient.signIn(TOM.email(), "anteroom-demo-1").heading("Your account").waitFor();
        page.navigate("/account/carers");
        page.getByLabel("First name").fill(other.fullName().split(" ")[0]);
        page.getByLabel("Last name").fill(other.fullName().split(" ")[1]);
        page.getByLabel("Day").fill("" + other.day());
        page.getByLabel("Month").fill("" + other.month());
        page.getByLabel("Year").fill("" + other.year());
        page.getByLabel("NHS number").fill("999 030 5862");
        page.getByLabel("Who are you to them?").fill("Friend");
        patient.press("Ask your surgery");
        patient.page().getByText("You see here when they have agreed.").waitFor();
    }

    @Test
    void settingsOfThePracticeHaveNoBarriers() {
        Page page = clinician.page();
        page.navigate("/sign-in");
        page.getByLabel("Email address").fill("priya.nair@riverside.example");
        page.getByLabel("Password").fill("anteroom-demo-1");
        clinician.press("Sign in");
        clinician.link("Settings").click();
        clinician.heading("Settings").waitFor();
        axe.look("settings", page);
        page.navigate("/settings/groups");
        axe.look("groups", page);
        page.navigate("/settings");
        clinician.link("Message templates").click();
        clinician.link("Photo please").waitFor();
        axe.look("message templates", page);
        clinician.link("Add a template").click();
        page.getByLabel("Text").fill("Dear {first name} {surname}");
        assertThat(page.locator("[data-preview-text]")).hasText("Dear Rosa {surname}");
        axe.look("a template", page);
        clinician.press("Save template");
        assertThat(page.locator("#templateText-error")).containsText("There is no placeholder {surname}");
        axe.look("a template, refused", page);
        page.navigate("/settings");
        clinician.link("Words of letters").click();
        clinician.heading("Words of letters").waitFor();
        axe.look("words of letters", page);
        page.navigate("/settings/letters/invitation/sms?language=cy");
        page.getByLabel("Text").fill("Dewch i'r tŷ: {link} " + "x".repeat(160));
        assertThat(page.locator(".a-too-much")).containsText("of 160 characters");
        axe.look("a letter", page);
        clinician.press("Save words");
        assertThat(page.locator("#letterWords-error")).containsText("These do not fit a plain text message: ŷ");
        axe.look("a letter, refused", page);
        page.navigate("/settings");
        clinician.link("Practice list").click();
        clinician.heading("From a CSV file").waitFor();
        axe.look("practice list", page);
        clinician.press("Read the list now");
        clinician.reads("The whole list was read");
        axe.look("practice list, read", page);
        page.locator("details summary").click();
        page.getByLabel("Choose a CSV file")
                .setInputFiles(new FilePayload(
                        "list.csv",
                        "text/csv",
                        "NHS number,Given name,Family name\n9990588937,Ines,Duarte\n1,Wrong,Number\n"
                                .getBytes(StandardCharsets.UTF_8)));
        clinician.press("See what would change");
        clinician.heading("What this file would change").waitFor();
        axe.look("practice list, a file", page);
        clinician.press("Throw it away");
        clinician.reads("The file was thrown away. Nothing has changed.");
        axe.look("practice list, thrown away", page);
        axe.foundNothing();
    }

    @Test
    @Tag("matrix")
    void connectingAProgramHasNoBarriers() {
        Page page = clinician.goTo("/connect").page();
        axe.look("connect", page);
        page.navigate("/connect?code=AAAA-AAAA");
        axe.look("connect, errors", page);
        String code = page.request()
                .post(
                        "/toolbar/codes",
                        RequestOptions.create().setForm(FormData.create().set("client_id", "anteroom-toolbar")))
                .text()
                .replaceAll("(?s).*\"user_code\":\"([^\"]+)\".*", "$1");
        page.navigate("/connect?code=" + code);
        axe.look("connect, a program", page);
        clinician.press("Connect");
        clinician.reads("Connected. You can go back to the program.");
        axe.look("programs", page);
        page.navigate("/open/used");
        axe.look("way, used", page);
        axe.foundNothing();
    }

    @Test
    void recordCheckHasNoBarriers() {
        ClinicalSystem record = record(ROSA);
        clinician.openPatient(ROSA);
        axe.look("same patient", clinician.page());
        record.open(GRACE);
        clinician.reads("Grace Lin is open in the clinical system");
        axe.look("another patient", clinician.page());
        record.open(ROSA);
        axe.foundNothing();
    }

    @Test
    @Tag("matrix")
    void demoPagesHaveNoBarriers() {
        inviteByEmail(TOM);
        for (String path : new String[] {"/demo", "/demo/phone", "/demo/clinical-system"}) {
            clinician.page().navigate(path);
            axe.look(path, clinician.page());
        }
        axe.foundNothing();
    }

    @Test
    void linksHaveNoBarriers() {
        patient.open(inviteByEmail(TOM));
        axe.look("account", patient.page());
        patient.signIn(TOM.email(), "wrong")
                .page()
                .locator(".nhsuk-error-summary")
                .waitFor();
        axe.look("account, errors", patient.page());
        patient.open(inviteByEmail(ROSA));
        axe.look("link", patient.page());
        patient.press("Continue");
        patient.page().locator(".nhsuk-error-summary").waitFor();
        axe.look("link, errors", patient.page());
        patient.open("/v/riv-nothing");
        patient.heading("You cannot use this link").waitFor();
        axe.look("unusable", patient.page());
        axe.foundNothing();
    }

    @Test
    void callHasNoBarriersOnEitherSide() {
        String link = inviteByEmail(ROSA);
        axe.look("consultation, invited", clinician.page());
        patient.open(link).confirm(ROSA).isInTheWaitingRoom();
        axe.look("waiting room, before the devices", patient.page());
        patient.useDevices();
        axe.look("waiting room", patient.page());
        clinician.seesWaiting(ROSA);
        clinician.call().isConnected();
        axe.look("consultation, waiting", clinician.page());
        CallSide atSurgery = clinician.admit().sees(Colour.RED);
        CallSide atHome = patient.call().sees(Colour.BLUE);
        axe.look("call, clinician", clinician.page()).look("call, patient", patient.page());
        Tools amara = new Tools(clinician.page());
        Tools rosa = new Tools(patient.page());
        amara.press("Settings");
        rosa.press("More");
        axe.look("call, clinician, settings", clinician.page()).look("call, patient, settings", patient.page());
        amara.key("Escape");
        rosa.key("Escape");
        amara.press("Continue by phone");
        rosa.card("by-phone", "goes on by phone");
        axe.look("by phone, clinician", clinician.page()).look("by phone, patient", patient.page());
        amara.press("Back to video");
        atSurgery.sees(Colour.RED);
        atHome.sees(Colour.BLUE);
        atHome.mute();
        atHome.turnOffCamera();
        atSurgery.seesThatTheOthersCameraIsOff();
        axe.look("call, clinician, camera off", clinician.page()).look("call, patient, camera off", patient.page());
        atHome.end();
        patient.isIn("left");
        axe.look("left", patient.page());
        clinician.end();
        axe.look("ended, clinician", clinician.page());
        patient.open(link);
        patient.isIn("ended");
        complete(ROSA);
        clinician.reads("Saved to the record at");
        axe.look("completed", clinician.page());
        patient.open("/visit").heading("The video call has ended").waitFor();
        axe.look("over", patient.page());
        axe.foundNothing();
    }

    @Test
    @Tag("matrix")
    void unsuccessfulCallHasNoBarriers() {
        meet(ROSA);
        clinician.end();
        patient.isIn("ended");
        axe.look("ended, patient", patient.page());
        clinician.press("Consultation unsuccessful");
        clinician.heading("Consultation unsuccessful").waitFor();
        axe.look("unsuccessful", clinician.page());
        axe.foundNothing();
    }
}
