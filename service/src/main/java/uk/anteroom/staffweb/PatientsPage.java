package uk.anteroom.staffweb;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientsFound;

/**
 * A page of the practice list.
 *
 * @param search the key of what is searched for
 */
record PatientsPage(
        String words,
        @Nullable String search,
        List<Row> rows,
        int number,
        @Nullable Integer previous,
        @Nullable Integer next,
        boolean mayInvite) {

    /** One patient in the list. */
    record Row(
            String href,
            String videoHref,
            String name,
            String born,
            String nhsNumber,
            boolean email,
            boolean mobile,
            boolean account,
            boolean deceased,
            boolean restricted,
            boolean invitable) {}

    static PatientsPage of(
            String words, @Nullable String search, PatientsFound found, LocalDate today, boolean mayInvite) {
        return new PatientsPage(
                words,
                search,
                found.patients().stream().map(patient -> row(patient, today)).toList(),
                found.page(),
                found.page() > 1 ? found.page() - 1 : null,
                found.more() ? found.page() + 1 : null,
                mayInvite);
    }

    private static Row row(Patient patient, LocalDate today) {
        String href = "/patients/" + patient.id();
        return new Row(
                href,
                href + "?video",
                patient.name(),
                Born.withAge(patient, today),
                patient.nhsNumber().shown(),
                patient.email() != null,
                patient.mobile() != null,
                patient.hasAccount(),
                patient.deceasedAt() != null,
                patient.restricted(),
                patient.notInvitable().isEmpty());
    }
}
