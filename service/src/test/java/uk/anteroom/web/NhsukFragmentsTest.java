package uk.anteroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints our fragments from the fixtures of nhsuk-frontend's own components and compares them with what those components print. Fixtures that use what
 * our pages do not need (headings inside labels, prefixes, rows of boxes) are passed over; how many remain is asserted.
 */
class NhsukFragmentsTest {

    private static final Path COMPONENTS = Path.of("../web/node_modules/nhsuk-frontend/dist/nhsuk/components");

    private final SpringTemplateEngine engine = engine();

    @Test
    void inputPrintsAsItsFixtures() throws IOException {
        int compared = compare(
                "input",
                Set.of(
                        "label",
                        "hint",
                        "errorMessage",
                        "id",
                        "name",
                        "type",
                        "value",
                        "autocomplete",
                        "inputmode",
                        "classes",
                        "width",
                        "code"),
                Set.of("spellcheck"),
                "nhsuk/input :: input",
                context -> new TextField(
                        id(context),
                        text(context, "label").orElseThrow(),
                        text(context, "hint").orElse(null),
                        text(context, "errorMessage").orElse(null),
                        text(context, "type").orElse("text"),
                        text(context, "value").orElse(""),
                        text(context, "inputmode").orElse(null),
                        text(context, "autocomplete").orElse(null),
                        classes(context)),
                "input");
        assertThat(compared).isGreaterThanOrEqualTo(3);
    }

    @Test
    void selectPrintsAsItsFixtures() throws IOException {
        int compared = compare(
                "select",
                Set.of("label", "hint", "errorMessage", "id", "name", "items", "value"),
                Set.of(),
                "nhsuk/select :: select",
                context -> new SelectField(
                        id(context),
                        text(context, "label").orElseThrow(),
                        text(context, "hint").orElse(null),
                        text(context, "errorMessage").orElse(null),
                        options(context)),
                "select");
        assertThat(compared).isGreaterThanOrEqualTo(2);
    }

    @Test
    void textareaPrintsAsItsFixtures() throws IOException {
        int compared = compare(
                "textarea",
                Set.of("label", "hint", "errorMessage", "id", "name"),
                Set.of(),
                "nhsuk/textarea :: textarea",
                context -> new TextArea(
                        id(context),
                        text(context, "label").orElseThrow(),
                        text(context, "hint").orElse(null),
                        text(context, "errorMessage").orElse(null),
                        5,
                        ""),
                "textarea");
        assertThat(compared).isGreaterThanOrEqualTo(2);
    }

    @Test
    void fileUploadPrintsAsItsFixtures() throws IOException {
        int compared = compare(
                "file-upload",
                Set.of("label", "hint", "errorMessage", "id", "name"),
                Set.of(),
                "nhsuk/file-upload :: upload",
                context -> new FileField(
                        id(context),
                        text(context, "label").orElseThrow(),
                        text(context, "hint").orElse(null),
                        text(context, "errorMessage").orElse(null),
                        null),
                ".nhsuk-file-upload");
        assertThat(compared).isGreaterThanOrEqualTo(2);
    }

    @Test
    void dateInputPrintsAsItsFixtures() throws IOException {
        int compared = compare(
                "date-input",
                Set.of("fieldset", "hint", "errorMessage", "id", "values"),
                Set.of(),
                "nhsuk/date-input :: date",
                context -> new DateField(
                        id(context),
                        legend(context).orElseThrow(),
                        text(context, "hint").orElse(null),
                        text(context, "errorMessage").orElse(null),
                        text(context.path("values"), "day").orElse(""),
                        text(context.path("values"), "month").orElse(""),
                        text(context.path("values"), "year").orElse(""),
                        false),
                ".nhsuk-date-input");
        assertThat(compared).isGreaterThanOrEqualTo(3);
    }

