package uk.anteroom.publicweb;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import uk.anteroom.intake.Answers;
import uk.anteroom.intake.Answers.Who;
import uk.anteroom.intake.Step;

/** Who are you? */
@Component
class WhoQuestion implements Question {

    @Override
    public Step step() {
        return Step.WHO;
    }

    @Override
    public Answers read(MultiValueMap<String, String> form, Answers before) {
        return before.with(new Who(
                Fields.typed(form, "givenName"),
                Fields.typed(form, "familyName"),
                Fields.typed(form, "day"),
                Fields.typed(form, "month"),
                Fields.typed(form, "year"),
                Fields.typed(form, "nhsNumber"),
                Fields.typed(form, "postcode")));
    }

    @Override
    public List<Part> parts(Answers answers, Fields fields) {
        Who said = answers.who() == null ? new Who("", "", "", "", "", "", "") : answers.who();
        return List.of(
                Part.of(fields.text("givenName", "text", said.givenName()).autocomplete("given-name")),
                Part.of(fields.text("familyName", "text", said.familyName()).autocomplete("family-name")),
                Part.of(fields.birth(said.day(), said.month(), said.year())),
                Part.of(fields.text("nhsNumber", "text", said.nhsNumber())
                        .inputmode("numeric")
                        .autocomplete("off")
                        .classes("nhsuk-input--width-10")),
                Part.of(fields.text("postcode", "text", said.postcode())
                        .autocomplete("postal-code")
                        .classes("nhsuk-input--width-10")));
    }
}
