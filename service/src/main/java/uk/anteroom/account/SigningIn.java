package uk.anteroom.account;

import uk.anteroom.kernel.DeviceKey;

/** What came of trying to sign in. */
public sealed interface SigningIn {

    /** {@code session} is for this time, {@code known} tells the device from others the next time. */
    record Passed(DeviceKey session, DeviceKey known) implements SigningIn {}

    /** Not right. The same for a wrong password and for an unknown name. */
    record Refused() implements SigningIn {}

    /** Too many tries; the next one in half a minute is looked at. The same for names that nobody has. */
    record Wait() implements SigningIn {}
}
