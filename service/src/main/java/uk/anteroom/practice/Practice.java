package uk.anteroom.practice;

import java.time.Duration;
import uk.anteroom.kernel.PracticeId;

/**
 * A GP surgery.
 *
 * @param odsCode its code in the NHS Organisation Data Service
 * @param publicCode three or four letters that begin its links
 * @param telephone as people dial it at home, such as 01632 960123
 * @param linkLife how long a patient's link works at most
 * @param alwaysRelay whether the addresses of staff and patients are hidden from each other
 * @param codesTelephone whether a consultation that ended by telephone is coded as one
 */
public record Practice(
        PracticeId id,
        String name,
        String odsCode,
        String publicCode,
        String telephone,
        Duration linkLife,
        boolean alwaysRelay,
        boolean codesTelephone) {

    /** For the address of a telephone link. */
    public String telephoneHref() {
        return "tel:" + telephone.replace(" ", "");
    }
}
