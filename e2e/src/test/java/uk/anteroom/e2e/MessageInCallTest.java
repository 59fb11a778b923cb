package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.anteroom.e2e.people.Accessibility;
import uk.anteroom.e2e.people.CallSide;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.people.DemoPhone;
import uk.anteroom.e2e.people.Documents;
import uk.anteroom.e2e.people.ShownPicture;

class MessageInCallTest extends Journey {

    private static final String ADVICE = "https://www.nhs.uk/conditions/eczema/";

    @TempDir
    Path folder;

    private final Accessibility axe = new Accessibility();

    @Test
    void bothWriteWhileThePictureGoesOnAndItIsStillThereAfterTheCall() {
        meet(ROSA);
        CallSide atHome = patient.call().seesMoving();
        Page telephone = patient.page();
        Locator news = telephone.locator("[data-messages-news]");
        assertThat(news).isHidden();

        ClinicianWindow tab = new ClinicianWindow(surgery.tab());
        tab.openPatient(ROSA);
        tab.page().getByText("Message patient").click();
        tab.page()
                .getByLabel("Message", new Page.GetByLabelOptions().setExact(true))
                .fill("Read this: " + ADVICE);
        tab.page()
                .getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName("Reply required").setExact(true))
                .check();
        tab.page()
                .getByLabel("Attach files")
                .setInputFiles(new FilePayload("Exercises.pdf", "application/pdf", Documents.pdf()));
        assertThat(tab.page().locator("[data-file-line]")).hasText("Ready to send");
        axe.look("a file with a message", tab.page());
        tab.press("Send message");

        assertThat(news).isVisible();
        axe.look("a message has come, in the call", telephone);
        news.getByRole(AriaRole.BUTTON).click();
        Locator panel = telephone.locator("[data-panel-messages]");
        assertThat(panel.locator("a[href='" + ADVICE + "']")).isVisible();
        assertThat(news).isHidden();
        assertThat(opened(telephone, panel, "Exercises.pdf")).startsWith("%PDF-");
        Page pdf = shown(telephone, panel, "Exercises.pdf");
        pdf.waitForCondition(() -> pdf.evaluate("() => document.contentType").equals("application/pdf"));
        pdf.close();
        axe.look("messages in the call, for the patient", telephone);
        panel.getByLabel("Attach files")
                .setInputFiles(new FilePayload("IMG_0042.HEIC", "image/heic", Documents.heic(folder)));
        assertThat(panel.locator("[data-file-line]")).hasText("Ready to send");
        panel.getByLabel("Your reply").fill("I have, thank you.");
        telephone.route("**/visit/messages", route -> route.abort("connectionreset"));
        patient.press("Send reply");
        assertThat(panel.getByText("Your reply could not be sent")).isVisible();
        assertThat(panel.getByLabel("Your reply")).hasValue("I have, thank you.");
        telephone.unroute("**/visit/messages");
        patient.press("Send reply");
        assertThat(panel.getByText("Your reply is with")).isVisible();

        Page desk = clinician.page();
        Locator button = desk.locator(".a-rail [data-press=messages]");
        assertThat(button.locator("[data-number]")).hasText("1");
        button.click();
        Locator shown = desk.locator("[data-panel-messages]");
        assertThat(shown).containsText("I have, thank you.");
        assertThat(opened(desk, shown, "IMG_0042.jpg")).contains("JFIF");
        assertThat(shown.locator(".a-file img").last()).isVisible();
        axe.look("messages in the call, for staff", desk);
        Page picture = shown(desk, shown, "IMG_0042.jpg");
        new ShownPicture(picture)
                .isSeen()
                .isAccessible("a picture, for staff", axe, "Back to the conversation", "Full size", "Download");
        picture.getByText("Back to the conversation").click();
        assertThat(picture.locator("#conversation")).containsText("I have, thank you.");
        picture.close();
        shown.getByText("Mark as read").click();
        assertThat(button.locator("[data-messages-unread]")).isHidden();
        assertThat(panel).containsText("Read by");
        Page own = shown(telephone, panel, "IMG_0042.jpg");
        new ShownPicture(own)
                .isSeen()
                .isAccessible("a picture beside the call, for the patient", axe, "Full size", "Download");
        assertThat(own.getByText("Your call goes on in the other tab")).isVisible();
        own.close();
        assertThat(tab.page().locator("#conversation")).containsText("I have, thank you.");

        clinician.isLive();
        patient.isIn("live");
        atHome.seesMoving();
        panel.locator("[data-press=messages]").click();
        assertThat(panel).isHidden();
        clinician.end();
        patient.isIn("ended");
        complete(ROSA);
        patient.open(new DemoPhone(telephone).messageLink(ROSA.email()));
        telephone.getByLabel("Day").fill("14");
        telephone.getByLabel("Month").fill("3");
        telephone.getByLabel("Year").fill("1957");
        telephone.getByLabel("I agree to use Anteroom for messages").check();
        patient.press("Continue");
        assertThat(telephone.locator("main")).containsText("I have, thank you.");
        telephone.locator(".a-talk .a-file__acts a").getByText("Open").last().click();
        new ShownPicture(telephone)
                .isSeen()
                .isAccessible("a picture, for the patient", axe, "Back to the conversation", "Full size", "Download");
        telephone.getByText("Back to the conversation").click();
        assertThat(telephone.locator("main")).containsText("I have, thank you.");
        axe.foundNothing();
    }

    @Test
    void fileWhoseConnectionBreaksGoesOnWhereItWas() {
        Page desk = clinician.openPatient(ROSA).page();
        desk.getByText("Message patient").click();
        AtomicInteger pieces = new AtomicInteger();
        AtomicLong sent = new AtomicLong();
        desk.route("**/messages/files/*", route -> {
            int piece = pieces.incrementAndGet();
            if (piece == 4) {
                route.abort("connectionreset");
                return;
            }
            sent.addAndGet(route.request().postDataBuffer().length);
            route.resume();
        });
        byte[] large = Documents.pdf(700 * 1024);
        desk.getByLabel("Attach files").setInputFiles(new FilePayload("Scan.pdf", "application/pdf", large));
        assertThat(desk.locator("[data-file-line]")).hasText("Ready to send");
        assertThat(pieces.get()).isGreaterThan(4);
        assertThat(sent.get()).as("not a byte twice").isEqualTo(large.length);
        desk.getByLabel("Attach files")
                .setInputFiles(new FilePayload(
                        "photo.jpg", "image/jpeg", "<svg onload=alert(1)>".getBytes(StandardCharsets.US_ASCII)));
        assertThat(desk.locator("[data-file-line]").last()).containsText("This kind of file cannot be sent");
    }

    /** The tab in which a file is looked at. */
    private static Page shown(Page page, Locator within, String name) {
        Locator link = within.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open " + name));
        return page.waitForPopup(link::click);
    }

    /** What stands behind the link of a file, once it was scanned. */
    private static String opened(Page page, Locator within, String name) {
        Locator link = within.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Download " + name));
        Download file = page.waitForDownload(link::click);
        assertThat(file.suggestedFilename()).isEqualTo(name);
        try (InputStream content = file.createReadStream()) {
            return new String(content.readNBytes(12), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
