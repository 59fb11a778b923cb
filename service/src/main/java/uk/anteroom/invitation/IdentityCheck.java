package uk.anteroom.invitation;

import uk.anteroom.kernel.DeviceKey;

/** What came of an answer to "is it you?". */
public sealed interface IdentityCheck {

    /** It is the invited patient. */
    record Passed(DeviceKey device) implements IdentityCheck {}

    /** It is not the date of birth we have, or not the account; so many tries are left. */
    record Failed(int attemptsLeft) implements IdentityCheck {}

    /** This address has tried too many invitations; nothing was counted here. */
    record TooMany() implements IdentityCheck {}

    /** The link is not usable, or no longer is. */
    record Refused() implements IdentityCheck {}
}
