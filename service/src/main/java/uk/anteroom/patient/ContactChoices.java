package uk.anteroom.patient;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;

/** How patients want to be written to. Their own opt-outs outlive every reading of the list; the list's are taken back there. */
@Service
public class ContactChoices {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final PracticeTransactions transactions;

    ContactChoices(JdbcClient jdbc, Audit audit, PracticeTransactions transactions) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** What is chosen. Throws if there is no such patient. */
    public ContactChoice of(PracticeId practice, PatientId patient) {
        return transactions.in(
                practice,
                () -> jdbc.sql("""
                        select p.no_email, p.no_sms, coalesce(c.no_email, false) as own_no_email, coalesce(c.no_sms, false) as own_no_sms
                        from patient p
                        left join patient_choice c on c.practice_id = p.practice_id and c.patient_id = p.patient_id
                        where p.practice_id = :practice and p.patient_id = :patient
                        """)
                        .param("practice", practice.value())
                        .param("patient", patient.value())
                        .query((row, n) -> new ContactChoice(
                                !row.getBoolean("own_no_email"),
                                !row.getBoolean("own_no_sms"),
                                row.getBoolean("no_email"),
                                row.getBoolean("no_sms")))
                        .single());
    }

    /**
     * The patient chooses.
     *
     * @param by whose account it was done in: the patient's own, or their carer's
     */
    public void choose(PracticeId practice, PatientId patient, PatientId by, boolean email, boolean sms) {
        transactions.in(practice, () -> {
            jdbc.sql("""
                    insert into patient_choice (practice_id, patient_id, no_email, no_sms)
                    values (:practice, :patient, :noEmail, :noSms)
                    on conflict (practice_id, patient_id) do update
                    set no_email = excluded.no_email, no_sms = excluded.no_sms, changed_at = clock_timestamp()
                    """)
                    .param("practice", practice.value())
                    .param("patient", patient.value())
                    .param("noEmail", !email)
                    .param("noSms", !sms)
                    .update();
            audit.patient(practice, by.value(), "contact.chosen", "patient", patient.value());
        });
    }
}
