package uk.anteroom.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.call.CallId;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

@Repository
class WaitingStore {

    /** More than any surgery's chairs; whoever comes after them is on the board when the first have gone. */
    private static final int MOST = 200;

    /** A wait as its row says. */
    record Row(
            ConsultationId consultation,
            PatientId patient,
            StaffId clinician,
            CallId call,
            ParticipantId patientSeat,
            Instant since,
            @Nullable Wish wish,
            @Nullable Instant wishAt,
            @Nullable Instant turnAt,
            @Nullable Instant escalatedAt) {}

    private final JdbcClient jdbc;

    WaitingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Longest wait first. */
    List<Row> waiting(PracticeId practice) {
        return jdbc.sql("""
                        select consultation_id, patient_id, clinician_id, call_id, patient_seat, waiting_at, wish, wish_at, turn_at,
                               escalated_at
                        from consultation
                        where practice_id = :practice and state = 'WAITING' and waiting_at is not null
                        order by waiting_at, consultation_id
                        limit :most
                        """)
                .param("practice", practice.value())
                .param("most", MOST)
                .query((row, n) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        String wish = row.getString("wish");
        return new Row(
                new ConsultationId(row.getObject("consultation_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new StaffId(row.getObject("clinician_id", UUID.class)),
                new CallId(row.getObject("call_id", UUID.class)),
                new ParticipantId(row.getObject("patient_seat", UUID.class)),
                row.getObject("waiting_at", OffsetDateTime.class).toInstant(),
                wish == null ? null : Wish.valueOf(wish),
                instant(row, "wish_at"),
                instant(row, "turn_at"),
                instant(row, "escalated_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
