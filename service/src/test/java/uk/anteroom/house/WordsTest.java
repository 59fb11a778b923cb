package uk.anteroom.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/** Every text for patients and every letter comes from the message files, so that it can be said in another language. */
class WordsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z][\\w.-]*)");

    @Test
    void pagesForPatientsAndLettersHoldNoWordsOfTheirOwn() throws IOException {
        List<String> words = new ArrayList<>();
        for (Path template : templates("patient", "letters")) {
            if (template.toString().endsWith(".html")) {
                Jsoup.parse(Files.readString(template)).body().traverse((node, depth) -> {
                    if (node instanceof TextNode text && text.text().matches(".*\\p{L}{2,}.*")) {
                        words.add(template.getFileName() + ": " + text.text().strip());
                    }
                });
            }
        }
        assertThat(words).isEmpty();
    }

    @Test
    void everyWordThatIsAskedForIsThere() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (Path template : templates("patient", "letters", "layout", "nhsuk", "staff")) {
            Matcher key = KEY.matcher(Files.readString(template));
            while (key.find()) {
                asked.add(key.group(1));
            }
        }
        Set<String> there = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(RESOURCES, "messages*.properties")) {
            for (Path file : files) {
                Properties messages = new Properties();
                try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    messages.load(reader);
                }
                there.addAll(messages.stringPropertyNames());
            }
        }
        assertThat(there).containsAll(asked);
    }

    private static List<Path> templates(String... folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates").resolve(folder))) {
                files.filter(Files::isRegularFile).forEach(found::add);
            }
        }
        return found;
    }
}
