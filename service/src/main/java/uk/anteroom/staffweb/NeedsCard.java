package uk.anteroom.staffweb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a patient needs so that we understand each other, and what follows from it where it is shown.
 *
 * @param line all of it in one line
 * @param addHref where an interpreter is added; null where none can be, or none is needed
 * @param add the words of that link
 */
public record NeedsCard(
        String line,
        List<String> follows,
        @Nullable String addHref,
        @Nullable String add) {}
