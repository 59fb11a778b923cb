package uk.anteroom.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.Carer;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

@Repository
class RequestStore {

    private static final String SELECT = """
            select r.request_id, r.patient_id, r.carer_id, r.carer_relationship_sealed, r.kind, r.urgency, r.title, r.body, r.received_at, r.assigned_staff, r.assigned_group,
                   exists (select from request_sender s where s.practice_id = r.practice_id and s.request_id = r.request_id) as from_stranger,
                   c.completed_by, c.completed_at, c.outcome, c.reason, c.words_sealed
            from patient_request r
            left join request_completion c on c.practice_id = r.practice_id and c.request_id = r.request_id
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final SenderStore senders;

    RequestStore(JdbcClient jdbc, FieldCipher cipher, SenderStore senders) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.senders = senders;
    }

    /** False if it had come before. */
    boolean add(PracticeId practice, NewRequest request, Instant received) {
        PatientId patient = request.patient();
        Carer carer = request.carer();
        return jdbc.sql("""
                        insert into patient_request (practice_id, request_id, patient_id, carer_id, carer_relationship_sealed, kind, urgency, title,
                                                     body, received_at)
                        values (:practice, :id, :patient, :carer, :relationship, :kind, :urgency, :title, :body, :received)
                        on conflict (practice_id, request_id) do nothing
                        """)
                        .param("practice", practice.value())
                        .param("id", request.id().value())
                        .param("patient", patient == null ? null : patient.value())
                        .param("carer", carer == null ? null : carer.id().value(), Types.OTHER)
                        .param(
                                "relationship",
                                carer == null
                                        ? null
                                        : cipher.seal(carer.relationship(), RequestRows.carerPlace(request.id())),
                                Types.BINARY)
                        .param("kind", request.kind().name())
                        .param("urgency", request.urgency().name())
                        .param("title", request.title())
                        .param("body", request.body())
                        .param("received", RequestRows.at(received))
                        .update()
                == 1;
    }

    void addWords(PracticeId practice, RequestId id, SequencedSet<String> words) {
        jdbc.sql("""
                insert into request_word (practice_id, word, request_id)
                select :practice, w.word, :id from unnest(:words::text[]) w (word)
                on conflict do nothing
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("words", words.toArray(String[]::new))
                .update();
    }

    Optional<PatientRequest> find(PracticeId practice, RequestId id) {
        return jdbc.sql(SELECT + "where r.practice_id = :practice and r.request_id = :id and r.patient_id is not null")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> request(row))
                .optional();
    }

    Optional<LockedRequest> findLocked(PracticeId practice, RequestId id) {
        return jdbc.sql(SELECT + "where r.practice_id = :practice and r.request_id = :id and r.patient_id is null")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> locked(practice, row))
                .optional();
    }

    Optional<RequestStanding> standing(PracticeId practice, RequestId id) {
        return jdbc.sql(SELECT + "where r.practice_id = :practice and r.request_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((row, n) -> new RequestStanding(RequestRows.assignee(row), RequestRows.closing(row, cipher)))
                .optional();
    }

    /** One of that patient; nobody else's. */
    Optional<PatientRequest> find(PracticeId practice, PatientId patient, RequestId id) {
        return jdbc.sql(SELECT + "where r.practice_id = :practice and r.patient_id = :patient and r.request_id = :id")
                .param("practice", practice.value())
                .param("patient", patient.value())
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

    /** True if this call said so; false if somebody had, or it is closed. */
    boolean match(PracticeId practice, RequestId id, PatientId patient) {
        return jdbc.sql("""
                        update patient_request set patient_id = :patient
                        where practice_id = :practice and request_id = :id and patient_id is null and state = 'OPEN'
                        """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("patient", patient.value())
                        .update()
                == 1;
    }

    /** True if it was that one's and is now the other's. */
    boolean assign(PracticeId practice, RequestId id, Assignee from, Assignee to) {
        return jdbc.sql("""
                        update patient_request set assigned_staff = :toStaff, assigned_group = :toGroup
                        where practice_id = :practice and request_id = :id and state = 'OPEN'
                          and assigned_staff is not distinct from :fromStaff::uuid and assigned_group is not distinct from :fromGroup::uuid
                        """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("fromStaff", RequestRows.staff(from))
                        .param("fromGroup", RequestRows.group(from))
                        .param("toStaff", RequestRows.staff(to))
                        .param("toGroup", RequestRows.group(to))
                        .update()
                == 1;
    }

    /** Those of a group that is no more are nobody's. */
    List<RequestId> unassign(PracticeId practice, GroupId group) {
        return jdbc.sql("""
                update patient_request set assigned_group = null
                where practice_id = :practice and assigned_group = :group and state = 'OPEN'
                returning request_id
                """)
                .param("practice", practice.value())
                .param("group", group.value())
                .query((row, n) -> RequestRows.id(row))
                .list();
    }

    /** True if this call closed it. Of two at once the second waits for the first and sees that it is closed. */
    boolean close(
            PracticeId practice,
            RequestId id,
            StaffId by,
            Closing.Outcome outcome,
            Closing.@Nullable Reason reason,
            String words) {
        boolean first = jdbc.sql("""
                        update patient_request set state = :outcome, closed_at = clock_timestamp()
                        where practice_id = :practice and request_id = :id and state = 'OPEN'
                          and (patient_id is not null or :outcome = 'REJECTED')
                        """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("outcome", outcome.name())
                        .update()
                == 1;
        if (first) {
            jdbc.sql("""
                    insert into request_completion (practice_id, request_id, completed_by, completed_at, outcome, reason, words_sealed)
                    select practice_id, request_id, :by, closed_at, state, :reason, :words::bytea
                    from patient_request where practice_id = :practice and request_id = :id
                    """)
                    .param("practice", practice.value())
                    .param("id", id.value())
                    .param("by", by.value())
                    .param("reason", reason == null ? null : reason.name())
                    .param("words", words.isEmpty() ? null : cipher.seal(words, RequestRows.wordsPlace(id)))
                    .update();
        }
        return first;
    }

    /** True if this call opened it again. */
    boolean reopen(PracticeId practice, RequestId id, Instant since) {
        boolean opened = jdbc.sql("""
                        delete from request_completion
                        where practice_id = :practice and request_id = :id and completed_at >= :since
                        """)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .param("since", RequestRows.at(since))
                        .update()
                == 1;
        if (opened) {
            jdbc.sql("""
                    update patient_request set state = 'OPEN', closed_at = null
                    where practice_id = :practice and request_id = :id
                    """)
                    .param("practice", practice.value())
                    .param("id", id.value())
                    .update();
        }
        return opened;
    }

    private PatientRequest request(ResultSet row) throws SQLException {
        return new PatientRequest(
                RequestRows.id(row),
                new PatientId(row.getObject("patient_id", UUID.class)),
                RequestRows.carer(row, cipher),
                PatientRequest.Kind.valueOf(row.getString("kind")),
                PatientRequest.Urgency.valueOf(row.getString("urgency")),
                row.getString("title"),
                row.getString("body"),
                RequestRows.instant(row, "received_at"),
                RequestRows.assignee(row),
                row.getBoolean("from_stranger"),
                RequestRows.closing(row, cipher));
    }

    private LockedRequest locked(PracticeId practice, ResultSet row) throws SQLException {
        RequestId id = RequestRows.id(row);
        return new LockedRequest(
                id,
                senders.find(practice, id).orElseThrow(() -> new IllegalStateException("No sender of " + id)),
                PatientRequest.Kind.valueOf(row.getString("kind")),
                PatientRequest.Urgency.valueOf(row.getString("urgency")),
                row.getString("title"),
                row.getString("body"),
                RequestRows.instant(row, "received_at"),
                RequestRows.assignee(row),
                RequestRows.closing(row, cipher));
    }
}
