package uk.anteroom.e2e.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import uk.anteroom.e2e.stage.Desktop;

/** The toolbar at the top of Dr Okafor's screen. */
public final class ToolbarSide implements AutoCloseable {

    private static final String BUTTON = "push button";
    private static final String CAMERA = "Video call patient";

    private final Desktop desktop;

    private ToolbarSide(Desktop desktop) {
        this.desktop = desktop;
    }

    public static ToolbarSide start(Path folder, String address) {
        return start(folder, address, 1440, 900, 1);
    }

    /** On another screen, drawn so many times as large, with these flags. */
    public static ToolbarSide start(Path folder, String address, int width, int height, int scale, String... flags) {
        return new ToolbarSide(Desktop.open(folder, address, width, height, scale, flags));
    }

    public Desktop desktop() {
        return desktop;
    }

    /** Presses Sign in, and Connect on the page that the browser opens. */
    public void signIn(ClinicianWindow browser) {
        int before = desktop.opened().size();
        desktop.click(BUTTON, "Sign in");
        Page page = browser.page();
        browser.goTo(desktop.opens(before));
        String code = page.locator(".a-usercode").innerText();
        desktop.finds("label", code);
        browser.press("Connect");
        desktop.finds(BUTTON, "Requests, " + requests(page) + " open");
    }

    private static String requests(Page page) {
        return page.locator("a[href='/requests'] .a-count").innerText();
    }

    public void sees(Patient patient) {
        desktop.finds("label", patient.fullName());
        desktop.awaitButton(CAMERA, true);
    }

    public void seesNobody() {
        desktop.finds("label", "No patient open");
        desktop.finds("label", "Open a patient in the clinical system");
        desktop.awaitButton(CAMERA, false);
    }

    public void seesThatItIsNotConnected() {
        desktop.finds("label", "No patient open");
        desktop.finds("label", "Not connected. Trying again");
        desktop.awaitButton(CAMERA, false);
        assertThat(desktop.all()).noneMatch(one -> one.name().contains("Whitfield"));
    }

    /** Presses the camera; where it leads. */
    public String pressCamera() {
        return press(CAMERA);
    }

    private String press(String button) {
        int before = desktop.opened().size();
        desktop.click(BUTTON, button);
        return desktop.opens(before);
    }

    public void reads(String line) {
        desktop.finds("label", line);
    }

    public void readsWaiting(Patient patient) {
        desktop.awaits(
                patient.fullName() + " is waiting",
                () -> desktop.all().stream()
                        .anyMatch(one -> one.name().startsWith(patient.fullName() + " is waiting")));
    }

    /** Presses the line that says who waits; where it leads. */
    public String pressWaiting(Patient patient) {
        return press(desktop.all().stream()
                .filter(one -> one.name().startsWith(patient.fullName() + " is waiting"))
                .findFirst()
                .orElseThrow()
                .name());
    }

    public void isSignedOut() {
        desktop.finds("label", "Not signed in");
        desktop.finds(BUTTON, "Sign in");
    }

    /** As when somebody ends their session and comes back. */
    public void restart() {
        desktop.stop();
        desktop.start();
    }

    @Override
    public void close() {
        desktop.close();
    }
}
