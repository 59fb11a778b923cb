package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.GRACE;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.Accessibility;
import uk.anteroom.e2e.people.ClinicalSystem;

/** The clinical system has somebody else open than the patient whom the clinician talks to. */
class WrongRecordTest extends Journey {

    private final Accessibility axe = new Accessibility();

    @Test
    void barStandsInTheCallAndNothingIsCodedUntilTheRightRecordIsOpen() {
        meet(ROSA);
        Locator bar = clinician.page().locator("#wrong-patient");
        ClinicalSystem record = record(GRACE);
        assertThat(bar).containsText("Grace Lin is open in the clinical system.");
        assertThat(bar).containsText("You are talking to Rosa Whitfield, 14 March 1957.");
        axe.look("wrong patient, in the call", clinician.page());
        record.open(ROSA);
        assertThat(bar).isEmpty();
        record.open(GRACE);
        assertThat(bar).containsText("Grace Lin");

        String consultation = clinician.consultation();
        clinician.end();
        clinician.reads("You talked to Rosa Whitfield, 14 March 1957.");
        clinician.press("Consultation completed");
        clinician.reads("Nothing is coded yet");
        clinician.heading("Consultation Ended").waitFor();
        axe.look("wrong patient, after the call", clinician.page());
        assertThat(record.encounters(consultation)).isZero();

        int before = record.open(ROSA).videoConsultations();
        clinician.link("Check again").click();
        assertThat(clinician.page().getByText("You talked to Rosa Whitfield")).isHidden();
        clinician.press("Consultation completed");
        clinician.heading("Consultation completed").waitFor();
        clinician.reads("Saved to the record at");
        record.open(ROSA).awaitVideoConsultations(before + 1);
        assertThat(record.encounters(consultation)).isOne();
        axe.foundNothing();
    }

    @Test
    void whoeverLooksAndSaysWhoItWasIsBelieved() {
        meet(ROSA);
        ClinicalSystem record = record(GRACE);
        int before = record.videoConsultations();
        String consultation = clinician.consultation();
        clinician.end();
        clinician.press("It was Rosa Whitfield: code it there");
        clinician.press("Consultation completed");
        clinician.heading("Consultation completed").waitFor();
        clinician.reads("Saved to the record at");
        assertThat(record.open(GRACE).videoConsultations())
                .as("in the open record, which is another's")
                .isEqualTo(before);
        assertThat(record.encounters(consultation)).isOne();
    }
}
