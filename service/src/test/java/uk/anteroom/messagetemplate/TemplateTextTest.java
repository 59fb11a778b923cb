package uk.anteroom.messagetemplate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.anteroom.kernel.Reading;

class TemplateTextTest {

    private static final String KNOWN = "{first name}, {clinician}, {surgery}, {telephone}";
    private static final Filling FILLING = new Filling("Rosa", "Dr Amara Okafor", "Riverside Surgery", "01632 960123");

    @Test
    void everyPlaceholderIsFilledIn() {
        assertThat(text("Dear {first name},\nring {telephone}.\n{clinician}, {surgery}, {clinician}")
                        .filled(FILLING))
                .isEqualTo("Dear Rosa,\nring 01632 960123.\nDr Amara Okafor, Riverside Surgery, Dr Amara Okafor");
    }

    @Test
    void nameThatLooksLikeAPlaceholderIsNotFilledInAgain() {
        Filling odd = new Filling("{clinician}", "Dr {first name} $1\\", "{", "}");
        assertThat(text("{first name} {clinician} {surgery}{telephone}").filled(odd))
                .isEqualTo("{clinician} Dr {first name} $1\\ {}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{surname}", "{First name}", "{ surgery }", "{}", "{first  name}", "{patient’s name}"})
    void unknownPlaceholderIsRefusedByItsNameAndTheKnownOnesAreListed(String wrong) {
        assertThat(TemplateText.read("Dear {first name}, " + wrong + " {also wrong}"))
                .isEqualTo(Reading.wrong("template.text.unknown", wrong, KNOWN));
    }

    @ParameterizedTest
    @CsvSource({
        "'Dear {first name', {",
        "'Dear first name}', }",
        "'{{first name}}', {",
        "'{first\nname}', {",
        "'{a placeholder that is longer than anybody means one to be}', {",
        "'Smile :-}', }"
    })
    void strayBraceIsRefused(String typed, String brace) {
        assertThat(TemplateText.read(typed)).isEqualTo(Reading.wrong("template.text.brace", brace, KNOWN));
    }

    @Test
    void whatAMessageMayNotBeATemplateMayNotBeEither() {
        assertThat(TemplateText.read(" \n")).isEqualTo(Reading.wrong("template.text.empty"));
        assertThat(TemplateText.read("x".repeat(5_001))).isEqualTo(Reading.wrong("message.text.long", 5_000, 5_001));
        assertThat(TemplateText.read("a\u202eb")).isEqualTo(Reading.wrong("message.text.signs"));
    }

    @Test
    void whatIsWrongStaysAsItIsWhileItIsTyped() {
        assertThat(TemplateText.filled("Dear {first name} {surname} {", FILLING))
                .isEqualTo("Dear Rosa {surname} {");
    }

    @Test
    void nameIsOneLineOfSixtyCharacters() {
        assertThat(TemplateName.read(" Photo \n please ")).isEqualTo(Reading.right(new TemplateName("Photo please")));
        assertThat(TemplateName.read("\t")).isEqualTo(Reading.wrong("template.name.empty"));
        assertThat(TemplateName.read("👍".repeat(60))).isInstanceOf(Reading.Right.class);
        assertThat(TemplateName.read("x".repeat(61))).isEqualTo(Reading.wrong("template.name.long", 60, 61));
        assertThat(TemplateName.read("a\u0000b")).isEqualTo(Reading.wrong("message.text.signs"));
    }

    private static TemplateText text(String typed) {
        return ((Reading.Right<TemplateText>) TemplateText.read(typed)).value();
    }
}
