package uk.anteroom.desktop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;
import uk.anteroom.practice.StaffMember;

@Repository
class ProgramStore {

    record Row(ProgramId id, ProgramKind kind, StaffId staff, Instant connectedAt, Instant usedAt, Duration lasts) {

        ConnectedProgram of(StaffMember by) {
            return new ConnectedProgram(id, kind, by, connectedAt, usedAt, lasts);
        }
    }

    private static final String DIES =
            "least(used_at + make_interval(secs => :unused), connected_at + make_interval(secs => :most))";
    private static final String COLUMNS = "program_id, kind, staff_id, connected_at, used_at, extract(epoch from "
            + DIES + " - clock_timestamp()) as lasts";
    private static final String WORKS = " and ended_at is null and clock_timestamp() < " + DIES;

    private final JdbcClient jdbc;

    ProgramStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ProgramId add(StaffMember by, ProgramKind kind, byte[] token) {
        ProgramId id = new ProgramId(UUID.randomUUID());
        jdbc.sql("""
                insert into desktop_program (practice_id, program_id, staff_id, kind, token_hash)
                values (:practice, :id, :staff, :kind, :token)
                """)
                .param("practice", by.practice().value())
                .param("id", id.value())
                .param("staff", by.id().value())
                .param("kind", kind.name())
                .param("token", token)
                .update();
        return id;
    }

    /** The working program of a token, its use written down to the minute: more would be a write with every question. */
    Optional<Row> use(PracticeId practice, byte[] token) {
        jdbc.sql(
                        "update desktop_program set used_at = clock_timestamp() where practice_id = :practice and token_hash = :token"
                                + " and used_at < clock_timestamp() - interval '1 minute'" + WORKS)
                .param("practice", practice.value())
                .param("token", token)
                .param("unused", Programs.UNUSED.toSeconds())
                .param("most", Programs.AT_MOST.toSeconds())
                .update();
        return working(practice, " and token_hash = :token")
                .param("token", token)
                .query((row, n) -> row(row))
                .optional();
    }

    Optional<Row> find(PracticeId practice, ProgramId id) {
        return working(practice, " and program_id = :id")
                .param("id", id.value())
                .query((row, n) -> row(row))
                .optional();
    }

    List<Row> of(PracticeId practice, StaffId staff) {
        return jdbc.sql("select " + COLUMNS
                        + " from desktop_program where practice_id = :practice and staff_id = :staff" + WORKS
                        + " order by connected_at desc, program_id")
                .param("practice", practice.value())
                .param("staff", staff.value())
                .param("unused", Programs.UNUSED.toSeconds())
                .param("most", Programs.AT_MOST.toSeconds())
                .query((row, n) -> row(row))
                .list();
    }

    /** True if it worked until now. */
    boolean end(PracticeId practice, ProgramId id) {
        return jdbc.sql("""
                        update desktop_program set ended_at = clock_timestamp()
                        where practice_id = :practice and program_id = :id and ended_at is null
                        """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec working(PracticeId practice, String which) {
        return jdbc.sql("select " + COLUMNS + " from desktop_program where practice_id = :practice" + which + WORKS)
                .param("practice", practice.value())
                .param("unused", Programs.UNUSED.toSeconds())
                .param("most", Programs.AT_MOST.toSeconds());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new ProgramId(row.getObject("program_id", UUID.class)),
                ProgramKind.valueOf(row.getString("kind")),
                new StaffId(row.getObject("staff_id", UUID.class)),
                row.getObject("connected_at", OffsetDateTime.class).toInstant(),
                row.getObject("used_at", OffsetDateTime.class).toInstant(),
                Duration.ofSeconds((long) row.getDouble("lasts")));
    }
}
