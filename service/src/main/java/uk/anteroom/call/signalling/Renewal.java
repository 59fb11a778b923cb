package uk.anteroom.call.signalling;

import org.springframework.stereotype.Component;
import uk.anteroom.call.CallSettings;
import uk.anteroom.call.RelaySettings;

/** Hands fresh relay credentials to every connected page at half of the life of its last ones, so that no restart in a long call finds expired ones. */
@Component
class Renewal {

    private final IceServers servers;
    private final RelaySettings relay;

    Renewal(IceServers servers, CallSettings settings) {
        this.servers = servers;
        this.relay = settings.relay();
    }

    void renewIfDue(Session session) {
        if (relay.host() != null
                && session.renewalDue(relay.credentialLife().dividedBy(2).toNanos())) {
            session.send(new FromServer.Ice(servers.of(session.occupant().participant(), session.relayOnly())));
        }
    }
}
