package uk.anteroom.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

@Repository
class RequestStore {

    private static final String SELECT = """
            select r.request_id, r.patient_id, r.kind, r.urgency, r.title, r.body, r.received_at, c.completed_at
            from patient_request r
            left join request_completion c on c.practice_id = r.practice_id and c.request_id = r.request_id
            """;
    /** An inbox longer than this needs people, not a longer page. */
    private static final int INBOX = 200;

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PracticeId practice, PatientRequest request) {
        jdbc.sql("""
                insert into patient_request (practice_id, request_id, patient_id, kind, urgency, title, body, received_at)
                values (:practice, :id, :patient, :kind, :urgency, :title, :body, :received)
                on conflict (practice_id, request_id) do nothing
                """)
                .param("practice", practice.value())
                .param("id", request.id().value())
                .param("patient", request.patient().value())
                .param("kind", request.kind().name())
                .param("urgency", request.urgency().name())
                .param("title", request.title())
                .param("body", request.body())
                .param("received", OffsetDateTime.ofInstant(request.receivedAt(), ZoneOffset.UTC))
                .update();
    }

    List<PatientRequest> open(PracticeId practice) {
        return jdbc.sql(SELECT + """
                where r.practice_id = :practice and c.request_id is null
                order by case r.urgency when 'EMERGENCY' then 0 when 'URGENT' then 1 else 2 end, r.received_at
                limit :limit
                """)
                .param("practice", practice.value())
                .param("limit", INBOX)
                .query((row, n) -> request(row))
                .list();
    }

    int countOpen(PracticeId practice) {
        return jdbc.sql("""
                select count(*) from patient_request r
                where r.practice_id = :practice and not exists (
                    select from request_completion c where c.practice_id = r.practice_id and c.request_id = r.request_id)
                """)
                .param("practice", practice.value())
                .query(Integer.class)
                .single();
    }

    Optional<PatientRequest> find(PracticeId practice, RequestId id) {
        return jdbc.sql(SELECT + "where r.practice_id = :practice and r.request_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> request(row))
                .optional();
    }

    List<PatientRequest> ofPatient(PracticeId practice, PatientId patient) {
        return jdbc.sql(
                        SELECT
                                + "where r.practice_id = :practice and r.patient_id = :patient order by r.received_at desc limit 20")
                .param("practice", practice.value())
                .param("patient", patient.value())
                .query((row, n) -> request(row))
                .list();
    }

    /** True if this call completed it. */
    boolean complete(PracticeId practice, RequestId id, StaffId by) {
        return jdbc.sql("""
                        insert into request_completion (practice_id, request_id, completed_by)
                        values (:practice, :id, :by)
                        on conflict (practice_id, request_id) do nothing
                        """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** True if this call opened it again. */
    boolean reopen(PracticeId practice, RequestId id, Instant since) {
        return jdbc.sql("""
                        delete from request_completion
                        where practice_id = :practice and request_id = :id and completed_at >= :since
                        """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static PatientRequest request(ResultSet row) throws SQLException {
        OffsetDateTime completed = row.getObject("completed_at", OffsetDateTime.class);
        return new PatientRequest(
                new RequestId(row.getObject("request_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                PatientRequest.Kind.valueOf(row.getString("kind")),
                PatientRequest.Urgency.valueOf(row.getString("urgency")),
                row.getString("title"),
                row.getString("body"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                completed == null ? null : completed.toInstant());
    }
}
