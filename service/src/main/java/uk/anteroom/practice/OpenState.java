package uk.anteroom.practice;

import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Whether a practice is open at a moment, by the clock on its wall. */
public sealed interface OpenState {

    /** It has not said when it is open. */
    record NotSaid() implements OpenState {}

    record Open(LocalTime until) implements OpenState {}

    /** {@code opens} is null if it does not open within a year. */
    record Closed(@Nullable LocalDateTime opens) implements OpenState {}
}
