package uk.anteroom.kernel;

import java.time.Duration;

/**
 * Every rate limit there is. All of them fail open when the counter is lost with its node: they blunt floods and
 * mistakes, while what must never be exceeded (five dates of birth an invitation) is counted in the database.
 */
public enum Limit {
    /** Per member of staff: nobody means to invite faster, a stuck key does. */
    INVITATIONS_BY_STAFF(10, Duration.ofMinutes(1)),
    /** Per practice: more than any surgery sees by video, less than a spammer wants. */
    INVITATIONS_BY_PRACTICE(200, Duration.ofHours(1)),
    /** Per patient: a patient who got five does not need a sixth but a telephone call. */
    INVITATIONS_TO_PATIENT(5, Duration.ofHours(1)),
    /** Per mobile number, in any practice: text messages cost money and can harass. */
    SMS_TO_NUMBER(15, Duration.ofHours(1)),
    /** Per name from one address or IPv6 /64: sign-ins before the next one has to wait; nobody can lock others out from elsewhere. */
    SIGN_INS(10, Duration.ofMinutes(15)),
    /** Per address or IPv6 /64: wrong answers on invitations, whichever they are. Uses up no attempt of theirs. */
    IDENTITY_CHECKS_BY_ADDRESS(20, Duration.ofMinutes(15)),
    /** Per address or IPv6 /64: wrong codes of another device. Six letters are few: whoever mistypes them five times rings instead. */
    HANDOVER_CODES_BY_ADDRESS(5, Duration.ofMinutes(15)),
    /** Per address or IPv6 /64: wishes for a new link, with whichever link. As many as a mobile network's shared address has, too few to flood the staff. */
    NEW_LINKS_BY_ADDRESS(20, Duration.ofMinutes(15));

    private final int many;
    private final Duration period;

    Limit(int many, Duration period) {
        this.many = many;
        this.period = period;
    }

    int many() {
        return many;
    }

    Duration period() {
        return period;
    }
}
