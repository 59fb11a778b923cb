package uk.anteroom.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where every email and text message of the demo arrives. */
public final class DemoPhone {

    private final Page page;

    public DemoPhone(Page page) {
        this.page = page;
    }

    /** The link in the newest message to that address or number. */
    public String link(String channel, String to, int messages) {
        return newest(channel, to, messages)
                .locator("a[href*='/v/']")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("/v/")))
                .first()
                .getAttribute("href");
    }

    /** The code in the newest message to that address or number. */
    public String code(String channel, String to, int messages) {
        Matcher code = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)")
                .matcher(newest(channel, to, messages)
                        .locator(".a-handset__text")
                        .textContent());
        if (!code.find()) {
            throw new AssertionError("No code for " + to);
        }
        return code.group();
    }

    /** The link to a guest at that address, who was written to once. */
    public String guestLink(String email) {
        return awaited(email, "/g/");
    }

    /** The link to the messages of a patient with that address. */
    public String messageLink(String email) {
        return awaited(email, "/m/");
    }

    /** The link to a new password of a patient with that address. */
    public String recoveryLink(String email) {
        return awaited(email, "/recover/");
    }

    private String awaited(String email, String path) {
        page.navigate("/demo/phone");
        Locator links = page.locator("article[data-channel='email'][data-to='" + email + "'] a[href*='" + path + "']");
        for (int tries = 0; links.count() == 0 && tries < 40; tries++) {
            page.waitForTimeout(250);
            page.reload();
        }
        return links.first().getAttribute("href");
    }

    /** How many messages have come to that address or number. */
    public int messages(String channel, String to) {
        page.navigate("/demo/phone");
        Locator shown = shown(channel, to);
        return shown.count() == 0 ? 0 : Integer.parseInt(shown.first().getAttribute("data-number"));
    }

    /** The newest of so many, not all of which are shown. */
    private Locator newest(String channel, String to, int messages) {
        page.navigate("/demo/phone");
        Locator newest = shown(channel, to).first();
        assertThat(newest).hasAttribute("data-number", "" + messages);
        return newest;
    }

    private Locator shown(String channel, String to) {
        return page.locator("article[data-channel='" + channel + "'][data-to='" + to + "']");
    }
}
