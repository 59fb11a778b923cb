package uk.anteroom.desktop;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeSecret;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;

/** One-time ways from a connected program into the browser, which is then signed in as the same person. */
@Service
public class Ways {

    /** A browser that has to start first on an old computer takes some of it. */
    static final Duration LASTS = Duration.ofSeconds(60);
    /** Whoever is asked first whether they want to change over has time to read. */
    static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

    private final WayStore store;
    private final Programs programs;
    private final Audit audit;
    private final Secrets secrets;
    private final Limits limits;
    private final PracticeTransactions transactions;

    Ways(
            WayStore store,
            Programs programs,
            Audit audit,
            Secrets secrets,
            Limits limits,
            PracticeTransactions transactions) {
        this.store = store;
        this.programs = programs;
        this.audit = audit;
        this.secrets = secrets;
        this.limits = limits;
        this.transactions = transactions;
    }

    /** Makes a way; nothing if the program asks for more of them than anybody clicks. */
    public Optional<PracticeSecret> make(ConnectedProgram program, Destination to) {
        if (!limits.take(Limit.WAYS_BY_PROGRAM, program.id())) {
            return Optional.empty();
        }
        PracticeSecret secret = PracticeSecret.draw(program.by().practice(), secrets);
        transactions.in(secret.practice(), () -> {
            store.forgetDead(secret.practice());
            store.add(secret.practice(), secret.digest(), program.id(), to);
        });
        return Optional.of(secret);
    }

    /** Whose way it is, without going it. */
    public Optional<Way> look(String text) {
        return way(text, secret -> store.look(secret.practice(), secret.digest()));
    }

    /** Keeps the way open for somebody who has to decide first. */
    public void holdOpen(String text) {
        PracticeSecret.read(text)
                .ifPresent(secret ->
                        transactions.in(secret.practice(), () -> store.holdOpen(secret.practice(), secret.digest())));
    }

    /** Goes the way: it works once. */
    public Optional<Way> go(String text) {
        return way(
                text,
                secret -> store.use(secret.practice(), secret.digest()).map(row -> {
                    programs.find(secret.practice(), row.program())
                            .ifPresent(program -> audit.staff(
                                    program.by(),
                                    "desktop_way.gone",
                                    "desktop_program",
                                    program.id().value()));
                    return row;
                }));
    }

    private Optional<Way> way(String text, Function<PracticeSecret, Optional<WayStore.Row>> find) {
        return PracticeSecret.read(text)
                .flatMap(secret -> transactions.in(
                        secret.practice(),
                        () -> find.apply(secret)
                                .flatMap(row -> programs.find(secret.practice(), row.program())
                                        .map(program -> new Way(program.by(), row.to())))));
    }
}
