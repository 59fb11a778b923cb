package uk.anteroom.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.attachment.Attachments;
import uk.anteroom.carer.Carers;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeSecret;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.patient.Carer;
import uk.anteroom.patient.ListMatch;
import uk.anteroom.patient.PatientId;
import uk.anteroom.request.NewRequest;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.Requests;

/** What people write to practices until it is sent. Whoever holds the key of one writes it; nobody else reads it before it is sent. */
@Service
public class Intakes {

    /** Somebody who is called away goes on the same morning; on a computer in a library the next one must not. */
    public static final Duration LIFE = Duration.ofHours(4);

    private static final Logger LOG = LoggerFactory.getLogger(Intakes.class);

    /** Longer without an answer, and somebody has gone away. */
    private static final Duration WRITING = Duration.ofMinutes(10);

    private final IntakeStore store;
    private final AnswerReader reader;
    private final ListMatch list;
    private final Carers carers;
    private final Requests requests;
    private final Attachments attachments;
    private final Limits limits;
    private final Secrets secrets;
    private final PracticeJobs jobs;
    private final Clock clock;
    private final PracticeTransactions transactions;

    Intakes(
            IntakeStore store,
            AnswerReader reader,
            ListMatch list,
            Carers carers,
            Requests requests,
            Attachments attachments,
            Limits limits,
            Secrets secrets,
            PracticeJobs jobs,
            Clock clock,
            PracticeTransactions transactions) {
        this.store = store;
        this.reader = reader;
        this.list = list;
        this.carers = carers;
        this.requests = requests;
        this.attachments = attachments;
        this.limits = limits;
        this.secrets = secrets;
        this.jobs = jobs;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Begins one and answers its key; empty if too many have come from that address. */
    public Optional<PracticeSecret> begin(PracticeId practice, String address) {
        return begin(practice, address, null);
    }

    /**
     * As {@link #begin(PracticeId, String)}.
     *
     * @param writer who is signed in with their account; null for anybody
     */
    public Optional<PracticeSecret> begin(PracticeId practice, String address, @Nullable KnownWriter writer) {
        if (!limits.take(Limit.INTAKES_BY_ADDRESS, address)) {
            return Optional.empty();
        }
        PracticeSecret key = PracticeSecret.draw(practice, secrets);
        RequestId id = new RequestId(UUID.randomUUID());
        transactions.in(practice, () -> {
            store.add(practice, id, key.digest(), Answers.none().of(writer));
            jobs.schedule(
                    IntakeErasureJob.TASK,
                    new JobName(practice, id.value()),
                    clock.instant().plus(LIFE));
        });
        return Optional.of(key);
    }

    /** The one that this key opens; empty if it is too old, or was deleted. */
    public Optional<Intake> find(PracticeSecret key) {
        return transactions.in(key.practice(), () -> store.find(key.practice(), key.digest(), LIFE));
    }

    /** Keeps an answer, right or wrong; of two windows each keeps its own. Nothing is kept of one that was sent. */
    public Optional<Intake> answer(PracticeSecret key, UnaryOperator<Answers> answer) {
        PracticeId practice = key.practice();
        return transactions.in(
                practice,
                () -> store.hold(practice, key.digest(), LIFE).map(held -> {
                    if (held.answers() == null) {
                        return held;
                    }
                    Answers now = answer.apply(held.answers());
                    store.keep(practice, held.request(), now);
                    return new Intake(held.request(), now);
                }));
    }

    /** Whoever began it is not signed in any more, or somebody else is: from now on they say themselves who they are. */
    public void forgetWriter(PracticeSecret key) {
        answer(key, answers -> answers.of(null));
    }

    /** What answers mean, and what is wrong with them. */
    public Understood understand(Answers answers) {
        return reader.read(answers);
    }

    /**
     * Sends it, once however often this is pressed: the practice has a request then, of the patient on its list whom its sender agrees with, else of nobody yet.
     * Whoever sends it is not told which.
     */
    public Sending send(PracticeSecret key, String address) {
        PracticeId practice = key.practice();
        return transactions.in(
                practice,
                () -> store.hold(practice, key.digest(), LIFE)
                        .map(held -> held.answers() == null
                                ? new Sending.Sent(held.request())
                                : send(practice, held.request(), held.answers(), address))
                        .orElseGet(Sending.Gone::new));
    }

    private Sending send(PracticeId practice, RequestId id, Answers answers, String address) {
        Understood understood = reader.read(answers);
        Understood.Written written = understood.request();
        if (written == null) {
            return new Sending.Unfinished(understood.next().orElse(Step.SIGNS));
        }
        Optional<Carer> carer = carer(practice, answers);
        if (answers.carer() != null && carer.isEmpty()) {
            // the practice has taken its leave back since this was begun
            store.keep(practice, id, answers.of(null));
            return new Sending.Unfinished(Step.WHO);
        }
        if (!within(practice, written, address)) {
            return new Sending.TooMany();
        }
        List<AttachmentId> files = Stream.ofNullable(answers.files())
                .flatMap(List::stream)
                .map(AttachmentId::new)
                .toList();
        if (!attachments.attachToRequest(practice, id.value(), files)) {
            return new Sending.Unfinished(Step.FILES);
        }
        requests.receive(
                practice,
                new NewRequest(
                        id,
                        writer(practice, answers, written),
                        written.sender(),
                        carer.orElse(null),
                        written.kind(),
                        written.urgency(),
                        written.title(),
                        written.body()));
        store.sent(practice, id);
        LOG.info("Request {} sent from the public page", id);
        return new Sending.Sent(id);
    }

    private Optional<Carer> carer(PracticeId practice, Answers answers) {
        return answers.writer()
                .flatMap(writer -> Optional.ofNullable(writer.carer())
                        .flatMap(carer -> carers.writing(practice, carer, writer.patient())));
    }

    private @Nullable PatientId writer(PracticeId practice, Answers answers, Understood.Written written) {
        return written.claim() == null
                ? new PatientId(Objects.requireNonNull(answers.patient()))
                : list.find(practice, written.claim()).orElse(null);
    }

    /** Looks at all of them before it takes from any, so that who is held back by one does not use up another. */
    private boolean within(PracticeId practice, Understood.Written written, String address) {
        List<Taking> takings = Stream.concat(
                        Stream.of(
                                new Taking(Limit.REQUESTS_BY_ADDRESS, address),
                                new Taking(Limit.REQUESTS_BY_PRACTICE, practice.toString())),
                        Stream.of(
                                        Optional.ofNullable(written.contact().email())
                                                .map(email -> email.folded()),
                                        Optional.ofNullable(written.contact().mobile())
                                                .map(mobile -> mobile.value()))
                                .flatMap(Optional::stream)
                                .map(contact -> new Taking(Limit.REQUESTS_BY_CONTACT, practice + "/" + contact)))
                .toList();
        return takings.stream().allMatch(one -> limits.hasLeft(one.limit(), one.key()))
                && takings.stream().allMatch(one -> limits.take(one.limit(), one.key()));
    }

    private record Taking(Limit limit, String key) {}

    /** Deletes one with its files, unless it was sent. */
    public void forget(PracticeSecret key) {
        PracticeId practice = key.practice();
        transactions.in(
                practice,
                () -> store.hold(practice, key.digest(), LIFE)
                        .filter(held -> !held.sent())
                        .ifPresent(held -> {
                            attachments.discardOfRequest(
                                    practice, held.request().value());
                            store.delete(practice, held.request());
                        }));
    }

    /** What is wrong where a file that was chosen cannot be sent: it was removed, or something was found in it. */
    public static List<Problem> filesGone() {
        return List.of(new Problem(Step.FILES, "files", "attachment.not-attached", List.of()));
    }

    /** How many are writing to the practice at this moment. */
    public int writingNow(PracticeId practice) {
        return transactions.in(practice, () -> store.countTouched(practice, WRITING));
    }
}
