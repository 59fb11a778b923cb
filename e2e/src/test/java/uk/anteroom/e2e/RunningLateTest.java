package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;
import uk.anteroom.e2e.people.PatientPhone;
import uk.anteroom.e2e.stage.House;
import uk.anteroom.e2e.stage.Window;

/** A clinician runs late: those who wait are told how late, and may do something else meanwhile. */
@Tag("matrix")
class RunningLateTest extends Journey {

    private static final String GRACE = "a0000000-0000-4000-8000-000000000103";
    private static final String WALTER = "a0000000-0000-4000-8000-000000000104";
    private static final String GRACES_NUMBER = "07700 900345";

    private final Accessibility axe = new Accessibility();

    @Test
    void estimatesFollowTheRunningCallAndWhoAskedForATextIsCalledBack() {
        assumeTrue(System.getProperty("anteroom.demo.address") == null, "changes what is stored");
        // the stories before were short, and what is usual is learnt from them
        House.open()
                .change(
                        "update consultation set live_at = ended_at - interval '10 minutes' where live_at is not null and ended_at is not null");
        meet(ROSA);
        Page board = surgery.tab();
        try (Window graces = place().homeWindow();
                Window walters = place().homeWindow()) {
            PatientPhone grace = arrives(graces, board, GRACE, "sms", GRACES_NUMBER, 30, 11, 2001);
            PatientPhone walter = arrives(walters, board, WALTER, "email", "walter.hughes@mail.example", 9, 1, 1939);

            says(grace, "late", "About 10 minutes more");
            says(grace, "late", "You are next.");
            says(walter, "late", "About 20 minutes more");
            says(walter, "late", "1 person is before you.");
            axe.look("waiting room, running late", grace.page());

            callHasRunFor(7);
            assertThat(state(grace, "with-another")).containsText("Dr Okafor is with another patient");
            says(grace, "with-another", "You are next. You do not have to do anything.");
            callHasRunFor(23);
            says(grace, "late", "About 6 minutes more");
            says(walter, "late", "About 20 minutes more");

            // nobody can be rung or texted whose number is not known, and the choice says so
            assertThat(walter.page().getByText("Email me when it is my turn")).isVisible();
            assertThat(walter.page().getByText("Change to a phone call")).isHidden();
            grace.page().getByText("Text me when it is my turn").click();
            grace.press("Save my choice");
            assertThat(grace.page().locator("[data-wait-saved=text]")).isVisible();
            graces.page().navigate("about:blank");
            board.navigate("/waiting");
            assertThat(board.locator("#board")).containsText("Away since");
            assertThat(board.locator("#board")).containsText("Asked for a text when it is their turn");
            axe.look("waiting room board", board);
            axe.foundNothing();

            int before = messagesTo("sms", GRACES_NUMBER);
            clinician.end();
            String link = linkSentTo("sms", GRACES_NUMBER, before + 1);
            assertThat(board.locator("#board")).containsText("was told");
            grace.open(link).isInTheWaitingRoom();
            assertThat(board.locator("#board tbody tr").first()).containsText("Grace Lin");
            assertThat(board.locator("#board tbody tr").first()).not().containsText("Away");

            finish(board, GRACE);
            finish(board, WALTER);
        }
    }

    private PatientPhone arrives(
            Window window, Page staff, String patient, String channel, String to, int day, int month, int year) {
        int before = messagesTo(channel, to);
        staff.navigate("/patients/" + patient + "?video");
        staff.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send invitation"))
                .click();
        staff.waitForURL("**/consultations/**");
        String link = linkSentTo(channel, to, before + 1);
        staff.navigate("/patients");
        PatientPhone phone = new PatientPhone(window.page()).open(link).confirm(day, month, year);
        phone.isInTheWaitingRoom();
        return phone;
    }

    /** As if it had begun so long ago; the page asks again when somebody looks at it. */
    private static void callHasRunFor(int minutes) {
        House.open()
                .change("update consultation set live_at = now() - interval '" + minutes
                        + " minutes' where state = 'LIVE'");
    }

    private static Locator state(PatientPhone phone, String state) {
        phone.page().evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
        return phone.page().locator("[data-patience='" + state + "']");
    }

    private static void says(PatientPhone phone, String state, String words) {
        assertThat(state(phone, state)).isVisible();
        assertThat(state(phone, state)).containsText(words);
    }

    /** Withdraws what waits, so that the next story finds the house as it was. */
    private static void finish(Page staff, String patient) {
        House.open()
                .change(
                        "update consultation set state = 'CANCELLED', ended_at = now() where state = 'WAITING' and patient_id = '"
                                + patient + "'");
    }
}
