package uk.anteroom.call.signalling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.anteroom.call.signalling.ProtocolExamples.Example;

class FrameReaderTest {

    final FrameReader reader = new FrameReader();

    static Stream<Example> valid() {
        return ProtocolExamples.in("valid").filter(e -> e.from("client"));
    }

    static Stream<Example> misshapen() {
        return ProtocolExamples.in("invalid")
                .filter(e -> e.from("client"))
                .filter(e -> e.file().path("kind").stringValue().equals("shape"));
    }

    static Stream<Example> unauthorised() {
        return ProtocolExamples.in("invalid")
                .filter(e -> e.file().path("kind").stringValue().equals("authority"));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void validMessageIsRead(Example example) {
        Frame frame = reader.read(example.frame());

        var message = example.file().get("message");
        assertThat(frame.number())
                .isEqualTo(message.has("s") ? (Long) message.get("s").longValue() : null);
        assertThat(frame.acknowledged())
                .isEqualTo(message.has("a") ? (Long) message.get("a").longValue() : null);
    }

    @ParameterizedTest
    @MethodSource("misshapen")
    void misshapenMessageIsABreach(Example example) {
        assertThat(example.file().get("answer").get("close").intValue()).isEqualTo(4400);
        assertThatThrownBy(() -> reader.read(example.frame())).isInstanceOf(ProtocolBreach.class);
    }

    @ParameterizedTest
    @MethodSource("unauthorised")
    void messageOfSomebodyWhoMayNotIsSoundInShape(Example example) {
        assertThat(reader.read(example.frame()).message()).isInstanceOf(FromClient.Reliable.class);
    }

    @Test
    void fieldsTheProtocolDoesNotKnowDoNotRideAlong() {
        Frame frame = reader.read("""
                {"t":"signal","s":1,"to":"c0a6e5a4-2d0c-4b8e-8a43-51d1f0b7c9e2","epoch":1,"from":"forged","x":1,
                "candidates":[{"candidate":"c","evil":true}]}""");

        assertThat(((FromClient.Signal) frame.message()).content()).hasToString("""
                {"candidates":[{"candidate":"c","sdpMid":null,"sdpMLineIndex":null,"usernameFragment":null}]}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{\"t\":\"ping\",\"time\":1}{}",
                "{\"t\":\"ping\",\"t\":\"end\",\"time\":1}",
                "{\"t\":\"ping\",\"time\":NaN}",
                "{\"t\":\"ack\",\"a\":99999999999999999999}",
                "{\"t\":\"end\",\"s\":1,\"cid\":\"1-1-1-1-1\"}",
                "{\"t\":\"ping\",\"time\":null}"
            })
    void nonsenseIsABreach(String text) {
        assertThatThrownBy(() -> reader.read(text)).isInstanceOf(ProtocolBreach.class);
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(reader.read("{\"t\":\"hello\",\"pass\":\"geheim\",\"proto\":1}"))
                .asString()
                .doesNotContain("geheim");
        assertThat(reader.read("{\"t\":\"resume\",\"session\":\"x\",\"token\":\"geheim\",\"lastSeq\":1}"))
                .asString()
                .doesNotContain("geheim");
    }
}
