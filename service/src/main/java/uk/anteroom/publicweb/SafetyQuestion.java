package uk.anteroom.publicweb;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import uk.anteroom.intake.Answers;
import uk.anteroom.intake.Answers.Safety;
import uk.anteroom.intake.Answers.Soon;
import uk.anteroom.intake.Answers.Worse;
import uk.anteroom.intake.Step;

/** How bad is it, and how soon? */
@Component
class SafetyQuestion implements Question {

    private static final int ROWS = 3;

    @Override
    public Step step() {
        return Step.SAFETY;
    }

    @Override
    public Answers read(MultiValueMap<String, String> form, Answers before) {
        return before.with(new Safety(
                Fields.chosen(form, "worse", Worse.class),
                Fields.typed(form, "since"),
                Fields.typed(form, "tried"),
                Fields.chosen(form, "soon", Soon.class)));
    }

    @Override
    public List<Part> parts(Answers answers, Fields fields) {
        Safety said = answers.safety() == null ? new Safety(null, "", "", null) : answers.safety();
        return List.of(
                Part.of(fields.choice("worse", false, said.worse(), Worse.values())),
                Part.of(fields.text("since", "text", said.since()).autocomplete("off")),
                Part.of(fields.area("tried", ROWS, said.tried())),
                Part.of(fields.choice("soon", false, said.soon(), Soon.values())));
    }
}
