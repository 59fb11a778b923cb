package uk.anteroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.people.ClinicalSystem;

class UnsuccessfulTest extends Journey {

    @Test
    void nothingIsCodedAndThePageSaysSo() {
        ClinicalSystem record = record(ROSA);
        int coded = record.videoConsultations();
        meet(ROSA);
        String consultation = clinician.consultation();
        clinician.end();
        clinician.press("Consultation unsuccessful");
        clinician.heading("Consultation unsuccessful").waitFor();
        clinician.reads("No codes are saved to the clinical system");
        clinician.page().getByText("Something technical").click();
        clinician.press("Save the reason");
        clinician.reads("Reason saved");
        patient.isIn("over");
        assertThat(record.encounters(consultation)).isZero();
        assertThat(record.open(ROSA).videoConsultations()).isEqualTo(coded);
    }
}
