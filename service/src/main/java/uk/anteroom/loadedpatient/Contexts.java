package uk.anteroom.loadedpatient;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;

/** What is open in each topic: takes in what sources tell, and forgets what they can no longer vouch for. For the hub alone. */
@Service
public class Contexts {

    private final LoadedPatientStore store;
    private final Patients patients;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    Contexts(
            LoadedPatientStore store,
            Patients patients,
            Audit audit,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.store = store;
        this.patients = patients;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /** A patient was opened, whoever else is open. */
    public Taking open(Topic topic, Told told, Opened opened) {
        return transactions.in(topic.practice(), () -> {
            LoadedPatientStore.Row row = store.hold(topic);
            // a source that was silent and comes back repeats what it told
            boolean revives = row.state() != LoadedPatientStore.State.OPEN
                    && told.eventId().equals(row.eventId())
                    && store.knowsOpening(topic, told);
            if (store.knows(topic, told) && !revives) {
                return heard(topic, told);
            }
            if (row.olderThan(told.at())) {
                return Taking.STALE;
            }
            PatientId patient = onList(topic.practice(), opened);
            if (!revives) {
                store.log(topic, told, "OPENED", patient);
            }
            store.open(topic, told, opened, patient);
            changed(topic, told, "loaded_patient.opened", patient);
            return Taking.TAKEN;
        });
    }

    /**
     * A patient was closed. If it is the one who is open now, nobody is: those who were opened before are not open again by that
     * (FHIRcast 3.0.0, 4-2-2).
     *
     * @param same whether a context is of the patient who was closed
     */
    public Taking close(Topic topic, Told told, Predicate<String> same) {
        return transactions.in(topic.practice(), () -> {
            LoadedPatientStore.Row row = store.hold(topic);
            if (store.knows(topic, told)) {
                return heard(topic, told);
            }
            if (row.olderThan(told.at())) {
                return Taking.STALE;
            }
            String context = row.context();
            boolean another = row.state() == LoadedPatientStore.State.OPEN && (context == null || !same.test(context));
            PatientId patient = another ? null : row.patient();
            store.log(topic, told, "CLOSED", patient);
            if (!another) {
                store.close(topic, told);
                changed(topic, told, "loaded_patient.closed", patient);
            }
            return Taking.TAKEN;
        });
    }

    /** What is open; nobody, if nobody can tell. */
    public Context current(Topic topic) {
        return transactions.in(topic.practice(), () -> store.context(topic));
    }

    /** A source has begun to listen and has told nothing yet: as long as it does not, nobody is open. */
    public void connected(Topic topic, UUID source) {
        transactions.in(topic.practice(), () -> {
            if (store.connected(topic, source)) {
                events.publishEvent(new LoadedPatientChanged(topic.practice(), topic.staff()));
            }
        });
    }

    /** These programs have given a sign of life. */
    public void heard(PracticeId practice, Set<UUID> programs) {
        transactions.in(practice, () -> store.heard(practice, programs));
    }

    /** The topics in which that program has the last word. */
    public List<Topic> toldBy(PracticeId practice, UUID program) {
        return transactions.in(practice, () -> store.toldBy(practice, program));
    }

    /** The topics whose source has been silent for too long. */
    public List<Topic> silent(PracticeId practice) {
        return transactions.in(practice, () -> store.silent(practice));
    }

    /** Forgets what is open if its source is silent. Answers the event that had opened it, if it was open until now. */
    public Optional<Context.Open> lapse(Topic topic) {
        return lapse(topic, null);
    }

    /** Forgets what is open if that program told it. Answers the event that had opened it, if it was open until now. */
    public Optional<Context.Open> gone(Topic topic, UUID source) {
        return lapse(topic, source);
    }

    private Optional<Context.Open> lapse(Topic topic, @Nullable UUID source) {
        return transactions.in(topic.practice(), () -> {
            Optional<LoadedPatientStore.Row> row = store.look(topic);
            if (row.isEmpty() || !store.lapse(topic, source)) {
                return Optional.<Context.Open>empty();
            }
            audit.system(
                    topic.practice(),
                    "loaded_patient.lapsed",
                    "staff_member",
                    topic.staff().value());
            events.publishEvent(new LoadedPatientChanged(topic.practice(), topic.staff()));
            return row.get().wasOpen();
        });
    }

    private Taking heard(Topic topic, Told told) {
        store.heard(topic.practice(), Set.of(told.program()));
        return Taking.REPEATED;
    }

    private void changed(Topic topic, Told told, String act, @Nullable PatientId patient) {
        UUID event = store.logged(topic, told);
        audit.staff(told.by(), act, "loaded_event", event);
        if (patient != null) {
            audit.staff(told.by(), act, "patient", patient.value());
        }
        events.publishEvent(new LoadedPatientChanged(topic.practice(), topic.staff()));
    }

    /** NHS number and date of birth must agree: a number alone can be another person's by one slip of a finger. */
    private @Nullable PatientId onList(PracticeId practice, Opened opened) {
        NhsNumber number = opened.number();
        DateOfBirth born = opened.born();
        if (number == null || born == null) {
            return null;
        }
        return patients.find(practice, number)
                .filter(patient -> born.equals(patient.born()))
                .map(Patient::id)
                .orElse(null);
    }
}
