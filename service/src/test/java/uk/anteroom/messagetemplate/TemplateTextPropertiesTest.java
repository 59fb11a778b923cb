package uk.anteroom.messagetemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.anteroom.kernel.Reading;

/** Whatever people are called, and whatever stands between the placeholders. */
class TemplateTextPropertiesTest {

    private static final String FIRST = "Text: ";

    @Property
    void eachPlaceholderBecomesItsNameAndNothingElseChanges(
            @ForAll("parts") List<String> parts, @ForAll("names") Filling filling) {
        String typed = FIRST + String.join("", parts) + ".";
        String expected = FIRST
                + parts.stream()
                        .map(part -> Placeholder.of(part).map(filling::of).orElse(part))
                        .collect(Collectors.joining())
                + ".";

        assertThat(TemplateText.read(typed)).isEqualTo(Reading.right(new TemplateText(typed)));
        assertThat(new TemplateText(typed).filled(filling)).isEqualTo(expected);
    }

    @Property
    void whateverCanBeSavedHasNoBraceLeftOnceItIsFilledIn(@ForAll("anything") String typed) {
        if (TemplateText.read(typed) instanceof Reading.Right<TemplateText>(TemplateText text)) {
            assertThat(text.filled(new Filling("Rosa", "Dr Okafor", "Riverside", "01632 960123")))
                    .doesNotContain("{", "}");
        } else {
            assertThat(typed.isBlank() || typed.contains("{") || typed.contains("}"))
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<List<String>> parts() {
        return Arbitraries.oneOf(
                        words("aé $\\1\n"), Arbitraries.of(Placeholder.values()).map(Placeholder::typed))
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<Filling> names() {
        Arbitrary<String> name = Arbitraries.oneOf(
                words("aé{}$\\1 "), Arbitraries.of(Placeholder.values()).map(Placeholder::typed));
        return name.list().ofSize(4).map(four -> new Filling(four.get(0), four.get(1), four.get(2), four.get(3)));
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                        words("ab {}\n"), Arbitraries.of(Placeholder.values()).map(Placeholder::typed))
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    private static Arbitrary<String> words(String letters) {
        return Arbitraries.strings().withChars(letters.toCharArray()).ofMaxLength(12);
    }
}
