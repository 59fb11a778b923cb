package uk.anteroom.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.Map;

/** A picture of a conversation on the page that shows it. */
public record ShownPicture(Page page) {

    private static final String POLICY = "content-security-policy";

    /** The picture is there, and not only its place. */
    public ShownPicture isSeen() {
        assertThat(page.locator(".a-viewer__picture img")).isVisible();
        page.waitForCondition(() -> {
            Object width = page.evaluate("() => document.querySelector('.a-viewer__picture img').naturalWidth");
            return ((Number) width).intValue() > 0;
        });
        return this;
    }

    /**
     * What axe and keys say of it. Its policy lets no script run, not even one that waits for the next frame, so they look at the same page in a tab of
     * its own that never hears of the policy.
     *
     * @param links what Tab comes to, in this order
     */
    public ShownPicture isAccessible(String name, Accessibility axe, String... links) {
        try (Page bare = page.context().newPage()) {
            String address = page.url();
            bare.route(address::equals, ShownPicture::withoutPolicy);
            bare.navigate(address);
            new ShownPicture(bare).isSeen();
            axe.look(name, bare);
            Keyboard keyboard = new Keyboard(bare);
            for (String link : links) {
                Locator next = bare.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link));
                keyboard.press("Tab").isAt(next).showsItsPlace();
            }
            keyboard.sawItsPlaceEverywhere();
        }
        return this;
    }

    private static void withoutPolicy(Route route) {
        APIResponse answer = route.fetch();
        Map<String, String> headers = new HashMap<>(answer.headers());
        if (headers.remove(POLICY) == null) {
            throw new AssertionError("The page has no policy");
        }
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
    }
}
