package uk.anteroom.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.anteroom.kernel.Reading;

class MessageTextTest {

    @Test
    void lineBreaksAreKeptAndTheSameEverywhere() {
        assertThat(text("  One\r\ntwo\rthree\n\tfour  ").value()).isEqualTo("One\ntwo\nthree\n\tfour");
    }

    @Test
    void nothingAndTooMuchAreRefusedInPlainWords() {
        assertThat(MessageText.read(" \r\n ")).isEqualTo(Reading.wrong("message.text.empty"));
        assertThat(MessageText.read("ж".repeat(5_000))).isInstanceOf(Reading.Right.class);
        assertThat(MessageText.read("👍".repeat(5_000))).isInstanceOf(Reading.Right.class);
        assertThat(MessageText.read("x".repeat(5_001))).isEqualTo(Reading.wrong("message.text.long", 5_000, 5_001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u001bb", "a\u0085b", "a\u202eb", "a\u2066b", "a\ud800b"})
    void signsThatNobodyTypesAreRefused(String typed) {
        assertThat(MessageText.read(typed)).isEqualTo(Reading.wrong("message.text.signs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"مرحبا، كيف حالك؟", "שלום\u200f!", "Dziękuję", "👩‍⚕️ fine"})
    void everybodysLettersAreText(String typed) {
        assertThat(MessageText.read(typed)).isInstanceOf(Reading.Right.class);
    }

    @Test
    void addressesAreLinksAndSayWhereTheyLead() {
        assertThat(text("See (https://www.nhs.uk/conditions/eczema/), or HTTP://Patient.info/a?b=c&d#e. Thanks")
                        .parts())
                .isEqualTo(List.of(
                        new TextPart("See (", null),
                        new TextPart("https://www.nhs.uk/conditions/eczema/", "www.nhs.uk"),
                        new TextPart("), or ", null),
                        new TextPart("HTTP://Patient.info/a?b=c&d#e", "patient.info"),
                        new TextPart(". Thanks", null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "file:///etc/passwd",
                "//evil.example/x",
                "www.nhs.uk",
                "https://www.nhs.uk@evil.example/",
                "https://www.nhs.uk:pass@evil.example/",
                "https://www.nhs.uk\\@evil.example/",
                "https://аррӏе.com/",
                "https://nhs.uk.аррӏе.com/",
                "https://localhost/",
                "https:///evil.example",
                "https://[::1]/",
                "https://"
            })
    void whatPeopleCouldMisreadStaysWords(String hostile) {
        assertThat(text("Look: " + hostile).parts()).containsExactly(new TextPart("Look: " + hostile, null));
    }

    @Test
    void everyLetterIsShownWhateverIsFound() {
        String hostile =
                "<a href=\"https://evil.example\" onclick='x'>https://nhs.uk\">https://https://</a>\n".repeat(40);
        assertThat(String.join(
                        "", text(hostile).parts().stream().map(TextPart::shown).toList()))
                .isEqualTo(hostile.strip());
    }

    @Test
    void noTextPrintsItself() {
        assertThat(text("Your results").toString()).doesNotContain("results");
    }

    private static MessageText text(String typed) {
        return ((Reading.Right<MessageText>) MessageText.read(typed)).value();
    }
}
