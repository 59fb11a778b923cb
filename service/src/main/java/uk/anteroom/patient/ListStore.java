package uk.anteroom.patient;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.ListedPatient.Told;

/** The patients as their list sees them: many at once. */
@Repository
class ListStore {

    private static final int TOGETHER = 500;

    /** As much of a patient as a comparison needs. */
    record Row(
            PatientId id,
            String nhsNumber,
            @Nullable String recordId,
            byte @Nullable [] listHash,
            byte @Nullable [] bornHash,
            String familyFolded,
            boolean restricted,
            boolean deceased,
            boolean left) {}

    /** One patient to be written. */
    record Written(PatientId id, ListedPatient said, boolean restricted) {}

    private final JdbcTemplate jdbc;
    private final FieldCipher cipher;

    ListStore(JdbcTemplate jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Those who have one of these record ids or NHS numbers. {@code held}: they stay as they are until the transaction ends. */
    List<Row> rows(PracticeId practice, Collection<String> recordIds, Collection<String> numbers, boolean held) {
        return jdbc.query(
                """
                select patient_id, nhs_number, record_id, list_hash, born_hash, family_folded, restricted,
                       deceased_at is not null as deceased, left_at is not null as has_left
                from patient
                where practice_id = ? and (record_id = any(?) or nhs_number = any(?))
                order by patient_id
                """ + (held ? "for no key update" : ""),
                statement -> {
                    statement.setObject(1, practice.value());
                    statement.setArray(2, texts(statement, recordIds));
                    statement.setArray(3, texts(statement, numbers));
                },
                (row, n) -> row(row));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("nhs_number"),
                row.getString("record_id"),
                row.getBytes("list_hash"),
                row.getBytes("born_hash"),
                row.getString("family_folded"),
                row.getBoolean("restricted"),
                row.getBoolean("deceased"),
                row.getBoolean("has_left"));
    }

    /** Those of these numbers that were replaced. */
    List<String> former(PracticeId practice, Collection<String> numbers) {
        return jdbc.query(
                "select nhs_number from former_nhs_number where practice_id = ? and nhs_number = any(?)",
                statement -> {
                    statement.setObject(1, practice.value());
                    statement.setArray(2, texts(statement, numbers));
                },
                (row, n) -> row.getString(1));
    }

    void add(PracticeId practice, List<Written> patients) {
        batch("""
                insert into patient (practice_id, patient_id, nhs_number, given_name, family_name, given_folded, family_folded,
                                     born_sealed, born_hash, email_sealed, email_hash, mobile_sealed, mobile_hash, postcode_sealed, postcode_hash, no_email, no_sms,
                                     record_id, list_hash, listed_at, restricted, deceased_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp(), ?,
                        case when ? then clock_timestamp() end)
                """, patients, (statement, one) -> {
            ListedPatient said = one.said();
            Sealed sealed = seal(one);
            int at = 1;
            statement.setObject(at++, practice.value());
            statement.setObject(at++, one.id().value());
            at = names(statement, at, said);
            statement.setBytes(at++, sealed.born);
            statement.setBytes(at++, sealed.bornHash);
            statement.setBytes(at++, sealed.email);
            statement.setBytes(at++, sealed.emailHash);
            statement.setBytes(at++, sealed.mobile);
            statement.setBytes(at++, sealed.mobileHash);
            statement.setBytes(at++, sealed.postcode);
            statement.setBytes(at++, sealed.postcodeHash);
            statement.setBoolean(at++, said.noEmail());
            statement.setBoolean(at++, said.noSms());
            statement.setString(at++, said.recordId());
            statement.setBytes(at++, hash(said));
            statement.setBoolean(at++, one.restricted());
            statement.setBoolean(at, said.deceased());
        });
    }

    /** Of what the list does not speak stays as it is, but nothing of a restricted record. */
    void change(PracticeId practice, List<Written> patients) {
        batch("""
                update patient
                set nhs_number = ?, given_name = ?, family_name = ?, given_folded = ?, family_folded = ?,
                    born_sealed = case when ? then ? else born_sealed end, born_hash = case when ? then ? else born_hash end,
                    email_sealed = case when ? then ? else email_sealed end, email_hash = case when ? then ? else email_hash end,
                    mobile_sealed = case when ? then ? else mobile_sealed end,
                    mobile_hash = case when ? then ? else mobile_hash end,
                    postcode_sealed = case when ? then ? else postcode_sealed end,
                    postcode_hash = case when ? then ? else postcode_hash end,
                    no_email = case when ? then ? else no_email end, no_sms = case when ? then ? else no_sms end,
                    record_id = coalesce(?, record_id), list_hash = ?, listed_at = clock_timestamp(), restricted = ?,
                    deceased_at = case when not ? then deceased_at when ? then coalesce(deceased_at, clock_timestamp()) end,
                    left_at = null
                where practice_id = ? and patient_id = ?
                """, patients, (statement, one) -> {
            ListedPatient said = one.said();
            Sealed sealed = seal(one);
            boolean email = said.tells(Told.EMAIL) || one.restricted();
            boolean mobile = said.tells(Told.MOBILE) || one.restricted();
            boolean postcode = said.tells(Told.POSTCODE) || one.restricted();
            int at = names(statement, 1, said);
            at = told(statement, at, said.tells(Told.BORN), sealed.born, sealed.bornHash);
            at = told(statement, at, email, sealed.email, sealed.emailHash);
            at = told(statement, at, mobile, sealed.mobile, sealed.mobileHash);
            at = told(statement, at, postcode, sealed.postcode, sealed.postcodeHash);
            statement.setBoolean(at++, said.tells(Told.NO_EMAIL));
            statement.setBoolean(at++, said.noEmail());
            statement.setBoolean(at++, said.tells(Told.NO_SMS));
            statement.setBoolean(at++, said.noSms());
            statement.setString(at++, said.recordId());
            statement.setBytes(at++, hash(said));
            statement.setBoolean(at++, one.restricted());
            statement.setBoolean(at++, said.tells(Told.DECEASED));
            statement.setBoolean(at++, said.deceased());
            statement.setObject(at++, practice.value());
            statement.setObject(at, one.id().value());
        });
    }

