package uk.anteroom.call;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.testing.TestDatabase;

/** A call in a practice of its own, with a clinician and a patient who have not come yet. */
abstract class TwoSeats {

    @Autowired
    Calls calls;

    @Autowired
    Seats seats;

    @Autowired
    PracticeTransactions transactions;

    @Autowired
    CallSlice.Listener listener;

    PracticeId practice = new PracticeId(new UUID(0, 0));
    CallId call = new CallId(new UUID(0, 0));
    ParticipantId clinician = new ParticipantId(new UUID(0, 0));
    ParticipantId patient = new ParticipantId(new UUID(0, 0));

    @BeforeEach
    void callWithTwoSeats() {
        practice = TestDatabase.get().newPractice();
        call = calls.open(practice, false);
        clinician = calls.seat(practice, call, ParticipantRole.CLINICIAN);
        patient = calls.seat(practice, call, ParticipantRole.PATIENT);
    }

    void arrive(ParticipantId who) {
        Arrivals.arrive(calls, seats, practice, who);
    }

    Room room() {
        return calls.look(practice, call).orElseThrow();
    }

    List<ParticipantAdmitted> admissions() {
        return listener.heard(ParticipantAdmitted.class).stream()
                .filter(e -> e.call().equals(call))
                .toList();
    }

    List<ParticipantEntered> entered() {
        return listener.heard(ParticipantEntered.class).stream()
                .filter(e -> e.participant().equals(patient))
                .toList();
    }

    void behindTheBack(String sql) {
        JdbcClient.create(TestDatabase.get().superuser())
                .sql(sql)
                .param("practice", practice.value())
                .update();
    }

    interface Work {
        Runnable number(int n);
    }

    static List<Throwable> atOnce(int threads, Work work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Throwable> thrown = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Runnable one = work.number(i);
                tasks.add(() -> {
                    start.await();
                    one.run();
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(tasks)) {
                try {
                    done.get();
                } catch (ExecutionException e) {
                    thrown.add(e.getCause());
                }
            }
        }
        return thrown;
    }
}
