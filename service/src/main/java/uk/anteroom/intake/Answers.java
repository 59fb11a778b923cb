package uk.anteroom.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.patient.PatientId;
import uk.anteroom.request.PatientRequest;

/**
 * What somebody has answered so far, as they typed it: also what is wrong is kept, so that nothing is typed twice. Hides itself when printed.
 *
 * @param files in their order; null while nobody has asked for them
 * @param patient whom it is about, known by an account; null for whoever says it themselves
 * @param carer who writes it for them, known as well; null if they do themselves
 */
public record Answers(
        @Nullable Signs signs,
        PatientRequest.@Nullable Kind kind,
        @Nullable About about,
        @Nullable Safety safety,
        @Nullable List<UUID> files,
        @Nullable Who who,
        @Nullable Reach reach,
        @Nullable UUID patient,
        @Nullable UUID carer) {

    /** Whether a sign of an emergency is there now. */
    public enum Signs {
        NONE,
        SOME,
        /** Some, but after being told to ring 999 they say that it is no emergency. */
        SOME_AND_GOES_ON
    }

    public enum Worse {
        YES,
        NO,
        NOT_SURE
    }

    public enum Soon {
        TODAY,
        FEW_DAYS,
        NO_HURRY
    }

    public enum Way {
        EMAIL,
        TEXT,
        CALL
    }

    public record About(String title, String details) {}

    public record Safety(
            @Nullable Worse worse,
            String since,
            String tried,
            @Nullable Soon soon) {}

    public record Who(
            String givenName,
            String familyName,
            String day,
            String month,
            String year,
            String nhsNumber,
            String postcode) {}

    public record Reach(
            String email, String mobile, @Nullable Way way) {}

    static Answers none() {
        return new Answers(null, null, null, null, null, null, null, null, null);
    }

    public Answers with(Signs said) {
        return new Answers(said, kind, about, safety, files, who, reach, patient, carer);
    }

    public Answers with(PatientRequest.Kind said) {
        return new Answers(signs, said, about, safety, files, who, reach, patient, carer);
    }

    public Answers with(About said) {
        return new Answers(signs, kind, said, safety, files, who, reach, patient, carer);
    }

    public Answers with(Safety said) {
        return new Answers(signs, kind, about, said, files, who, reach, patient, carer);
    }

    public Answers withFiles(List<UUID> chosen) {
        return new Answers(signs, kind, about, safety, List.copyOf(chosen), who, reach, patient, carer);
    }

    public Answers with(Who said) {
        return new Answers(signs, kind, about, safety, files, said, reach, patient, carer);
    }

    public Answers with(Reach said) {
        return new Answers(signs, kind, about, safety, files, who, said, patient, carer);
    }

    Answers of(@Nullable KnownWriter writer) {
        PatientId by = writer == null ? null : writer.carer();
        return new Answers(
                signs,
                kind,
                about,
                safety,
                files,
                who,
                reach,
                writer == null ? null : writer.patient().value(),
                by == null ? null : by.value());
    }

    /** Whom an account says to write; empty for whoever says it themselves. */
    public Optional<KnownWriter> writer() {
        return Optional.ofNullable(patient)
                .map(PatientId::new)
                .map(about -> new KnownWriter(about, carer == null ? null : new PatientId(carer)));
    }

    /** Whether an account says who writes. */
    public boolean known() {
        return patient != null;
    }

    @Override
    public String toString() {
        return "Answers(hidden)";
    }
}
