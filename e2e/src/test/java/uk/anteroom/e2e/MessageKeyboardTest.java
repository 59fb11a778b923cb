package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.RADIO;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.anteroom.e2e.people.DemoPhone;
import uk.anteroom.e2e.people.Documents;
import uk.anteroom.e2e.people.Keyboard;
import uk.anteroom.e2e.people.ShownPicture;

/** Both sides write, read and answer with keys only. */
@Tag("matrix")
class MessageKeyboardTest extends Journey {

    private static final String ADVICE = "https://www.nhs.uk/conditions/itchy-skin/";

    @TempDir
    Path folder;

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
        expectsFiles(phone);
        home.context().route(ADVICE, route -> route.fulfill(new Route.FulfillOptions().setBody("Eczema")));
    }

    @Test
    void clinicianWritesBesideTheCallAndThePatientReadsAndAnswersInIt() {
        meet(ROSA);
        Locator rail = desk.locator(".a-rail [data-press=messages]");
        amara.to(rail).press("Enter").isAt(desk.locator("#messages-heading"));
        Page writing = opens(desk, amara.to(LINK, "Write in a new tab"), "Enter");
        Keyboard there = new Keyboard(writing);
        writes(writing, there, "Read this: ");
        there.sawItsPlaceEverywhere();
        writing.close();
        assertThat(desk.locator("[data-panel-messages]")).containsText("Read this");

        rosa.toButton("Read").press("Enter").isAt(phone.locator("#messages-heading"));
        Locator panel = phone.locator("[data-panel-messages]");
        opens(phone, rosa.to(panel.locator("a[href='" + ADVICE + "']")), "Enter")
                .close();
        opens(phone, rosa.to(link(panel, "Open Leaflet.pdf")), "Enter").close();
        rosa.toField("Your reply").type("I have, thank you.");
        attaches(phone, rosa, panel.locator("input[type=file]"), photo());
        assertThat(panel.locator("[data-file-line]")).hasText("Ready to send");
        rosa.toButton("Send reply").press("Enter");
        assertThat(panel.getByText("Your reply is with")).isVisible();
        rosa.isAt(phone.locator("#messages-heading"));

        Locator shown = desk.locator("[data-panel-messages]");
        assertThat(shown).containsText("I have, thank you.");
        amara.to(link(shown, "Download IMG_0077.jpg"));
        Page picture = opens(desk, amara.backTo(link(shown, "Open IMG_0077.jpg")), "Enter");
        new ShownPicture(picture).isSeen();
        picture.close();
        Locator mark = shown.getByRole(BUTTON, new Locator.GetByRoleOptions().setName("Mark as read"));
        amara.to(mark).press("Space");
        assertThat(mark).isHidden();
        amara.isAt(desk.locator("#messages-heading"));
        assertThat(panel).containsText("Read by");
        rosa.press("Escape");
        assertThat(panel).isHidden();
        rosa.isAt(BUTTON, "More");
        amara.press("Escape").isAt(rail);

        clinician.end();
    }

    @Test
    void patientReadsAndAnswersOnTheirPageAndTheClinicianOnTheirs() {
        clinician.openPatient(ROSA);
        amara.to(RADIO, "Video call patient").press("ArrowDown");
        amara.isAt(RADIO, "Message patient");
        writes(desk, amara, "Have you seen ");

        patient.open(new DemoPhone(phone).messageLink(ROSA.email()));
        rosa.toField("Day").type("14");
        rosa.toField("Month").type("3");
        rosa.toField("Year").type("1957");
        rosa.to(phone.getByLabel("I agree to use Anteroom for messages")).press("Space");
        rosa.toButton("Continue").press("Enter");
        Locator talk = phone.locator("main .a-talk");
        assertThat(talk).containsText("Have you seen");
        opens(phone, rosa.to(talk.locator("a[href='" + ADVICE + "']").last()), "Enter")
                .close();
        rosa.toField("Your reply").type("I have, thank you.");
        attaches(phone, rosa, phone.locator("main input[type=file]"), photo());
        assertThat(phone.locator("main [data-file-line]")).hasText("Ready to send");
        Locator remove =
                phone.getByRole(BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Remove IMG_0077")));
        rosa.backTo(remove).press("Space").isAt(phone.locator("main input[type=file]"));
        attaches(phone, rosa, photo());
        assertThat(phone.locator("main [data-file-line]")).hasText("Ready to send");
        rosa.toButton("Send reply").press("Space");
        assertThat(phone.getByText("Your reply is with")).isVisible();
        Locator conversation = desk.locator("#conversation");
        // once it was scanned; her page does not look again by itself
        assertThat(link(conversation, "Open IMG_0077.jpg").last()).isVisible();
        phone.reload();
        rosa.to(link(talk, "Open IMG_0077.jpg").last()).press("Enter");
        new ShownPicture(phone).isSeen();
        rosa.press("Tab").isAt(LINK, "Back to the conversation").press("Enter");
        assertThat(talk).containsText("I have, thank you.");

        assertThat(conversation).containsText("I have, thank you.");
        Locator mark = conversation.getByRole(BUTTON, new Locator.GetByRoleOptions().setName("Mark as read"));
        amara.to(mark.last()).press("Enter");
        assertThat(mark).hasCount(0);
    }

    @AfterEach
    void lookBack() {
        amara.sawItsPlaceEverywhere();
        rosa.sawItsPlaceEverywhere();
    }

    private static void writes(Page page, Keyboard keyboard, String words) {
        expectsFiles(page);
        keyboard.toField("Message").type(words + ADVICE);
        attaches(
                page,
                keyboard,
                page.locator("#messageFiles"),
                new FilePayload("Leaflet.pdf", "application/pdf", Documents.pdf()));
        assertThat(page.locator("[data-file-line]")).hasText("Ready to send");
        keyboard.to(RADIO, "Reply required").press("ArrowDown");
        keyboard.isAt(RADIO, "Reply not required").press("ArrowUp");
        keyboard.isAt(RADIO, "Reply required").toButton("Send message").press("Enter");
        assertThat(page.locator("#conversation")).containsText(words + ADVICE);
    }

    private static void attaches(Page page, Keyboard keyboard, Locator button, FilePayload file) {
        keyboard.to(button);
        attaches(page, keyboard, file);
    }

    /** From now on: asked together with the key, the browser may see the key first, and opens a window that nobody sees. */
    private static void expectsFiles(Page page) {
        page.onFileChooser(chooser -> {});
    }

    /** The browser's own window for files, opened by a key; what is in it is not ours. */
    private static void attaches(Page page, Keyboard keyboard, FilePayload file) {
        FileChooser chooser = page.waitForFileChooser(() -> keyboard.press("Enter"));
        chooser.setFiles(file);
    }

    private static Page opens(Page page, Keyboard keyboard, String key) {
        return page.waitForPopup(() -> keyboard.press(key));
    }

    private static Locator link(Locator within, String name) {
        return within.getByRole(LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private FilePayload photo() {
        return new FilePayload("IMG_0077.HEIC", "image/heic", Documents.heic(folder));
    }
}
