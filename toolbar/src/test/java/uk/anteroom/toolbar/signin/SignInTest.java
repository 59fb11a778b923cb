package uk.anteroom.toolbar.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.anteroom.toolbar.testing.FarSide;
import uk.anteroom.toolbar.testing.FarSide.Response;
import uk.anteroom.toolbar.testing.Told;
import uk.anteroom.toolbar.web.Service;
import uk.anteroom.toolbar.web.SignedOut;
import uk.anteroom.toolbar.web.Unreachable;

class SignInTest {

    FarSide far;
    SignIn signIn;

    @BeforeEach
    void open() throws IOException {
        far = new FarSide();
        signIn = new SignIn(new Service(far.address()));
    }

    @AfterEach
    void close() throws IOException {
        far.close();
    }

    @Test
    void programWaitsUntilSomebodyHasAnswered() throws Exception {
        code(0);
        Deque<Response> answers = new ArrayDeque<>(List.of(
                error("authorization_pending"),
                new Response(200, Told.SESSION.replace("{", "{\"access_token\":\"t\","))));
        far.answers("/toolbar/tokens", request -> answers.poll());
        Code code = signIn.ask();
        assertThat(code.shown()).isEqualTo("WDJB-MJHT");
        assertThat(signIn.await(code)).isInstanceOfSatisfying(Outcome.Connected.class, connected -> {
            assertThat(connected.token()).isEqualTo("t");
            assertThat(connected.session().staff()).isEqualTo("Dr Amara Okafor");
        });
        assertThat(far.asked("/toolbar/tokens"))
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.body())
                        .contains("device_code=d", "client_id=anteroom-toolbar", "grant_type=urn%3Aietf"));
    }

    @Test
    void refusalAndLatenessAreTold() throws Exception {
        code(0);
        far.answers("/toolbar/tokens", request -> error("access_denied"));
        assertThat(signIn.await(signIn.ask())).isInstanceOf(Outcome.Refused.class);
        far.answers("/toolbar/tokens", request -> error("expired_token"));
        assertThat(signIn.await(signIn.ask())).isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void pageOfAnotherServiceIsNotOpened() {
        far.answers(
                "/toolbar/codes",
                200,
                "{\"device_code\":\"d\",\"user_code\":\"u\",\"verification_uri_complete\":\"https://evil.example/connect\"}");
        assertThatThrownBy(signIn::ask).isInstanceOf(Unreachable.class).hasMessageContaining("another address");
    }

    @Test
    void nobodyThereIsUnreachable() throws Exception {
        far.goAway();
        assertThatThrownBy(signIn::ask).isInstanceOf(Unreachable.class);
        assertThatThrownBy(() -> signIn.session("t")).isInstanceOf(Unreachable.class);
    }

    @Test
    void tokenThatEndedIsNoFaultOfTheNetwork() {
        far.answers("/toolbar/session", 401, "");
        assertThatThrownBy(() -> signIn.session("t")).isInstanceOf(SignedOut.class);
    }

    private void code(int interval) {
        far.answers(
                "/toolbar/codes",
                200,
                "{\"device_code\":\"d\",\"user_code\":\"WDJB-MJHT\",\"verification_uri_complete\":\"" + far.address()
                        + "/connect?code=WDJB-MJHT\",\"expires_in\":60,\"interval\":" + interval + "}");
    }

    private static Response error(String code) {
        return new Response(400, "{\"error\":\"" + code + "\"}");
    }
}
