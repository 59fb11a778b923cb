package uk.anteroom.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.call.CallOver;
import uk.anteroom.call.CallPass;
import uk.anteroom.call.Calls;
import uk.anteroom.call.Participant;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationState;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.Staff;

/** Where a guest's link or device leads, and whom they meet there. Looking changes nothing, however often and whoever looks. */
@Service
public class GuestVisits {

    private final GuestStore store;
    private final Consultations consultations;
    private final Calls calls;
    private final Practices practices;
    private final Staff staff;
    private final Patients patients;
    private final Secrets secrets;
    private final Audit audit;
    private final PracticeTransactions transactions;

    GuestVisits(
            GuestStore store,
            Consultations consultations,
            Calls calls,
            Practices practices,
            Staff staff,
            Patients patients,
            Secrets secrets,
            Audit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.consultations = consultations;
        this.calls = calls;
        this.practices = practices;
        this.staff = staff;
        this.patients = patients;
        this.secrets = secrets;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Where a usable link leads; empty for one that is wrong, expired, taken back or over. */
    public Optional<GuestVisit> open(LinkToken token) {
        return practices
                .withCode(token.publicCode())
                .flatMap(practice -> transactions.in(
                        practice,
                        () -> store.withToken(practice, token)
                                .filter(Guest::welcome)
                                .flatMap(guest -> visit(practice, guest))
                                .filter(GuestVisits::leadsSomewhere)));
    }

    /** A person, and not a scanner, has the page of this link in front of them. */
    public void seen(LinkToken token) {
        open(token).ifPresent(visit -> {
            PracticeId practice = visit.practice().id();
            transactions.in(practice, () -> store.opened(practice, visit.guest().id()));
        });
    }

    /** They say that it is them and agree to use the service: their device is bound to the place. Empty if the link leads nowhere. */
    public Optional<DeviceKey> confirm(LinkToken token) {
        return open(token).map(visit -> {
            PracticeId practice = visit.practice().id();
            GuestId guest = visit.guest().id();
            DeviceKey device = DeviceKey.draw(visit.practice().publicCode(), secrets);
            transactions.in(practice, () -> {
                store.confirmed(practice, guest);
                store.bind(practice, device.digest(), guest);
                audit.patient(practice, guest.value(), "guest.confirmed", "guest", guest.value());
                calls.tell(practice, visit.consultation().call(), Guests.TOPIC);
            });
            return device;
        });
    }

    /** The visit of a bound device, also when the consultation is over or the guest was sent away meanwhile. */
    public Optional<GuestVisit> of(DeviceKey device) {
        return practices
                .withCode(device.publicCode())
                .flatMap(practice -> transactions.in(
                        practice,
                        () -> store.ofDevice(practice, device.digest()).flatMap(guest -> visit(practice, guest))));
    }

    /** A pass to the guest's seat; empty if the consultation is over or they were sent away. */
    public Optional<CallPass> pass(GuestVisit visit) {
        if (!visit.guest().welcome() || !visit.consultation().reachable()) {
            return Optional.empty();
        }
        try {
            return Optional.of(calls.pass(visit.practice().id(), visit.guest().seat()));
        } catch (CallOver over) {
            return Optional.empty();
        }
    }

    /** Everybody whom this guest meets: the clinician, and once they were let in themselves everybody else who was. */
    public List<Person> seenBy(GuestVisit visit) {
        Consultation consultation = visit.consultation();
        Set<ParticipantId> admitted = calls.look(consultation.practice(), consultation.call()).stream()
                .flatMap(room -> room.participants().stream())
                .filter(seat -> seat.state() == Participant.State.ADMITTED)
                .map(Participant::id)
                .collect(Collectors.toSet());
        boolean in = admitted.contains(visit.guest().seat());
        return people(consultation, visit.guest().role().seesFullName()).stream()
                .filter(person ->
                        person.role() == Person.PersonRole.CLINICIAN || (in && admitted.contains(person.seat())))
                .toList();
    }

    /** Everybody in or invited to a consultation, for the clinician's and the patient's page. */
    public List<Person> people(Consultation consultation) {
        return people(consultation, true);
    }

    private List<Person> people(Consultation consultation, boolean fullName) {
        PracticeId practice = consultation.practice();
        return transactions.in(practice, () -> {
            Patient patient = patients.find(practice, consultation.patient()).orElseThrow();
            List<Person> people = new ArrayList<>();
            people.add(new Person(
                    consultation.clinicianSeat(),
                    staff.evenIfLeft(practice, consultation.clinician()).name(),
                    Person.PersonRole.CLINICIAN,
                    null));
            people.add(new Person(
                    consultation.patientSeat(),
                    fullName ? patient.name() : patient.givenName(),
                    Person.PersonRole.PATIENT,
                    null));
            store.ofConsultation(practice, consultation.id()).stream()
                    .filter(Guest::welcome)
                    .map(Person::of)
                    .forEach(people::add);
            return people;
        });
    }

    private Optional<GuestVisit> visit(PracticeId practice, Guest guest) {
        return consultations
                .find(practice, guest.consultation())
                .map(consultation -> new GuestVisit(
                        practices.get(practice),
                        staff.evenIfLeft(practice, consultation.clinician()),
                        consultation,
                        guest));
    }

    /** As a patient's link: lives until there is an outcome, or its time is over; but never dies while somebody waits or talks. */
    private static boolean leadsSomewhere(GuestVisit visit) {
        Consultation consultation = visit.consultation();
        boolean inUse =
                consultation.state() == ConsultationState.WAITING || consultation.state() == ConsultationState.LIVE;
        return consultation.reachable() && (inUse || visit.guest().young());
    }
}
