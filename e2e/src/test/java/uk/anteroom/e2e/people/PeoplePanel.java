package uk.anteroom.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The clinician's panel of everybody in the call. */
public final class PeoplePanel {

    private final Page page;

    public PeoplePanel(Page page) {
        this.page = page;
    }

    public PeoplePanel open() {
        Locator panel = page.locator("[data-panel-people]");
        if (!panel.isVisible()) {
            page.locator(".a-rail [data-press=people]").click();
        }
        panel.locator("#guest-form select")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        return this;
    }

    /** Invites by email. */
    public PeoplePanel invite(String role, String name, String knownAs, String email) {
        open();
        Locator form = page.locator("#guest-form");
        if (!form.locator("#name").isVisible()) {
            form.locator("summary").click();
        }
        form.getByLabel("Who are they?").selectOption(role);
        form.getByLabel("Their name").fill(name);
        form.getByLabel("How they are shown to everybody, if you like").fill(knownAs);
        form.getByLabel("Email address").fill(email);
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send invitation"))
                .click();
        assertThat(form.locator("[data-sent]")).containsText(name);
        return this;
    }

    public PeoplePanel reads(String name, String state) {
        assertThat(row(name)).containsText(state);
        return this;
    }

    public void press(String act, String name) {
        act(act, name).click();
    }

    public PeoplePanel offersNot(String act, String name) {
        assertThat(act(act, name)).hasCount(0);
        return this;
    }

    /** Admits from the line below the picture, which names who waits. */
    public void admitAtTheDoor(String name) {
        Locator notice = page.locator("[data-notice=guest-waiting]");
        assertThat(notice).containsText(name);
        notice.getByRole(AriaRole.BUTTON).click();
    }

    private Locator act(String act, String name) {
        return row(name).locator("button").filter(new Locator.FilterOptions().setHasText(act));
    }

    private Locator row(String name) {
        return page.locator("#guests > li").filter(new Locator.FilterOptions().setHasText(name));
    }
}
