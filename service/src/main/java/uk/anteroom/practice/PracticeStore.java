package uk.anteroom.practice;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;

@Repository
class PracticeStore {

    private final JdbcClient jdbc;

    PracticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Works before the practice is known, and answers nothing but its id. */
    Optional<PracticeId> findByCode(String publicCode) {
        return jdbc.sql("select find_practice(:code)")
                .param("code", publicCode)
                .query(UUID.class)
                .optional()
                .map(PracticeId::new);
    }

    Optional<Practice> find(PracticeId id) {
        return jdbc.sql("""
                select name, ods_code, public_code, telephone, link_hours, always_relay, code_telephone
                from practice
                where practice_id = :practice
                """)
                .param("practice", id.value())
                .query((row, n) -> new Practice(
                        id,
                        row.getString("name"),
                        row.getString("ods_code"),
                        row.getString("public_code"),
                        row.getString("telephone"),
                        Duration.ofHours(row.getInt("link_hours")),
                        row.getBoolean("always_relay"),
                        row.getBoolean("code_telephone")))
                .optional();
    }

    /** The setting as it stays until the caller's transaction ends. */
    boolean holdAlwaysRelay(PracticeId id) {
        return jdbc.sql("select always_relay from practice where practice_id = :practice for share")
                .param("practice", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Answers false if it was so already. */
    boolean codesTelephone(PracticeId id, boolean on) {
        return jdbc.sql(
                                "update practice set code_telephone = :on where practice_id = :practice and code_telephone <> :on")
                        .param("on", on)
                        .param("practice", id.value())
                        .update()
                > 0;
    }

    /** Answers false if it was so already. */
    boolean alwaysRelay(PracticeId id, boolean on) {
        return jdbc.sql("update practice set always_relay = :on where practice_id = :practice and always_relay <> :on")
                        .param("on", on)
                        .param("practice", id.value())
                        .update()
                > 0;
    }

    /** Answers false if it was so already. */
    boolean telephone(PracticeId id, String telephone) {
        return changed("telephone", id, telephone);
    }

    /** Answers false if it was so already. */
    boolean linkHours(PracticeId id, long hours) {
        return changed("link_hours", id, hours);
    }

    /** Answers false if it was so already. Throws if another practice has that code, or ever had. */
    boolean publicCode(PracticeId id, String code) {
        return changed("public_code", id, code);
    }

    private boolean changed(String column, PracticeId id, Object value) {
        return jdbc.sql("update practice set " + column + " = :value where practice_id = :practice and " + column
                                + " <> :value")
                        .param("value", value)
                        .param("practice", id.value())
                        .update()
                > 0;
    }
}
