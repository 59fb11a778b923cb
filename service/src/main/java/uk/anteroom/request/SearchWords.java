package uk.anteroom.request;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.anteroom.kernel.Folded;

/** The words by which a request is found. */
final class SearchWords {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 30;
    /** Of one request: a page of text has fewer different ones. */
    private static final int MOST = 500;
    /** Of one search: each is a look-up of its own. */
    private static final int MOST_SOUGHT = 4;

    private SearchWords() {}

    static SequencedSet<String> of(String... texts) {
        return words(String.join(" ", texts)).limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Beginnings of words; none if only signs were typed. */
    static List<String> sought(String typed) {
        return words(typed).limit(MOST_SOUGHT).toList();
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(Folded.of(text)))
                .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST)
                .map(SearchWords::shortened)
                .distinct();
    }

    private static String shortened(String word) {
        return word.codePointCount(0, word.length()) > LONGEST
                ? word.substring(0, word.offsetByCodePoints(0, LONGEST))
                : word;
    }
}
