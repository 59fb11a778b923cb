package uk.anteroom.staffweb;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.anteroom.clinicalsystem.CodedEntry;
import uk.anteroom.clinicalsystem.SnomedCode;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Outcome;
import uk.anteroom.consultation.RecordedOutcome;
import uk.anteroom.web.ShownTimes;

/**
 * What was recorded, and whether the code is saved.
 *
 * @param coding PENDING, SAVED, FAILED or BY_HAND; null where nothing is coded
 * @param other whether the button just pressed was the other one
 */
record OutcomePage(
        String pageUrl,
        PatientBanner banner,
        boolean completed,
        String by,
        String at,
        @Nullable String reason,
        @Nullable String coding,
        @Nullable String savedAt,
        @Nullable String reference,
        int tries,
        @Nullable String problem,
        String code,
        String display,
        @Nullable String requestTitle,
        @Nullable String requestHref,
        boolean other) {

    static OutcomePage of(
            PatientBanner banner,
            Consultation consultation,
            String by,
            @Nullable CodedEntry entry,
            @Nullable String requestTitle,
            boolean other,
            ShownTimes times) {
        RecordedOutcome outcome = Objects.requireNonNull(consultation.outcome());
        SnomedCode code = SnomedCode.CONSULTATION_VIA_VIDEO_CONFERENCE;
        return new OutcomePage(
                "/consultations/" + consultation.id(),
                banner,
                outcome.outcome() == Outcome.COMPLETED,
                by,
                times.time(outcome.at()),
                outcome.reason() == null ? null : outcome.reason().name(),
                entry == null ? null : entry.state().name(),
                entry == null || entry.savedAt() == null ? null : times.time(entry.savedAt()),
                entry == null ? null : entry.reference(),
                entry == null ? 0 : entry.tries(),
                entry == null || entry.problem() == null
                        ? null
                        : entry.problem().name(),
                code.code(),
                code.display(),
                requestTitle,
                consultation.request() == null ? null : "/requests/" + consultation.request(),
                other);
    }
}
