package uk.anteroom.alert;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import uk.anteroom.conversation.MessageReplied;
import uk.anteroom.delivery.Letter;
import uk.anteroom.delivery.Letters;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.RequestReceived;

/** Notes, in the commit of whatever came in, who is to be told of it. */
@Service
public class Alerts {

    private final AlertRules rules;
    private final AlertStore store;
    private final Letters letters;
    private final PracticeJobs jobs;
    private final Clock clock;
    private final PracticeTransactions transactions;

    Alerts(
            AlertRules rules,
            AlertStore store,
            Letters letters,
            PracticeJobs jobs,
            Clock clock,
            PracticeTransactions transactions) {
        this.rules = rules;
        this.store = store;
        this.letters = letters;
        this.jobs = jobs;
        this.clock = clock;
        this.transactions = transactions;
    }

    @EventListener
    void on(RequestReceived event) {
        switch (event.urgency()) {
            case EMERGENCY ->
                note(event.practice(), AlertKind.EMERGENCY, event.request().value());
            case URGENT ->
                note(event.practice(), AlertKind.URGENT, event.request().value());
            case ROUTINE -> {}
        }
    }

    @EventListener
    void on(MessageReplied event) {
        note(event.practice(), AlertKind.REPLY, event.message().value());
    }

    private void note(PracticeId practice, AlertKind kind, UUID cause) {
        rules.told(practice, kind).forEach(staff -> {
            Alert alert = new Alert(new AlertId(UUID.randomUUID()), kind, cause, staff);
            if (store.add(practice, alert)) {
                // a job for each: one for all could end in the moment in which this commit adds what it has not seen
                jobs.schedule(AlertJob.TASK, new JobName(practice, alert.id().value()), clock.instant());
            }
        });
    }

    /** Who was told of a request, as far as their emails have left or were given up. */
    public List<Alerted> of(StaffMember by, RequestId request) {
        by.mustInvite();
        PracticeId practice = by.practice();
        return transactions.in(practice, () -> {
            Map<StaffId, UUID> told = store.told(practice, request.value());
            Map<UUID, List<Letter>> emails = letters.about(practice, Set.copyOf(told.values()));
            return told.entrySet().stream()
                    .flatMap(one -> emails.getOrDefault(one.getValue(), List.of()).stream()
                            .flatMap(email -> alerted(one.getKey(), email)))
                    .toList();
        });
    }

    private static Stream<Alerted> alerted(StaffId staff, Letter email) {
        return switch (email.state()) {
            case SENT, DELIVERED -> Stream.ofNullable(email.sentAt()).map(at -> new Alerted(staff, at, true));
            case FAILED -> Stream.of(new Alerted(staff, email.createdAt(), false));
            case QUEUED, DROPPED -> Stream.empty();
        };
    }
}
