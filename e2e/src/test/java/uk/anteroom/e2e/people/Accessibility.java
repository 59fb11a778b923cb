package uk.anteroom.e2e.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks axe-core about pages, and whether they fit at 400 %, and says at the end what speaks against them. */
public final class Accessibility {

    private static final String AXE = axe();

    private static final String RUN = """
            async () => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
              return violations.flatMap(({ id, impact, help, nodes }) =>
                nodes.map(({ target, failureSummary }) => `${id} (${impact}): ${help}\\n    ${target.join(' ')}\\n    ${failureSummary.replaceAll('\\n', ' ')}`));
            }
            """;

    /** A window of 1280 by 1024 at 400 %. A running call is left alone: its pictures are laid out by size. */
    private static final int WIDTH_AT_400 = 320;

    private static final int HEIGHT_AT_400 = 256;

    private static final String TOO_WIDE = """
            width => {
              if (document.documentElement.scrollWidth <= width) {
                return [];
              }
              const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1);
              return wide.slice(-3).map(e => `at 400 % it scrolls sideways (${document.documentElement.scrollWidth}): ${e.outerHTML.slice(0, 120)}`);
            }
            """;

    private final List<String> violations = new ArrayList<>();
    private int pages;

    /** Looks at a page as it is now. */
    public Accessibility look(String name, Page page) {
        page.evaluate(AXE);
        note(name, page.evaluate(RUN));
        if (page.locator("video").count() == 0) {
            ViewportSize before = page.viewportSize();
            page.setViewportSize(WIDTH_AT_400, HEIGHT_AT_400);
            note(name, page.evaluate(TOO_WIDE, WIDTH_AT_400));
            page.setViewportSize(before.width, before.height);
        }
        pages++;
        return this;
    }

    private void note(String name, Object found) {
        for (Object violation : (List<?>) found) {
            violations.add(name + ": " + violation);
        }
    }

    public void foundNothing() {
        assertThat(pages).isPositive();
        assertThat(violations).as("what is wrong with %d pages", pages).isEmpty();
    }

    private static String axe() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
