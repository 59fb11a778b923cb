package uk.anteroom.e2e.people;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Somebody who answers the practice's questions, one a page. */
public final class Asking {

    private final Page page;

    public Asking(Page page) {
        this.page = page;
    }

    /** Chooses one of the answers and goes on. */
    public void choose(String answer) {
        check(answer);
        goOn();
    }

    public void check(String answer) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(answer))
                .first()
                .check();
    }

    public void goOn() {
        press("Continue");
    }

    public void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    public void reads(String heading) {
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(heading).setExact(true))
                .waitFor();
    }

    /** From the public page to all answers, for something that is no illness and has no photo; whoever is signed in is not asked who they are. */
    public void asksForPaper(String title, String mobile) {
        press("Ask for something");
        choose("No, none of these");
        choose("Something on paper");
        page.getByLabel("In a few words").fill(title);
        page.getByLabel("Tell us more").fill("For my landlord.");
        goOn();
        reads("Do you have photos or letters that help?");
        goOn();
        reads("How can we reach you?");
        page.getByLabel("Mobile number").fill(mobile);
        choose("By text message");
        reads("Check your answers");
    }
}
