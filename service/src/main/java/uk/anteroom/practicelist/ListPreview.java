package uk.anteroom.practicelist;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.Comparison;
import uk.anteroom.patient.ListedPatient;
import uk.anteroom.patient.Patient;

/**
 * What taking over a file would do, as the list stands now.
 *
 * @param columns those the file has
 * @param ignored headings that mean nothing to us
 * @param leaving how many are on the list and not in the file
 * @param leavers the first of them
 * @param first the first lines that can be taken
 * @param listChangedAt when the list changed last; null if no reading ever changed it
 * @param older whether that was after the file was sent
 */
public record ListPreview(
        ListPreviewId id,
        Instant madeAt,
        ListReading.Counts counts,
        Set<ListColumn> columns,
        List<String> ignored,
        int leaving,
        List<Patient> leavers,
        List<Row> first,
        List<Refusal> refusals,
        @Nullable Instant listChangedAt,
        boolean older,
        boolean readRegularly) {

    /** One line and what it means. */
    public record Row(String place, ListedPatient patient, Comparison meaning) {}
}
