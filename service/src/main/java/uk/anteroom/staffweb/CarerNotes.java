package uk.anteroom.staffweb;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.patient.Carer;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;

/** Says of what a carer wrote that it is not the patient's own. */
@Component
class CarerNotes {

    private final Patients patients;
    private final MessageSource messages;

    CarerNotes(Patients patients, MessageSource messages) {
        this.patients = patients;
        this.messages = messages;
    }

    /** Null where the patient wrote it themselves. */
    @Nullable CarerNote of(StaffMember by, Patient patient, @Nullable Carer carer) {
        if (carer == null) {
            return null;
        }
        Optional<Patient> listed = patients.find(by.practice(), carer.id());
        String name = listed.map(Patient::name).orElse("");
        Object[] facts = {name, patient.name(), carer.relationship()};
        return new CarerNote(
                name,
                "/patients/" + carer.id(),
                messages.getMessage("message.carer.who", facts, Locale.UK),
                messages.getMessage("message.carer", facts, Locale.UK),
                Stream.of(Channel.SMS, Channel.EMAIL)
                        .flatMap(channel -> listed.flatMap(one -> one.contact(channel)).stream())
                        .map(ContactPoint::shown)
                        .toList());
    }
}
