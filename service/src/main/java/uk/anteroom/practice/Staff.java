package uk.anteroom.practice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Reading;

/** The people who work at the practices. */
@Service
public class Staff {

    /** Longer is an attempt to keep the hash busy, not a password. */
    private static final int LONGEST_PASSWORD = 128;

    private final StaffStore store;
    private final PasswordEncoder passwords;
    private final PracticeTransactions transactions;
    private final String nobodysHash;

    Staff(StaffStore store, PasswordEncoder passwords, PracticeTransactions transactions) {
        this.store = store;
        this.passwords = passwords;
        this.transactions = transactions;
        this.nobodysHash = passwords.encode("the password of nobody at all");
    }

    /** Checks a name and password. Unknown names are checked against a hash too, so that both take as long. */
    public SignIn signIn(String typedName, String password) {
        String name = typedName.strip().toLowerCase(Locale.ROOT);
        if (password.length() > LONGEST_PASSWORD) {
            return new SignIn.Refused();
        }
        List<StaffStore.Place> places = store.findPlaces(name);
        if (places.isEmpty()) {
            passwords.matches(password, nobodysHash);
            return new SignIn.Refused();
        }
        for (StaffStore.Place place : places) {
            Optional<StaffStore.Credentials> credentials =
                    transactions.in(place.practice(), () -> store.credentials(place.practice(), place.staff()));
            if (credentials.isPresent()
                    && passwords.matches(password, credentials.get().passwordHash())) {
                return new SignIn.Passed(
                        credentials.get().staff(), credentials.get().secondFactor());
            }
        }
        return new SignIn.Refused();
    }

    /** Somebody who works there now. */
    public Optional<StaffMember> find(PracticeId practice, StaffId id) {
        return transactions.in(practice, () -> store.find(practice, id));
    }

    /** Somebody who works or worked there: what they did keeps their name. */
    public StaffMember evenIfLeft(PracticeId practice, StaffId id) {
        return transactions
                .in(practice, () -> store.findEvenIfLeft(practice, id))
                .orElseThrow(() -> new IllegalStateException("No member of staff " + id));
    }

    /** Everybody who works or worked there, in no order. */
    public List<StaffMember> evenIfLeft(PracticeId practice) {
        return transactions.in(practice, () -> store.everybodyEvenIfLeft(practice));
    }

    /** Everybody who may hold consultations, by family name. */
    public List<StaffMember> clinicians(PracticeId practice) {
        return transactions.in(practice, () -> store.clinicians(practice));
    }

    /** Everybody who works there and looks after patients who come, by family name. */
    public List<StaffMember> whoInvite(PracticeId practice) {
        return transactions.in(practice, () -> store.everybody(practice)).stream()
                .filter(StaffMember::mayInvite)
                .toList();
    }

    /** Where somebody who works there gets email: the address they sign in with, if it is one. */
    public Optional<EmailAddress> address(PracticeId practice, StaffId id) {
        return transactions
                .in(practice, () -> store.signInName(practice, id))
                .map(EmailAddress::read)
                .flatMap(reading -> switch (reading) {
                    case Reading.Right<EmailAddress>(EmailAddress address) -> Optional.of(address);
                    case Reading.Wrong<EmailAddress> wrong -> Optional.<EmailAddress>empty();
                });
    }
}
