package uk.anteroom.staffweb;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.anteroom.loadedpatient.LoadedPatient;
import uk.anteroom.loadedpatient.LoadedPatients;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.ShownTimes;

/** Says who a page is about, and whether the clinical system of whoever looks has the same patient open. */
@Component
class Banners {

    private final LoadedPatients loaded;
    private final Patients patients;
    private final ShownTimes times;

    Banners(LoadedPatients loaded, Patients patients, ShownTimes times) {
        this.loaded = loaded;
        this.patients = patients;
        this.times = times;
    }

    PatientBanner of(StaffMember by, Patient patient) {
        return PatientBanner.of(patient, times.today(), check(by, patient.id()));
    }

    /** Nothing where nobody can tell: a practice without a connected clinical system reads no warning on every page. */
    private @Nullable RecordCheck check(StaffMember by, PatientId page) {
        return switch (loaded.of(by)) {
            case LoadedPatient.OnList(var patient, var event, var since)
            when patient.equals(page) -> RecordCheck.same();
            case LoadedPatient.OnList(var patient, var event, var since) ->
                patients.find(by.practice(), patient)
                        .map(Patient::name)
                        .map(RecordCheck::another)
                        .orElseGet(RecordCheck::notOnList);
            case LoadedPatient.NotOnList another -> RecordCheck.notOnList();
            case LoadedPatient.Nobody nobody -> RecordCheck.nobody();
            case LoadedPatient.Unknown unknown -> null;
        };
    }
}
