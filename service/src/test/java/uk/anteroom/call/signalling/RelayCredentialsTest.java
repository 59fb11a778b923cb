package uk.anteroom.call.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.anteroom.call.ParticipantId;

class RelayCredentialsTest {

    /** As {@code printf NAME | openssl dgst -sha1 -hmac SECRET -binary | base64} answers. */
    @Test
    void passwordIsWhatOpensslComputes() {
        RelayCredentials credentials = RelayCredentials.of(
                "a secret of more than thirty-two characters",
                new ParticipantId(UUID.fromString("c0a6e5a4-2d0c-4b8e-8a43-51d1f0b7c9e2")),
                Instant.ofEpochSecond(1795604100));

        assertThat(credentials.username()).isEqualTo("1795604100:c0a6e5a42d0c4b8e8a4351d1f0b7c9e2");
        assertThat(credentials.credential()).isEqualTo("5Ikch01suogt2foOAy+LTyzXbEY=");
        assertThat(credentials.toString()).doesNotContain(credentials.credential());
    }
}
