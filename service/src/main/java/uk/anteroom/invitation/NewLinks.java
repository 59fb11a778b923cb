package uk.anteroom.invitation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.StaffMember;

/**
 * Patients who hold a link that cannot be used ask for a new one. What they are told, and how long that takes, says nothing about the
 * link: whether it ever existed is looked up by {@link NewLinkJob}, after the answer.
 */
@Service
public class NewLinks {

    private final NewLinkStore store;
    private final Practices practices;
    private final Limits limits;
    private final PracticeJobs jobs;
    private final Audit audit;
    private final Clock clock;
    private final PracticeTransactions transactions;

    NewLinks(
            NewLinkStore store,
            Practices practices,
            Limits limits,
            PracticeJobs jobs,
            Audit audit,
            Clock clock,
            PracticeTransactions transactions) {
        this.store = store;
        this.practices = practices;
        this.limits = limits;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Somebody asks with a link, right or wrong. False only if too many came from there.
     *
     * @param link what stood in the address
     * @param address where they come from
     */
    public boolean ask(String link, String address) {
        if (!limits.take(Limit.NEW_LINKS_BY_ADDRESS, address)) {
            return false;
        }
        Optional<LinkToken> token = LinkToken.read(link);
        token.flatMap(found -> practices.withCode(found.publicCode()))
                .ifPresent(practice -> transactions.in(
                        practice,
                        () -> jobs.schedule(
                                NewLinkJob.TASK,
                                new JobName(practice, token.orElseThrow().name()),
                                clock.instant())));
        return true;
    }

    /** Those to whom nothing was sent by itself, the newest first. */
    public List<NewLink> lines(StaffMember by) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> store.lines(by.practice()));
    }

    /** Takes a line away without inviting. */
    public void dismiss(StaffMember by, NewLinkId id) {
        by.mustInvite();
        transactions.in(by.practice(), () -> {
            if (store.dismissed(by.practice(), id, by.id())) {
                audit.staff(by, "new_link.dismissed", "new_link", id.value());
            }
        });
    }
}
