package uk.anteroom.demo.seed;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import uk.anteroom.account.Accounts;
import uk.anteroom.demo.cast.Asked;
import uk.anteroom.demo.cast.Person;
import uk.anteroom.demo.cast.Stray;
import uk.anteroom.demo.cast.Surgery;
import uk.anteroom.demo.cast.Worker;
import uk.anteroom.demo.record.History;
import uk.anteroom.demo.record.RecordPatient;
import uk.anteroom.demo.record.RecordStore;
import uk.anteroom.messagetemplate.MessageTemplates;
import uk.anteroom.needs.Needs;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.patient.PracticeList;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.practicelist.ListReadings;
import uk.anteroom.request.Requests;

/** Puts the cast in, before the demo says that it is ready. What is there already stays as people left it. */
@Component
public class Seed implements ApplicationRunner {

    private final SeedSettings settings;
    private final Office office;
    private final PasswordEncoder passwords;
    private final Patients patients;
    private final PracticeList list;
    private final Accounts accounts;
    private final Requests requests;
    private final RecordStore record;
    private final Crowd crowd;
    private final Staff staff;
    private final ListReadings readings;
    private final MessageTemplates templates;
    private final PatientNeeds needs;
    private final Clock clock;

    Seed(
            SeedSettings settings,
            Office office,
            PasswordEncoder passwords,
            Patients patients,
            PracticeList list,
            Accounts accounts,
            Requests requests,
            RecordStore record,
            Staff staff,
            ListReadings readings,
            MessageTemplates templates,
            PatientNeeds needs,
            Clock clock) {
        this.settings = settings;
        this.office = office;
        this.passwords = passwords;
        this.patients = patients;
        this.list = list;
        this.accounts = accounts;
        this.requests = requests;
        this.record = record;
        this.crowd = new Crowd(patients, list, record);
        this.staff = staff;
        this.readings = readings;
        this.templates = templates;
        this.needs = needs;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        URI clinicalSystem = settings.clinicalSystem();
        for (Surgery surgery : Surgery.values()) {
            office.open(surgery, clinicalSystem);
            office.keepHours(surgery);
        }
        for (Worker worker : Worker.values()) {
            office.employ(worker, passwords);
        }
        for (Person person : Person.values()) {
            register(person);
        }
        for (Asked asked : Asked.values()) {
            if (!office.knows(asked.id().value())) {
                requests.receive(asked.person().surgery().id(), asked.request(), asked.at(clock.instant()));
            }
        }
        if (!office.knows(Stray.id())) {
            requests.receive(Surgery.RIVERSIDE.id(), Stray.request(), Stray.at(clock.instant()));
        }
        new History(record).write();
        crowd.gather(Surgery.RIVERSIDE, settings.crowd());
        StaffMember manager = staff.find(Worker.PRIYA.surgery().id(), new StaffId(Worker.PRIYA.id()))
                .orElseThrow();
        if (!office.readsList(Worker.PRIYA.surgery())) {
            // the first start: templates that somebody deletes later do not come back
            for (KeptTexts text : KeptTexts.values()) {
                text.keep(templates, manager);
            }
            StaffMember amara = staff.find(Worker.AMARA.surgery().id(), new StaffId(Worker.AMARA.id()))
                    .orElseThrow();
            needs.record(amara, Person.WALTER.id(), new Needs(true, false, false, Optional.empty()));
            readings.regularly(manager, true);
        }
    }

    private void register(Person person) {
        Patient patient = person.patient();
        if (patients.find(patient.practice(), patient.id()).isEmpty()) {
            list.take(patient.practice(), List.of(patient));
        }
        if (patient.hasAccount()
                && !patients.find(patient.practice(), patient.id())
                        .orElseThrow()
                        .hasAccount()) {
            accounts.open(patient.practice(), patient.id(), Objects.requireNonNull(patient.email()), Worker.PASSWORD);
        }
        record.add(recorded(patient, person.ordinal() + 1));
    }

    static RecordPatient recorded(Patient patient, @Nullable Integer place) {
        return new RecordPatient(
                patient.id().value(),
                patient.practice().value(),
                patient.nhsNumber(),
                patient.givenName(),
                patient.familyName(),
                Objects.requireNonNull(patient.born()),
                patient.email(),
                patient.mobile(),
                patient.postcode(),
                place,
                null,
                false,
                null);
    }
}
