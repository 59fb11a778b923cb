package uk.anteroom.staffweb;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationState;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.consultation.Waiting;
import uk.anteroom.consultation.WaitingRoom;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.ShownTimes;

/** Gathers what the waiting room shows. */
@Component
class WaitingPages {

    private final WaitingRoom waitingRoom;
    private final Consultations consultations;
    private final CallBacks callBacks;
    private final NewLinkLines newLinks;
    private final Patients patients;
    private final Staff staff;
    private final MessageSource words;
    private final ShownTimes times;

    WaitingPages(
            WaitingRoom waitingRoom,
            Consultations consultations,
            CallBacks callBacks,
            NewLinkLines newLinks,
            Patients patients,
            Staff staff,
            MessageSource words,
            ShownTimes times) {
        this.waitingRoom = waitingRoom;
        this.consultations = consultations;
        this.callBacks = callBacks;
        this.newLinks = newLinks;
        this.patients = patients;
        this.staff = staff;
        this.words = words;
        this.times = times;
    }

    WaitingPage board(StaffMember by) {
        List<WaitingPage.Row> waiting =
                waitingRoom.look(by).stream().map(one -> row(by, one)).toList();
        List<Consultation> current = consultations.current(by);
        List<WaitingPage.Live> calls = current.stream()
                .filter(one -> one.state() == ConsultationState.LIVE)
                .map(one -> live(by, one))
                .toList();
        List<WaitingPage.Invited> invited = current.stream()
                .filter(one -> one.state() == ConsultationState.INVITED)
                .map(one -> invited(by, one))
                .toList();
        boolean live = !waiting.isEmpty() || !calls.isEmpty() || !invited.isEmpty();
        return new WaitingPage(waiting, calls, invited, newLinks.of(by), live, times.time(times.now()));
    }

    private WaitingPage.Row row(StaffMember by, Waiting waiting) {
        Patient patient = patient(by, waiting.patient());
        String trouble = waiting.trouble()
                .map(what -> say("waiting." + what.name().toLowerCase(Locale.ROOT)))
                .orElse(null);
        return new WaitingPage.Row(
                "/consultations/" + waiting.consultation(),
                patient.name(),
                Born.withAge(patient, times.today()),
                clinician(by, waiting.clinician()),
                !waiting.here() ? "away" : trouble == null ? "here" : "help",
                happening(waiting, trouble),
                callBacks.wish(by.practice(), waiting, patient),
                times.time(waiting.since()),
                times.since(waiting.since()),
                WaitingPage.isLong(waiting.since(), times.now()),
                waiting.escalatedAt() == null ? null : times.time(waiting.escalatedAt()),
                callBacks.recall(by.practice(), waiting, patient));
    }

    private String happening(Waiting waiting, @Nullable String trouble) {
        if (!waiting.here()) {
            return say("waiting.away", times.time(waiting.seat().presenceAt()));
        }
        return trouble == null ? say("waiting.here") : say("waiting.help", trouble);
    }

    private WaitingPage.Live live(StaffMember by, Consultation consultation) {
        Instant since = Objects.requireNonNull(consultation.liveAt());
        return new WaitingPage.Live(
                "/consultations/" + consultation.id(),
                patient(by, consultation.patient()).name(),
                clinician(by, consultation.clinician()),
                times.time(since),
                times.since(since));
    }

    private WaitingPage.Invited invited(StaffMember by, Consultation consultation) {
        Patient patient = patient(by, consultation.patient());
        return new WaitingPage.Invited(
                "/consultations/" + consultation.id(),
                patient.name(),
                Born.withAge(patient, times.today()),
                clinician(by, consultation.clinician()),
                times.time(consultation.openedAt()),
                times.since(consultation.openedAt()));
    }

    private Patient patient(StaffMember by, PatientId id) {
        return patients.find(by.practice(), id).orElseThrow();
    }

    private String clinician(StaffMember by, StaffId id) {
        return staff.evenIfLeft(by.practice(), id).name();
    }

    private String say(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
