package uk.anteroom.needs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The languages that surgeries in the United Kingdom meet most (main languages of the censuses of 2021 and 2022), English first and the others by name. */
public final class Languages {

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

    private Languages() {}

    /** The one of that BCP 47 tag, whatever region it names; empty if it is none of ours. */
    public static Optional<Locale> of(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return ALL.stream().filter(one -> one.getLanguage().equals(language)).findFirst();
    }

    /** Its name in English. */
    public static String name(Locale language) {
        return language.getDisplayLanguage(Locale.UK);
    }

    public static boolean isRightToLeft(Locale language) {
        return RIGHT_TO_LEFT.contains(language.getLanguage());
    }
}
