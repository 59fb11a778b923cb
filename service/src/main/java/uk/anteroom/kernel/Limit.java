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
    /** Per member of staff: a sentence each, and nobody writes faster; a stuck key does. */
    MESSAGES_BY_STAFF(20, Duration.ofMinutes(1)),
    /** Per patient: whoever is written to more often is better rung. */
    MESSAGES_TO_PATIENT(10, Duration.ofHours(1)),
    /** Per patient: as many thoughts as somebody has in an hour, and no flood for whoever reads them. */
    REPLIES_BY_PATIENT(20, Duration.ofHours(1)),
    /** Per patient and whoever sends: more files than anybody has for a surgery, too few for refused ones to fill a table. */
    FILES_BY_SENDER(100, Duration.ofHours(1)),
    /** Per address or IPv6 /64: requests begun on public pages. A mobile network's shared address has many people; each costs a row, and may have files. */
    INTAKES_BY_ADDRESS(60, Duration.ofHours(1)),
    /** Per address or IPv6 /64: files for requests, which anybody can send. */
    REQUEST_FILES_BY_ADDRESS(100, Duration.ofHours(1)),
    /** Per address or IPv6 /64: requests sent. A care home sends for everybody who lives there. */
    REQUESTS_BY_ADDRESS(20, Duration.ofHours(1)),
    /** Per email address or mobile number and practice: whoever asks more often is better rung. */
    REQUESTS_BY_CONTACT(5, Duration.ofHours(1)),
    /** Per practice: more than a Monday morning brings, too few to bury an inbox for long. */
    REQUESTS_BY_PRACTICE(300, Duration.ofHours(1)),
    /** Per mobile number, in any practice: text messages cost money and can harass. */
    SMS_TO_NUMBER(15, Duration.ofHours(1)),
    /** Per name from one address or IPv6 /64: sign-ins before the next one has to wait; nobody can lock others out from elsewhere. */
    SIGN_INS(10, Duration.ofMinutes(15)),
    /** Per account of a patient: tries from devices that were never signed in to it, before each address has to wait between two. */
    SIGN_INS_TO_ACCOUNT(10, Duration.ofMinutes(15)),
    /** Per address or IPv6 /64: the same for somebody who tries a common password on many accounts. Thousands share an address of a mobile network. */
    ACCOUNT_SIGN_INS_BY_ADDRESS(100, Duration.ofMinutes(15)),
    /** Per account and address: what is left then. */
    SLOW_SIGN_INS(1, Duration.ofSeconds(30)),
    /** Per device that was signed in before: its own tries, which nobody else's use up. A lost telephone is no way to guess. */
    SIGN_INS_BY_KNOWN_DEVICE(20, Duration.ofMinutes(15)),
    /** Per address or IPv6 /64: codes that are asked for to open an account or to come back into one, whoever is meant. */
    ACCOUNT_CODES_BY_ADDRESS(20, Duration.ofMinutes(15)),
    /** Per patient: others for whom they would like to act. More than anybody cares for. */
    CARES_BY_PATIENT(10, Duration.ofHours(24)),
    /** Per address or IPv6 /64: questions that passkeys are to sign. A passkey cannot be guessed; each question is a row. */
    PASSKEYS_BY_ADDRESS(120, Duration.ofMinutes(15)),
    /** Per address or IPv6 /64: wrong answers on invitations, whichever they are. Uses up no attempt of theirs. */
    IDENTITY_CHECKS_BY_ADDRESS(20, Duration.ofMinutes(15)),
    /** Per address or IPv6 /64: wrong codes of another device. Six letters are few: whoever mistypes them five times rings instead. */
    HANDOVER_CODES_BY_ADDRESS(5, Duration.ofMinutes(15)),
    /** Per address or IPv6 /64: wishes for a new link, with whichever link. As many as a mobile network's shared address has, too few to flood the staff. */
    NEW_LINKS_BY_ADDRESS(20, Duration.ofMinutes(15)),
    /** Per address or IPv6 /64: codes that programs ask for. A surgery's computers share an address and start together at eight. */
    DESKTOP_CODES_BY_ADDRESS(120, Duration.ofMinutes(15)),
    /** Per member of staff: codes of programs that are not waiting. Eight letters are 34 bits; whoever mistypes ten times starts anew. */
    DESKTOP_GUESSES(10, Duration.ofMinutes(15)),
    /** Per address or IPv6 /64: tokens and codes of programs that do not work. A surgery whose tokens have all ended stays below it. */
    DEAD_TOKENS_BY_ADDRESS(600, Duration.ofMinutes(5)),
    /** Per program: ways into the browser. Nobody clicks faster; each is a session. */
    WAYS_BY_PROGRAM(30, Duration.ofMinutes(1)),
    /** Per program: questions and events for the hub. Leafing through records is a few a second at most. */
    HUB_REQUESTS_BY_PROGRAM(120, Duration.ofMinutes(1));

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
