package uk.anteroom.demo.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.demo.cast.Worker;
import uk.anteroom.demo.engine.DemoDatabase;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Postcode;

/** The record of the clinical system: patients, what was coded, and which patient is open. */
public final class RecordStore {

    private static final String PATIENT =
            "select patient_id, practice_id, nhs_number, given_name, family_name, born, email, mobile, postcode, place, died_on, restricted, updated_at from record_patient ";

    /** A resource as it was stored. */
    record Stored(String resource, Instant recordedAt) {}

    private final DemoDatabase database;

    public RecordStore(DemoDatabase database) {
        this.database = database;
    }

    /** Adds a patient; one that is there already stays as it is, but is told where it lives. */
    public void add(RecordPatient patient) {
        EmailAddress email = patient.email();
        MobileNumber mobile = patient.mobile();
        Postcode postcode = patient.postcode();
        database.sql()
                .sql("""
                        insert into record_patient (patient_id, practice_id, nhs_number, given_name, family_name, born, email, mobile, postcode, place)
                        values (:id, :practice, :nhs, :given, :family, :born, :email, :mobile, :postcode, :place)
                        on conflict (patient_id) do update set postcode = coalesce(record_patient.postcode, excluded.postcode)
                        """)
                .param("id", patient.id())
                .param("practice", patient.practice())
                .param("nhs", patient.nhsNumber().value())
                .param("given", patient.givenName())
                .param("family", patient.familyName())
                .param("born", patient.birthday())
                .param("email", email == null ? null : email.value())
                .param("mobile", mobile == null ? null : mobile.value())
                .param("postcode", postcode == null ? null : postcode.value())
                .param("place", patient.place())
                .update();
    }

    /** Adds many, all of them or none. */
    public void addAll(List<RecordPatient> patients) {
        database.in(() -> {
            patients.forEach(this::add);
            return null;
        });
    }

    Optional<RecordPatient> patient(UUID id) {
        return database.sql()
                .sql(PATIENT + "where patient_id = :id")
                .param("id", id)
                .query((row, n) -> patient(row))
                .optional();
    }

    Optional<RecordPatient> patientOf(NhsNumber number) {
        return database.sql()
                .sql(PATIENT + "where nhs_number = :nhs")
                .param("nhs", number.value())
                .query((row, n) -> patient(row))
                .optional();
    }

    /** Everybody, of every practice, or those whose record changed at that time or later; always in the same order. */
    List<UUID> everybody(@Nullable Instant changedSince) {
        return database.sql()
                .sql("""
                        select patient_id from record_patient
                        where cast(:since as timestamptz) is null or updated_at >= cast(:since as timestamptz)
                        order by patient_id
                        """)
                .param(
                        "since",
                        changedSince == null ? null : OffsetDateTime.ofInstant(changedSince, ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, n) -> row.getObject("patient_id", UUID.class))
                .list();
    }

