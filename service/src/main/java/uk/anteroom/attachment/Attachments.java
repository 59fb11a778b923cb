package uk.anteroom.attachment;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.patient.PatientId;

/**
 * The files of conversations and of requests. Whoever sends one owns it until it is attached; only they send its pieces, attach it and discard it. Who may read
 * a message or a request may read its files: whoever gives them to somebody asks for that and writes it down.
 */
@Service
public class Attachments {

    /** What a telephone's photo and a scanned letter stay below. */
    public static final long MOST_BYTES = 10L * 1024 * 1024;

    /** Of one message, or one request. */
    public static final int MOST_ATTACHED = 5;

    /** A few messages' worth, for somebody who writes in two windows. */
    static final int MOST_LOOSE = 20;

    /** Nobody writes at a message for longer. */
    static final Duration LOOSE_LIFE = Duration.ofHours(24);

    private final AttachmentStore store;
    private final PieceStore pieces;
    private final SealedFiles files;
    private final Completion completion;
    private final PracticeJobs jobs;
    private final Limits limits;
    private final Clock clock;
    private final AttachmentAudit audit;
    private final PracticeTransactions transactions;

    Attachments(
            AttachmentStore store,
            PieceStore pieces,
            SealedFiles files,
            Completion completion,
            PracticeJobs jobs,
            Limits limits,
            Clock clock,
            AttachmentAudit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.pieces = pieces;
        this.files = files;
        this.completion = completion;
        this.jobs = jobs;
        this.limits = limits;
        this.clock = clock;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Announces a file, whose pieces may come then.
     *
     * @param name as the browser tells it
     * @param size all its bytes
     */
    public Beginning begin(PracticeId practice, FileOwner owner, String name, long size) {
        if (size <= 0) {
            return new Beginning.Refused(Refusal.EMPTY);
        }
        if (size > MOST_BYTES) {
            return new Beginning.Refused(Refusal.TOO_LARGE);
        }
        if (!limits.take(Limit.FILES_BY_SENDER, practice + "/" + owner)) {
            return new Beginning.TooMany();
        }
        return transactions.in(practice, () -> {
            if (store.countLoose(practice, owner) >= MOST_LOOSE) {
                return new Beginning.TooMany();
            }
            AttachmentId id = new AttachmentId(UUID.randomUUID());
            store.add(practice, id, owner, FileName.read(name), size);
            jobs.schedule(
                    LooseFileJob.TASK,
                    new JobName(practice, id.value()),
                    clock.instant().plus(LOOSE_LIFE));
            return new Beginning.Begun(store.find(practice, id).orElseThrow());
        });
    }

    /**
     * Takes the next piece; with the last one, the file is made anew and kept or refused. More than was announced is refused for good. A piece that is
     * sent again is safe, and so is an empty one, which asks how far it has come.
     */
    public Receiving append(PracticeId practice, AttachmentId id, FileOwner owner, long offset, byte[] piece) {
        Receiving receiving = transactions.in(
                practice,
                () -> store.hold(practice, id)
                        .filter(attachment -> attachment.owner().equals(owner))
                        .map(attachment -> take(attachment, offset, piece))
                        .orElseGet(Receiving.NotFound::new));
        if (receiving instanceof Receiving.Complete(Attachment whole) && whole.receivedWhole()) {
            return completion
                    .of(practice, id)
                    .<Receiving>map(Receiving.Complete::new)
                    .orElseGet(Receiving.NotFound::new);
        }
        return receiving;
    }

    private Receiving take(Attachment attachment, long offset, byte[] piece) {
        if (attachment.state() != AttachmentState.RECEIVING || attachment.receivedWhole()) {
            return new Receiving.Complete(attachment);
        }
        if (offset != attachment.received()) {
            return new Receiving.GoOnAt(attachment.received());
        }
        PracticeId practice = attachment.practice();
        long upTo = offset + piece.length;
        if (upTo > attachment.size()) {
            completion.refuse(attachment, Refusal.TOO_LARGE);
        } else if (piece.length > 0) {
            pieces.add(practice, attachment.id(), offset, piece);
            store.received(practice, attachment.id(), upTo);
        }
        return upTo < attachment.size()
                ? new Receiving.Taken(upTo)
                : new Receiving.Complete(store.find(practice, attachment.id()).orElseThrow());
    }

    /** One of whoever sends it. */
    public Optional<Attachment> find(PracticeId practice, AttachmentId id, FileOwner owner) {
        return transactions.in(
                practice,
                () -> store.find(practice, id)
                        .filter(attachment -> attachment.owner().equals(owner)));
    }

    /** One of a patient's conversation, whoever sent it; nobody else's while it is attached to nothing. */
    public Optional<Attachment> find(PracticeId practice, AttachmentId id, PatientId patient) {
        return transactions.in(
                practice,
                () -> store.find(practice, id)
                        .filter(attachment -> patient.equals(attachment.owner().patient()))
                        .filter(attachment -> attachment.message() != null));
    }

    /** Takes back one that is attached to nothing, whether or not all of it has come. Nothing of it stays. */
    public void discard(PracticeId practice, AttachmentId id, FileOwner owner) {
        transactions.in(
                practice,
                () -> store.hold(practice, id)
                        .filter(attachment -> attachment.owner().equals(owner))
                        .filter(attachment -> !attachment.attached())
                        .ifPresent(attachment -> {
                            files.delete(practice, id);
                            store.delete(practice, id);
                            audit.sender(attachment, "attachment.discarded");
                        }));
    }

    /**
     * Attaches all of them to a message, in this order, or none: false if one is not complete, was found infected, is another's, or belongs to another message; or
     * if they are too many. Those that it has already may be among them. Called in the commit of the message.
     */
    public boolean attach(PracticeId practice, FileOwner owner, UUID message, List<AttachmentId> ids) {
        return transactions.in(practice, () -> {
            Map<AttachmentId, Attachment> held = hold(practice, ids);
            List<Attachment> there = store.ofMessages(practice, List.of(message));
            List<AttachmentId> fresh = ids.stream()
                    .distinct()
                    .filter(id -> there.stream().noneMatch(one -> one.id().equals(id)))
                    .toList();
            boolean allTheirs = held.size() == new HashSet<>(ids).size()
                    && held.values().stream()
                            .allMatch(attachment -> attachment.owner().equals(owner));
            boolean free = fresh.stream()
                    .map(held::get)
                    .allMatch(attachment -> attachment != null && attachment.kept() && !attachment.attached());
            if (!allTheirs || !free || there.size() + fresh.size() > MOST_ATTACHED) {
                return false;
            }
            int place = there.size();
            for (AttachmentId id : fresh) {
                store.attach(practice, id, message, place++);
            }
            return true;
        });
    }

    /** As {@link #attach}, to the request they were sent for. Called in the commit that sends it. */
    public boolean attachToRequest(PracticeId practice, UUID request, List<AttachmentId> ids) {
        FileOwner owner = FileOwner.request(request);
        return transactions.in(practice, () -> {
            List<AttachmentId> these = ids.stream().distinct().toList();
            Map<AttachmentId, Attachment> held = hold(practice, these);
            boolean free = held.size() == these.size()
                    && held.values().stream()
                            .allMatch(attachment ->
                                    attachment.owner().equals(owner) && attachment.kept() && !attachment.attached());
            if (!free || these.size() > MOST_ATTACHED) {
                return false;
            }
            int place = 0;
            for (AttachmentId id : these) {
                store.attach(practice, id, null, place++);
            }
            return true;
        });
    }

    /** Those of a request that was sent, in their order. */
    public List<Attachment> ofRequest(PracticeId practice, UUID request) {
        return transactions.in(
                practice,
                () -> store.ofRequest(practice, request).stream()
                        .filter(Attachment::attached)
                        .toList());
    }

    /** Nothing stays of what was sent for a request that will not be. */
    public void discardOfRequest(PracticeId practice, UUID request) {
        transactions.in(
                practice,
                () -> store.ofRequest(practice, request)
                        .forEach(attachment -> discard(practice, attachment.id(), attachment.owner())));
    }

    /** In the order of their ids, so that two who want the same ones do not wait for each other. */
    private Map<AttachmentId, Attachment> hold(PracticeId practice, List<AttachmentId> ids) {
        Map<AttachmentId, Attachment> held = new HashMap<>();
        ids.stream()
                .distinct()
                .sorted(Comparator.comparing(AttachmentId::value))
                .forEach(id -> store.hold(practice, id).ifPresent(attachment -> held.put(id, attachment)));
        return held;
    }

    /** Those of a message, in their order. */
    public List<Attachment> ofMessage(PracticeId practice, UUID message) {
        return transactions.in(practice, () -> store.ofMessages(practice, List.of(message)));
    }

    /** Those of each message, in their order; a message that has none is not among them. */
    public Map<UUID, List<Attachment>> ofMessages(PracticeId practice, Collection<UUID> messages) {
        return transactions.in(
                practice,
                () -> store.ofMessages(practice, messages).stream()
                        .collect(Collectors.groupingBy(one -> Objects.requireNonNull(one.message()))));
    }

    /** What one is attached to; null if to nothing. */
    public @Nullable UUID messageOf(PracticeId practice, AttachmentId id) {
        return transactions.in(
                practice,
                () -> store.find(practice, id).map(Attachment::message).orElse(null));
    }

    /** The file, once it was scanned and nothing was found; empty before, and for ever if something was. */
    public Optional<Content> read(PracticeId practice, AttachmentId id) {
        return transactions
                .in(practice, () -> store.find(practice, id))
                .filter(attachment -> attachment.state() == AttachmentState.CLEAN)
                .flatMap(attachment -> files.get(practice, id)
                        .map(file -> new Content(Objects.requireNonNull(attachment.kind()), attachment.name(), file)));
    }

    /** A small JPEG of it, as {@link #read} answers; empty for what is no picture. */
    public Optional<byte[]> thumbnail(PracticeId practice, AttachmentId id) {
        return transactions.in(practice, () -> store.thumbnail(practice, id));
    }
}
