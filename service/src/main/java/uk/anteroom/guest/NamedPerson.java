package uk.anteroom.guest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Somebody in the call in the words of a language, as pages name them.
 *
 * @param seat as the call knows them
 * @param as who they are: daughter, interpreter
 */
public record NamedPerson(String seat, String name, String as) {

    /** In the words of that language. */
    public static List<NamedPerson> of(List<Person> people, MessageSource messages, Locale locale) {
        return people.stream()
                .map(person -> new NamedPerson(person.seat().toString(), person.name(), as(person, messages, locale)))
                .toList();
    }

    private static String as(Person person, MessageSource messages, Locale locale) {
        @Nullable String knownAs = person.knownAs();
        return knownAs != null
                ? knownAs
                : messages.getMessage("guest.role." + person.role().name().toLowerCase(Locale.ROOT), null, locale);
    }
}
