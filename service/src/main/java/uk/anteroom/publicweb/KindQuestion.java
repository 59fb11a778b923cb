package uk.anteroom.publicweb;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import uk.anteroom.intake.Answers;
import uk.anteroom.intake.Step;
import uk.anteroom.request.PatientRequest.Kind;

/** Is it about health, or about paper? */
@Component
class KindQuestion implements Question {

    @Override
    public Step step() {
        return Step.KIND;
    }

    @Override
    public Answers read(MultiValueMap<String, String> form, Answers before) {
        Kind said = Fields.chosen(form, "kind", Kind.class);
        return said == null ? before : before.with(said);
    }

    @Override
    public List<Part> parts(Answers answers, Fields fields) {
        return List.of(Part.of(fields.choice("kind", true, answers.kind(), Kind.MEDICAL, Kind.ADMINISTRATIVE)));
    }
}
