package uk.anteroom.guard;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

@Repository
class SettledStore {

    private final JdbcClient jdbc;

    SettledStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(PracticeId practice, ConsultationId consultation, String event) {
        return jdbc.sql("""
                select exists (
                    select from record_check_settled
                    where practice_id = :practice and consultation_id = :consultation and event_id = :event)
                """)
                .param("practice", practice.value())
                .param("consultation", consultation.value())
                .param("event", event)
                .query(Boolean.class)
                .single();
    }

    /** True if this call settled it. */
    boolean settle(PracticeId practice, ConsultationId consultation, String event, StaffId by) {
        return jdbc.sql("""
                        insert into record_check_settled (practice_id, consultation_id, event_id, settled_by)
                        values (:practice, :consultation, :event, :by)
                        on conflict do nothing
                        """)
                        .param("practice", practice.value())
                        .param("consultation", consultation.value())
                        .param("event", event)
                        .param("by", by.value())
                        .update()
                == 1;
    }
}
