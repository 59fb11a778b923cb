package uk.anteroom.kernel;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in one transaction on behalf of one practice. The database shows and takes rows of that practice only
 * (row-level security reads {@code app.practice}, which is set for the transaction and forgotten with it).
 *
 * <p>Work inside work joins the outer transaction if it is for the same practice, and is refused if it is for another.
 */
@Component("transactionManager")
public class PracticeTransactions extends JdbcTransactionManager {

    private static final ScopedValue<PracticeId> PRACTICE = ScopedValue.newInstance();

    private final transient TransactionTemplate template;

    public PracticeTransactions(DataSource dataSource) {
        super(dataSource);
        this.template = new TransactionTemplate(this);
    }

    /** Runs the work and answers what it answers; rolls everything back if it throws. */
    public <T extends @Nullable Object> T in(PracticeId practice, Supplier<T> work) {
        if (PRACTICE.isBound() && TransactionSynchronizationManager.isActualTransactionActive()) {
            if (!PRACTICE.get().equals(practice)) {
                throw new IllegalStateException("A transaction of one practice cannot touch another practice");
            }
            return work.get();
        }
        return ScopedValue.where(PRACTICE, practice).call(() -> template.execute(status -> work.get()));
    }

    /** As {@link #in(PracticeId, Supplier)}, for work that answers nothing. */
    public void in(PracticeId practice, Runnable work) {
        in(practice, () -> {
            work.run();
            return null;
        });
    }

    /** Runs what must not happen unless the current transaction is committed, such as ringing a socket. */
    public void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        if (PRACTICE.isBound()) {
            showRowsOf(PRACTICE.get());
        }
    }

    private void showRowsOf(PracticeId practice) {
        ConnectionHolder holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder == null) {
            throw new IllegalStateException("The transaction has no connection");
        }
        try (PreparedStatement set =
                holder.getConnection().prepareStatement("select set_config('app.practice', ?, true)")) {
            set.setString(1, practice.toString());
            set.execute();
        } catch (SQLException e) {
            throw translateException("set practice", e);
        }
    }
}
