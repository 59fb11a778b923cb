package uk.anteroom.publicweb;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import uk.anteroom.intake.Answers;
import uk.anteroom.intake.Answers.Reach;
import uk.anteroom.intake.Answers.Way;
import uk.anteroom.intake.Step;

/** How does the practice reach you? */
@Component
class ReachQuestion implements Question {

    @Override
    public Step step() {
        return Step.REACH;
    }

    @Override
    public Answers read(MultiValueMap<String, String> form, Answers before) {
        return before.with(new Reach(
                Fields.typed(form, "email"), Fields.typed(form, "mobile"), Fields.chosen(form, "way", Way.class)));
    }

    @Override
    public List<Part> parts(Answers answers, Fields fields) {
        Reach said = answers.reach() == null ? new Reach("", "", null) : answers.reach();
        return List.of(
                Part.of(fields.text("mobile", "tel", said.mobile()).autocomplete("tel")),
                Part.of(fields.text("email", "email", said.email()).autocomplete("email")),
                Part.of(fields.choice("way", false, said.way(), Way.TEXT, Way.CALL, Way.EMAIL)));
    }
}
