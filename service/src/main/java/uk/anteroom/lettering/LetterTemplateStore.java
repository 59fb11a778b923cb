package uk.anteroom.lettering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.StaffId;

@Repository
class LetterTemplateStore {

    private static final String SELECT =
            "select kind, channel, language, subject, words, version from letter_template ";
    private static final String KEY =
            "where practice_id = :practice and kind = :kind and channel = :channel and language = :language";

    private final JdbcClient jdbc;

    LetterTemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LetterTemplate> all(PracticeId practice) {
        return jdbc.sql(SELECT + "where practice_id = :practice order by kind, channel, language")
                .param("practice", practice.value())
                .query((row, n) -> template(row))
                .list();
    }

    Optional<LetterTemplate> find(PracticeId practice, LetterTemplate.Key key) {
        return keyed(jdbc.sql(SELECT + KEY), practice, key)
                .query((row, n) -> template(row))
                .optional();
    }

    /** True if the version that was known is still the one that is there; 0 stands for none. */
    boolean save(PracticeId practice, LetterTemplate template, StaffId by) {
        LetterWords subject = template.subject();
        JdbcClient.StatementSpec statement =
                jdbc.sql(template.version() == 0 ? """
                          insert into letter_template (practice_id, kind, channel, language, subject, words, changed_by)
                          values (:practice, :kind, :channel, :language, :subject, :words, :by)
                          on conflict do nothing
                          """ : """
                          update letter_template
                          set subject = :subject, words = :words, changed_by = :by, changed_at = clock_timestamp(), version = version + 1
                          """ + KEY + " and version = " + template.version());
        return keyed(statement, practice, template.key())
                        .param("subject", subject == null ? null : subject.value())
                        .param("words", template.words().value())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    boolean delete(PracticeId practice, LetterTemplate.Key key, int version) {
        return keyed(jdbc.sql("delete from letter_template " + KEY + " and version = :version"), practice, key)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec keyed(
            JdbcClient.StatementSpec statement, PracticeId practice, LetterTemplate.Key key) {
        return statement
                .param("practice", practice.value())
                .param("kind", key.kind().name())
                .param("channel", key.channel().name())
                .param("language", key.language().toLanguageTag());
    }

    private static LetterTemplate template(ResultSet row) throws SQLException {
        String subject = row.getString("subject");
        return new LetterTemplate(
                new LetterTemplate.Key(
                        LetterKind.valueOf(row.getString("kind")),
                        Channel.valueOf(row.getString("channel")),
                        Locale.forLanguageTag(row.getString("language"))),
                subject == null ? null : new LetterWords(subject),
                new LetterWords(row.getString("words")),
                row.getInt("version"));
    }
}
