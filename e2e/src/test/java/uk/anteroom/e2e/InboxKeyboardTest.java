package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.TAB;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Keyboard;

/** A request is found, taken, noted on, completed and opened again with keys only. */
@Tag("matrix")
class InboxKeyboardTest extends Journey {

    private static final String REQUEST = "Fit note for work";

    @Test
    void aRequestIsWorkedThroughWithKeysOnly() {
        clinician.goTo("/requests");
        Page desk = clinician.page();
        Keyboard amara = new Keyboard(desk);
        amara.to(desk.getByLabel("Patient or words")).type("adeyemi fit");
        amara.toButton("Filter").press("Enter");
        Locator rows = desk.locator(".a-table--inbox tbody tr");
        assertThat(rows).hasCount(1);
        amara.to(rows.getByRole(BUTTON)).press("Enter");
        assertThat(desk.locator("#inbox")).containsText("Nothing here has all of that.");
        amara.to(desk.locator(".a-boxes a").filter(new Locator.FilterOptions().setHasText("Assigned to me")))
                .press("Enter");
        assertThat(desk.locator("#inbox-name")).hasText("Assigned to me");
        amara.to(LINK, REQUEST).press("Enter");
        assertThat(desk.locator("#request-head")).containsText("Assigned to you");
        amara.to(TAB, "Notes").press("Enter");
        desk.getByLabel("Write a note").waitFor();
        amara.toField("Write a note").type("Fit note is printed.");
        amara.toButton("Save note").press("Enter");
        assertThat(desk.locator(".a-notecard")).containsText("Fit note is printed.");
        amara.to(TAB, "Request").press("Enter");
        clinician.heading("When you are done").waitFor();
        amara.toButton("Complete request").press("Enter");
        assertThat(desk.locator("#request-head")).containsText("Completed by You");
        amara.toButton("Reopen request").press("Enter");
        assertThat(desk.locator("#request-head")).containsText("Assigned to you");
        amara.sawItsPlaceEverywhere();
    }
}
