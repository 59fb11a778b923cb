package uk.anteroom.e2e.people;

import com.microsoft.playwright.Page;
import java.util.Map;

/**
 * What a page holds open.
 *
 * @param connections to other devices
 * @param sockets to the service
 * @param cameras tracks that a camera feeds, seen or not
 * @param tracks of camera and microphone together
 */
public record Open(int connections, int sockets, int cameras, int tracks) {

    private static final String COUNT = """
            () => {
              const tracks = window.keptTracks.filter((track) => track.readyState === 'live');
              return {
                connections: window.keptConnections.filter((connection) => connection.connectionState !== 'closed').length,
                sockets: window.keptSockets.filter((socket) => socket.readyState < 2).length,
                cameras: tracks.filter((track) => track.kind === 'video').length,
                tracks: tracks.length,
              };
            }
            """;

    public static Open on(Page page) {
        Map<?, ?> count = (Map<?, ?>) page.evaluate(COUNT);
        return new Open(
                (Integer) count.get("connections"),
                (Integer) count.get("sockets"),
                (Integer) count.get("cameras"),
                (Integer) count.get("tracks"));
    }
}
