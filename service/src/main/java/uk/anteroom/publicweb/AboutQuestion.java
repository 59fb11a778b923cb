package uk.anteroom.publicweb;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import uk.anteroom.intake.Answers;
import uk.anteroom.intake.Answers.About;
import uk.anteroom.intake.Step;

/** What is it about? */
@Component
class AboutQuestion implements Question {

    private static final int ROWS = 8;

    @Override
    public Step step() {
        return Step.ABOUT;
    }

    @Override
    public Answers read(MultiValueMap<String, String> form, Answers before) {
        return before.with(new About(Fields.typed(form, "title"), Fields.typed(form, "details")));
    }

    @Override
    public List<Part> parts(Answers answers, Fields fields) {
        About said = answers.about() == null ? new About("", "") : answers.about();
        return List.of(
                Part.of(fields.text("title", "text", said.title()).autocomplete("off")),
                Part.of(fields.area("details", ROWS, said.details())));
    }
}
