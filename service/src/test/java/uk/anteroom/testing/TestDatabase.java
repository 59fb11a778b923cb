package uk.anteroom.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import uk.anteroom.kernel.PracticeId;

/**
 * One real PostgreSQL for the whole test run, with the shipped roles and migrations. Tests keep apart by making
 * practices of their own, never by cleaning up.
 */
public final class TestDatabase {

    private static final String PASSWORD = "test-password-not-a-secret";
    private static final AtomicInteger CODES = new AtomicInteger();
    private static final TestDatabase ONLY = new TestDatabase();

    private final EmbeddedPostgres engine;
    private final String url;
    private final DataSource superuser;
    private final DataSource application;

    private TestDatabase() {
        try {
            engine = EmbeddedPostgres.builder()
                    .setDataDirectory(Files.createTempDirectory("anteroom-test-postgres"))
                    .setServerConfig("max_connections", "200")
                    .start();
            superuser = engine.getPostgresDatabase();
            url = engine.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var connection = superuser.getConnection()) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/roles.sql"));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        JdbcClient sql = JdbcClient.create(superuser);
        sql.sql("alter role anteroom_owner password '" + PASSWORD + "'").update();
        sql.sql("alter role anteroom_app password '" + PASSWORD + "'").update();
        sql.sql("grant create, usage on schema public to anteroom_owner with grant option")
                .update();
        sql.sql("alter schema public owner to anteroom_owner").update();
        Flyway.configure().dataSource(url(), "anteroom_owner", PASSWORD).load().migrate();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url());
        pool.setUsername("anteroom_app");
        pool.setPassword(PASSWORD);
        pool.setMaximumPoolSize(60);
        application = pool;
    }

    /** The engine of this run, started at first use and stopped with the JVM. */
    public static TestDatabase get() {
        return ONLY;
    }

    /** The JDBC address without user and password. */
    public String url() {
        return url.replaceAll("\\?.*", "");
    }

    /** The password of {@code anteroom_owner} and {@code anteroom_app} in this run. */
    public String password() {
        return PASSWORD;
    }

    /** Connections as the application's role, which owns nothing. */
    public DataSource application() {
        return application;
    }

    /** Connections that see everything, to look behind the application's back. */
    public DataSource superuser() {
        return superuser;
    }

    /** A database beside the usual one, empty, with our roles; answers its JDBC address. */
    public String newDatabase(String name) {
        JdbcClient.create(superuser)
                .sql("create database " + name + " owner anteroom_owner")
                .update();
        JdbcClient.create(superuserOf(name))
                .sql("alter schema public owner to anteroom_owner")
                .update();
        return url().replaceFirst("/postgres$", "/" + name);
    }

    /** As {@link #superuser()}, for a database of {@link #newDatabase}. */
    public DataSource superuserOf(String name) {
        return engine.getDatabase("postgres", name);
    }

    /** Makes a practice that no other test knows. */
    public PracticeId newPractice() {
        return newPractice(superuser);
    }

    /** Makes a practice in another database. */
    public PracticeId newPractice(DataSource where) {
        UUID id = UUID.randomUUID();
        String code = nextCode();
        JdbcClient.create(where)
                .sql("""
                        insert into practice (practice_id, name, ods_code, public_code, telephone)
                        values (:id, 'Test Surgery', :ods, :code, '01632 960123')
                        """)
                .param("id", id)
                .param("ods", "T" + id.toString().substring(0, 12))
                .param("code", code)
                .update();
        return new PracticeId(id);
    }

    /** No two practices of a run share one: codes that are drawn would collide once in a dozen runs. */
    private static String nextCode() {
        int number = CODES.getAndIncrement();
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            code.insert(0, (char) ('a' + number % 26));
            number /= 26;
        }
        return code.toString();
    }
}
