package uk.anteroom.staffweb;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.anteroom.needs.Languages;
import uk.anteroom.needs.Needs;
import uk.anteroom.web.Complaints;

/**
 * What somebody chose under {@code What this patient needs}.
 *
 * @param language the tag chosen, or nothing
 */
record NeedsForm(boolean largePrint, boolean signLanguage, boolean interpreter, String language) {

    static NeedsForm of(Needs needs) {
        return new NeedsForm(
                needs.largePrint(),
                needs.signLanguage(),
                needs.interpreter(),
                needs.language().map(Locale::toLanguageTag).orElse(""));
    }

    /**
     * Null and a complaint at the field if the language is none that was offered.
     *
     * @param known the one recorded so far, which may be one that only a clinical system has
     */
    @Nullable Needs read(Optional<Locale> known, Complaints complaints) {
        Optional<Locale> chosen = Languages.ALL.stream()
                .filter(one -> one.toLanguageTag().equals(language))
                .findFirst()
                .or(() -> known.filter(one -> one.toLanguageTag().equals(language)));
        if (chosen.isEmpty() && !language.isEmpty()) {
            complaints.about("language", "needs.language.unknown");
            return null;
        }
        return new Needs(largePrint, signLanguage, interpreter, chosen.filter(one -> !one.equals(Locale.ENGLISH)));
    }
}
