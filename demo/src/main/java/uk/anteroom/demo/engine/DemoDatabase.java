package uk.anteroom.demo.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the telephones and the record are kept: apart from the service, as they are in the world. */
public final class DemoDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 20;

    private final HikariDataSource pool;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;

    private DemoDatabase(HikariDataSource pool) {
        this.pool = pool;
        this.sql = JdbcClient.create(pool);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    static DemoDatabase open(String url, String user, String password) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("demo");
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        new ResourceDatabasePopulator(new ClassPathResource("db/demo.sql")).execute(pool);
        return new DemoDatabase(pool);
    }

    /** Runs SQL, within the current transaction if there is one. */
    public JdbcClient sql() {
        return sql;
    }

    /** Runs the work in one transaction and answers what it answers. */
    public <T extends @Nullable Object> T in(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    @Override
    public void close() {
        pool.close();
    }
}
