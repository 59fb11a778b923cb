package uk.anteroom.staffweb;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Waiting;
import uk.anteroom.consultation.WaitingRoom;
import uk.anteroom.consultation.Wish;
import uk.anteroom.duty.DutyList;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.loadedpatient.LoadedPatient;
import uk.anteroom.loadedpatient.LoadedPatients;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.ShownTimes;

/**
 * Says whom a member of staff is told about: a clinician of their own patients, a receptionist of everybody's. The others see how many wait.
 */
@Component
class ArrivalDesk {

    private final WaitingRoom waitingRoom;
    private final CallBacks callBacks;
    private final DutyList duty;
    private final LoadedPatients loaded;
    private final Patients patients;
    private final Staff staff;
    private final MessageSource words;
    private final ShownTimes times;

    ArrivalDesk(
            WaitingRoom waitingRoom,
            CallBacks callBacks,
            DutyList duty,
            LoadedPatients loaded,
            Patients patients,
            Staff staff,
            MessageSource words,
            ShownTimes times) {
        this.waitingRoom = waitingRoom;
        this.callBacks = callBacks;
        this.duty = duty;
        this.loaded = loaded;
        this.patients = patients;
        this.staff = staff;
        this.words = words;
        this.times = times;
    }

    /** Whoever it is now, if they still work there. */
    Optional<StaffMember> whoever(StaffPrincipal principal) {
        return staff.find(principal.practiceId(), principal.staffId());
    }

    /** The news for somebody; {@code before} is what their page was told last, and only who is new in it is audited. */
    ArrivalNews news(StaffMember by, @Nullable ArrivalNews before) {
        List<Waiting> everybody = waitingRoom.everybody(by.practice());
        boolean onDuty = duty.of(by.practice()).staff().contains(by.id());
        List<Waiting> mine = everybody.stream()
                .filter(waiting -> waiting.concerns(by) || onDuty && waiting.unattended())
                .toList();
        List<ConsultationId> fresh = mine.stream()
                .map(Waiting::consultation)
                .filter(id -> before == null
                        || before.waiting().stream()
                                .noneMatch(one -> one.consultation().equals(id.toString())))
                .toList();
        if (!fresh.isEmpty()) {
            waitingRoom.told(by, fresh);
        }
        return new ArrivalNews(
                by.id().toString(),
                (int) everybody.stream().filter(Waiting::queues).count(),
                mine.stream().map(waiting -> one(by, onDuty, waiting)).toList(),
                loaded(by));
    }

    private String loaded(StaffMember by) {
        return switch (loaded.of(by)) {
            case LoadedPatient.OnList(var patient, var event, var since) -> event;
            case LoadedPatient.NotOnList(var event, var since) -> event;
            case LoadedPatient.Nobody nobody -> "nobody";
            case LoadedPatient.Unknown unknown -> "";
        };
    }

    private static ArrivalNews.Kind kind(boolean onDuty, Waiting waiting) {
        if (onDuty && waiting.unattended()) {
            return ArrivalNews.Kind.UNATTENDED;
        }
        return waiting.wish() == Wish.RING ? ArrivalNews.Kind.RING : ArrivalNews.Kind.WAITING;
    }

    private ArrivalNews.One one(StaffMember by, boolean onDuty, Waiting waiting) {
        Patient patient = patients.find(by.practice(), waiting.patient()).orElseThrow();
        ArrivalNews.Kind kind = kind(onDuty, waiting);
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
