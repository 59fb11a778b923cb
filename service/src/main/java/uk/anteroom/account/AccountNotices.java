package uk.anteroom.account;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.anteroom.delivery.Letters;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;

/** Tells patients what happened to their account, at the contact on the list and at the address they sign in with. */
@Component
class AccountNotices {

    private final Patients patients;
    private final AccountStore accounts;
    private final Letters letters;

    AccountNotices(Patients patients, AccountStore accounts, Letters letters) {
        this.patients = patients;
        this.accounts = accounts;
        this.letters = letters;
    }

    /** In the caller's transaction. */
    void tell(PracticeId practice, PatientId patient, Notice notice) {
        Set<ContactPoint> contacts = new LinkedHashSet<>();
        patients.find(practice, patient)
                .flatMap(found -> CodeRecipients.onTheList(found, Channel.EMAIL))
                .ifPresent(contacts::add);
        accounts.find(practice, patient)
                .filter(PatientAccount::emailTrusted)
                .map(PatientAccount::email)
                .ifPresent(contacts::add);
        contacts.forEach(to -> letters.post(practice, to, notice.occasion(), patient.value()));
    }
}
