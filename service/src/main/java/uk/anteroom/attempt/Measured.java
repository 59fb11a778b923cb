package uk.anteroom.attempt;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.anteroom.call.Figures;
import uk.anteroom.call.ParticipantRole;

/**
 * What all pages of an attempt measured together. Times are in milliseconds.
 *
 * @param path of the patient's side, as are {@code transport} and, where the patient measured them, the other figures
 * @param restarts of the side that counted more
 * @param lostMs of the side that was longer without a connection
 */
public record Measured(
        @Nullable Long connectedMs,
        @Nullable Long firstFrameMs,
        Figures.@Nullable Path path,
        Figures.@Nullable Transport transport,
        @Nullable String codec,
        int restarts,
        long lostMs,
        long patientWeakMs,
        long clinicianWeakMs) {

    /** A side has one report for each of its pages, in the order in which they came. */
    static Measured of(List<Report> reports) {
        List<Figures> patient = of(reports, ParticipantRole.PATIENT);
        List<Figures> clinician = of(reports, ParticipantRole.CLINICIAN);
        List<Figures> all = Stream.of(patient, of(reports, ParticipantRole.GUEST), clinician)
                .flatMap(List::stream)
                .toList();
        return new Measured(
                whole(first(all, Figures::connectedMs)),
                whole(first(all, Figures::firstFrameMs)),
                last(patient, Figures::path),
                last(patient, Figures::transport),
                first(all, Figures::codec),
                Math.clamp(
                        Math.max(sum(patient, Figures::restarts), sum(clinician, Figures::restarts)),
                        0,
                        Integer.MAX_VALUE),
                Math.max(sum(patient, Figures::lostMs), sum(clinician, Figures::lostMs)),
                sum(patient, Figures::weakMs),
                sum(clinician, Figures::weakMs));
    }

    private static List<Figures> of(List<Report> reports, ParticipantRole role) {
        return reports.stream()
                .filter(report -> report.role() == role)
                .map(Report::figures)
                .toList();
    }

    private static <T> @Nullable T first(List<Figures> pages, Function<Figures, @Nullable T> figure) {
        for (Figures page : pages) {
            T value = figure.apply(page);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static <T> @Nullable T last(List<Figures> pages, Function<Figures, @Nullable T> figure) {
        return first(pages.reversed(), figure);
    }

    private static long sum(List<Figures> pages, Function<Figures, ? extends @Nullable Number> figure) {
        double sum = 0;
        for (Figures page : pages) {
            Number value = figure.apply(page);
            sum += value == null ? 0 : value.doubleValue();
        }
        return Math.round(sum);
    }

    private static @Nullable Long whole(@Nullable Double value) {
        return value == null ? null : (Long) Math.round(value);
    }
}