    /** Those of these ids, in the order of {@link #everybody}. */
    List<RecordPatient> patients(List<UUID> ids) {
        return database.sql()
                .sql(PATIENT + "where patient_id = any(cast(:ids as uuid[])) order by patient_id")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> patient(row))
                .list();
    }

    /** Writes another mobile number into a record. */
    public void mobile(UUID patient, MobileNumber mobile) {
        database.sql()
                .sql(
                        "update record_patient set mobile = :mobile, updated_at = clock_timestamp() where patient_id = :id")
                .param("mobile", mobile.value())
                .param("id", patient)
                .update();
    }

    /** Those of a practice who stand on the list of the page. */
    List<RecordPatient> listed(UUID practice) {
        return database.sql()
                .sql(PATIENT + "where practice_id = :practice and place is not null order by place")
                .param("practice", practice)
                .query((row, n) -> patient(row))
                .list();
    }

    /** Claims an identifier for an Encounter; false if another has it, also one that was stored at this very moment. */
    boolean claim(TokenValue identifier, UUID encounter) {
        return database.sql()
                        .sql("""
                                insert into record_identifier (system, value, encounter_id) values (:system, :value, :encounter)
                                on conflict (system, value) do nothing
                                """)
                        .param("system", identifier.system())
                        .param("value", identifier.value())
                        .param("encounter", encounter)
                        .update()
                == 1;
    }

    Optional<UUID> encounterOf(TokenValue identifier) {
        return database.sql()
                .sql("select encounter_id from record_identifier where system = :system and value = :value")
                .param("system", identifier.system())
                .param("value", identifier.value())
                .query(UUID.class)
                .optional();
    }

    void addEncounter(UUID id, UUID patient, Instant started, String resource) {
        database.sql()
                .sql("""
                        insert into record_encounter (encounter_id, patient_id, resource, started_at)
                        values (:id, :patient, :resource, :started)
                        """)
                .param("id", id)
                .param("patient", patient)
                .param("resource", resource)
                .param("started", OffsetDateTime.ofInstant(started, ZoneOffset.UTC))
                .update();
    }

    /** The next version of one that is there; answers which. */
    int replaceEncounter(UUID id, String resource) {
        return database.sql()
                .sql("""
                        update record_encounter set version = version + 1, resource = :resource
                        where encounter_id = :id returning version
                        """)
                .param("resource", resource)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    Optional<Stored> encounter(UUID id) {
        return database.sql()
                .sql("select resource, recorded_at from record_encounter where encounter_id = :id")
                .param("id", id)
                .query((row, n) -> stored(row))
                .optional();
    }

    /** Newest first. */
    List<Stored> encounters(UUID patient) {
        return database.sql()
                .sql("""
                        select resource, recorded_at from record_encounter
                        where patient_id = :patient order by started_at desc, recorded_at desc limit 100
                        """)
                .param("patient", patient)
                .query((row, n) -> stored(row))
                .list();
    }

    /** Stores a Provenance under the id its sender chose; answers which version it is now. */
    int putProvenance(String id, String resource) {
        return database.sql()
                .sql("""
                        insert into record_provenance (provenance_id, resource) values (:id, :resource)
                        on conflict (provenance_id) do update
                        set version = record_provenance.version + 1, resource = excluded.resource, recorded_at = clock_timestamp()
                        returning version
                        """)
                .param("id", id)
                .param("resource", resource)
                .query(Integer.class)
                .single();
    }

    Optional<Stored> provenance(String id) {
        return database.sql()
                .sql("select resource, recorded_at from record_provenance where provenance_id = :id")
                .param("id", id)
                .query((row, n) -> stored(row))
                .optional();
    }

    /** Whom a member of staff has open, and the event that said so. */
    Optional<Opened> opened(Worker worker) {
        return database.sql()
                .sql("select event_id, at, patient_id from record_open where staff_id = :staff")
                .param("staff", worker.id())
                .query((row, n) -> {
                    UUID patient = row.getObject("patient_id", UUID.class);
                    return new Opened(
                            row.getObject("event_id", UUID.class),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            patient == null ? null : patient(patient).orElse(null));
                })
                .optional();
    }

    /** Opens a patient of their practice for a member of staff; nobody, if it has none of that id. */
    void open(Worker worker, Optional<UUID> patient) {
        database.sql()
                .sql("""
                        insert into record_open (staff_id, patient_id, event_id, at)
                        values (:staff, (select patient_id from record_patient where patient_id = :patient and practice_id = :practice),
                                gen_random_uuid(), clock_timestamp())
                        on conflict (staff_id) do update
                        set patient_id = excluded.patient_id, event_id = excluded.event_id, at = excluded.at
                        """)
                .param("staff", worker.id())
                .param("practice", worker.surgery().uuid())
                .param("patient", patient.orElse(null), Types.OTHER)
                .update();
    }

    /** Whether the clinical system answers over FHIR. */
    boolean reachable() {
        return database.sql()
                .sql("select reachable from record_reachable")
                .query(Boolean.class)
                .single();
    }

    void reachable(boolean yes) {
        database.sql()
                .sql("update record_reachable set reachable = :yes")
                .param("yes", yes)
                .update();
    }

    DemoDatabase database() {
        return database;
    }

    static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getString("resource"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static RecordPatient patient(ResultSet row) throws SQLException {
        String email = row.getString("email");
        String mobile = row.getString("mobile");
        String postcode = row.getString("postcode");
        return new RecordPatient(
                row.getObject("patient_id", UUID.class),
                row.getObject("practice_id", UUID.class),
                new NhsNumber(row.getString("nhs_number")),
                row.getString("given_name"),
                row.getString("family_name"),
                new DateOfBirth(row.getObject("born", LocalDate.class)),
                email == null ? null : new EmailAddress(email),
                mobile == null ? null : new MobileNumber(mobile),
                postcode == null ? null : new Postcode(postcode),
                row.getObject("place", Integer.class),
                row.getObject("died_on", LocalDate.class),
                row.getBoolean("restricted"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
