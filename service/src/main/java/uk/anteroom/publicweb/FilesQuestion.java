package uk.anteroom.publicweb;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import uk.anteroom.intake.Answers;
import uk.anteroom.intake.Step;

/** Are there photos or letters? The files themselves have come before its form does. */
@Component
class FilesQuestion implements Question {

    @Override
    public Step step() {
        return Step.FILES;
    }

    @Override
    public Answers read(MultiValueMap<String, String> form, Answers before) {
        return before.withFiles(form.getOrDefault("file", List.of()).stream()
                .flatMap(FilesQuestion::id)
                .distinct()
                .toList());
    }

    @Override
    public List<Part> parts(Answers answers, Fields fields) {
        return List.of();
    }

    private static Stream<UUID> id(String text) {
        try {
            return Stream.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
