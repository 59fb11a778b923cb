package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;
import static uk.anteroom.e2e.people.Patient.WALTER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;
import uk.anteroom.e2e.people.DemoPhone;
import uk.anteroom.e2e.people.Keyboard;

class MessageTest extends Journey {

    private static final String ADVICE = "https://www.nhs.uk/conditions/stomach-ache/";

    private final Accessibility axe = new Accessibility();

    @Test
    void patientReadsAndRepliesAndTheClinicianSeesItWithoutReloading() {
        Page desk = clinician.openPatient(ROSA).page();
        desk.getByText("Message patient").click();
        desk.getByLabel("Message", new Page.GetByLabelOptions().setExact(true))
                .fill("Please read " + ADVICE + " and tell us how you are.");
        desk.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName("Reply required").setExact(true))
                .check();
        axe.look("writing to a patient", desk);
        clinician.press("Send message");
        Locator conversation = desk.locator("#conversation");
        assertThat(conversation).containsText("Please read");
        axe.look("a conversation, for staff", desk);

        Page telephone = patient.page();
        patient.open(new DemoPhone(telephone).messageLink(ROSA.email()));
        axe.look("the link of a message", telephone);
        telephone.getByLabel("Day").fill("14");
        telephone.getByLabel("Month").fill("3");
        telephone.getByLabel("Year").fill("1957");
        telephone.getByLabel("I agree to use Anteroom for messages").check();
        patient.press("Continue");
        Locator link = telephone.locator("a[href='" + ADVICE + "']");
        assertThat(link).hasAttribute("rel", "noopener noreferrer");
        assertThat(telephone.locator("main")).containsText("(www.nhs.uk)");
        assertThat(conversation).containsText("Read today");
        axe.look("a conversation, for the patient", telephone);
        telephone.getByLabel("Your reply").fill("Much better, thank you.");
        patient.press("Send reply");
        assertThat(telephone.getByText("Your reply is with")).isVisible();

        assertThat(conversation).containsText("Much better, thank you.");
        conversation.getByText("Mark as read").click();
        assertThat(conversation).not().containsText("Not read by anybody here yet");
        axe.foundNothing();
    }

    @Test
    void templateIsPutIntoTheMessageByKeyboardAndNothingIsSentByIt() {
        Page desk = clinician.openPatient(WALTER).page();
        desk.getByText("Message patient").click();
        Locator text = desk.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
        text.fill("Hello Walter.");
        Keyboard keyboard = new Keyboard(desk);
        keyboard.backTo(AriaRole.COMBOBOX, "Template").type("Test").toButton("Use template");

        desk.waitForResponse(kept -> kept.url().endsWith("/messages/draft"), () -> keyboard.press("Enter"));

        keyboard.isAt(text);
        String begun = text.inputValue();
        assertThat(text)
                .hasValue(Pattern.compile(
                        "^Hello Walter\\.\n\nDear Walter,\n\nYour test result.*Dr Amara Okafor\nRiverside Surgery$",
                        Pattern.DOTALL));
        assertThat(desk.getByLabel("Reply not required, save to clinical system"))
                .isChecked();
        assertThat(desk.getByText("“Test result normal” is in the message.")).isVisible();
        axe.look("a message that begins with a template", desk);
        desk.reload();
        desk.getByText("Message patient").click();
        assertThat(text).hasValue(begun);
        assertThat(desk.locator("#conversation")).not().containsText("Your test result");

        keyboard.to(text)
                .press("Control+End")
                .type(" PS: See you soon.")
                .toButton("Send message")
                .press("Enter");
        assertThat(desk.locator("#conversation")).containsText("See you soon.");
        keyboard.sawItsPlaceEverywhere();
        axe.foundNothing();
    }
}
