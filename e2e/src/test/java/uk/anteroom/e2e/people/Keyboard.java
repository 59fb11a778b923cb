package uk.anteroom.e2e.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/** Somebody who has no mouse. What they stop at on the way must show that it has the focus. */
public final class Keyboard {

    private static final int MOST_STOPS = 60;

    /** The colour of focus, wherever it is shown: on the control, or for a hidden box on its label. Colours may take a moment to change. */
    private static final String RING = """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body) return false;
              const yellow = 'rgb(255, 235, 59)';
              const shows = (element, part) => {
                const style = getComputedStyle(element, part);
                const outline = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2 ? style.outlineColor : '';
                return [outline, style.boxShadow, style.backgroundColor].some((one) => one.includes(yellow));
              };
              const box = at.getBoundingClientRect();
              const onScreen = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
              const labels = [...(at.labels ?? [])];
              return onScreen && (shows(at) || labels.some((label) => shows(label) || shows(label, '::before')));
            }
            """;

    private static final String NAME = """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body) return 'nothing';
              const text = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent ?? '';
              return `${at.tagName.toLowerCase()} “${text.trim().replace(/\\s+/g, ' ').slice(0, 40)}”`;
            }
            """;

    private final Page page;
    private final List<String> unseen = new ArrayList<>();

    public Keyboard(Page page) {
        this.page = page;
    }

    /** Tabs until that control has the focus. */
    public Keyboard to(AriaRole role, String name) {
        return to(control(role, name));
    }

    public Keyboard to(Locator element) {
        return walk("Tab", element);
    }

    /** The same, backwards. */
    public Keyboard backTo(AriaRole role, String name) {
        return backTo(control(role, name));
    }

    public Keyboard backTo(Locator element) {
        return walk("Shift+Tab", element);
    }

    public Keyboard toButton(String name) {
        return to(AriaRole.BUTTON, name);
    }

    public Keyboard toField(String name) {
        return to(AriaRole.TEXTBOX, name);
    }

    public Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    public Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** That control has the focus by now, without another key. */
    public Keyboard isAt(AriaRole role, String name) {
        return isAt(control(role, name));
    }

    public Keyboard isAt(Locator element) {
        try {
            page.waitForCondition(() -> has(element), new Page.WaitForConditionOptions().setTimeout(5_000));
        } catch (PlaywrightException e) {
            throw new AssertionError("The focus is at " + page.evaluate(NAME) + ", not at " + element, e);
        }
        return this;
    }

    /** Where it is now counts among the places it came by. */
    public Keyboard showsItsPlace() {
        noteIfUnseen();
        return this;
    }

    /** Wherever the focus was on the way, the screen said so. */
    public void sawItsPlaceEverywhere() {
        assertThat(unseen).as("what had the focus and did not show it").isEmpty();
    }

    private Keyboard walk(String key, Locator wanted) {
        List<String> passed = new ArrayList<>();
        while (passed.size() < MOST_STOPS) {
            page.keyboard().press(key);
            passed.add(noteIfUnseen());
            if (has(wanted)) {
                return this;
            }
        }
        throw new AssertionError("No " + wanted + " among " + passed);
    }

    private String noteIfUnseen() {
        String stop = (String) page.evaluate(NAME);
        if (!stop.equals("nothing") && !showsItsFocus()) {
            unseen.add(stop);
        }
        return stop;
    }

    private boolean showsItsFocus() {
        try {
            page.waitForFunction(
                    RING,
                    null,
                    new Page.WaitForFunctionOptions().setPollingInterval(30).setTimeout(5_000));
            return true;
        } catch (PlaywrightException e) {
            return false;
        }
    }

    private Locator control(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private boolean has(Locator element) {
        return element.and(page.locator(":focus")).count() > 0;
    }
}
