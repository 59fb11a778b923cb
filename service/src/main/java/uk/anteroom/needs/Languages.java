package uk.anteroom.needs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The languages that surgeries in the United Kingdom meet most (main languages of the censuses of 2021 and 2022), English first and the others by name. */
public final class Languages {

    /** What a clinical system may write for a language that nobody knows, or for none. */
    private static final Set<String> NO_LANGUAGE = Set.of("", "und", "mul", "mis", "zxx");

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "ku", "ps", "ur");

    /** All of them. */
    public static final List<Locale> ALL = Arrays.asList(
                    "en", "ar", "bn", "bg", "cy", "fa", "fr", "gu", "hi", "hu", "it", "ku", "lt", "pa", "pl", "ps",
                    "pt", "ro", "ru", "so", "es", "ta", "ti", "tr", "uk", "ur", "vi", "yue", "zh")
            .stream()
            .map(Locale::forLanguageTag)
            .sorted(Comparator.comparing((Locale one) -> !one.getLanguage().equals("en"))
                    .thenComparing(Languages::name))
            .toList();

    private static final Map<String, Locale> BY_NAME = byName();

    private Languages() {}

    private static Map<String, Locale> byName() {
        Map<String, Locale> names = new HashMap<>();
        Stream.concat(Arrays.stream(Locale.getISOLanguages()).map(Locale::of), ALL.stream())
                .forEach(language -> names.put(name(language).toLowerCase(Locale.ROOT), language));
        // as people write them besides
        Map.of("bangla", "bn", "farsi", "fa", "mandarin", "zh", "panjabi", "pa", "sorani", "ku")
                .forEach((also, code) -> names.put(also, Locale.of(code)));
        return Map.copyOf(names);
    }

    /** The one of that BCP 47 tag, whatever region it names; empty if it is none of ours. */
    public static Optional<Locale> of(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return ALL.stream().filter(one -> one.getLanguage().equals(language)).findFirst();
    }

    /** Any language by its BCP 47 tag or by its English name, without its region; empty if that means none. */
    public static Optional<Locale> read(String written) {
        String folded = written.strip().toLowerCase(Locale.ROOT);
        Locale language = BY_NAME.getOrDefault(
                folded, Locale.of(Locale.forLanguageTag(folded).getLanguage()));
        String code = language.getLanguage();
        // one that has no name is a typing error
        return NO_LANGUAGE.contains(code) || name(language).equals(code) ? Optional.empty() : Optional.of(language);
    }

    /** Its name in English. */
    public static String name(Locale language) {
        // Java calls it Bangla, and nobody in a surgery does
        return language.getLanguage().equals("bn") ? "Bengali" : language.getDisplayLanguage(Locale.UK);
    }

    public static boolean isRightToLeft(Locale language) {
        return RIGHT_TO_LEFT.contains(language.getLanguage());
    }
}
