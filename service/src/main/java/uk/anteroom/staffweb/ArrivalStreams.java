package uk.anteroom.staffweb;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.WaitingBell;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.loadedpatient.LoadedPatientChanged;

/** The pages of each practice that listen for arrivals in this process. */
@Component
class ArrivalStreams implements WaitingBell {

    /** A browser needs one, whatever it has open; the rest are other computers. Of more, the oldest ends. */
    private static final int MOST_OF_ONE = 4;

    private final PracticeTransactions transactions;
    private final Map<PracticeId, List<ArrivalStream>> listening = new ConcurrentHashMap<>();

    ArrivalStreams(PracticeTransactions transactions) {
        this.transactions = transactions;
    }

    void add(PracticeId practice, ArrivalStream stream) {
        List<ArrivalStream> all = listening.computeIfAbsent(practice, unused -> new CopyOnWriteArrayList<>());
        all.add(stream);
        List<ArrivalStream> theirs = of(all, stream.staff());
        theirs.stream().limit(Math.max(0, theirs.size() - MOST_OF_ONE)).forEach(ArrivalStream::close);
    }

    void remove(PracticeId practice, ArrivalStream stream) {
        listening.getOrDefault(practice, List.of()).remove(stream);
    }

    @Override
    public void ring(PracticeId practice) {
        listening.getOrDefault(practice, List.of()).forEach(ArrivalStream::ring);
    }

    /** Somebody has signed out: their pages look again whether they may still listen. */
    void signedOut(PracticeId practice, UUID staff) {
        ring(practice, staff);
    }

    /** Their clinical system has somebody else open. */
    @EventListener
    void on(LoadedPatientChanged event) {
        transactions.afterCommit(() -> ring(event.practice(), event.staff().value()));
    }

    private void ring(PracticeId practice, UUID staff) {
        of(listening.getOrDefault(practice, List.of()), staff).forEach(ArrivalStream::ring);
    }

    /** How many pages of a practice listen. */
    int listeners(PracticeId practice) {
        return listening.getOrDefault(practice, List.of()).size();
    }

    /** A server that stops waits for its requests, and these would never end. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        listening.values().forEach(streams -> streams.forEach(ArrivalStream::close));
    }

    private static List<ArrivalStream> of(List<ArrivalStream> streams, UUID staff) {
        return streams.stream().filter(stream -> stream.staff().equals(staff)).toList();
    }
}
