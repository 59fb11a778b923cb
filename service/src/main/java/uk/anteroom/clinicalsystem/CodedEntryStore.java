package uk.anteroom.clinicalsystem;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.kernel.PracticeId;

@Repository
class CodedEntryStore {

    private final JdbcClient jdbc;

    CodedEntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the practice's clinical system answers, if it has one. */
    Optional<URI> clinicalSystem(PracticeId practice) {
        return jdbc.sql("select fhir_base_url from clinical_system where practice_id = :practice")
                .param("practice", practice.value())
                .query(String.class)
                .optional()
                .map(URI::create);
    }

    void request(PracticeId practice, ConsultationId consultation, SnomedCode code) {
        jdbc.sql("""
                insert into coded_entry (practice_id, consultation_id, code)
                values (:practice, :consultation, :code)
                on conflict (practice_id, consultation_id) do nothing
                """)
                .param("practice", practice.value())
                .param("consultation", consultation.value())
                .param("code", code.code())
                .update();
    }

    Optional<CodedEntry> find(PracticeId practice, ConsultationId consultation) {
        return jdbc.sql("""
                select state, tries, problem, reference, requested_at, saved_at
                from coded_entry
                where practice_id = :practice and consultation_id = :consultation
                """)
                .param("practice", practice.value())
                .param("consultation", consultation.value())
                .query((row, n) -> entry(row))
                .optional();
    }

    void saved(PracticeId practice, ConsultationId consultation, String reference) {
        jdbc.sql("""
                update coded_entry
                set state = 'SAVED', tries = tries + 1, problem = null, reference = :reference, saved_at = clock_timestamp()
                where practice_id = :practice and consultation_id = :consultation and state <> 'SAVED'
                """)
                .param("practice", practice.value())
                .param("consultation", consultation.value())
                .param("reference", reference)
                .update();
    }

    void notYet(PracticeId practice, ConsultationId consultation, CodingProblem problem) {
        jdbc.sql("""
                update coded_entry set tries = tries + 1, problem = :problem
                where practice_id = :practice and consultation_id = :consultation and state = 'PENDING'
                """)
                .param("practice", practice.value())
                .param("consultation", consultation.value())
                .param("problem", problem.name())
                .update();
    }

    void failed(PracticeId practice, ConsultationId consultation, CodingProblem problem) {
        jdbc.sql("""
                update coded_entry
                set state = 'FAILED', tries = tries + 1, problem = :problem, ended_at = clock_timestamp()
                where practice_id = :practice and consultation_id = :consultation and state = 'PENDING'
                """)
                .param("practice", practice.value())
                .param("consultation", consultation.value())
                .param("problem", problem.name())
                .update();
    }

    /** True if this call noted it. */
    boolean byHand(PracticeId practice, ConsultationId consultation) {
        return jdbc.sql("""
                        update coded_entry set state = 'BY_HAND', ended_at = clock_timestamp()
                        where practice_id = :practice and consultation_id = :consultation and state = 'FAILED'
                        """)
                        .param("practice", practice.value())
                        .param("consultation", consultation.value())
                        .update()
                == 1;
    }

    private static CodedEntry entry(ResultSet row) throws SQLException {
        String problem = row.getString("problem");
        OffsetDateTime saved = row.getObject("saved_at", OffsetDateTime.class);
        return new CodedEntry(
                SnomedCode.CONSULTATION_VIA_VIDEO_CONFERENCE,
                CodedEntry.State.valueOf(row.getString("state")),
                row.getInt("tries"),
                problem == null ? null : CodingProblem.valueOf(problem),
                row.getString("reference"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                saved == null ? null : saved.toInstant());
    }
}
