package uk.anteroom.messagetemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

@Repository
class MessageTemplateStore {

    private static final String SELECT =
            "select template_id, name, kind, body, version, changed_by, changed_at from message_template where practice_id = :practice";

    private final JdbcClient jdbc;

    MessageTemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends, nobody else saves or deletes one of this practice. */
    void hold(PracticeId practice) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:whose, 0))")
                .param("whose", "message_template/" + practice)
                .query((row, n) -> true)
                .single();
    }

    List<MessageTemplate> all(PracticeId practice) {
        return jdbc.sql(SELECT + " order by lower(name)")
                .param("practice", practice.value())
                .query(MessageTemplateStore::template)
                .list();
    }

    Optional<MessageTemplate> find(PracticeId practice, TemplateId id) {
        return jdbc.sql(SELECT + " and template_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query(MessageTemplateStore::template)
                .optional();
    }

    int count(PracticeId practice) {
        return jdbc.sql("select count(*) from message_template where practice_id = :practice")
                .param("practice", practice.value())
                .query(Integer.class)
                .single();
    }

    /** Whether another one has that name, however it is written. */
    boolean isNamed(PracticeId practice, TemplateName name, TemplateId butNot) {
        return jdbc.sql("""
                        select exists (select from message_template
                        where practice_id = :practice and lower(name) = lower(:name) and template_id <> :id)
                        """)
                .param("practice", practice.value())
                .param("name", name.value())
                .param("id", butNot.value())
                .query(Boolean.class)
                .single();
    }

    void add(PracticeId practice, TemplateId id, TemplateName name, MessageKind kind, TemplateText text, StaffId by) {
        jdbc.sql("""
                        insert into message_template (practice_id, template_id, name, kind, body, created_by, changed_by)
                        values (:practice, :id, :name, :kind, :body, :by, :by)
                        """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("name", name.value())
                .param("kind", kind.name())
                .param("body", text.value())
                .param("by", by.value())
                .update();
    }

    void change(
            PracticeId practice, TemplateId id, TemplateName name, MessageKind kind, TemplateText text, StaffId by) {
        jdbc.sql("""
                        update message_template
                        set name = :name, kind = :kind, body = :body, version = version + 1,
                            changed_by = :by, changed_at = clock_timestamp()
                        where practice_id = :practice and template_id = :id
                        """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("name", name.value())
                .param("kind", kind.name())
                .param("body", text.value())
                .param("by", by.value())
                .update();
    }

    void delete(PracticeId practice, TemplateId id) {
        jdbc.sql("delete from message_template where practice_id = :practice and template_id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    private static MessageTemplate template(ResultSet row, int n) throws SQLException {
        return new MessageTemplate(
                new TemplateId(row.getObject("template_id", UUID.class)),
                new TemplateName(row.getString("name")),
                MessageKind.valueOf(row.getString("kind")),
                new TemplateText(row.getString("body")),
                row.getInt("version"),
                new StaffId(row.getObject("changed_by", UUID.class)),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
