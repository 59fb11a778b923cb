package uk.anteroom.patient;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.kernel.PracticeId;

@Repository
class MatchStore {

    record Row(PatientId patient, String givenName) {}

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    MatchStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Those with that family name and date of birth, and that NHS number; without one, that postcode. */
    List<Row> find(PracticeId practice, Claim claim) {
        NhsNumber number = claim.nhsNumber();
        Postcode postcode = claim.postcode();
        return jdbc.sql("""
                select patient_id, given_name from patient
                where practice_id = :practice and family_folded = :family and born_hash = :born
                  and case when cast(:number as text) is null then postcode_hash = :postcode else nhs_number = :number end
                  and deceased_at is null and left_at is null and not restricted
                """)
                .param("practice", practice.value())
                .param("family", PatientSearch.fold(claim.familyName()))
                .param(
                        "born",
                        cipher.fingerprint("patient.born", claim.born().value().toString()))
                .param("number", number == null ? null : number.value(), Types.VARCHAR)
                .param("postcode", postcode == null ? null : PatientStore.postcodeHash(cipher, postcode), Types.BINARY)
                .query((row, n) ->
                        new Row(new PatientId(row.getObject("patient_id", UUID.class)), row.getString("given_name")))
                .list();
    }
}
