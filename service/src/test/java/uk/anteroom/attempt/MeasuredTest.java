package uk.anteroom.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.anteroom.call.Figures;
import uk.anteroom.call.ParticipantRole;

class MeasuredTest {

    @Test
    void pagesOfOneSideAddUpAndOfTwoSidesTheWorseCounts() {
        Measured measured = Measured.of(List.of(
                patient(new Told().connected(412.4).interrupted(1, 4000).weak(60_000)),
                clinician(new Told().connected(380).interrupted(2, 9000).weak(1000)),
                patient(new Told().connected(300).interrupted(2, 6000.4).weak(120_000))));

        assertThat(measured.restarts()).isEqualTo(3);
        assertThat(measured.lostMs()).isEqualTo(10_000);
        assertThat(measured.patientWeakMs()).isEqualTo(180_000);
        assertThat(measured.clinicianWeakMs()).isEqualTo(1000);
        assertThat(measured.connectedMs()).isEqualTo(412);
    }

    @Test
    void wayIsThatOfThePatientsLastPage() {
        Measured measured = Measured.of(List.of(
                patient(new Told().over(Figures.Path.DIRECT, Figures.Transport.UDP)),
                patient(new Told().over(Figures.Path.RELAY, Figures.Transport.TLS)),
                clinician(new Told().over(Figures.Path.DIRECT, Figures.Transport.UDP))));

        assertThat(measured.path()).isEqualTo(Figures.Path.RELAY);
        assertThat(measured.transport()).isEqualTo(Figures.Transport.TLS);
    }

    @Test
    void whatOnlyTheClinicianMeasuredIsKept() {
        Measured measured =
                Measured.of(List.of(clinician(new Told().connected(380).firstFrame(233.5))));

        assertThat(measured.connectedMs()).isEqualTo(380);
        assertThat(measured.firstFrameMs()).isEqualTo(234);
        assertThat(measured.path()).isNull();
    }

    @Test
    void absurdFiguresDoNotOverflow() {
        Measured measured = Measured.of(List.of(
                patient(new Told().connected(1e300).interrupted(Integer.MAX_VALUE, 1e300)),
                patient(new Told().interrupted(Integer.MAX_VALUE, 1e300))));

        assertThat(measured.restarts()).isEqualTo(Integer.MAX_VALUE);
        assertThat(measured.lostMs()).isEqualTo(Long.MAX_VALUE);
    }

    private static Report patient(Told told) {
        return new Report(ParticipantRole.PATIENT, told.figures());
    }

    private static Report clinician(Told told) {
        return new Report(ParticipantRole.CLINICIAN, told.figures());
    }
}
