package uk.anteroom.staffweb;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Lets two requests of one session write the same thing at once, as two pages do that are asked for in a session that has just begun. Without it one of
 * them would fail on the key of its row, after the page was made and too late for the page that says so.
 */
@Configuration
class SessionRows {

    /**
     * A race: each request writes the whole row at its end, and so a request that began before somebody signed in and ends after it would put the session's
     * old name back. Whoever signed in would not be, and a name known to others from before would be signed in.
     */
    private static final String UPDATE = """
            update spring_session s
            set session_id = w.session_id, last_access_time = w.last_access_time, max_inactive_interval = w.max_inactive_interval,
                expiry_time = w.expiry_time, principal_name = w.principal_name
            from (values (?, ?::bigint, ?::int, ?::bigint, ?, ?::char(36)))
                w (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
            where s.primary_id = w.primary_id and (s.principal_name is null or w.principal_name is not null)
            """;

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionRowsOnConflict() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> signInsStay() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE);
    }
}
