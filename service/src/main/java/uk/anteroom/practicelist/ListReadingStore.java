package uk.anteroom.practicelist;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

@Repository
class ListReadingStore {

    private static final String SELECT = """
            select reading_id, kind, state, started_at, touched_at, ended_at, pages, tries, restarts, seen, added, changed, unchanged,
                   gone, refused, missing, problem, many_may_leave, since, next_url, read_up_to
            from list_reading
            """;
    /** A list that is all wrong would fill the table; this many are enough to see why. */
    private static final int MOST_REFUSALS = 5_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final FieldCipher cipher;

    ListReadingStore(JdbcClient jdbc, JdbcTemplate batches, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.cipher = cipher;
    }

    /** Where the practice's clinical system answers, if it has one. */
    Optional<URI> clinicalSystem(PracticeId practice) {
        return jdbc.sql("select fhir_base_url from clinical_system where practice_id = :practice")
                .param("practice", practice.value())
                .query(String.class)
                .optional()
                .map(URI::create);
    }

    /** False if one is running already. */
    boolean begin(
            PracticeId practice,
            ListReadingId id,
            ListReading.Kind kind,
            boolean manyMayLeave,
            @Nullable Instant since,
            @Nullable StaffId by) {
        return jdbc.sql("""
                        insert into list_reading (practice_id, reading_id, kind, many_may_leave, since, asked_by)
                        values (:practice, :id, :kind, :many, :since, :by)
                        on conflict (practice_id) where state = 'RUNNING' do nothing
                        """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("kind", kind.name())
                        .param("many", manyMayLeave)
                        .param("since", at(since), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("by", by == null ? null : by.value(), Types.OTHER)
                        .update()
                == 1;
    }

    Optional<ListReading> find(PracticeId practice, ListReadingId id) {
        return jdbc.sql(SELECT + "where practice_id = :practice and reading_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> reading(row))
                .optional();
    }

    /** The newest first; of those before it only the ones that have something to tell. */
    List<ListReading> newest(PracticeId practice, int many) {
        return jdbc.sql(SELECT + """
                        where practice_id = :practice
                          and (kind <> 'NEWER' or state <> 'DONE' or seen > 0 or reading_id = (
                              select n.reading_id from list_reading n where n.practice_id = :practice
                              order by n.started_at desc limit 1))
                        order by started_at desc limit :many
                        """)
                .param("practice", practice.value())
                .param("many", many)
                .query((row, n) -> reading(row))
                .list();
    }

    /**
     * Takes the next page on itself. False if the reading was stopped, or if another process, taken for dead, has got on with it: then nothing
     * of the page may be stored.
     */
    boolean turn(PracticeId practice, ListReading before) {
        return jdbc.sql("""
                        update list_reading set pages = pages + 1, tries = 0, problem = null, touched_at = clock_timestamp()
                        where practice_id = :practice and reading_id = :id and state = 'RUNNING' and pages = :pages
                          and restarts = :restarts
                        """)
                        .param("practice", practice.value())
                        .param("id", before.id().value())
                        .param("pages", before.pages())
                        .param("restarts", before.restarts())
                        .update()
                == 1;
    }

    void came(
            PracticeId practice,
            ListReadingId id,
            ListReading.Counts counts,
            @Nullable URI next,
            @Nullable Instant readUpTo) {
        jdbc.sql("""
                update list_reading
                set seen = :seen, added = :added, changed = :changed, unchanged = :unchanged, gone = :gone, refused = :refused,
                    next_url = :next, read_up_to = coalesce(read_up_to, :upTo)
                where practice_id = :practice and reading_id = :id
                """)
                .param("seen", counts.seen())
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("unchanged", counts.unchanged())
                .param("gone", counts.gone())
                .param("refused", counts.refused())
                .param("next", next == null ? null : next.toString())
                .param("upTo", at(readUpTo), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    /** Its next page did not come; it is asked for again. */
    void tried(PracticeId practice, ListReadingId id, ReadingProblem problem) {
        jdbc.sql("""
                update list_reading set tries = tries + 1, problem = :problem, touched_at = clock_timestamp()
                where practice_id = :practice and reading_id = :id and state = 'RUNNING'
                """)
                .param("problem", problem.name())
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    /** Begins anew. What was taken in stays; what was counted is counted again. */
    void restarted(PracticeId practice, ListReadingId id) {
        jdbc.sql("""
                update list_reading
                set restarts = restarts + 1, pages = 0, tries = 0, next_url = null, read_up_to = null, seen = 0, added = 0, changed = 0,
                    unchanged = 0, gone = 0, refused = 0, touched_at = clock_timestamp()
                where practice_id = :practice and reading_id = :id and state = 'RUNNING'
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
        forget(practice, id, "list_seen");
        forget(practice, id, "list_refusal");
    }

    /** True if it was running. */
    boolean end(
            PracticeId practice,
            ListReadingId id,
            ListReading.State state,
            @Nullable ReadingProblem problem,
            int gone,
            int missing) {
        forget(practice, id, "list_seen");
        return jdbc.sql("""
                        update list_reading
                        set state = :state, problem = :problem, gone = gone + :gone, missing = :missing, next_url = null,
                            touched_at = clock_timestamp(), ended_at = clock_timestamp()
                        where practice_id = :practice and reading_id = :id and state = 'RUNNING'
                        """)
                        .param("state", state.name())
                        .param("problem", problem == null ? null : problem.name())
                        .param("gone", gone)
                        .param("missing", missing)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Readings come every quarter of an hour; nobody asks about one of last month. */
    void forgetOld(PracticeId practice) {
        jdbc.sql("""
                delete from list_refusal where practice_id = :practice and reading_id in (
                    select reading_id from list_reading
                    where practice_id = :practice and ended_at < clock_timestamp() - interval '30 days')
                """).param("practice", practice.value()).update();
        jdbc.sql("""
                delete from list_reading
                where practice_id = :practice and ended_at < clock_timestamp() - interval '30 days'
                """).param("practice", practice.value()).update();
    }

    private void forget(PracticeId practice, ListReadingId id, String table) {
        jdbc.sql("delete from " + table + " where practice_id = :practice and reading_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    void met(PracticeId practice, ListReadingId id, Collection<PatientId> patients) {
        jdbc.sql("""
                insert into list_seen (practice_id, reading_id, patient_id)
                select :practice, :id, met from unnest(cast(:patients as uuid[])) as met
                on conflict do nothing
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("patients", patients.stream().map(PatientId::toString).toArray(String[]::new))
                .update();
    }

    Set<PatientId> met(PracticeId practice, ListReadingId id) {
        return jdbc
                .sql("select patient_id from list_seen where practice_id = :practice and reading_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PatientId::new)
                .collect(Collectors.toSet());
    }

    /** {@code from}: how many there are already. */
    void refuse(PracticeId practice, ListReadingId id, List<Refusal> refusals, int from) {
        List<Refusal> kept = refusals.subList(0, Math.clamp(MOST_REFUSALS - from, 0, refusals.size()));
        int[] number = {from};
        batches.batchUpdate(
                "insert into list_refusal (practice_id, reading_id, number, reason, place, said_sealed) values (?, ?, ?, ?, ?, ?)",
                kept,
                500,
                (statement, refusal) -> {
                    int at = ++number[0];
                    statement.setObject(1, practice.value());
                    statement.setObject(2, id.value());
                    statement.setInt(3, at);
                    statement.setString(4, refusal.reason().name());
                    statement.setString(5, refusal.place());
                    statement.setBytes(
                            6, cipher.seal(refusal.number() + "\u001f" + refusal.name(), refusalPlace(id, at)));
                });
    }

    int refusals(PracticeId practice, ListReadingId id) {
        return jdbc.sql("select count(*) from list_refusal where practice_id = :practice and reading_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    List<Refusal> refused(PracticeId practice, ListReadingId id) {
        return jdbc.sql("""
                        select number, reason, place, said_sealed from list_refusal
                        where practice_id = :practice and reading_id = :id order by number
                        """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> refusal(row, id))
                .list();
    }

    private Refusal refusal(ResultSet row, ListReadingId id) throws SQLException {
        String[] said = cipher.open(row.getBytes("said_sealed"), refusalPlace(id, row.getInt("number")))
                .split("\u001f", -1);
        return new Refusal(row.getString("place"), Refusal.Reason.valueOf(row.getString("reason")), said[0], said[1]);
    }

    private static String refusalPlace(ListReadingId id, int number) {
        return "list_refusal.said:" + id + "/" + number;
    }

    private static ListReading reading(ResultSet row) throws SQLException {
        String problem = row.getString("problem");
        return new ListReading(
                new ListReadingId(row.getObject("reading_id", UUID.class)),
                ListReading.Kind.valueOf(row.getString("kind")),
                ListReading.State.valueOf(row.getString("state")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("touched_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                row.getInt("pages"),
                row.getInt("tries"),
                row.getInt("restarts"),
                new ListReading.Counts(
                        row.getInt("seen"),
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("unchanged"),
                        row.getInt("gone"),
                        row.getInt("refused")),
                row.getInt("missing"),
                problem == null ? null : ReadingProblem.valueOf(problem),
                row.getBoolean("many_may_leave"),
                instant(row, "since"),
                row.getString("next_url"),
                instant(row, "read_up_to"));
    }

    static @Nullable OffsetDateTime at(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
