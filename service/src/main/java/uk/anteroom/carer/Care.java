package uk.anteroom.carer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.PatientId;

/**
 * What one patient may do for another, or wants to.
 *
 * @param carer whose account it is
 * @param patient for whom; null while nobody is meant, which the carer is never told
 * @param said the words of the request
 * @param approvedAt null until the practice agreed
 * @param level what it lets them do then
 */
public record Care(
        CareId id,
        PatientId carer,
        @Nullable PatientId patient,
        CareRequest said,
        Instant askedAt,
        @Nullable Instant approvedAt,
        CareLevel level) {

    /** The name that the carer typed. */
    public String typedName() {
        return said.name();
    }

    public boolean approved() {
        return approvedAt != null;
    }
}
