package uk.anteroom.account;

/** What a code is good for. */
enum CodePurpose {
    /** Opens an account. */
    REGISTRATION,
    /** A new password for somebody who cannot sign in. */
    RECOVERY,
    /** The same, by a link that staff sent. */
    SENT_BY_STAFF
}
