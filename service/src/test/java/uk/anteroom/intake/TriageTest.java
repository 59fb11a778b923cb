package uk.anteroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.anteroom.intake.Answers.Safety;
import uk.anteroom.intake.Answers.Signs;
import uk.anteroom.intake.Answers.Soon;
import uk.anteroom.intake.Answers.Worse;
import uk.anteroom.request.PatientRequest.Kind;
import uk.anteroom.request.PatientRequest.Urgency;

class TriageTest {

    @ParameterizedTest
    @CsvSource({
        "NO, NO_HURRY, ROUTINE",
        "NO, FEW_DAYS, ROUTINE",
        "NOT_SURE, FEW_DAYS, ROUTINE",
        "YES, NO_HURRY, URGENT",
        "NO, TODAY, URGENT",
        "YES, TODAY, URGENT"
    })
    void aRedFlagMakesAMedicalRequestUrgent(Worse worse, Soon soon, Urgency urgency) {
        assertThat(Triage.urgency(Signs.NONE, Kind.MEDICAL, new Safety(worse, "3 days", "", soon)))
                .isEqualTo(urgency);
    }

    @ParameterizedTest
    @CsvSource({"MEDICAL", "ADMINISTRATIVE"})
    void whoeverHasASignOfAnEmergencyAndGoesOnIsAnEmergency(Kind kind) {
        Safety calm = new Safety(Worse.NO, "3 days", "", Soon.NO_HURRY);
        assertThat(Triage.urgency(Signs.SOME_AND_GOES_ON, kind, calm)).isEqualTo(Urgency.EMERGENCY);
        assertThat(Triage.urgency(Signs.SOME_AND_GOES_ON, kind, null)).isEqualTo(Urgency.EMERGENCY);
    }

    @Test
    void answersAboutAnIllnessDoNotHurryPaper() {
        Safety left = new Safety(Worse.YES, "3 days", "", Soon.TODAY);
        assertThat(Triage.urgency(Signs.NONE, Kind.ADMINISTRATIVE, left)).isEqualTo(Urgency.ROUTINE);
        assertThat(Triage.urgency(Signs.NONE, Kind.ADMINISTRATIVE, null)).isEqualTo(Urgency.ROUTINE);
    }
}
