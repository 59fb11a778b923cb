package uk.anteroom.account;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.Reading;
import uk.anteroom.patient.ListMatch;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;

/** Finds whom somebody means who asks for a code, and where it may go: never to a contact that was typed. */
@Component
class CodeRecipients {

    /**
     * Who is meant.
     *
     * @param to where the code goes
     * @param told who else is told that one was asked for
     */
    record Recipient(Patient patient, ContactPoint to, Optional<ContactPoint> told) {}

    /** Begins what is kept of somebody who is known already. What was typed begins with another word. */
    static final String PATIENT = "patient:";

    private final Patients patients;
    private final ListMatch list;
    private final Accounts accounts;

    CodeRecipients(Patients patients, ListMatch list, Accounts accounts) {
        this.patients = patients;
        this.list = list;
        this.accounts = accounts;
    }

    /** Empty if nobody is meant, or they cannot be reached. */
    Optional<Recipient> of(PracticeId practice, CodeStore.Asked asked) {
        return switch (asked.purpose()) {
            case REGISTRATION ->
                asked.what().startsWith(PATIENT)
                        ? known(practice, asked.what().substring(PATIENT.length()))
                        : registering(practice, RegistrationDetails.read(asked.what()));
            case RECOVERY -> recovering(practice, asked.what());
            case SENT_BY_STAFF -> Optional.empty();
        };
    }

    private Optional<Recipient> known(PracticeId practice, String id) {
        return patients.find(practice, new PatientId(UUID.fromString(id)))
                .filter(patient -> patient.deceasedAt() == null && patient.leftAt() == null)
                .flatMap(patient ->
                        onTheList(patient, Channel.SMS).map(to -> new Recipient(patient, to, Optional.empty())));
    }

    private Optional<Recipient> registering(PracticeId practice, RegistrationDetails said) {
        return match(practice, said)
                .flatMap(patient ->
                        onTheList(patient, said.by()).map(to -> new Recipient(patient, to, Optional.empty())));
    }

    /** Somebody on the list of whom everything is so. */
    private Optional<Patient> match(PracticeId practice, RegistrationDetails said) {
        return list.find(practice, said.who()).flatMap(patient -> patients.find(practice, patient));
    }

    private Optional<Recipient> recovering(PracticeId practice, String typed) {
        return EmailAddress.read(typed) instanceof Reading.Right<EmailAddress>(EmailAddress email)
                ? accounts.named(practice, email).flatMap(this::recovering)
                : Optional.empty();
    }

    private Optional<Recipient> recovering(PatientAccount account) {
        Optional<Patient> patient =
                patients.find(account.practice(), account.patient()).filter(found -> found.deceasedAt() == null);
        Optional<ContactPoint> listed = patient.flatMap(found -> onTheList(found, Channel.EMAIL));
        Optional<ContactPoint> to = account.emailTrusted() ? Optional.ofNullable(account.email()) : listed;
        return patient.flatMap(found ->
                to.map(address -> new Recipient(found, address, listed.filter(other -> !same(other, address)))));
    }

    /** A contact that the practice has, by that channel if it can be. */
    static Optional<ContactPoint> onTheList(Patient patient, Channel first) {
        return Stream.of(first, first == Channel.EMAIL ? Channel.SMS : Channel.EMAIL)
                .filter(channel -> !patient.optedOutOf(channel))
                .flatMap(channel -> patient.contact(channel).stream())
                .findFirst();
    }

    private static boolean same(ContactPoint one, ContactPoint other) {
        return one instanceof EmailAddress email && other instanceof EmailAddress address
                ? Objects.equals(email.folded(), address.folded())
                : one.equals(other);
    }
}
