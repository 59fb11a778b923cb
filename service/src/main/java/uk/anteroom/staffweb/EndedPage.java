package uk.anteroom.staffweb;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.clinicalsystem.SnomedCode;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.web.ShownTimes;

/**
 * {@code Consultation Ended}: how did it go?
 *
 * @param length of the call; null if nobody was ever admitted
 * @param photos those with a picture
 * @param call how the call went, in a few short sentences; empty if that is not known
 * @param problem a key of messages.properties for why a press was not carried out
 */
record EndedPage(
        String pageUrl,
        PatientBanner banner,
        @Nullable String length,
        @Nullable String started,
        String ended,
        String clinicianName,
        @Nullable String requestTitle,
        String code,
        String display,
        List<PhotosPage.Row> photos,
        List<String> call,
        boolean mayDecide,
        @Nullable String problem) {

    static EndedPage of(
            PatientBanner banner,
            Consultation consultation,
            String clinicianName,
            @Nullable String requestTitle,
            SnomedCode code,
            List<PhotosPage.Row> photos,
            List<String> call,
            boolean mayDecide,
            @Nullable String problem,
            ShownTimes times) {
        Instant live = consultation.liveAt();
        Instant ended = consultation.endedAt() == null ? times.now() : consultation.endedAt();
        return new EndedPage(
                "/consultations/" + consultation.id(),
                banner,
                live == null ? null : times.length(Duration.between(live, ended)),
                live == null ? null : times.time(live),
                times.time(ended),
                clinicianName,
                requestTitle,
                code.code(),
                code.display(),
                photos,
                call,
                mayDecide,
                problem);
    }
}
