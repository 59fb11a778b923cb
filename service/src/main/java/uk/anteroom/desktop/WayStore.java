package uk.anteroom.desktop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;

@Repository
class WayStore {

    record Row(ProgramId program, Destination to) {}

    private static final String WORKS =
            " where practice_id = :practice and way_hash = :way and used_at is null and clock_timestamp() <"
                    + " coalesce(asked_at + make_interval(secs => :answer), dies_at)";

    private final JdbcClient jdbc;

    WayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void forgetDead(PracticeId practice) {
        jdbc.sql(
                        "delete from desktop_way where practice_id = :practice and dies_at < clock_timestamp() - interval '1 hour'")
                .param("practice", practice.value())
                .update();
    }

    void add(PracticeId practice, byte[] way, ProgramId program, Destination to) {
        jdbc.sql("""
                insert into desktop_way (practice_id, way_hash, program_id, leads_to, subject, dies_at)
                values (:practice, :way, :program, :to, :subject, clock_timestamp() + make_interval(secs => :lasts))
                """)
                .param("practice", practice.value())
                .param("way", way)
                .param("program", program.value())
                .param("to", to.kind().name())
                .param("subject", to.subject(), Types.OTHER)
                .param("lasts", Ways.LASTS.toSeconds())
                .update();
    }

    Optional<Row> look(PracticeId practice, byte[] way) {
        return way("select program_id, leads_to, subject from desktop_way" + WORKS, practice, way);
    }

    /** Once: who is asked again and again does not get longer. */
    void holdOpen(PracticeId practice, byte[] way) {
        jdbc.sql("update desktop_way set asked_at = clock_timestamp()" + WORKS + " and asked_at is null")
                .param("practice", practice.value())
                .param("way", way)
                .param("answer", Ways.ANSWER_WITHIN.toSeconds())
                .update();
    }

    Optional<Row> use(PracticeId practice, byte[] way) {
        return way(
                "update desktop_way set used_at = clock_timestamp()" + WORKS
                        + " returning program_id, leads_to, subject",
                practice,
                way);
    }

    private Optional<Row> way(String sql, PracticeId practice, byte[] way) {
        return jdbc.sql(sql)
                .param("practice", practice.value())
                .param("way", way)
                .param("answer", Ways.ANSWER_WITHIN.toSeconds())
                .query((row, n) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new ProgramId(row.getObject("program_id", UUID.class)),
                new Destination(
                        Destination.Kind.valueOf(row.getString("leads_to")), row.getObject("subject", UUID.class)));
    }
}
