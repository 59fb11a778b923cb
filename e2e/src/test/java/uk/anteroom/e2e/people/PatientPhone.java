package uk.anteroom.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The patient's telephone, held upright. */
public final class PatientPhone {

    private final Page page;

    public PatientPhone(Page page) {
        this.page = page;
    }

    public Page page() {
        return page;
    }

    public CallSide call() {
        return new CallSide(page);
    }

    public PatientPhone open(String link) {
        page.navigate(link);
        return this;
    }

    /** Fills in a date of birth, agrees, and goes on. */
    public PatientPhone confirm(int day, int month, int year) {
        fillIn(day, month, year);
        press("Continue");
        return this;
    }

    /** All but the button. */
    public void fillIn(Patient patient) {
        fillIn(patient.day(), patient.month(), patient.year());
    }

    private void fillIn(int day, int month, int year) {
        type("Day", day);
        type("Month", month);
        type("Year", year);
        page.getByLabel("I agree to use Anteroom for this video call").check();
    }

    public PatientPhone confirm(Patient patient) {
        return confirm(patient.day(), patient.month(), patient.year());
    }

    public void isInTheWaitingRoom() {
        heading("You are in the waiting room").waitFor();
    }

    /** Allows camera and microphone. */
    public PatientPhone useDevices() {
        press("Use camera and microphone");
        assertThat(page.locator("#visit [data-panel=own]")).isVisible();
        return this;
    }

    /** Signs in with an account, where the link asks for it. */
    public PatientPhone signIn(String email, String password) {
        page.getByLabel("Email address").fill(email);
        page.getByLabel("Password").fill(password);
        press("Sign in");
        return this;
    }

    /** Opens the link, says who it is, and shows the camera. */
    public PatientPhone arrive(String link, Patient patient) {
        open(link).confirm(patient).isInTheWaitingRoom();
        return useDevices();
    }

    /** Offers the call to another device, from the waiting room or the settings of the call, and answers the square's address. */
    public String offersAnotherDevice() {
        visible("[data-press=another-device]").click();
        Locator square = visible("[data-handover-square]");
        square.waitFor();
        return Square.read(square);
    }

    /** The letters it shows. */
    public String letters() {
        return visible("[data-handover-code]").innerText();
    }

    public Locator visible(String selector) {
        return page.locator(selector).locator("visible=true").first();
    }

    public void isIn(String state) {
        assertThat(page.locator("#visit")).hasAttribute("data-state", state);
    }

    public void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    public Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    private void type(String label, int number) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(Integer.toString(number));
    }
}
