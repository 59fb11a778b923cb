package uk.anteroom.accountweb;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What browser and device a {@code User-Agent} means, in a few words that somebody knows their own by. What it says is never repeated. */
final class DeviceWords {

    /** Those that call themselves others, too, come first. */
    private static final List<String[]> BROWSERS = List.of(
            new String[] {"edg", "Edge"},
            new String[] {"samsungbrowser", "Samsung Internet"},
            new String[] {"opr/", "Opera"},
            new String[] {"firefox", "Firefox"},
            new String[] {"fxios", "Firefox"},
            new String[] {"crios", "Chrome"},
            new String[] {"chrome", "Chrome"},
            new String[] {"safari", "Safari"});

    private static final List<String[]> SYSTEMS = List.of(
            new String[] {"iphone", "iPhone"},
            new String[] {"ipad", "iPad"},
            new String[] {"android", "Android"},
            new String[] {"cros", "Chromebook"},
            new String[] {"windows", "Windows"},
            new String[] {"mac os", "Mac"},
            new String[] {"linux", "Linux"});

    private DeviceWords() {}

    /** Chrome on Android. */
    static String of(@Nullable String userAgent) {
        String folded = userAgent == null ? "" : userAgent.toLowerCase(Locale.ROOT);
        return first(BROWSERS, folded, "A browser") + " on " + first(SYSTEMS, folded, "a device");
    }

    private static String first(List<String[]> words, String folded, String other) {
        return words.stream()
                .filter(word -> folded.contains(word[0]))
                .map(word -> word[1])
                .findFirst()
                .orElse(other);
    }
}
