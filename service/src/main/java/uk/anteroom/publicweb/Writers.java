package uk.anteroom.publicweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.AccountVisits;
import uk.anteroom.carer.Carers;
import uk.anteroom.intake.Intake;
import uk.anteroom.intake.Intakes;
import uk.anteroom.intake.KnownWriter;
import uk.anteroom.kernel.PracticeSecret;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Practice;
import uk.anteroom.web.KeyCookie;

/**
 * Who writes: whoever is signed in with their account, for themselves, or for whom they care where the practice lets them write. Any other carer says who it is
 * about, as anybody does.
 */
@Component
class Writers {

    private final AccountVisits accounts;
    private final Carers carers;
    private final Patients patients;
    private final Intakes intakes;

    Writers(AccountVisits accounts, Carers carers, Patients patients, Intakes intakes) {
        this.accounts = accounts;
        this.carers = carers;
        this.patients = patients;
        this.intakes = intakes;
    }

    Optional<KnownWriter> of(Practice practice, HttpServletRequest request) {
        return KeyCookie.ACCOUNT
                .read(request)
                .flatMap(accounts::of)
                .filter(visit -> visit.practice().equals(practice.id()) && carers.mayWrite(visit))
                .map(Writers::writer);
    }

    private static KnownWriter writer(AccountVisit visit) {
        return new KnownWriter(visit.patient(), visit.actsForAnother() ? visit.holder() : null);
    }

    /** The name of whom a carer writes for; empty for whoever writes for themselves. */
    Optional<String> writesFor(Practice practice, KnownWriter writer) {
        return Optional.of(writer)
                .filter(known -> known.carer() != null)
                .flatMap(known -> patients.find(practice.id(), known.patient()))
                .map(Patient::name);
    }

    /** Before answers are shown as a whole or sent: whoever signed out meanwhile, or is somebody else, is asked who they are. */
    void check(Practice practice, PracticeSecret key, HttpServletRequest request) {
        boolean another = intakes.find(key)
                .map(Intake::answers)
                .filter(answers -> answers.known() && !answers.writer().equals(of(practice, request)))
                .isPresent();
        if (another) {
            intakes.forgetWriter(key);
        }
    }
}
