package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static uk.anteroom.e2e.people.Patient.WALTER;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;

class NewLinkTest extends Journey {

    private final Accessibility axe = new Accessibility();

    @Test
    void whoAsksWithADeadLinkIsInvitedAgain() {
        String link = inviteByEmail(WALTER);
        clinician.admitNobodyAndEnd();
        patient.open(link).press("Ask for a new link");
        assertThat(patient.heading("You asked for a new link")).isVisible();
        axe.look("asked for a new link", patient.page());

        Page desk = clinician.goTo("/requests").page();
        // a job answers, and the page looks again by itself
        assertThat(desk.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Asked for a new link")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        clinician.reads("The invitation was withdrawn");
        axe.look("requests, asked for a new link", desk);
        axe.look(
                "waiting room, asked for a new link", clinician.goTo("/waiting").page());
        int before = messagesTo("email", WALTER.email());
        clinician.link("Invite again Walter Hughes").click();
        clinician.sendInvitation();

        patient.arrive(linkSentTo("email", WALTER.email(), before + 1), WALTER);
        clinician.goTo("/waiting").link("Open Walter Hughes").waitFor();
        assertThat(desk.getByText("The invitation was withdrawn")).hasCount(0);
        clinician.link("Open Walter Hughes").click();
        clinician.seesWaiting(WALTER);
        clinician.admitNobodyAndEnd();
        axe.foundNothing();
    }
}
