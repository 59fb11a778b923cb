package uk.anteroom.call.signalling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files both sides of the protocol are tested against. */
final class ProtocolExamples {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private ProtocolExamples() {}

    record Example(String name, JsonNode file) {

        String frame() {
            return file.has("frame")
                    ? file.get("frame").stringValue()
                    : file.get("message").toString();
        }

        boolean from(String side) {
            return file.path("from").stringValue().equals(side);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Example> in(String folder) {
        try (Stream<Path> files = Files.list(Path.of("..", "protocol", folder))) {
            return files
                    .sorted()
                    .map(f -> new Example(f.getFileName().toString(), JSON.readTree(f.toFile())))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
