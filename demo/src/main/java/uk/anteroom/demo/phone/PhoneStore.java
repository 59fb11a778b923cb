package uk.anteroom.demo.phone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.anteroom.demo.engine.DemoDatabase;
import uk.anteroom.kernel.Channel;

/** What patients were sent. */
public final class PhoneStore {

    private static final String SELECT = """
            select * from (
                select reference, channel, sent_to, sender, subject, body, html, arrived_at,
                       row_number() over (partition by channel, sent_to order by arrived_at, reference desc) as number,
                       count(*) over (partition by channel, sent_to) as all_there,
                       row_number() over (order by arrived_at desc, reference) as place
                from phone_message
            ) message
            """;

    private final DemoDatabase database;

    public PhoneStore(DemoDatabase database) {
        this.database = database;
    }

    /** Keeps a message; one that came before under the same reference stays as it was. True if it is new. */
    boolean keep(PhoneMessage message) {
        return database.sql()
                        .sql("""
                        insert into phone_message (reference, channel, sent_to, sender, subject, body, html)
                        values (:reference, :channel, :to, :sender, :subject, :body, :html)
                        on conflict (reference) do nothing
                        """)
                        .param("reference", message.reference())
                        .param("channel", message.channel().name())
                        .param("to", message.to())
                        .param("sender", message.sender())
                        .param("subject", message.subject())
                        .param("body", message.body())
                        .param("html", message.html())
                        .update()
                == 1;
    }

    /** The newest of all, and of everybody. */
    List<PhoneMessage> newest(int many) {
        return database.sql()
                .sql(SELECT + "where place <= :many or number = all_there order by place")
                .param("many", many)
                .query((row, n) -> message(row))
                .list();
    }

    Optional<PhoneMessage> find(UUID reference) {
        return database.sql()
                .sql(SELECT + "where reference = :reference")
                .param("reference", reference)
                .query((row, n) -> message(row))
                .optional();
    }

    private static PhoneMessage message(ResultSet row) throws SQLException {
        return new PhoneMessage(
                row.getObject("reference", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("sent_to"),
                row.getString("sender"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("html"),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                row.getInt("number"));
    }
}
