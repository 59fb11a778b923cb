package uk.anteroom.toolbar.hub;

import java.time.Duration;

/**
 * How patient a connection is.
 *
 * @param silent after how long without a sign of life it counts as lost; the hub gives one every ten seconds
 * @param look how often that is looked at
 * @param first how long to wait before the first new try
 * @param longest how long at most
 */
public record Pace(Duration silent, Duration look, Duration first, Duration longest) {

    public static final Pace USUAL =
            new Pace(Duration.ofSeconds(25), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(15));
}
