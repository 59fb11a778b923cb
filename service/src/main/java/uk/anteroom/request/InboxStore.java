package uk.anteroom.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

@Repository
class InboxStore {

    private static final String SELECT = """
            select r.request_id, r.patient_id, s.given_name || ' ' || s.family_name as sender_name, r.kind, r.urgency, r.title,
                   r.received_at, r.assigned_staff, r.assigned_group, r.state, r.closed_at
            from patient_request r
            left join request_sender s on s.practice_id = r.practice_id and s.request_id = r.request_id
            """;
    private static final String OPEN = "where r.practice_id = :practice and r.state = 'OPEN'";
    private static final String CLOSED = "where r.practice_id = :practice and r.state <> 'OPEN'";
    /** Sorts behind every letter that can follow a beginning, in UTF-8 as in collation C. */
    private static final String BEHIND_ALL = "\uffff";

    private final JdbcClient jdbc;

    InboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    InboxPage page(PracticeId practice, StaffId by, Box box, InboxFilter filter, @Nullable InboxPlace after) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("practice", practice.value());
        boolean closed = box instanceof Box.Closed;
        StringBuilder sql = new StringBuilder(SELECT).append(in(box, by, values));
        narrow(sql, filter, values);
        if (after != null) {
            sql.append(
                    closed
                            ? " and (r.closed_at, r.request_id) < (:at, :last)"
                            : " and (r.rank, r.received_at, r.request_id) > (:rank::smallint, :at, :last)");
            values.put("rank", after.rank());
            values.put("at", RequestRows.at(after.at()));
            values.put("last", after.id().value());
        }
        sql.append(
                closed
                        ? " order by r.closed_at desc, r.request_id desc"
                        : " order by r.rank, r.received_at, r.request_id");
        // one more than the page holds tells whether there is another
        List<InboxLine> found = jdbc.sql(sql.append(" limit :limit").toString())
                .params(values)
                .param("limit", InboxPage.SIZE + 1)
                .query((row, n) -> line(row))
                .list();
        if (found.size() <= InboxPage.SIZE) {
            return new InboxPage(found, null);
        }
        List<InboxLine> page = found.subList(0, InboxPage.SIZE);
        return new InboxPage(page, InboxPlace.of(page.getLast()));
    }

    /** How many are in a box, counted up to {@code most}: what is more is much more. */
    int count(PracticeId practice, StaffId by, Box box, int most) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("practice", practice.value());
        String some = "select 1 from patient_request r " + in(box, by, values);
        return jdbc.sql("select count(*) from (" + some + " limit :most) counted")
                .params(values)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private static String in(Box box, StaffId by, Map<String, Object> values) {
        return switch (box) {
            case Box.Unassigned unassigned -> OPEN + " and r.assigned_staff is null and r.assigned_group is null";
            case Box.Mine mine -> {
                values.put("staff", by.value());
                yield OPEN + " and r.assigned_staff = :staff";
            }
            case Box.OfGroup(GroupId group) -> {
                values.put("group", group.value());
                yield OPEN + " and r.assigned_group = :group";
            }
            case Box.AllOpen all -> OPEN;
            case Box.Closed closed -> CLOSED;
        };
    }

    private static void narrow(StringBuilder sql, InboxFilter filter, Map<String, Object> values) {
        if (filter.kind() != null) {
            sql.append(" and r.kind = :kind");
            values.put("kind", filter.kind().name());
        }
        if (filter.urgency() != null) {
            sql.append(" and r.rank = :urgency::smallint");
            values.put("urgency", filter.urgency().ordinal());
        }
        List<String> sought = SearchWords.sought(filter.typed());
        if (sought.isEmpty() && !filter.typed().isBlank()) {
            sql.append(" and false");
        }
        for (int n = 0; n < sought.size(); n++) {
            sql.append(" and r.request_id in (select w.request_id from request_word w where w.practice_id = :practice")
                    .append(" and w.word >= :word" + n + " and w.word < :end" + n + ")");
            values.put("word" + n, sought.get(n));
            values.put("end" + n, sought.get(n) + BEHIND_ALL);
        }
    }

    private static InboxLine line(ResultSet row) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new InboxLine(
                new RequestId(row.getObject("request_id", UUID.class)),
                RequestRows.patient(row),
                row.getString("sender_name"),
                PatientRequest.Kind.valueOf(row.getString("kind")),
                PatientRequest.Urgency.valueOf(row.getString("urgency")),
                row.getString("title"),
                RequestRows.instant(row, "received_at"),
                RequestRows.assignee(row),
                closed == null ? null : Closing.Outcome.valueOf(row.getString("state")),
                closed == null ? null : closed.toInstant());
    }
}
