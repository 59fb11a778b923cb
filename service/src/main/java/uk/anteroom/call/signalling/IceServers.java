package uk.anteroom.call.signalling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.anteroom.call.CallSettings;
import uk.anteroom.call.CallSettings.IceServer;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.call.RelaySettings;

/** The servers that help a participant's device to find the others: those set as they stand, and our relay with credentials of its own. */
@Component
class IceServers {

    private final CallSettings settings;

    IceServers(CallSettings settings) {
        this.settings = settings;
    }

    /** With {@code relayOnly} there is none that tells a device its own address. */
    List<IceServer> of(ParticipantId participant, boolean relayOnly) {
        List<IceServer> servers = new ArrayList<>();
        for (IceServer server : settings.iceServers()) {
            List<String> urls = server.urls().stream()
                    .filter(url -> !relayOnly || IceServer.isRelay(url))
                    .toList();
            if (!urls.isEmpty()) {
                servers.add(new IceServer(urls, server.username(), server.credential()));
            }
        }
        RelaySettings relay = settings.relay();
        if (relay.host() != null) {
            String address = relay.host() + ":" + relay.udpPort();
            if (!relayOnly) {
                servers.add(new IceServer(List.of("stun:" + address), null, null));
            }
            RelayCredentials credentials = RelayCredentials.of(
                    Objects.requireNonNull(relay.secret()),
                    participant,
                    Instant.now().plus(relay.credentialLife()));
            servers.add(new IceServer(turn(relay, address), credentials.username(), credentials.credential()));
        }
        return servers;
    }

    private static List<String> turn(RelaySettings relay, String address) {
        List<String> urls = new ArrayList<>();
        urls.add("turn:" + address + "?transport=udp");
        urls.add("turn:" + address + "?transport=tcp");
        if (relay.tlsPort() != 0) {
            urls.add("turns:" + relay.host() + ":" + relay.tlsPort() + "?transport=tcp");
        }
        return urls;
    }
}
