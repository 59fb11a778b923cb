package uk.anteroom.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The browser window of Dr Okafor. */
public final class ClinicianWindow {

    static final String EMAIL = "amara.okafor@riverside.example";
    static final String PASSWORD = "anteroom-demo-1";

    private final Page page;

    public ClinicianWindow(Page page) {
        this.page = page;
    }

    public Page page() {
        return page;
    }

    public CallSide call() {
        return new CallSide(page);
    }

    /** Goes to a page, signing in where it is asked for. */
    public ClinicianWindow goTo(String path) {
        page.navigate(path);
        if (page.url().contains("/sign-in")) {
            signIn();
        }
        return this;
    }

    public void signIn() {
        page.getByLabel("Email address").fill(EMAIL);
        page.getByLabel("Password").fill(PASSWORD);
        press("Sign in");
        page.waitForURL(Pattern.compile("^(?!.*/sign-in).*$"));
    }

    /** From the practice list to the patient's page, with the form that invites. */
    public ClinicianWindow openPatient(Patient patient) {
        goTo("/patients");
        link("Video call " + patient.fullName()).click();
        heading(patient.fullName()).waitFor();
        return this;
    }

    public boolean videoCallIsSelected() {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Video call patient"))
                .isChecked();
    }

    /** By text message, to a number that is typed for this invitation. */
    public ClinicianWindow typeNumber(String number) {
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Send as SMS"))
                .check();
        page.getByLabel("Send as SMS to").fill(number);
        return this;
    }

    /** Sends it; the consultation's page comes by itself. */
    public ClinicianWindow sendInvitation() {
        press("Send invitation");
        page.waitForURL(Pattern.compile("/consultations/[0-9a-f-]{36}$"));
        heading("Video consultation").waitFor();
        return this;
    }

    /** The consultation whose page is open. */
    public String consultation() {
        return page.url().replaceAll(".*/consultations/", "").replaceAll("[?/].*", "");
    }

    /** The steps of the invitation, and how far it has come. */
    public List<String> ladder() {
        return page.locator(".a-ladder").first().locator("li > b").allInnerTexts();
    }

    public void seesStepDone(String step) {
        assertThat(page.locator(".a-ladder li").filter(new Locator.FilterOptions().setHasText(step + ", done")))
                .isVisible();
    }

    public void reads(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    /** Answers how long it took. */
    public Duration seesWaiting(Patient patient) {
        long since = System.nanoTime();
        heading(patient.fullName() + " is waiting").waitFor();
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** The patient has come, and cannot get on alone. */
    public void seesNeedsHelp(Patient patient) {
        heading(patient.fullName() + " needs help").waitFor();
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) Patient waiting"));
        assertThat(page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Admit").setExact(true)))
                .isVisible();
    }

    /** Lets the patient in, and waits for the call. */
    public CallSide admit() {
        press("Admit");
        assertThat(page.locator("#consultation")).hasAttribute("data-state", "live");
        return call();
    }

    public void isLive() {
        assertThat(page.locator("#consultation")).hasAttribute("data-state", "live");
    }

    /** Stops the call for both; what comes is the question how it went. */
    public void end() {
        call().end();
        heading("Consultation Ended").waitFor();
    }

    /** Closes a consultation in which nobody was seen, so that the next story begins anew. */
    public void admitNobodyAndEnd() {
        page.locator("details.a-ask summary").click();
        press("Withdraw");
        page.waitForLoadState();
    }

    public void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** A button whose name goes on with whom it is about. */
    public void pressAbout(String beginning) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + beginning)))
                .click();
    }

    public Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    public Locator link(String text) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    public Locator tab(String text) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(text).setExact(true));
    }
}
