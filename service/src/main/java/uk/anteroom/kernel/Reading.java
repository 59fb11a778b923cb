package uk.anteroom.kernel;

import java.util.List;

/**
 * What came of reading something a person typed: the value, or a complaint to show at the field.
 *
 * @param <T> the value when it could be read
 */
public sealed interface Reading<T> {

    /** It could be read. */
    record Right<T>(T value) implements Reading<T> {}

    /** It could not; {@code message} is a key of messages.properties and {@code arguments} fill its places. */
    record Wrong<T>(String message, List<Object> arguments) implements Reading<T> {}

    static <T> Reading<T> right(T value) {
        return new Right<>(value);
    }

    static <T> Reading<T> wrong(String message, Object... arguments) {
        return new Wrong<>(message, List.of(arguments));
    }
}
