package uk.anteroom.e2e.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks axe-core about pages, and says at the end what it had against them. */
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

    private final List<String> violations = new ArrayList<>();
    private int pages;

    /** Looks at a page as it is now. */
    public Accessibility look(String name, Page page) {
        page.evaluate(AXE);
        Object found = page.evaluate(RUN);
        for (Object violation : (List<?>) found) {
            violations.add(name + ": " + violation);
        }
        pages++;
        return this;
    }

    public void foundNothing() {
        assertThat(pages).isPositive();
        assertThat(violations).as("what axe-core says of %d pages", pages).isEmpty();
    }

    private static String axe() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
