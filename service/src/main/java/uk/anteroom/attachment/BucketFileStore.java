package uk.anteroom.attachment;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import uk.anteroom.kernel.JobName;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeJobs;

/**
 * Keeps files in a bucket, each under the ids of its practice and its own. The bucket knows no transactions: what was put there by one that was rolled back is
 * replaced by the next try, or removed with its row; and what is deleted goes by jobs that are stored in the commit, and come back until it is gone.
 */
final class BucketFileStore implements FileStore {

    /** A file that a hung store was given may arrive after it was given up and deleted. */
    private static final Duration LATE = Duration.ofHours(1);

    private final Bucket bucket;
    private final FileStore before;
    private final PracticeJobs jobs;
    private final Clock clock;

    /**
     * Keeps in that bucket from now on.
     *
     * @param before has the files from before there was a bucket
     */
    BucketFileStore(Bucket bucket, FileStore before, PracticeJobs jobs, Clock clock) {
        this.bucket = bucket;
        this.before = before;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public void put(PracticeId practice, AttachmentId id, byte[] sealed) {
        bucket.put(key(practice, id), sealed);
    }

    @Override
    public Optional<byte[]> get(PracticeId practice, AttachmentId id) {
        return before.get(practice, id).or(() -> bucket.get(key(practice, id)));
    }

    @Override
    public void delete(PracticeId practice, AttachmentId id) {
        before.delete(practice, id);
        JobName job = new JobName(practice, id.value());
        jobs.schedule(ErasureJob.TASK, job, clock.instant());
        jobs.schedule(ErasureJob.LATE, job, clock.instant().plus(LATE));
    }

    /** At once, which no rollback brings back. */
    void erase(PracticeId practice, AttachmentId id) {
        bucket.delete(key(practice, id));
    }

    private static String key(PracticeId practice, AttachmentId id) {
        return practice + "/" + id;
    }
}
