package uk.anteroom.publicweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.account.AccountVisits;
import uk.anteroom.intake.Intake;
import uk.anteroom.intake.Intakes;
import uk.anteroom.kernel.PracticeSecret;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.Practice;
import uk.anteroom.web.KeyCookie;

/** Who writes: whoever is signed in with their account, for themselves. A carer says who it is about, as anybody does. */
@Component
class Writers {

    private final AccountVisits accounts;
    private final Intakes intakes;

    Writers(AccountVisits accounts, Intakes intakes) {
        this.accounts = accounts;
        this.intakes = intakes;
    }

    Optional<PatientId> of(Practice practice, HttpServletRequest request) {
        return KeyCookie.ACCOUNT
                .read(request)
                .flatMap(accounts::of)
                .filter(visit -> visit.practice().equals(practice.id()) && !visit.actsForAnother())
                .map(AccountVisit::patient);
    }

    /** Before answers are shown as a whole or sent: whoever signed out meanwhile, or is somebody else, is asked who they are. */
    void check(Practice practice, PracticeSecret key, HttpServletRequest request) {
        boolean another = intakes.find(key)
                .map(Intake::answers)
                .filter(answers -> answers.known()
                        && of(practice, request)
                                .filter(patient -> patient.value().equals(answers.patient()))
                                .isEmpty())
                .isPresent();
        if (another) {
            intakes.forgetWriter(key);
        }
    }
}
