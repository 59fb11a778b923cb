package uk.anteroom.staffweb;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
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
        String name =
                patients.find(by.practice(), carer.id()).map(Patient::name).orElse("");
        Object[] facts = {name, patient.name(), carer.relationship()};
        return new CarerNote(
                name,
                "/patients/" + carer.id(),
                messages.getMessage("message.carer.who", facts, Locale.UK),
                messages.getMessage("message.carer", facts, Locale.UK));
    }
}
