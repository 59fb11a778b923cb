package uk.anteroom.call;

import org.jspecify.annotations.Nullable;

/**
 * What one page has measured of the call so far. Null is what it has not measured. Times are in milliseconds.
 *
 * @param connectedMs how long the devices took to find each other
 * @param firstFrameMs from admission to the first picture
 * @param codec of the picture received, such as {@code video/VP8}
 * @param score bars last shown for the own network, 0 to 4
 * @param restarts how often the devices had to find each other again
 * @param renewals how often relay credentials were renewed
 * @param lostMs time in the call without a connection
 * @param weakMs time on a weak own network
 * @param pausedMs time with the picture paused
 */
public record Figures(
        @Nullable Double connectedMs,
        @Nullable Double firstFrameMs,
        @Nullable Path path,
        @Nullable Transport transport,
        @Nullable String codec,
        @Nullable Integer score,
        @Nullable Integer restarts,
        @Nullable Integer renewals,
        @Nullable Double lostMs,
        @Nullable Double weakMs,
        @Nullable Double pausedMs,
        @Nullable Relay relay) {

    /** Which way picture and sound take. */
    public enum Path {
        DIRECT,
        RELAY
    }

    /** What carries them to the other device or the relay. */
    public enum Transport {
        UDP,
        TCP,
        TLS
    }

    /** Whether a relay could be reached: none configured, reached, or configured and not reached. */
    public enum Relay {
        NONE,
        REACHED,
        AWAY
    }
}
