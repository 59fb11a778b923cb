package uk.anteroom.desktop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeSecret;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;

/** The programs that act for staff. Whoever left, or has no role with patients any more, has none from that moment. */
@Service
public class Programs {

    /** A token that nobody uses dies after it: from Friday evening to Monday morning is less, a holiday is more. */
    static final Duration UNUSED = Duration.ofHours(72);
    /** And none lives longer, however busy: once a month whoever sits there proves again who they are. */
    static final Duration AT_MOST = Duration.ofDays(30);

    private final ProgramStore store;
    private final Staff staff;
    private final Audit audit;
    private final Secrets secrets;
    private final ApplicationEventPublisher events;
    private final PracticeTransactions transactions;

    Programs(
            ProgramStore store,
            Staff staff,
            Audit audit,
            Secrets secrets,
            ApplicationEventPublisher events,
            PracticeTransactions transactions) {
        this.store = store;
        this.staff = staff;
        this.audit = audit;
        this.secrets = secrets;
        this.events = events;
        this.transactions = transactions;
    }

    /** Connects a program for somebody who has said yes to it. */
    public ProgramConnected connect(StaffMember by, ProgramKind kind) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            PracticeSecret token = PracticeSecret.draw(by.practice(), secrets);
            ProgramId id = store.add(by, kind, token.digest());
            audit.staff(by, "desktop_program.connected", "desktop_program", id.value());
            return new ProgramConnected(row(by.practice(), id).of(by), token);
        });
    }

    /** The program that shows this token, if it still works. Counts as use. */
    public Optional<ConnectedProgram> with(String token) {
        return PracticeSecret.read(token)
                .flatMap(secret -> transactions.in(
                        secret.practice(),
                        () -> store.use(secret.practice(), secret.digest())
                                .flatMap(row -> working(secret.practice(), row))));
    }

    /** The program itself, if its token still works; does not count as use. */
    public Optional<ConnectedProgram> find(PracticeId practice, ProgramId id) {
        return transactions.in(practice, () -> store.find(practice, id).flatMap(row -> working(practice, row)));
    }

    /** Those that act for somebody, newest first. */
    public List<ConnectedProgram> of(StaffMember by) {
        return transactions.in(
                by.practice(),
                () -> store.of(by.practice(), by.id()).stream()
                        .map(row -> row.of(by))
                        .toList());
    }

    /** Ends one of one's own; anybody else's is not there. */
    public void end(StaffMember by, ProgramId id) {
        transactions.in(by.practice(), () -> {
            if (store.find(by.practice(), id)
                            .filter(row -> row.staff().equals(by.id()))
                            .isPresent()
                    && store.end(by.practice(), id)) {
                audit.staff(by, "desktop_program.ended", "desktop_program", id.value());
                events.publishEvent(new ProgramEnded(by.practice(), id, by.id()));
            }
        });
    }

    private Optional<ConnectedProgram> working(PracticeId practice, ProgramStore.Row row) {
        Optional<StaffMember> by = staff.find(practice, row.staff()).filter(StaffMember::mayInvite);
        if (by.isEmpty() && store.end(practice, row.id())) {
            audit.system(
                    practice,
                    "desktop_program.ended",
                    "desktop_program",
                    row.id().value());
            events.publishEvent(new ProgramEnded(practice, row.id(), row.staff()));
        }
        return by.map(row::of);
    }

    private ProgramStore.Row row(PracticeId practice, ProgramId id) {
        return store.find(practice, id).orElseThrow();
    }
}