    private static int names(PreparedStatement statement, int from, ListedPatient said) throws SQLException {
        int at = from;
        statement.setString(at++, said.nhsNumber().value());
        statement.setString(at++, said.givenName());
        statement.setString(at++, said.familyName());
        statement.setString(at++, PatientSearch.fold(said.givenName()));
        statement.setString(at++, PatientSearch.fold(said.familyName()));
        return at;
    }

    private static int told(
            PreparedStatement statement, int from, boolean told, byte @Nullable [] sealed, byte @Nullable [] hash)
            throws SQLException {
        statement.setBoolean(from, told);
        statement.setBytes(from + 1, sealed);
        statement.setBoolean(from + 2, told);
        statement.setBytes(from + 3, hash);
        return from + 4;
    }

    /** Notes a number that was replaced, before it is. */
    void numberReplaced(PracticeId practice, PatientId patient, String former) {
        jdbc.update(
                "insert into former_nhs_number (practice_id, nhs_number, patient_id) values (?, ?, ?) on conflict do nothing",
                practice.value(),
                former,
                patient.value());
    }

    /** How the clinical system names the patient's record from now on. */
    void goesBy(PracticeId practice, PatientId patient, String recordId) {
        jdbc.update(
                "update patient set record_id = ? where practice_id = ? and patient_id = ?",
                recordId,
                practice.value(),
                patient.value());
    }

    /** Another clinical system names its records anew. */
    void forgetRecords(PracticeId practice) {
        jdbc.update(
                "update patient set record_id = null where practice_id = ? and record_id is not null",
                practice.value());
    }

    /** Those on the list but these. */
    List<PatientId> allBut(PracticeId practice, Collection<PatientId> these) {
        return jdbc.query(
                """
                select p.patient_id from patient p
                left join unnest(?) as met(patient_id) on met.patient_id = p.patient_id
                where p.practice_id = ? and p.left_at is null and met.patient_id is null
                """,
                statement -> {
                    statement.setArray(1, ids(statement.getConnection(), these));
                    statement.setObject(2, practice.value());
                },
                (row, n) -> new PatientId(row.getObject(1, UUID.class)));
    }

    /** They are no longer on the list; answers whom this call took off. */
    List<PatientId> leave(PracticeId practice, Collection<PatientId> these) {
        return jdbc.query(
                """
                update patient set left_at = clock_timestamp()
                where practice_id = ? and patient_id = any(?) and left_at is null
                returning patient_id
                """,
                statement -> {
                    statement.setObject(1, practice.value());
                    statement.setArray(2, ids(statement.getConnection(), these));
                },
                (row, n) -> new PatientId(row.getObject(1, UUID.class)));
    }

    int count(PracticeId practice) {
        Integer many = jdbc.queryForObject(
                "select count(*) from patient where practice_id = ? and left_at is null",
                Integer.class,
                practice.value());
        return many == null ? 0 : many;
    }

    byte[] hash(ListedPatient said) {
        return cipher.fingerprint("patient.list", said.folded());
    }

    byte @Nullable [] bornHash(ListedPatient said) {
        DateOfBirth born = said.born();
        return born == null
                ? null
                : cipher.fingerprint("patient.born", born.value().toString());
    }

    private Sealed seal(Written one) {
        UUID id = one.id().value();
        DateOfBirth born = one.said().born();
        EmailAddress email = one.restricted() ? null : one.said().email();
        MobileNumber mobile = one.restricted() ? null : one.said().mobile();
        Postcode postcode = one.restricted() ? null : one.said().postcode();
        return new Sealed(
                born == null ? null : cipher.seal(born.value().toString(), PatientStore.place("born", id)),
                bornHash(one.said()),
                email == null ? null : cipher.seal(email.value(), PatientStore.place("email", id)),
                email == null ? null : cipher.fingerprint("email", email.folded()),
                mobile == null ? null : cipher.seal(mobile.value(), PatientStore.place("mobile", id)),
                mobile == null ? null : cipher.fingerprint("mobile", mobile.value()),
                postcode == null ? null : cipher.seal(postcode.value(), PatientStore.place("postcode", id)),
                postcode == null ? null : PatientStore.postcodeHash(cipher, postcode));
    }

    private void batch(String sql, List<Written> patients, ParameterizedPreparedStatementSetter<Written> setter) {
        if (!patients.isEmpty()) {
            jdbc.batchUpdate(sql, patients, TOGETHER, setter);
        }
    }

    private static Array texts(PreparedStatement statement, Collection<String> values) throws SQLException {
        return statement.getConnection().createArrayOf("text", values.toArray());
    }

    private static Array ids(Connection connection, Collection<PatientId> patients) throws SQLException {
        List<UUID> values = new ArrayList<>(patients.size());
        patients.forEach(patient -> values.add(patient.value()));
        return connection.createArrayOf("uuid", values.toArray());
    }

    // plain arrays, handed straight to a statement
    @SuppressWarnings("ArrayRecordComponent")
    private record Sealed(
            byte @Nullable [] born,
            byte @Nullable [] bornHash,
            byte @Nullable [] email,
            byte @Nullable [] emailHash,
            byte @Nullable [] mobile,
            byte @Nullable [] mobileHash,
            byte @Nullable [] postcode,
            byte @Nullable [] postcodeHash) {}
}
