package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.call.Calls;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

class TelephoneTest extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Story story;

    @Autowired
    Calls calls;

    @Test
    void goingOnByPhoneAndBackIsAuditedEachOnce() {
        Surgery surgery = cast.surgery();
        Consultation live = story.look(surgery.practice(), story.live(surgery));
        for (boolean on : new boolean[] {true, true, false, false}) {
            calls.phone(surgery.practice(), live.call(), on, live.clinicianSeat());
        }
        List<String> audited = JdbcClient.create(TestDatabase.get().superuser())
                .sql("""
                        select action from audit_entry
                        where subject_id = :id and actor_id = :clinician and action like 'consultation.continued%'
                        order by entry_id
                        """)
                .param("id", live.id().value())
                .param("clinician", surgery.clinician().id().value())
                .query(String.class)
                .list();
        assertThat(audited).containsExactly("consultation.continued_by_phone", "consultation.continued_by_video");
    }
}
