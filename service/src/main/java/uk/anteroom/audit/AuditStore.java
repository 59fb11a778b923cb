package uk.anteroom.audit;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;

@Repository
class AuditStore {

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            PracticeId practice, String actorKind, @Nullable UUID actor, String act, String subjectKind, UUID subject) {
        jdbc.sql("""
                insert into audit_entry (practice_id, actor_kind, actor_id, action, subject_kind, subject_id)
                values (:practice, :actorKind, :actor, :act, :subjectKind, :subject)
                """)
                .param("practice", practice.value())
                .param("actorKind", actorKind)
                .param("actor", actor, Types.OTHER)
                .param("act", act)
                .param("subjectKind", subjectKind)
                .param("subject", subject)
                .update();
    }

    void addAll(PracticeId practice, String act, String subjectKind, List<UUID> subjects) {
        jdbc.sql("""
                insert into audit_entry (practice_id, actor_kind, action, subject_kind, subject_id)
                select :practice, 'SYSTEM', :act, :subjectKind, subject from unnest(cast(:subjects as uuid[])) as subject
                """)
                .param("practice", practice.value())
                .param("act", act)
                .param("subjectKind", subjectKind)
                .param("subjects", subjects.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }
}
