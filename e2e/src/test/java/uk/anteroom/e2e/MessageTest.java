package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;
import uk.anteroom.e2e.people.DemoPhone;

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
}
