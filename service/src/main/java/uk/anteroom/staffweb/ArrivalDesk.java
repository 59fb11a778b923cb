package uk.anteroom.staffweb;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Waiting;
import uk.anteroom.consultation.Wish;
import uk.anteroom.conversation.Messages;
import uk.anteroom.duty.Arrivals;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.loadedpatient.LoadedPatient;
import uk.anteroom.loadedpatient.LoadedPatients;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.Lookers;
import uk.anteroom.request.Requests;

/**
 * Says whom a member of staff is told about: a clinician of their own patients, a receptionist of everybody's. The others see how many wait.
 */
@Component
class ArrivalDesk {

    private final Arrivals arrivals;
    private final CallBacks callBacks;
    private final LoadedPatients loaded;
    private final Messages conversation;
    private final Requests requests;
    private final Lookers lookers;
    private final Patients patients;
    private final Staff staff;
    private final MessageSource words;
    private final PracticeTransactions transactions;

    ArrivalDesk(
            Arrivals arrivals,
            CallBacks callBacks,
            LoadedPatients loaded,
            Messages conversation,
            Requests requests,
            Lookers lookers,
            Patients patients,
            Staff staff,
            MessageSource words,
            PracticeTransactions transactions) {
        this.arrivals = arrivals;
        this.callBacks = callBacks;
        this.loaded = loaded;
        this.conversation = conversation;
        this.requests = requests;
        this.lookers = lookers;
        this.patients = patients;
        this.staff = staff;
        this.words = words;
        this.transactions = transactions;
    }

    /** Whoever it is now, if they still work there. */
    Optional<StaffMember> whoever(StaffPrincipal principal) {
        return staff.find(principal.practiceId(), principal.staffId());
    }

    /** The news for somebody; {@code before} is what their page was told last, and only who is new in it is audited. */
    ArrivalNews news(StaffMember by, @Nullable ArrivalNews before) {
        Set<ConsultationId> known = before == null
                ? Set.of()
                : before.waiting().stream()
                        .map(one -> new ConsultationId(UUID.fromString(one.consultation())))
                        .collect(Collectors.toSet());
        // in one transaction: each has its own round trips to the database, and somebody waits meanwhile
        return transactions.in(by.practice(), () -> {
            Arrivals.Told told = arrivals.tell(by, known);
            return new ArrivalNews(
                    by.id().toString(),
                    told.count(),
                    told.theirs().stream()
                            .map(waiting -> one(by, told, waiting))
                            .toList(),
                    loaded(by),
                    conversation
                            .lastChange(by.practice())
                            .map(Instant::toString)
                            .orElse(""),
                    inbox(by));
        });
    }

    private String inbox(StaffMember by) {
        return requests.lastChange(by.practice()) + "-"
                + lookers.now(by.practice()).hashCode();
    }

    private String loaded(StaffMember by) {
        return switch (loaded.of(by)) {
            case LoadedPatient.OnList(var patient, var event, var since) -> event;
            case LoadedPatient.NotOnList(var event, var since) -> event;
            case LoadedPatient.Nobody nobody -> "nobody";
            case LoadedPatient.Unknown unknown -> "";
        };
    }

    private static ArrivalNews.Kind kind(Arrivals.Told told, Waiting waiting) {
        if (told.unattended(waiting)) {
            return ArrivalNews.Kind.UNATTENDED;
        }
        return waiting.wish() == Wish.RING ? ArrivalNews.Kind.RING : ArrivalNews.Kind.WAITING;
    }

    private ArrivalNews.One one(StaffMember by, Arrivals.Told told, Waiting waiting) {
        Patient patient = patients.find(by.practice(), waiting.patient()).orElseThrow();
        ArrivalNews.Kind kind = kind(told, waiting);
        boolean ownPageRings = waiting.attended() && waiting.clinician().equals(by.id());
        return new ArrivalNews.One(
                waiting.consultation().toString(),
                waiting.consultation() + "@" + waiting.since().toEpochMilli() + kind,
                kind,
                text(kind, waiting, patient),
                "/consultations/" + waiting.consultation(),
                !ownPageRings || kind != ArrivalNews.Kind.WAITING);
    }

    private String text(ArrivalNews.Kind kind, Waiting waiting, Patient patient) {
        return switch (kind) {
            case WAITING -> say("arrived.waiting", patient.name());
            case UNATTENDED -> say("arrived.unattended", patient.name());
            case RING -> {
                ContactPoint number = callBacks.number(patient.practice(), waiting, patient);
                yield number == null
                        ? say("arrived.ring.unknown", patient.givenName())
                        : say("arrived.ring", patient.givenName(), number.shown());
            }
        };
    }

    private String say(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
