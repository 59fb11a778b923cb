package uk.anteroom.call;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.testing.TestDatabase;

/** What this room needs of the kernel, the room itself, a real web server and a real database, and somebody who listens. No other room. */
@EnableAutoConfiguration
@EnableConfigurationProperties(CallSettings.class)
@Import({PracticeTransactions.class, Secrets.class})
@ComponentScan("uk.anteroom.call")
public class CallSlice {

    /** Keeps every event, and vetoes or fails when a test asks for it. */
    public static class Listener {

        private final List<Object> heard = new CopyOnWriteArrayList<>();
        private final List<ParticipantId> vetoed = new CopyOnWriteArrayList<>();
        private final List<ParticipantId> failing = new CopyOnWriteArrayList<>();

        @EventListener
        void on(ParticipantEntered event) {
            heard.add(event);
        }

        @EventListener
        void on(ParticipantReady event) {
            heard.add(event);
        }

        @EventListener
        void on(ParticipantAdmitted event) {
            heard.add(event);
            if (vetoed.contains(event.participant())) {
                throw new Veto("The practice said no");
            }
            if (failing.remove(event.participant())) {
                throw new IllegalStateException("A listener that fails once");
            }
        }

        @EventListener
        void on(ParticipantLeft event) {
            heard.add(event);
        }

        @EventListener
        void on(ParticipantAway event) {
            heard.add(event);
        }

        @EventListener
        void on(CallContinuedByPhone event) {
            heard.add(event);
        }

        @EventListener
        void on(CallContinuedByVideo event) {
            heard.add(event);
        }

        @EventListener
        void on(ParticipantReported event) {
            heard.add(event);
        }

        @EventListener
        void on(ParticipantHeld event) {
            heard.add(event);
        }

        @EventListener
        void on(ParticipantRemoved event) {
            heard.add(event);
        }

        @EventListener
        void on(CallClosed event) {
            heard.add(event);
        }

        @EventListener
        void on(CallEnded event) {
            heard.add(event);
        }

        @EventListener
        void on(CallReopened event) {
            heard.add(event);
        }

        public <E> List<E> heard(Class<E> kind) {
            return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        public void veto(ParticipantId admission) {
            vetoed.add(admission);
        }

        public void failOnce(ParticipantId admission) {
            failing.add(admission);
        }
    }

    @Bean
    Listener listener() {
        return new Listener();
    }

    @Bean(destroyMethod = "")
    DataSource dataSource() {
        return TestDatabase.get().application();
    }
}
