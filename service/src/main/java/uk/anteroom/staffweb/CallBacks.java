package uk.anteroom.staffweb;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.Waiting;
import uk.anteroom.consultation.WaitingRoom;
import uk.anteroom.consultation.Wish;
import uk.anteroom.delivery.Letter;
import uk.anteroom.invitation.Recalls;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.web.ShownTimes;

/** Says what those who wait have asked for, and offers to call back who is not there. */
@Component
class CallBacks {

    private final WaitingRoom waitingRoom;
    private final Recalls recalls;
    private final Patients patients;
    private final PatientNeeds needs;
    private final MessageSource words;
    private final ShownTimes times;

    CallBacks(
            WaitingRoom waitingRoom,
            Recalls recalls,
            Patients patients,
            PatientNeeds needs,
            MessageSource words,
            ShownTimes times) {
        this.waitingRoom = waitingRoom;
        this.recalls = recalls;
        this.patients = patients;
        this.needs = needs;
        this.words = words;
        this.times = times;
    }

    CallBack of(Consultation consultation) {
        String url = "/consultations/" + consultation.id() + "/callback";
        return waitingRoom
                .of(consultation.practice(), consultation.id())
                .map(waiting -> {
                    Patient patient = patients.find(consultation.practice(), waiting.patient())
                            .orElseThrow();
                    ContactPoint number = number(consultation.practice(), waiting, patient);
                    String href = waiting.wish() == Wish.RING && number != null
                            ? Relay.href(number, relayed(consultation.practice(), patient))
                            : null;
                    return new CallBack(
                            url,
                            wish(consultation.practice(), waiting, patient),
                            href,
                            recall(consultation.practice(), waiting, patient));
                })
                .orElseGet(() -> CallBack.nobody(url));
    }

    /** What they asked for, in a sentence. */
    @Nullable String wish(PracticeId practice, Waiting waiting, Patient patient) {
        return switch (waiting.wish()) {
            case TEXT ->
                waiting.turnAt() == null
                        ? say("waiting.wish.text")
                        : say("waiting.wish.text.told", times.time(waiting.turnAt()));
            case RING -> {
                ContactPoint number = number(practice, waiting, patient);
                if (number == null) {
                    yield say("waiting.wish.ring.unknown");
                }
                yield say(relayed(practice, patient) ? "waiting.wish.ring.relay" : "waiting.wish.ring", number.shown());
            }
            case KEEP -> null;
            case null -> null;
        };
    }

    private boolean relayed(PracticeId practice, Patient patient) {
        return needs.of(practice, patient.id()).signLanguage();
    }

    /** The number to ring: the one the link went to, else the one on the list. */
    @Nullable ContactPoint number(PracticeId practice, Waiting waiting, Patient patient) {
        return recalls.reaches(practice, waiting.consultation())
                .filter(contact -> contact.channel() == Channel.SMS)
                .orElse(patient.mobile());
    }

    /** For those who are not on their page. */
    @Nullable Recall recall(PracticeId practice, Waiting waiting, Patient patient) {
        if (waiting.here() && waiting.wish() != Wish.TEXT) {
            return null;
        }
        Optional<ContactPoint> reaches = recalls.reaches(practice, waiting.consultation());
        return reaches.map(contact -> new Recall(
                        "/consultations/" + waiting.consultation() + "/recall",
                        say(contact.channel() == Channel.SMS ? "recall.sms" : "recall.email", patient.givenName()),
                        recalls.last(practice, waiting.consultation())
                                .map(this::state)
                                .orElse(null)))
                .orElse(null);
    }

    private String state(Letter letter) {
        return switch (letter.state()) {
            case QUEUED -> say("recall.queued");
            case SENT -> say("recall.sent", times.time(Objects.requireNonNull(letter.sentAt())));
            case DELIVERED -> say("recall.delivered", times.time(Objects.requireNonNull(letter.deliveredAt())));
            case FAILED, DROPPED -> say("recall.failed");
        };
    }

    private String say(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
