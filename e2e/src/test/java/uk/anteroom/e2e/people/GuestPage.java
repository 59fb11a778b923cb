package uk.anteroom.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A third person at a laptop. */
public final class GuestPage {

    private final Page page;
    private final String name;

    public GuestPage(Page page, String name) {
        this.page = page;
        this.name = name;
    }

    public Page page() {
        return page;
    }

    /** Opens the link, says that it is them, and shows the camera. */
    public GuestPage arrive(String link) {
        page.navigate(link);
        page.getByLabel("I am " + name).check();
        press("Continue");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("You are in the waiting room"))
                .waitFor();
        press("Use camera and microphone");
        assertThat(page.locator("#visit [data-panel=own]")).isVisible();
        return this;
    }

    public CallSide call() {
        return new CallSide(page);
    }

    public Company company() {
        return new Company(page);
    }

    public GuestPage isIn(String state) {
        assertThat(page.locator("#visit")).hasAttribute("data-state", state);
        return this;
    }

    public void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
