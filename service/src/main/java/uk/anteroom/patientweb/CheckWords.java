package uk.anteroom.patientweb;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the guided check may have to say, for the script to choose from: which browser a page is in and what is wrong there is known only in the
 * page. Keys are those of the message file.
 */
final class CheckWords {

    private static final String FILE = "messages-check";
    private static final List<String> FOR_THE_SCRIPT = List.of("help.", "steps.", "found.", "browser.", "app");
    /** Filled in by the service, not by the script. */
    private static final String SEEN = "help.seen";

    private CheckWords() {}

    record Word(String key, String text) {}

    static List<Word> in(Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(FILE, locale);
        return texts.keySet().stream()
                .filter(key -> FOR_THE_SCRIPT.stream().anyMatch(key::startsWith))
                .filter(key -> !key.equals(SEEN))
                .sorted()
                .map(key -> new Word(key, texts.getString(key)))
                .toList();
    }
}
