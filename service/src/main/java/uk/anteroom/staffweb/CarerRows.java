package uk.anteroom.staffweb;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.carer.Care;
import uk.anteroom.carer.CareLevel;
import uk.anteroom.carer.Carers;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.ShownTimes;

/** Who acts for a patient, or wants to, as the Patient page lists them. */
@Component
class CarerRows {

    private final Carers carers;
    private final Patients patients;
    private final MessageSource messages;
    private final ShownTimes times;

    CarerRows(Carers carers, Patients patients, MessageSource messages, ShownTimes times) {
        this.carers = carers;
        this.patients = patients;
        this.messages = messages;
        this.times = times;
    }

    List<CarerRow> of(StaffMember by, PatientId patient) {
        return carers.with(by, patient).stream().map(care -> row(by, care)).toList();
    }

    private CarerRow row(StaffMember by, Care care) {
        String name =
                patients.find(by.practice(), care.carer()).map(Patient::name).orElse("");
        String about = care.approvedAt() == null
                ? messages.getMessage(
                        "staff.carers.asked",
                        new Object[] {care.said().relationship(), times.dayAndTime(care.askedAt())},
                        Locale.UK)
                : messages.getMessage(
                        "staff.carers.approved." + care.level(),
                        new Object[] {care.said().relationship(), times.dayAndTime(care.approvedAt())},
                        Locale.UK);
        return new CarerRow(
                care.id().toString(),
                name,
                "/patients/" + care.carer(),
                about,
                care.approved(),
                care.level() == CareLevel.READ_AND_WRITE);
    }
}
