package uk.anteroom.call.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import uk.anteroom.call.CallTest;

/** Who gets credentials for the relay, and when: with a life of 4 s instead of 15 minutes. */
@CallTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "anteroom.call.relay.host=turn.riverside.example",
            "anteroom.call.relay.secret=" + RelayTest.SECRET,
            "anteroom.call.relay.tls-port=443",
            "anteroom.call.relay.credential-life=4s",
            "logging.level.uk.anteroom.call=debug"
        })
class RelayTest extends TwoPages {

    static final String SECRET = "qW8rT2yU5iO9pA3sD6fG1hJ4kL7zX0cV";

    @Test
    void welcomeBringsCredentialsOfTheParticipantsOwnBesideTheServersThatAreSet() {
        Page page = enter(patient);
        Page other = enter(clinician);

        JsonNode servers = page.await("welcome").get("iceServers");
        assertThat(servers.get(0)).hasToString("{\"urls\":[\"stun:turn.riverside.example:3478\"]}");
        assertThat(servers.get(1)).hasToString("{\"urls\":[\"stun:turn.riverside.example:3478\"]}");
        JsonNode relay = servers.get(2);
        assertThat(relay.get("urls"))
                .hasToString("[\"turn:turn.riverside.example:3478?transport=udp\","
                        + "\"turn:turn.riverside.example:3478?transport=tcp\","
                        + "\"turns:turn.riverside.example:443?transport=tcp\"]");
        assertThat(relay.get("username").stringValue())
                .endsWith(":" + patient.toString().replace("-", ""));
        assertThat(expiry(relay))
                .isBetween(Instant.now().getEpochSecond(), Instant.now().getEpochSecond() + 4);
        assertThat(relay(other.await("welcome")).get("credential")).isNotEqualTo(relay.get("credential"));
    }

    @Test
    void credentialsAreRenewedBeforeTheyExpireAsLongAsTheSocketIsOpen() {
        Page page = enter(patient);
        long first = expiry(relay(page.await("welcome")));

        JsonNode renewed = relay(page.await("ice"));

        assertThat(Instant.now().getEpochSecond()).isLessThanOrEqualTo(first);
        assertThat(expiry(renewed)).isGreaterThan(first);
        assertThat(renewed.get("credential").stringValue())
                .isEqualTo(RelayCredentials.of(SECRET, patient, Instant.ofEpochSecond(expiry(renewed)))
                        .credential());
        page.awaitThat("a second renewal", () -> page.all("ice").size() == 2);
        assertThat(page.all("ice")).noneMatch(m -> m.has("s"));
    }

    @Test
    void callThatHidesAddressesHasTheRelayAndNothingElse() {
        Page before = enter(clinician);
        assertThat(before.await("welcome").get("relayOnly").booleanValue()).isFalse();

        calls.relayOnly(practice, true);
        Page page = enter(patient);

        JsonNode welcome = page.await("welcome");
        assertThat(welcome.get("relayOnly").booleanValue()).isTrue();
        for (JsonNode message : List.of(welcome, page.await("ice"))) {
            assertThat(message.get("iceServers")).hasSize(1);
            assertThat(message.toString())
                    .contains("turn:turn.riverside.example")
                    .doesNotContain("stun:");
        }
        JsonNode again = Page.resume(port, before, 1).await("welcome");
        assertThat(again.get("relayOnly").booleanValue()).isTrue();
    }

    @Test
    void nobodyGetsCredentialsWithoutAPass() {
        Page stranger = Page.open(port);
        stranger.raw("{\"t\":\"ping\",\"time\":1}");
        assertThat(stranger.awaitClosed()).isEqualTo(4400);
        Page silent = Page.open(port);
        assertThat(silent.awaitClosed()).isEqualTo(4400);

        assertThat(stranger.all()).isEmpty();
        assertThat(silent.all()).isEmpty();
    }

    @Test
    void neitherTheSecretNorACredentialIsLogged(CapturedOutput output) {
        Page page = enter(patient);
        page.await("ice");

        assertThat(output.getAll())
                .contains(patient + " entered")
                .doesNotContain(SECRET)
                .doesNotContain(relay(page.await("welcome")).get("credential").stringValue())
                .doesNotContain(relay(page.await("ice")).get("credential").stringValue());
    }

    private static JsonNode relay(JsonNode message) {
        JsonNode servers = message.get("iceServers");
        return servers.get(servers.size() - 1);
    }

    private static long expiry(JsonNode relay) {
        return Long.parseLong(relay.get("username").stringValue().split(":")[0]);
    }
}
