package uk.anteroom.publicweb;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import uk.anteroom.intake.Answers;
import uk.anteroom.intake.Answers.Signs;
import uk.anteroom.intake.Step;

/** Is this an emergency? Asked before anything else, so that nobody writes while they should ring. */
@Component
class SignsQuestion implements Question {

    @Override
    public Step step() {
        return Step.SIGNS;
    }

    @Override
    public Answers read(MultiValueMap<String, String> form, Answers before) {
        Signs said = Fields.chosen(form, "signs", Signs.class);
        return said == Signs.NONE || said == Signs.SOME ? before.with(said) : before;
    }

    @Override
    public List<Part> parts(Answers answers, Fields fields) {
        Signs said = answers.signs() == Signs.SOME_AND_GOES_ON ? Signs.SOME : answers.signs();
        return List.of(Part.of(fields.choice("signs", false, said, Signs.SOME, Signs.NONE)));
    }
}
