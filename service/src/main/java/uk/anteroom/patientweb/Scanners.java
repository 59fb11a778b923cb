package uk.anteroom.patientweb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Tells programs that open links from people who do: mail security, link previews, headless browsers and robots, by what they call themselves.
 * One that calls itself a person's browser passes; it is why opening a link changes nothing that matters, and only a note of the staff's.
 */
@Component
class Scanners {

    private final List<String> marks;

    Scanners() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("scanners.txt").getInputStream(), StandardCharsets.UTF_8))) {
            marks = lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether that {@code User-Agent} is no person's browser. Every browser has one. */
    boolean knows(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return true;
        }
        String folded = userAgent.toLowerCase(Locale.ROOT);
        return marks.stream().anyMatch(folded::contains);
    }
}