    /** Ours is one box; theirs are rows of them. So a box, its label and its hint are compared one by one. */
    @Test
    void checkboxesPrintAsTheItemsOfTheirFixtures() throws IOException {
        int compared = 0;
        for (JsonNode fixture : fixtures("checkboxes")) {
            Element theirs =
                    Jsoup.parseBodyFragment(fixture.path("html").asString()).body();
            int number = 0;
            for (JsonNode item : fixture.path("context").path("items")) {
                if (!Set.of("value", "text", "hint", "checked").containsAll(names(item))
                        || item.path("text").isMissingNode()) {
                    break;
                }
                Element box = theirs.select(".nhsuk-checkboxes__item").get(number++);
                if (box.selectFirst("input").hasAttr("disabled")) {
                    break;
                }
                Checkbox ours = new Checkbox(
                        box.selectFirst("input").id(),
                        item.path("text").asString(),
                        item.path("value").asString(),
                        text(item, "hint").orElse(null),
                        null,
                        box.selectFirst("input").hasAttr("checked"));
                Element printed = print("nhsuk/checkboxes :: checkbox", ours).selectFirst(".nhsuk-checkboxes__item");
                printed.select("input").removeAttr("name");
                box.select("input").removeAttr("name");
                assertThat(plain(printed)).as(fixture.path("name").asString()).isEqualTo(plain(box));
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(20);
    }

    @Test
    void errorSummaryPrintsAsItsFixtures() throws IOException {
        int compared = 0;
        for (JsonNode fixture : fixtures("error-summary")) {
            JsonNode context = fixture.path("context");
            boolean ours = Set.of("heading", "errorList").equals(names(context))
                    && text(context, "heading").isPresent()
                    && !fixture.path("html").asString().contains("<p>")
                    && StreamSupport.stream(context.path("errorList").spliterator(), false)
                            .allMatch(error -> Set.of("text", "href").equals(names(error)));
            if (ours) {
                List<Complaint> complaints = StreamSupport.stream(
                                context.path("errorList").spliterator(), false)
                        .map(error -> new Complaint(
                                error.path("href").asString().substring(1),
                                error.path("text").asString()))
                        .toList();
                Context words = new Context(Locale.UK);
                words.setVariable("heading", text(context, "heading").orElseThrow());
                words.setVariable("complaints", complaints);
                Element printed = Jsoup.parseBodyFragment(engine.process(
                                "<th:block th:replace=\"~{nhsuk/error-summary :: summary(${heading}, ${complaints})}\"></th:block>",
                                words))
                        .body();
                assertThat(plain(printed)).isEqualTo(plain(html(fixture)));
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(1);
    }

    @Test
    void buttonDetailsAndSkipLinkPrintAsTheirFixtures() throws IOException {
        Element button =
                printWords("nhsuk/button :: button('Save and continue', '')").firstElementChild();
        // ours also keeps a second press from posting twice, which the package has as an option
        button.removeAttr("data-prevent-double-click");
        assertThat(plain(button))
                .isEqualTo(plain(html(named("button", "default")).firstElementChild()));
        assertThat(plain(printWords("nhsuk/skip-link :: skip('Skip to main content')")))
                .isEqualTo(plain(html(named("skip-link", "default"))));
        assertThat(plain(printWords(
                        "nhsuk/details :: details('How to find your NHS number', 'You can find your NHS number by"
                                + " logging in to the NHS App or on any document the NHS has sent you.')")))
                .isEqualTo(plain(html(named("details", "default"))));
    }

    private int compare(
            String component,
            Set<String> supported,
            Set<String> ignored,
            String fragment,
            Function<JsonNode, Object> model,
            String nameless)
            throws IOException {
        int compared = 0;
        for (JsonNode fixture : fixtures(component)) {
            JsonNode context = fixture.path("context");
            Set<String> used = names(context);
            used.removeAll(ignored);
            String theirs = fixture.path("html").asString();
            boolean ours = supported.containsAll(used)
                    && !theirs.contains("label-wrapper")
                    && !theirs.contains("fieldset__heading")
                    && !theirs.matches("(?s).*(fieldset__legend--|label--|-wrapper|disabled).*")
                    && (context.path("hint").isMissingNode()
                            || text(context, "hint").isPresent());
            if (ours) {
                Element expected = html(fixture);
                ignored.forEach(attribute -> expected.select("input").removeAttr(attribute));
                Element printed = print(fragment, model.apply(context));
                // our names are our ids
                expected.select(nameless).removeAttr("name");
                printed.select(nameless).removeAttr("name");
                printed.select("[data-date]").removeAttr("data-date");
                assertThat(plain(printed))
                        .as(component + ": " + fixture.path("name").asString())
                        .isEqualTo(plain(expected));
                compared++;
            }
        }
        return compared;
    }

    private Element print(String fragment, Object model) {
        Context words = new Context(Locale.UK);
        words.setVariable("model", model);
        return Jsoup.parseBodyFragment(
                        engine.process("<th:block th:replace=\"~{" + fragment + "(${model})}\"></th:block>", words))
                .body();
    }

    private Element printWords(String call) {
        return Jsoup.parseBodyFragment(
                        engine.process("<th:block th:replace=\"~{" + call + "}\"></th:block>", new Context(Locale.UK)))
                .body();
    }

    private static Element html(JsonNode fixture) {
        return Jsoup.parseBodyFragment(fixture.path("html").asString()).body();
    }

    private static JsonNode named(String component, String name) throws IOException {
        return StreamSupport.stream(fixtures(component).spliterator(), false)
                .filter(fixture -> fixture.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode fixtures(String component) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(COMPONENTS.resolve(component).resolve("fixtures.json")))
                .path("fixtures");
    }

    private static Set<String> names(JsonNode node) {
        return new TreeSet<>(node.propertyNames());
    }

    private static String id(JsonNode context) {
        return text(context, "id").or(() -> text(context, "name")).orElseThrow();
    }

    private static String classes(JsonNode context) {
        return text(context, "classes").orElse("")
                + text(context, "width")
                        .map(width -> " nhsuk-input--width-" + width)
                        .orElse("")
                + (context.path("code").asBoolean(false) ? " nhsuk-input--code" : "");
    }

    private static Optional<String> legend(JsonNode context) {
        JsonNode fieldset = context.path("fieldset");
        return text(fieldset, "legend");
    }

    /** The package lets a text stand by itself or in an object. */
    private static Optional<String> text(JsonNode context, String field) {
        JsonNode node = context.path(field);
        JsonNode text = node.isObject() ? node.path("text") : node;
        return text.isMissingNode() || text.isNull() ? Optional.empty() : Optional.of(text.asString());
    }

    private static List<SelectField.Option> options(JsonNode context) {
        List<SelectField.Option> options = new ArrayList<>();
        String chosen = text(context, "value").orElse("\0");
        for (JsonNode item : context.path("items")) {
            String value = item.path("value").asString();
            options.add(new SelectField.Option(value, item.path("text").asString(), value.equals(chosen)));
        }
        return options;
    }

    /** One line a tag, attributes in order, white space as it counts. */
    private static String plain(Element element) {
        StringBuilder lines = new StringBuilder();
        element.traverse((node, depth) -> {
            if (node instanceof TextNode words && !words.isBlank()) {
                lines.append(words.text().strip()).append('\n');
            } else if (node instanceof Element tag && !tag.normalName().equals("body")) {
                lines.append(tag.normalName());
                tag.attributes().asList().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(attribute -> lines.append(' ')
                                .append(attribute.getKey())
                                .append('=')
                                .append(
                                        attribute.getKey().equals("class")
                                                ? new TreeSet<>(List.of(attribute
                                                        .getValue()
                                                        .strip()
                                                        .split("\\s+")))
                                                : attribute.getValue()));
                lines.append('\n');
            }
        });
        return lines.toString();
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCheckExistence(true);
        files.getResolvablePatternSpec().addPattern("nhsuk/*");
        files.setOrder(1);
        StringTemplateResolver strings = new StringTemplateResolver();
        strings.setOrder(2);
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.addTemplateResolver(files);
        engine.addTemplateResolver(strings);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }
}
