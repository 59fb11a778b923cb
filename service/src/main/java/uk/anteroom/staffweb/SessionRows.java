package uk.anteroom.staffweb;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Lets two requests of one session write the same thing at once, as two pages do that are asked for in a session that has just begun. Without it one of
 * them would fail on the key of its row, after the page was made and too late for the page that says so.
 */
@Configuration
class SessionRows {

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionRowsOnConflict() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
