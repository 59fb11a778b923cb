package uk.anteroom.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

/** What there is in a call beside mute, camera and end. */
public final class Tools {

    private static final String TRAFFIC = """
            async () => {
              let packets = 0;
              for (const report of (await window.callConnection().getStats()).values())
                if (report.type === 'outbound-rtp') packets += report.packetsSent;
              return packets;
            }
            """;

    private final Page page;

    public Tools(Page page) {
        this.page = page;
    }

    public void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .locator("visible=true")
                .first()
                .click();
    }

    public void card(String name, String text) {
        assertThat(page.locator("[data-card=" + name + "]")).containsText(text);
        assertThat(page.locator("[data-card=" + name + "]")).isVisible();
    }

    public void reads(String text) {
        assertThat(page.getByText(text).locator("visible=true").first()).isVisible();
    }

    public void quality(String words) {
        assertThat(page.locator("[data-quality]")).hasText(words);
    }

    /** How many packets of picture and sound have left by now, on the newest connection. */
    public int packetsSent() {
        return ((Number) page.evaluate(TRAFFIC)).intValue();
    }

    /** The other's screen fills the main place, in frames that are decoded. */
    public void seesScreen() {
        assertThat(page.locator("#remote-screen")).isVisible();
        page.waitForFunction("() => document.querySelector('#remote-screen').videoWidth > 0");
    }

    public void seesNoScreen() {
        assertThat(page.locator("#remote-screen")).isHidden();
    }

    /** How many connections this page has built. */
    public int connections() {
        return ((Number) page.evaluate("() => window.keptConnections.length")).intValue();
    }

    public void key(String key) {
        page.keyboard().press(key);
    }

    /** Takes the microphone that stands second in the list. */
    public void chooseTheSecondMicrophone() {
        Locator choice = page.getByLabel("Microphone", new Page.GetByLabelOptions().setExact(true))
                .locator("visible=true");
        choice.selectOption(new SelectOption().setIndex(1));
    }
}
