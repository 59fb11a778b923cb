package uk.anteroom.staffweb;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

/** Who is signed in, as the session keeps it: ids and nothing else. */
record StaffPrincipal(UUID practice, UUID staff) implements AuthenticatedPrincipal, Serializable {

    private static final long serialVersionUID = 1;

    PracticeId practiceId() {
        return new PracticeId(practice);
    }

    StaffId staffId() {
        return new StaffId(staff);
    }

    @Override
    public String getName() {
        return practice + "/" + staff;
    }
}
