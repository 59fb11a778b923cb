package uk.anteroom.practice;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.PracticeId;

/**
 * Somebody who works at a practice, and on whose behalf things are done.
 *
 * @param title such as "Dr", if they use one
 * @param registration their number in a professional register as {@code system|value}
 */
public record StaffMember(
        PracticeId practice,
        StaffId id,
        @Nullable String title,
        String givenName,
        String familyName,
        Set<Role> roles,
        @Nullable String registration) {

    /** Dr Amara Okafor. */
    public String name() {
        return (title == null ? "" : title + " ") + givenName + " " + familyName;
    }

    /** Dr Okafor; without a title the whole name. */
    public String shortName() {
        return title == null ? name() : title + " " + familyName;
    }

    /** Admits, ends and decides. */
    public boolean mayHoldConsultations() {
        return roles.contains(Role.CLINICIAN);
    }

    /** Invites patients and sees what they write. */
    public boolean mayInvite() {
        return roles.contains(Role.CLINICIAN) || roles.contains(Role.RECEPTIONIST);
    }

    /** Looks after everybody who comes, whichever clinician they come for. */
    public boolean receives() {
        return roles.contains(Role.RECEPTIONIST);
    }

    /** Changes the practice's settings. */
    public boolean mayManage() {
        return roles.contains(Role.PRACTICE_MANAGER);
    }

    /** Sees how the practice's consultations went, in figures. */
    public boolean mayReadReports() {
        return mayManage() || mayHoldConsultations();
    }

    /** Refuses what is for practice managers and clinicians. */
    public void mustReadReports() {
        if (!mayReadReports()) {
            throw new NotAllowed();
        }
    }

    /** Refuses what only a practice manager may do. */
    public void mustManage() {
        if (!mayManage()) {
            throw new NotAllowed();
        }
    }

    /** Refuses what only a clinician may do. */
    public void mustHoldConsultations() {
        if (!mayHoldConsultations()) {
            throw new NotAllowed();
        }
    }

    /** Refuses what somebody who is only practice manager may not do. */
    public void mustInvite() {
        if (!mayInvite()) {
            throw new NotAllowed();
        }
    }
}
