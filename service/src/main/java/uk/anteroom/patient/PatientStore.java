package uk.anteroom.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.kernel.PracticeId;

@Repository
class PatientStore {

    private static final String SELECT = """
            select p.practice_id, p.patient_id, p.nhs_number, p.given_name, p.family_name, p.born_sealed, p.email_sealed,
                   p.mobile_sealed, p.no_email or coalesce(c.no_email, false) as no_email, p.no_sms or coalesce(c.no_sms, false) as no_sms,
                   a.patient_id is not null as has_account, p.restricted, p.deceased_at, p.left_at, p.postcode_sealed
            from patient p
            left join patient_account a on a.practice_id = p.practice_id and a.patient_id = p.patient_id
            left join patient_choice c on c.practice_id = p.practice_id and c.patient_id = p.patient_id
            """;
    private static final String ORDER =
            " order by p.family_folded, p.given_folded, p.patient_id offset :offset limit :limit";
    /** Sorts behind every letter that can follow a beginning, in UTF-8 as in collation C. */
    private static final String BEHIND_ALL = "\uffff";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    PatientStore(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Puts a patient on the list, or brings the entry up to date. */
    void put(Patient patient) {
        UUID id = patient.id().value();
        EmailAddress email = patient.email();
        MobileNumber mobile = patient.mobile();
        Postcode postcode = patient.postcode();
        DateOfBirth known = patient.born();
        String born = known == null ? null : known.value().toString();
        jdbc.sql("""
                insert into patient (practice_id, patient_id, nhs_number, given_name, family_name, given_folded, family_folded,
                                     born_sealed, born_hash, email_sealed, email_hash, mobile_sealed, mobile_hash, no_email, no_sms,
                                     postcode_sealed, postcode_hash)
                values (:practice, :id, :nhs, :given, :family, :givenFolded, :familyFolded,
                        :born, :bornHash, :email, :emailHash, :mobile, :mobileHash, :noEmail, :noSms,
                        :postcode, :postcodeHash)
                on conflict (practice_id, patient_id) do update
                set nhs_number = excluded.nhs_number, given_name = excluded.given_name, family_name = excluded.family_name,
                    given_folded = excluded.given_folded, family_folded = excluded.family_folded,
                    born_sealed = excluded.born_sealed, born_hash = excluded.born_hash,
                    email_sealed = excluded.email_sealed, email_hash = excluded.email_hash,
                    mobile_sealed = excluded.mobile_sealed, mobile_hash = excluded.mobile_hash,
                    no_email = excluded.no_email, no_sms = excluded.no_sms,
                    postcode_sealed = excluded.postcode_sealed, postcode_hash = excluded.postcode_hash
                """)
                .param("practice", patient.practice().value())
                .param("id", id)
                .param("nhs", patient.nhsNumber().value())
                .param("given", patient.givenName())
                .param("family", patient.familyName())
                .param("givenFolded", PatientSearch.fold(patient.givenName()))
                .param("familyFolded", PatientSearch.fold(patient.familyName()))
                .param("born", born == null ? null : cipher.seal(born, place("born", id)))
                .param("bornHash", born == null ? null : cipher.fingerprint("patient.born", born))
                .param("email", email == null ? null : cipher.seal(email.value(), place("email", id)))
                .param("emailHash", email == null ? null : emailHash(email))
                .param("mobile", mobile == null ? null : cipher.seal(mobile.value(), place("mobile", id)))
                .param("mobileHash", mobile == null ? null : cipher.fingerprint("mobile", mobile.value()))
                .param("noEmail", patient.optedOutOfEmail())
                .param("noSms", patient.optedOutOfSms())
                .param("postcode", postcode == null ? null : cipher.seal(postcode.value(), place("postcode", id)))
                .param("postcodeHash", postcode == null ? null : postcodeHash(cipher, postcode))
                .update();
    }

    Optional<Patient> find(PracticeId practice, PatientId id) {
        return jdbc.sql(SELECT + "where p.practice_id = :practice and p.patient_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> patient(row))
                .optional();
    }

    Optional<Patient> find(PracticeId practice, NhsNumber number) {
        return jdbc.sql(SELECT + "where p.practice_id = :practice and p.nhs_number = :number")
                .param("practice", practice.value())
                .param("number", number.value())
                .query((row, n) -> patient(row))
                .optional();
    }

    List<Patient> find(PracticeId practice, Set<PatientId> ids) {
        return jdbc.sql(SELECT + "where p.practice_id = :practice and p.patient_id = any (:ids)")
                .param("practice", practice.value())
                .param("ids", ids.stream().map(PatientId::value).toArray(UUID[]::new))
                .query((row, n) -> patient(row))
                .list();
    }

    /** As {@link #find}, and the list cannot change them until the transaction ends. */
    Optional<Patient> hold(PracticeId practice, PatientId id) {
        jdbc.sql("select 1 from patient where practice_id = :practice and patient_id = :id for share")
                .param("practice", practice.value())
                .param("id", id.value())
                .query(Integer.class)
                .optional();
        return find(practice, id);
    }

    PatientsFound search(PracticeId practice, PatientSearch search, int page) {
        JdbcClient.StatementSpec statement =
                switch (search) {
                    case PatientSearch.Everybody everybody ->
                        jdbc.sql(SELECT + "where p.practice_id = :practice and p.left_at is null" + ORDER);
                    case PatientSearch.ByNhsNumber(NhsNumber number) ->
                        jdbc.sql(SELECT
                                        + "where p.practice_id = :practice and p.nhs_number = :nhs and p.left_at is null"
                                        + ORDER)
                                .param("nhs", number.value());
                    case PatientSearch.ByBirth(DateOfBirth born) ->
                        jdbc.sql(SELECT
                                        + "where p.practice_id = :practice and p.born_hash = :born and p.left_at is null"
                                        + ORDER)
                                .param(
                                        "born",
                                        cipher.fingerprint(
                                                "patient.born", born.value().toString()));
                    case PatientSearch.ByName(List<String> names)
                    when names.isEmpty() -> jdbc.sql(SELECT + "where p.practice_id = :practice and false" + ORDER);
                    case PatientSearch.ByName(List<String> names) when names.size() == 1 -> byOneName(names.getFirst());
                    case PatientSearch.ByName(List<String> names) -> byTwoNames(names.get(0), names.get(1));
                };
        // one more than the page holds tells whether there is another
        List<Patient> found = statement
                .param("practice", practice.value())
                .param("offset", (page - 1) * PatientsFound.PAGE)
                .param("limit", PatientsFound.PAGE + 1)
                .query((row, n) -> patient(row))
                .list();
        boolean more = found.size() > PatientsFound.PAGE;
        return new PatientsFound(more ? found.subList(0, PatientsFound.PAGE) : found, page, more);
    }

    private JdbcClient.StatementSpec byOneName(String name) {
        // Two ranges over two indexes; ranges and not like, see the migration.
        return jdbc.sql(SELECT + """
                where p.practice_id = :practice and p.left_at is null and p.patient_id in (
                    select f.patient_id from patient f
                    where f.practice_id = :practice and f.family_folded >= :from and f.family_folded < :to
                    union
                    select g.patient_id from patient g
                    where g.practice_id = :practice and g.given_folded >= :from and g.given_folded < :to)
                """ + ORDER).param("from", name).param("to", name + BEHIND_ALL);
    }

    private JdbcClient.StatementSpec byTwoNames(String first, String second) {
        return jdbc.sql(SELECT + """
                where p.practice_id = :practice and p.left_at is null
                  and (p.given_folded >= :first and p.given_folded < :firstEnd
                       and p.family_folded >= :second and p.family_folded < :secondEnd
                    or p.family_folded >= :first and p.family_folded < :firstEnd
                       and p.given_folded >= :second and p.given_folded < :secondEnd)
                """ + ORDER)
                .param("first", first)
                .param("firstEnd", first + BEHIND_ALL)
                .param("second", second)
                .param("secondEnd", second + BEHIND_ALL);
    }

    private byte[] emailHash(EmailAddress email) {
        return cipher.fingerprint("email", email.folded());
    }

    private Patient patient(ResultSet row) throws SQLException {
        UUID id = row.getObject("patient_id", UUID.class);
        String email = opened(row.getBytes("email_sealed"), place("email", id));
        String mobile = opened(row.getBytes("mobile_sealed"), place("mobile", id));
        String born = opened(row.getBytes("born_sealed"), place("born", id));
        String postcode = opened(row.getBytes("postcode_sealed"), place("postcode", id));
        return new Patient(
                new PracticeId(row.getObject("practice_id", UUID.class)),
                new PatientId(id),
                new NhsNumber(row.getString("nhs_number")),
                row.getString("given_name"),
                row.getString("family_name"),
                born == null ? null : new DateOfBirth(LocalDate.parse(born)),
                email == null ? null : new EmailAddress(email),
                mobile == null ? null : new MobileNumber(mobile),
                row.getBoolean("no_email"),
                row.getBoolean("no_sms"),
                row.getBoolean("has_account"),
                row.getBoolean("restricted"),
                instant(row, "deceased_at"),
                instant(row, "left_at"),
                postcode == null ? null : new Postcode(postcode));
    }

    private @Nullable String opened(byte @Nullable [] sealed, String place) {
        return sealed == null ? null : cipher.open(sealed, place);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static byte[] postcodeHash(FieldCipher cipher, Postcode postcode) {
        return cipher.fingerprint("patient.postcode", postcode.value());
    }

    static String place(String column, UUID id) {
        return "patient." + column + ":" + id;
    }
}
