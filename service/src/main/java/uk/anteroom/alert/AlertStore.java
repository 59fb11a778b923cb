package uk.anteroom.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

@Repository
class AlertStore {

    private static final String SELECT = "select alert_id, kind, cause_id, staff_id from alert ";

    private final JdbcClient jdbc;

    AlertStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if that member of staff is told of that thing already. */
    boolean add(PracticeId practice, Alert alert) {
        return jdbc.sql("""
                        insert into alert (practice_id, alert_id, kind, cause_id, staff_id)
                        values (:practice, :id, :kind, :cause, :staff)
                        on conflict (practice_id, kind, cause_id, staff_id) do nothing
                        """)
                        .param("practice", practice.value())
                        .param("id", alert.id().value())
                        .param("kind", alert.kind().name())
                        .param("cause", alert.cause())
                        .param("staff", alert.staff().value())
                        .update()
                == 1;
    }

    /** One that no email has told of yet. */
    Optional<Alert> waiting(PracticeId practice, AlertId id) {
        return jdbc.sql(SELECT + "where practice_id = :practice and alert_id = :id and told_with is null")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> alert(row))
                .optional();
    }

    /** True for one caller at a time, and then for nobody until so much time has passed: of those who race, the others wait for the first one's commit. */
    boolean takeTurn(PracticeId practice, Alert alert, Duration quiet) {
        return jdbc.sql("""
                        insert into alert_turn (practice_id, kind, staff_id) values (:practice, :kind, :staff)
                        on conflict (practice_id, kind, staff_id) do update set told_at = clock_timestamp()
                        where alert_turn.told_at <= clock_timestamp() - make_interval(secs => :quiet)
                        """)
                        .param("practice", practice.value())
                        .param("kind", alert.kind().name())
                        .param("staff", alert.staff().value())
                        .param("quiet", (double) quiet.toSeconds())
                        .update()
                == 1;
    }

    /** How long until it is somebody's turn again; at least a second. */
    Duration untilTurn(PracticeId practice, Alert alert, Duration quiet) {
        return jdbc.sql("""
                        select ceil(greatest(1, :quiet - extract(epoch from clock_timestamp() - told_at)))::int
                        from alert_turn
                        where practice_id = :practice and kind = :kind and staff_id = :staff
                        """)
                .param("practice", practice.value())
                .param("kind", alert.kind().name())
                .param("staff", alert.staff().value())
                .param("quiet", quiet.toSeconds())
                .query((row, n) -> Duration.ofSeconds(row.getInt(1)))
                .single();
    }

    /** One email tells of this one and of everything else of its kind that the same member of staff was not told of yet. */
    void tell(PracticeId practice, Alert alert) {
        jdbc.sql("""
                update alert set told_with = :id
                where practice_id = :practice and kind = :kind and staff_id = :staff and told_with is null
                """)
                .param("practice", practice.value())
                .param("id", alert.id().value())
                .param("kind", alert.kind().name())
                .param("staff", alert.staff().value())
                .update();
    }

    /** What one email tells of. */
    List<Alert> toldWith(PracticeId practice, AlertId id) {
        return jdbc.sql(SELECT + "where practice_id = :practice and told_with = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> alert(row))
                .list();
    }

    /** Who was told of a request, and with which alert's email. */
    Map<StaffId, UUID> told(PracticeId practice, UUID cause) {
        Map<StaffId, UUID> told = new HashMap<>();
        jdbc.sql("""
                select staff_id, told_with from alert
                where practice_id = :practice and kind in ('EMERGENCY', 'URGENT') and cause_id = :cause and told_with is not null
                """).param("practice", practice.value()).param("cause", cause).query(row -> {
            told.put(new StaffId(row.getObject("staff_id", UUID.class)), row.getObject("told_with", UUID.class));
        });
        return told;
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                new AlertId(row.getObject("alert_id", UUID.class)),
                AlertKind.valueOf(row.getString("kind")),
                row.getObject("cause_id", UUID.class),
                new StaffId(row.getObject("staff_id", UUID.class)));
    }
}
