package uk.anteroom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.kernel.PracticeId;

/** What a query reads of a database of its own, as the service asks it: with row-level security on, in shared buffers. */
public final class QueryCosts implements AutoCloseable {

    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    private final String database = "costs_" + UUID.randomUUID().toString().replace("-", "");
    private final String url = TestDatabase.get().newDatabase(database);
    private final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuserOf(database));
    private final List<String> plans = new ArrayList<>();
    private @Nullable SingleConnectionDataSource connection;

    public QueryCosts() {
        Flyway.configure()
                .dataSource(url, "anteroom_owner", TestDatabase.get().password())
                .load()
                .migrate();
    }

    public JdbcClient superuser() {
        return superuser;
    }

    public PracticeId newPractice() {
        return TestDatabase.get().newPractice(TestDatabase.get().superuserOf(database));
    }

    /** With a key of zeros, for stores that seal. */
    public static FieldCipher cipher() {
        try (AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext()) {
            beans.registerBean(
                    KernelSettings.class,
                    () -> new KernelSettings(
                            URI.create("http://localhost"),
                            Base64.getEncoder().encodeToString(new byte[32]),
                            false,
                            1));
            beans.register(FieldCipher.class);
            beans.refresh();
            return beans.getBean(FieldCipher.class);
        }
    }

    /** For the stores whose queries are to be read, once the database is filled. */
    public JdbcClient explained() {
        superuser.sql("vacuum analyze").update();
        for (String setting : List.of(
                "session_preload_libraries = 'auto_explain'",
                "auto_explain.log_min_duration = 0",
                "auto_explain.log_analyze = on",
                "auto_explain.log_buffers = on",
                "auto_explain.log_timing = off",
                "auto_explain.log_level = 'notice'")) {
            superuser
                    .sql("alter role anteroom_app in database " + database + " set " + setting)
                    .update();
        }
        connection = new SingleConnectionDataSource(
                url, "anteroom_app", TestDatabase.get().password(), true);
        return JdbcClient.create(new Explained(connection));
    }

    /** What was asked for, if it was one query that reads at most so many buffers, and no table as a whole. */
    public <T> T read(PracticeId practice, String what, Supplier<T> ask, int most) {
        T answer = new TransactionTemplate(new DataSourceTransactionManager(connection)).execute(status -> {
            JdbcClient.create(connection)
                    .sql("select set_config('app.practice', :practice, true)")
                    .param("practice", practice.toString())
                    .query(String.class)
                    .single();
            // the first time reads what describes the tables
            T unused = ask.get();
            plans.clear();
            return ask.get();
        });
        assertThat(plans).as(what).hasSize(1);
        String plan = plans.getFirst();
        Matcher buffers = BUFFERS.matcher(plan);
        assertThat(buffers.find()).as(plan).isTrue();
        int touched = Integer.parseInt(buffers.group(1))
                + (buffers.group(2) == null ? 0 : Integer.parseInt(buffers.group(2)));
        System.out.printf("%-34s %5d buffers (at most %d)%n", what, touched, most);
        assertThat(plan).as(what).doesNotContain("Seq Scan on patient", "Seq Scan on request_word");
        assertThat(touched).as(what + "\n" + plan).isLessThanOrEqualTo(most);
        return answer;
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.destroy();
        }
    }

    /** Keeps the plan that the database tells beside each answer. */
    private final class Explained extends JdbcTemplate {

        Explained(SingleConnectionDataSource source) {
            super(source);
        }

        @Override
        protected void handleWarnings(Statement statement) throws SQLException {
            for (@Nullable SQLWarning warning = statement.getWarnings();
                    warning != null;
                    warning = warning.getNextWarning()) {
                plans.add(String.valueOf(warning.getMessage()));
            }
        }
    }
}
