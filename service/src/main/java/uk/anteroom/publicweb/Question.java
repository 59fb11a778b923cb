package uk.anteroom.publicweb;

import java.util.List;
import org.springframework.util.MultiValueMap;
import uk.anteroom.intake.Answers;
import uk.anteroom.intake.Step;

/** One question: what its page shows of an answer, and what its form says. */
interface Question {

    Step step();

    /** The answers with what its form sent, right or wrong. */
    Answers read(MultiValueMap<String, String> form, Answers before);

    /** Its fields, filled in with what was answered. */
    List<Part> parts(Answers answers, Fields fields);
}
