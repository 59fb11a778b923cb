package uk.anteroom.toolbardoor;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Waiting;
import uk.anteroom.conversation.Messages;
import uk.anteroom.duty.Arrivals;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.Inbox;

/** Says what a member of staff is told by their toolbar: of the same patients as by the pages in their browser. */
@Component
class NewsDesk {

    private final Arrivals arrivals;
    private final Patients patients;
    private final Inbox inbox;
    private final Messages conversation;
    private final PracticeTransactions transactions;

    NewsDesk(
            Arrivals arrivals,
            Patients patients,
            Inbox inbox,
            Messages conversation,
            PracticeTransactions transactions) {
        this.arrivals = arrivals;
        this.patients = patients;
        this.inbox = inbox;
        this.conversation = conversation;
        this.transactions = transactions;
    }

    /** The news for somebody; {@code before} is what they were told last, and only who is new in it is audited. */
    News news(StaffMember by, @Nullable News before) {
        Set<ConsultationId> known = before == null
                ? Set.of()
                : before.waiting().stream()
                        .map(one -> new ConsultationId(UUID.fromString(one.consultation())))
                        .collect(Collectors.toSet());
        return transactions.in(by.practice(), () -> {
            Arrivals.Told told = arrivals.tell(by, known);
            return new News(
                    told.theirs().stream().map(waiting -> one(by, waiting)).toList(),
                    told.count(),
                    inbox.open(by),
                    conversation.countUnread(by));
        });
    }

    private News.One one(StaffMember by, Waiting waiting) {
        String name =
                patients.find(by.practice(), waiting.patient()).orElseThrow().name();
        return new News.One(waiting.consultation().toString(), name, waiting.since(), waiting.attended());
    }
}
