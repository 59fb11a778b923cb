package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;
import uk.anteroom.e2e.people.Asking;
import uk.anteroom.e2e.stage.Colour;

/** Somebody who has no account and no link asks the practice for something, on a telephone. */
class GuestRequestTest extends Journey {

    private static final String TITLE = "Rash that came back";

    private final Accessibility axe = new Accessibility();

    @Test
    void requestWithAPhotoReachesTheInboxFromATelephone() {
        Page phone = patient.open("/p/riv").page();
        patient.heading("Riverside Surgery").waitFor();
        axe.look("public page", phone);
        patient.press("Ask for something");
        patient.heading("First: is it an emergency?").waitFor();
        patient.press("Continue");
        phone.locator(".nhsuk-error-summary").waitFor();
        axe.look("signs, errors", phone);
        choose("No, none of these");
        choose("Something about health");
        phone.getByLabel("In a few words").fill(TITLE);
        phone.getByLabel("Tell us more").fill("It is on my left arm again.");
        axe.look("what it is about", phone);
        patient.press("Continue");
        patient.heading("How are you now?").waitFor();
        axe.look("how it is", phone);
        check("No");
        phone.getByLabel("How long have you had it?").fill("2 days");
        choose("In the next few days");
        patient.heading("Do you have photos or letters that help?").waitFor();
        phone.getByLabel("Attach files").setInputFiles(new FilePayload("rash.png", "image/png", picture()));
        assertThat(phone.locator("[data-files-list] input[name=file]")).hasCount(1);
        axe.look("files", phone);
        patient.press("Continue");
        patient.heading("Who are you?").waitFor();
        phone.getByLabel("First name").fill("Rosa");
        phone.getByLabel("Last name").fill("Whitfield");
        phone.getByLabel("Day").fill(String.valueOf(ROSA.day()));
        phone.getByLabel("Month").fill(String.valueOf(ROSA.month()));
        phone.getByLabel("Year").fill(String.valueOf(ROSA.year()));
        phone.getByLabel("Postcode").fill("ls1 4ap");
        axe.look("who", phone);
        patient.press("Continue");
        patient.heading("How can we reach you?").waitFor();
        phone.getByLabel("Mobile number").fill("07700 900123");
        axe.look("how to reach", phone);
        choose("By text message");
        patient.heading("Check your answers").waitFor();
        assertThat(phone.locator("main")).containsText("rash.png");
        assertThat(phone.locator("main")).containsText("LS1 4AP");
        axe.look("all answers", phone);
        phone.goBack();
        patient.heading("How can we reach you?").waitFor();
        assertThat(phone.getByLabel("Mobile number")).hasValue("07700 900123");
        patient.press("Continue");
        patient.press("Send request");
        patient.heading("We have your request").waitFor();
        axe.look("sent", phone);

        isTakenWrittenToSeenAndCompleted();
        axe.foundNothing();
    }

    /** From Unassigned to the end of the call. */
    private void isTakenWrittenToSeenAndCompleted() {
        Page desk = clinician.goTo("/requests").page();
        Locator row = desk.locator("tr").filter(new Locator.FilterOptions().setHasText(TITLE));
        assertThat(row).containsText("Rosa Whitfield");
        row.getByRole(AriaRole.BUTTON).click();
        assertThat(row).hasCount(0);
        clinician.goTo("/requests?box=mine").link(TITLE).click();
        assertThat(desk.locator("#request-head")).containsText("Assigned to you");
        assertThat(desk.locator("#request-files")).containsText("rash.png");
        assertThat(desk.locator("#request-files")).containsText("Open");
        axe.look("request, with a photo", desk);

        int letters = messagesTo("email", ROSA.email());
        clinician.tab("Messages").click();
        desk.locator("#messageText").fill("Thank you for the photo. I will call you by video.");
        clinician.press("Send message");
        clinician.reads("Thank you for the photo.");
        clinician.tab("Video").click();
        clinician.press("Video call patient");
        clinician.sendInvitation();
        patient.arrive(linkSentTo("email", ROSA.email(), letters + 2), ROSA);
        clinician.seesWaiting(ROSA);
        clinician.admit().sees(Colour.RED);
        clinician.end();
        complete(ROSA);
        clinician.reads("The request “" + TITLE + "” is completed.");
        assertThat(clinician.goTo("/requests?box=closed").link(TITLE)).isVisible();
    }

    @Test
    void whoeverHasASignOfAnEmergencyIsToldToRingFirst() {
        Page phone = patient.open("/p/riv").page();
        patient.press("Ask for something");
        choose("Yes");
        patient.heading("Call 999 now").waitFor();
        assertThat(phone.locator("a[href='tel:999']")).isVisible();
        axe.look("emergency", phone);
        patient.press("It is not an emergency: go on");
        patient.heading("What do you need help with?").waitFor();
        axe.look("what kind", phone);
        patient.press("Stop and delete what I wrote");
        phone.getByText("Nothing was sent.").waitFor();
        axe.foundNothing();
    }

    private void choose(String answer) {
        new Asking(patient.page()).choose(answer);
    }

    private void check(String answer) {
        new Asking(patient.page()).check(answer);
    }

    private static byte[] picture() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
