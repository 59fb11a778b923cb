package uk.anteroom.account;

import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.DeviceKey;

/**
 * From where somebody tries to sign in.
 *
 * @param address for counting
 * @param device in words, for the patient's own list of sessions
 * @param known what the device keeps from an earlier time; null if it has nothing
 */
public record Caller(
        String address, String device, @Nullable DeviceKey known) {}
