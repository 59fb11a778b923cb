package uk.anteroom.loadedpatient;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;

/** The topics programs listen to. */
@Service
public class Topics {

    private final LoadedPatientStore store;
    private final LoadedPatientSettings settings;
    private final Secrets secrets;
    private final PracticeTransactions transactions;

    Topics(
            LoadedPatientStore store,
            LoadedPatientSettings settings,
            Secrets secrets,
            PracticeTransactions transactions) {
        this.store = store;
        this.settings = settings;
        this.secrets = secrets;
        this.transactions = transactions;
    }

    /** The topic of their programs: the one they share already, or another once that has ended. */
    public Topic of(StaffMember by) {
        return transactions.in(
                by.practice(),
                () -> store.topic(by.practice(), by.id()).orElseGet(() -> {
                    // of two who ask at once, one begins it
                    store.begin(by.practice(), by.id(), secrets.base64(32), settings.topicLife());
                    return store.topic(by.practice(), by.id()).orElseThrow();
                }));
    }

    /** Their topic, if that is its name and it has not ended. Nobody is told whether another has it. */
    public Optional<Topic> named(StaffMember by, String name) {
        return transactions
                .in(by.practice(), () -> store.topic(by.practice(), by.id()))
                .filter(topic -> MessageDigest.isEqual(Secrets.digest(topic.name()), Secrets.digest(name)));
    }

    /** The topic of that id, if it has not ended. */
    public Optional<Topic> with(PracticeId practice, StaffId staff, UUID id) {
        return transactions
                .in(practice, () -> store.topic(practice, staff))
                .filter(topic -> topic.id().equals(id));
    }
}
