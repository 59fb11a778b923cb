package uk.anteroom.duty;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

@Repository
class DutyStore {

    private final JdbcClient jdbc;

    DutyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<StaffId> staff(PracticeId practice) {
        return jdbc
                .sql("select staff_id from duty where practice_id = :practice")
                .param("practice", practice.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(StaffId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    Duration after(PracticeId practice) {
        return jdbc.sql("select minutes from duty_delay where practice_id = :practice")
                .param("practice", practice.value())
                .query(Integer.class)
                .optional()
                .map(Duration::ofMinutes)
                .orElse(Duty.DEFAULT);
    }

    void clear(PracticeId practice) {
        jdbc.sql("delete from duty where practice_id = :practice")
                .param("practice", practice.value())
                .update();
    }

    void add(PracticeId practice, StaffId staff) {
        jdbc.sql("insert into duty (practice_id, staff_id) values (:practice, :staff) on conflict do nothing")
                .param("practice", practice.value())
                .param("staff", staff.value())
                .update();
    }

    void after(PracticeId practice, Duration after) {
        jdbc.sql("""
                insert into duty_delay (practice_id, minutes) values (:practice, :minutes)
                on conflict (practice_id) do update set minutes = excluded.minutes
                """)
                .param("practice", practice.value())
                .param("minutes", after.toMinutes())
                .update();
    }
}
