package uk.anteroom.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

@Repository
class NewLinkStore {

    private static final int MOST_LINES = 50;

    private final JdbcClient jdbc;

    NewLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answered by itself. */
    void sent(Consultation consultation, InvitationId askedWith, InvitationId sentAs) {
        jdbc.sql("""
                insert into new_link (practice_id, new_link_id, invitation_id, consultation_id, patient_id, sent_as)
                values (:practice, :id, :invitation, :consultation, :patient, :sentAs)
                """)
                .param("practice", consultation.practice().value())
                .param("id", UUID.randomUUID())
                .param("invitation", askedWith.value())
                .param("consultation", consultation.id().value())
                .param("patient", consultation.patient().value())
                .param("sentAs", sentAs.value())
                .update();
    }

    /** How many were answered by themselves for a consultation. */
    int sent(PracticeId practice, ConsultationId consultation) {
        return jdbc.sql("""
                        select count(*) from new_link
                        where practice_id = :practice and consultation_id = :consultation and sent_as is not null
                        """)
                .param("practice", practice.value())
                .param("consultation", consultation.value())
                .query(Integer.class)
                .single();
    }

    /** A line for the staff; the line that stands already if somebody asked with this link before. */
    void line(Consultation consultation, InvitationId askedWith, NewLink.Why why) {
        jdbc.sql("""
                insert into new_link (practice_id, new_link_id, invitation_id, consultation_id, patient_id, why)
                values (:practice, :id, :invitation, :consultation, :patient, :why)
                on conflict (practice_id, invitation_id) where sent_as is null and settled_at is null do update
                set asked_at = clock_timestamp(), times = new_link.times + 1, why = excluded.why
                """)
                .param("practice", consultation.practice().value())
                .param("id", UUID.randomUUID())
                .param("invitation", askedWith.value())
                .param("consultation", consultation.id().value())
                .param("patient", consultation.patient().value())
                .param("why", why.name())
                .update();
    }

    /** The lines that stand, the newest first. */
    List<NewLink> lines(PracticeId practice) {
        return jdbc.sql("""
                        select new_link_id, invitation_id, consultation_id, patient_id, asked_at, times, why from new_link
                        where practice_id = :practice and sent_as is null and settled_at is null
                        order by asked_at desc limit :most
                        """)
                .param("practice", practice.value())
                .param("most", MOST_LINES)
                .query((row, n) -> newLink(row))
                .list();
    }

    /** True if this call took the line away. */
    boolean dismissed(PracticeId practice, NewLinkId id, StaffId by) {
        return settle(practice, "new_link_id = :key", id.value(), "DISMISSED", by) == 1;
    }

    /** Whoever is invited anew has a new link. */
    void invited(PracticeId practice, PatientId patient, StaffId by) {
        settle(practice, "patient_id = :key", patient.value(), "INVITED", by);
    }

    private int settle(PracticeId practice, String which, UUID key, String how, StaffId by) {
        return jdbc.sql("update new_link set settled_how = :how, settled_by = :by, settled_at = clock_timestamp()"
                        + " where practice_id = :practice and sent_as is null and settled_at is null and " + which)
                .param("how", how)
                .param("by", by.value())
                .param("practice", practice.value())
                .param("key", key)
                .update();
    }

    private static NewLink newLink(ResultSet row) throws SQLException {
        return new NewLink(
                new NewLinkId(row.getObject("new_link_id", UUID.class)),
                new InvitationId(row.getObject("invitation_id", UUID.class)),
                new ConsultationId(row.getObject("consultation_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getInt("times"),
                NewLink.Why.valueOf(row.getString("why")));
    }
}
