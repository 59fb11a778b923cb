package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;
import uk.anteroom.e2e.people.CallSide;
import uk.anteroom.e2e.people.ClinicianWindow;
import uk.anteroom.e2e.people.DemoPhone;

class MessageInCallTest extends Journey {

    private static final String ADVICE = "https://www.nhs.uk/conditions/eczema/";

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
        tab.press("Send message");

        assertThat(news).isVisible();
        axe.look("a message has come, in the call", telephone);
        news.getByRole(AriaRole.BUTTON).click();
        Locator panel = telephone.locator("[data-panel-messages]");
        assertThat(panel.locator("a[href='" + ADVICE + "']")).isVisible();
        assertThat(news).isHidden();
        axe.look("messages in the call, for the patient", telephone);
        panel.getByLabel("Your reply").fill("I have, thank you.");
        patient.press("Send reply");
        assertThat(panel.getByText("Your reply is with")).isVisible();

        Page desk = clinician.page();
        Locator button = desk.locator(".a-rail [data-press=messages]");
        assertThat(button.locator("[data-number]")).hasText("1");
        button.click();
        Locator shown = desk.locator("[data-panel-messages]");
        assertThat(shown).containsText("I have, thank you.");
        axe.look("messages in the call, for staff", desk);
        shown.getByText("Mark as read").click();
        assertThat(button.locator("[data-messages-unread]")).isHidden();
        assertThat(panel).containsText("Read by");
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
        axe.foundNothing();
    }
}
