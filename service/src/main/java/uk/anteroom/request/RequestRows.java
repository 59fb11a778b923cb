package uk.anteroom.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.patient.Carer;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;

/** Reads what several tables of requests have in common. */
final class RequestRows {

    private RequestRows() {}

    static RequestId id(ResultSet row) throws SQLException {
        return new RequestId(row.getObject("request_id", UUID.class));
    }

    static @Nullable PatientId patient(ResultSet row) throws SQLException {
        UUID id = row.getObject("patient_id", UUID.class);
        return id == null ? null : new PatientId(id);
    }

    static @Nullable StaffId staff(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new StaffId(id);
    }

    static Assignee assignee(ResultSet row) throws SQLException {
        StaffId staff = staff(row, "assigned_staff");
        UUID group = row.getObject("assigned_group", UUID.class);
        if (staff != null) {
            return new Assignee.Member(staff);
        }
        return group == null ? new Assignee.Nobody() : new Assignee.Group(new GroupId(group));
    }

    static @Nullable UUID staff(Assignee assignee) {
        return assignee instanceof Assignee.Member(StaffId id) ? id.value() : null;
    }

    static @Nullable UUID group(Assignee assignee) {
        return assignee instanceof Assignee.Group(GroupId id) ? id.value() : null;
    }

    static @Nullable Closing closing(ResultSet row, FieldCipher cipher) throws SQLException {
        StaffId by = staff(row, "completed_by");
        if (by == null) {
            return null;
        }
        String reason = row.getString("reason");
        byte[] words = row.getBytes("words_sealed");
        return new Closing(
                Closing.Outcome.valueOf(row.getString("outcome")),
                by,
                instant(row, "completed_at"),
                reason == null ? null : Closing.Reason.valueOf(reason),
                words == null ? null : cipher.open(words, wordsPlace(id(row))));
    }

    static @Nullable Carer carer(ResultSet row, FieldCipher cipher) throws SQLException {
        UUID id = row.getObject("carer_id", UUID.class);
        return id == null
                ? null
                : new Carer(
                        new PatientId(id), cipher.open(row.getBytes("carer_relationship_sealed"), carerPlace(id(row))));
    }

    static String carerPlace(RequestId id) {
        return "patient_request.carer_relationship:" + id;
    }

    static String wordsPlace(RequestId id) {
        return "request_completion.words:" + id;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
