package uk.anteroom.alert;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

@Repository
class AlertRuleStore {

    private final JdbcClient jdbc;

    AlertRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty if the practice has not said. */
    Optional<AlertRule> find(PracticeId practice, AlertKind kind) {
        return jdbc.sql("select told from alert_rule where practice_id = :practice and kind = :kind")
                .param("practice", practice.value())
                .param("kind", kind.name())
                .query(String.class)
                .optional()
                .map(told -> new AlertRule(Audience.valueOf(told), chosen(practice, kind)));
    }

    /** Of two who change the same rule at once, the later one's holds as a whole. */
    void put(PracticeId practice, AlertKind kind, AlertRule rule) {
        jdbc.sql("""
                insert into alert_rule (practice_id, kind, told) values (:practice, :kind, :told)
                on conflict (practice_id, kind) do update set told = excluded.told
                """)
                .param("practice", practice.value())
                .param("kind", kind.name())
                .param("told", rule.told().name())
                .update();
        jdbc.sql("delete from alert_chosen where practice_id = :practice and kind = :kind")
                .param("practice", practice.value())
                .param("kind", kind.name())
                .update();
        rule.chosen().forEach(staff -> choose(practice, kind, staff));
    }

    private void choose(PracticeId practice, AlertKind kind, StaffId staff) {
        jdbc.sql("""
                insert into alert_chosen (practice_id, kind, staff_id) values (:practice, :kind, :staff)
                """)
                .param("practice", practice.value())
                .param("kind", kind.name())
                .param("staff", staff.value())
                .update();
    }

    private Set<StaffId> chosen(PracticeId practice, AlertKind kind) {
        return jdbc
                .sql("select staff_id from alert_chosen where practice_id = :practice and kind = :kind")
                .param("practice", practice.value())
                .param("kind", kind.name())
                .query(UUID.class)
                .list()
                .stream()
                .map(StaffId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
