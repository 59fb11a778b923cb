package uk.anteroom.staffweb;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.anteroom.clinicalsystem.Entry;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Outcome;
import uk.anteroom.consultation.RecordedOutcome;
import uk.anteroom.web.ShownTimes;

/**
 * What was recorded, and whether the code is saved.
 *
 * @param coding null where nothing is coded
 * @param undoUntil until when it can be taken back; null if not by whoever looks, or not any more
 * @param takenBackAt null if it stands
 * @param photos those with a picture
 * @param other whether the button just pressed was the other one
 * @param problem a key of messages for why a press was not carried out
 */
record OutcomePage(
        String pageUrl,
        PatientBanner banner,
        boolean completed,
        String by,
        String at,
        @Nullable String reason,
        @Nullable Coding coding,
        @Nullable String undoUntil,
        @Nullable String takenBackAt,
        @Nullable String requestTitle,
        @Nullable String requestHref,
        List<PhotosPage.Row> photos,
        boolean other,
        @Nullable String problem) {

    /**
     * The code and where it is.
     *
     * @param state the name of an {@link Entry.State}
     * @param late whether a try has failed already
     */
    record Coding(
            String code,
            String display,
            String state,
            boolean late,
            boolean takenBack,
            int tries,
            @Nullable String savedAt,
            @Nullable String reference) {

        static Coding of(Entry entry, ShownTimes times) {
            var code = Objects.requireNonNull(entry.code());
            return new Coding(
                    code.code(),
                    code.display(),
                    entry.state().name(),
                    entry.problem() != null,
                    entry.takenBackAt() != null,
                    entry.tries(),
                    entry.savedAt() == null ? null : times.time(entry.savedAt()),
                    entry.reference());
        }

        /** Whether the next answer of the clinical system changes the page. */
        public boolean underWay() {
            return state.equals("PENDING") || state.equals("RETRACTING");
        }
    }

    static OutcomePage of(
            PatientBanner banner,
            Consultation consultation,
            String by,
            @Nullable Entry entry,
            @Nullable Instant undoUntil,
            @Nullable String requestTitle,
            List<PhotosPage.Row> photos,
            boolean other,
            @Nullable String problem,
            ShownTimes times) {
        RecordedOutcome outcome = Objects.requireNonNull(consultation.outcome());
        boolean inTime = undoUntil != null && undoUntil.isAfter(times.now());
        return new OutcomePage(
                "/consultations/" + consultation.id(),
                banner,
                outcome.outcome() == Outcome.COMPLETED,
                by,
                times.time(outcome.at()),
                outcome.reason() == null ? null : outcome.reason().name(),
                entry == null ? null : Coding.of(entry, times),
                undoUntil != null && inTime ? times.time(undoUntil) : null,
                outcome.takenBackAt() == null ? null : times.time(outcome.takenBackAt()),
                requestTitle,
                consultation.request() == null ? null : "/requests/" + consultation.request(),
                photos,
                other,
                problem);
    }
}
