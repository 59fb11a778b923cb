package uk.anteroom.attachment;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.kernel.PracticeJobs;
import uk.anteroom.kernel.PracticeTransactions;

/** The place for files that is set up: a bucket, or else the database. */
@Configuration
class FileStoreConfiguration {

    @Bean
    FileStore fileStore(
            FileStoreSettings settings,
            JdbcClient jdbc,
            PracticeTransactions transactions,
            PracticeJobs jobs,
            Clock clock) {
        DatabaseFileStore database = new DatabaseFileStore(jdbc, transactions);
        if (settings.bucket() == null) {
            return database;
        }
        Bucket bucket = new Bucket(settings);
        bucket.tryOut();
        return new BucketFileStore(bucket, database, jobs, clock);
    }
}
