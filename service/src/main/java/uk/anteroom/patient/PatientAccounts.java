package uk.anteroom.patient;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Reading;

/** The accounts of patients who registered. */
@Service
public class PatientAccounts {

    private static final int LONGEST_PASSWORD = 128;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final PasswordEncoder passwords;
    private final PracticeTransactions transactions;
    private final String nobodysHash;

    PatientAccounts(JdbcClient jdbc, FieldCipher cipher, PasswordEncoder passwords, PracticeTransactions transactions) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.passwords = passwords;
        this.transactions = transactions;
        this.nobodysHash = passwords.encode("the password of nobody at all");
    }

    /** Opens an account for a patient on the list; does nothing if there is one. */
    public void open(PracticeId practice, PatientId patient, EmailAddress email, String password) {
        String hash = passwords.encode(password);
        transactions.in(practice, () -> {
            jdbc.sql("""
                    insert into patient_account (practice_id, patient_id, email_hash, password_hash)
                    values (:practice, :patient, :email, :hash)
                    on conflict (practice_id, patient_id) do nothing
                    """)
                    .param("practice", practice.value())
                    .param("patient", patient.value())
                    .param("email", fingerprint(email))
                    .param("hash", hash)
                    .update();
        });
    }

    /**
     * The patient an email address and password belong to in this practice; empty if there is none or the password is wrong,
     * which take equally long.
     */
    public Optional<PatientId> signIn(PracticeId practice, String typedEmail, String password) {
        if (password.length() > LONGEST_PASSWORD
                || !(EmailAddress.read(typedEmail) instanceof Reading.Right<EmailAddress>(EmailAddress email))) {
            return Optional.empty();
        }
        Optional<Row> row = transactions.in(
                practice,
                () -> jdbc.sql("""
                        select patient_id, password_hash from patient_account
                        where practice_id = :practice and email_hash = :email
                        """)
                        .param("practice", practice.value())
                        .param("email", fingerprint(email))
                        .query((r, n) -> new Row(r.getObject("patient_id", UUID.class), r.getString("password_hash")))
                        .optional());
        boolean right = passwords.matches(password, row.map(Row::hash).orElse(nobodysHash));
        return row.filter(found -> right).map(found -> new PatientId(found.patient()));
    }

    private byte[] fingerprint(EmailAddress email) {
        return cipher.fingerprint("email", email.folded());
    }

    private record Row(UUID patient, String hash) {}
}
