package uk.anteroom.consultation;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.call.Calls;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;

/**
 * Whether a patient can talk freely where they are. Somebody near the patient may be why they cannot, so the answer is shown to the clinician who
 * holds the consultation and to nobody else: no colleague, no list, no log, and not even the patient's own page shows it again.
 */
@Service
public class SafeToTalk {

    private static final Logger log = LoggerFactory.getLogger(SafeToTalk.class);

    /** What pages of the call are told, see {@link Calls#tell}. Said after every answer, so that it tells nothing. */
    private static final String TOPIC = "talk";

    private final FreedomStore store;
    private final Consultations consultations;
    private final Calls calls;
    private final Audit audit;
    private final PracticeTransactions transactions;

    SafeToTalk(
            FreedomStore store,
            Consultations consultations,
            Calls calls,
            Audit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.consultations = consultations;
        this.calls = calls;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The patient answers; a later answer replaces the one before. False if the consultation is over. */
    public boolean answer(PracticeId practice, ConsultationId id, Freedom answer) {
        return transactions.in(practice, () -> {
            Optional<Consultation> open = consultations.find(practice, id).filter(Consultation::reachable);
            open.ifPresent(consultation -> {
                store.put(practice, id, answer);
                // that there was a question, and not what was answered
                audit.patient(practice, consultation.patient().value(), "talk.answered", "consultation", id.value());
                calls.tell(practice, consultation.call(), TOPIC);
                log.info("Consultation {}: the patient was asked about talking", id);
            });
            return open.isPresent();
        });
    }

    /** The answer, to the clinician who holds the consultation; empty to everybody else, and while there is none. */
    public Optional<Freedom> shownTo(StaffMember by, ConsultationId id) {
        return by.mayHoldConsultations()
                ? transactions.in(
                        by.practice(),
                        () -> store.heldBy(by.practice(), id, by.id().value()))
                : Optional.empty();
    }
}
