package uk.anteroom.staffweb;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import uk.anteroom.kernel.Folded;
import uk.anteroom.patient.Patient;
import uk.anteroom.request.Sender;

/**
 * A patient on the list beside what a sender says of themselves. Sorts whoever agrees most first.
 *
 * @param same what agrees: {@code nhs}, {@code born}, {@code name}, {@code mobile}, {@code email}
 */
record Compared(Patient patient, List<String> same) implements Comparable<Compared> {

    private static final Comparator<Compared> MOST_FIRST = Comparator.comparingInt(
                    (Compared one) -> -one.same().size())
            .thenComparing(one -> one.patient().name());

    Compared(Patient patient, Sender sender) {
        this(
                patient,
                Stream.of(
                                agrees("nhs", patient.nhsNumber().equals(sender.nhsNumber())),
                                agrees(
                                        "born",
                                        sender.born() != null && sender.born().equals(patient.born())),
                                agrees("name", Folded.of(patient.name()).equals(Folded.of(sender.name()))),
                                agrees(
                                        "mobile",
                                        sender.mobile() != null
                                                && sender.mobile().equals(patient.mobile())),
                                agrees(
                                        "email",
                                        sender.email() != null && sender.email().equals(patient.email())))
                        .filter(what -> !what.isEmpty())
                        .toList());
    }

    private static String agrees(String what, boolean same) {
        return same ? what : "";
    }

    @Override
    public int compareTo(Compared other) {
        return MOST_FIRST.compare(this, other);
    }
}
