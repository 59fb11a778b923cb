package uk.anteroom.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.request.NotTold;
import uk.anteroom.request.RequestRejected;

/** Tells a patient why their request was rejected, as a message, in the commit of the rejection. Whoever cannot be written to is rung by whoever rejects. */
@Component
class Rejections {

    private final Messages messages;
    private final Patients patients;
    private final MessageSource words;

    Rejections(Messages messages, Patients patients, MessageSource words) {
        this.messages = messages;
        this.patients = patients;
        this.words = words;
    }

    @EventListener
    void on(RequestRejected event) {
        Optional<Patient> patient = patients.find(event.practice(), event.patient());
        Optional<ContactPoint> to =
                patient.filter(found -> found.notInvitable().isEmpty()).flatMap(Patient::preferredContact);
        if (to.isEmpty()) {
            return;
        }
        Posting posting = messages.send(
                event.by(),
                event.patient(),
                MessageKind.REPLY_NOT_REQUIRED,
                new MessageText(text(event)),
                List.of(),
                to.get(),
                false,
                UUID.randomUUID());
        if (!(posting instanceof Posting.Sent)) {
            throw new NotTold();
        }
    }

    private String text(RequestRejected event) {
        String title = event.title();
        return Stream.of(
                        title == null ? say("rejected.message.unsigned") : say("rejected.message.asked", title),
                        say("rejected.message." + event.reason()),
                        event.words())
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private String say(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
