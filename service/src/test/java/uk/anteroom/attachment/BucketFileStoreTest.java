package uk.anteroom.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.anteroom.testing.Eventually.eventually;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import uk.anteroom.clinicalsystem.Entry;
import uk.anteroom.clinicalsystem.EntryProblem;
import uk.anteroom.clinicalsystem.RecordEntries;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.RealClamd;
import uk.anteroom.testing.RealS3;
import uk.anteroom.testing.TestDatabase;

/** Files in a bucket, on a database of its own: the jobs of another service on the same one would look for them elsewhere. */
@ContextConfiguration(initializers = BucketFileStoreTest.WithBucket.class)
@DirtiesContext
class BucketFileStoreTest extends FileStoreContract {

    private static final RealS3 S3 = new RealS3();
    private static final String DATABASE =
            "bucket_" + UUID.randomUUID().toString().replace("-", "");

    static class WithBucket implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            String url = TestDatabase.get().newDatabase(DATABASE);
            S3.start();
            TestPropertyValues.of(
                            "test.database=" + DATABASE,
                            "spring.datasource.url=" + url,
                            "spring.flyway.url=" + url,
                            "anteroom.attachment.store.endpoint=" + S3.endpoint(),
                            "anteroom.attachment.store.bucket=" + RealS3.BUCKET,
                            "anteroom.attachment.store.access-key=" + RealS3.ACCESS_KEY,
                            "anteroom.attachment.store.secret=" + RealS3.SECRET)
                    .applyTo(context);
        }
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RecordEntries entries;

    @BeforeEach
    void start() {
        S3.start();
    }

    @Test
    void fileGoesItsWholeWayInTheBucketAndNobodyThereCanReadIt() throws IOException {
        Attachment one = sent("Rosa Whitfield.pdf", Specimens.pdf("words of a letter"));
        assertThat(inBucket(one.id())).hasSize(1);
        String kept = Files.readString(inBucket(one.id()).getFirst(), StandardCharsets.ISO_8859_1);
        assertThat(kept).doesNotContain("PDF").doesNotContain("words");
        assertThat(inBucket(one.id()).getFirst().toString()).doesNotContain("Whitfield");
        assertThat(bytesLeft(one.id())).as("in the database").isZero();
        assertThat(Specimens.text(readOnceScanned(one).bytes())).contains("words of a letter");

        attachments.discard(practice, one.id(), FileOwner.conversation(rosa, null));
        eventually("gone", () -> inBucket(one.id()).isEmpty());
        assertThat(attachments.find(practice, one.id(), FileOwner.conversation(rosa, null)))
                .isEmpty();
    }

    @Test
    void infectedFileLeavesTheBucket() {
        CLAMD.stop();
        Attachment one = sent("invoice.pdf", Specimens.pdf(RealClamd.MARKER));
        attachments.attach(practice, FileOwner.conversation(rosa, null), message(), List.of(one.id()));
        CLAMD.start();
        hurry("attachment-scan", one.id());
        eventually("found", () -> look(one).state() == AttachmentState.INFECTED);
        assertThat(attachments.read(practice, one.id())).isEmpty();
        eventually("gone", () -> inBucket(one.id()).isEmpty());
    }

    @Test
    void withTheStoreAwayAnUploadEndsWithTryAgainAndLosesNothing() {
        byte[] pdf = Specimens.pdf("a letter");
        Attachment one = begun("letter.pdf", pdf.length);
        append(one.id(), 0, Arrays.copyOf(pdf, 100));
        S3.stop();

        assertThatThrownBy(() -> append(one.id(), 100, Arrays.copyOfRange(pdf, 100, pdf.length)))
                .isInstanceOf(StoreAway.class);
        assertThat(look(one).state()).isEqualTo(AttachmentState.RECEIVING);
        assertThat(look(one).received()).isEqualTo(pdf.length);
        assertThatThrownBy(() -> append(one.id(), pdf.length, new byte[0])).isInstanceOf(StoreAway.class);

        S3.start();
        assertThat(append(one.id(), pdf.length, new byte[0])).isInstanceOf(Receiving.Complete.class);
        assertThat(Specimens.text(readOnceScanned(one).bytes())).contains("a letter");
    }

    @Test
    void withTheStoreAwayAFileIsNotReadAndThePageSaysTryAgain() {
        Attachment one = sent("letter.pdf", Specimens.pdf("a letter"));
        attachments.attach(practice, FileOwner.conversation(rosa, null), message(), List.of(one.id()));
        readOnceScanned(one);
        Browser desk = browser();
        desk.signIn(surgery.clinician());
        String link = desk.open("/patients/" + rosa + "?message")
                .html()
                .select("#conversation .a-file a")
                .attr("href");
        S3.stop();

        Browser.Page fault = desk.open(link);
        assertThat(fault.status()).isEqualTo(503);
        assertThat(fault.text()).contains("Something went wrong on our side");
        assertThat(look(one).state()).isEqualTo(AttachmentState.CLEAN);

        S3.start();
        assertThat(desk.open(link).status()).isEqualTo(200);
    }

    @Test
    void withTheStoreAwayAFileIsScannedLaterAndNotFoundFineMeanwhile() {
        CLAMD.stop();
        Attachment one = sent("letter.pdf", Specimens.pdf("a letter"));
        S3.stop();
        CLAMD.start();
        int before = scans(one);
        eventually("tried in vain", () -> {
            hurry("attachment-scan", one.id());
            return scans(one) > before;
        });
        assertThat(look(one).state()).isEqualTo(AttachmentState.WAITING);
        assertThat(attachments.read(practice, one.id())).isEmpty();

        S3.start();
        eventually("scanned", () -> {
            hurry("attachment-scan", one.id());
            return look(one).state() == AttachmentState.CLEAN;
        });
    }

    @Test
    void entryWhoseFileHangsInTheStoreHoldsNoConnection() {
        Attachment one = sent("letter.pdf", Specimens.pdf("a letter"));
        attachments.attach(practice, FileOwner.conversation(rosa, null), message(), List.of(one.id()));
        readOnceScanned(one);
        S3.freeze();
        try {
            entries.file(surgery.clinician(), rosa, "attachment", one.id().value());
            eventually("a job that waits", () -> secondsInHand(one) >= 2);
            assertThat(transactionsThatStandStill()).isZero();
            assertThat(entry(one).state()).isEqualTo(Entry.State.PENDING);
            assertThat(entry(one).tries()).isZero();
        } finally {
            S3.thaw();
        }
        eventually("an end", () -> entry(one).problem() == EntryProblem.NOT_SET_UP);
    }

    @Test
    void whatIsDeletedWhileTheStoreIsAwayGoesOnceItIsBack() {
        Attachment one = sent("letter.pdf", Specimens.pdf("a letter"));
        S3.stop();
        attachments.discard(practice, one.id(), FileOwner.conversation(rosa, null));
        assertThat(attachments.find(practice, one.id(), FileOwner.conversation(rosa, null)))
                .isEmpty();
        assertThat(inBucket(one.id())).hasSize(1);

        S3.start();
        eventually("gone", () -> {
            hurry("attachment-erasure", one.id());
            return inBucket(one.id()).isEmpty();
        });
    }

    @Test
    void fileThatArrivesAfterItWasDeletedGoesToo() {
        Attachment one = sent("letter.pdf", Specimens.pdf("a letter"));
        attachments.discard(practice, one.id(), FileOwner.conversation(rosa, null));
        eventually("gone", () -> inBucket(one.id()).isEmpty());

        store.put(practice, one.id(), new byte[] {1});
        hurry("attachment-erasure-late", one.id());
        eventually("gone again", () -> inBucket(one.id()).isEmpty());
    }

    @Test
    void whatARollbackLeavesInTheBucketIsReplacedOrGoesWithItsRow() {
        byte[] pdf = Specimens.pdf("a letter");
        Attachment again = begun("a.pdf", pdf.length);
        Attachment never = begun("b.pdf", 100);
        for (Attachment one : List.of(again, never)) {
            assertThatThrownBy(() -> transactions.in(practice, () -> {
                        store.put(practice, one.id(), new byte[] {1});
                        throw new IllegalStateException("the commit failed");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(inBucket(one.id())).hasSize(1);
        }

        append(again.id(), 0, pdf);
        assertThat(Specimens.text(readOnceScanned(again).bytes())).contains("a letter");
        attachments.discard(practice, never.id(), FileOwner.conversation(rosa, null));
        eventually("gone", () -> inBucket(never.id()).isEmpty());
    }

    @Test
    void filesFromBeforeThereWasABucketAreStillReadAndDeleted() {
        AttachmentId id = begun("a.pdf", 100).id();
        DatabaseFileStore before = new DatabaseFileStore(jdbc, transactions);
        transactions.in(practice, () -> before.put(practice, id, new byte[] {7}));

        assertThat(store.get(practice, id).orElseThrow()).containsExactly(7);
        attachments.discard(practice, id, FileOwner.conversation(rosa, null));
        assertThat(bytesLeft(id)).isZero();
    }

    private List<Path> inBucket(AttachmentId id) {
        return S3.keptBelow(practice + "/" + id);
    }

    private Entry entry(Attachment one) {
        return entries.find(practice, one.id().value()).orElseThrow();
    }

    /** How long its job has been running. */
    private int secondsInHand(Attachment one) {
        return superuser
                .sql("""
                        select coalesce(max(extract(epoch from clock_timestamp() - last_heartbeat)), 0) from scheduled_tasks
                        where task_name = 'record-entry' and task_instance = :instance and picked
                        """)
                .param("instance", practice + "/" + one.id())
                .query(Integer.class)
                .single();
    }

    private int transactionsThatStandStill() {
        return superuser
                .sql("""
                        select count(*) from pg_stat_activity
                        where datname = :database and state = 'idle in transaction'
                          and state_change < clock_timestamp() - interval '1 second'
                        """)
                .param("database", database)
                .query(Integer.class)
                .single();
    }

    private int scans(Attachment one) {
        return superuser
                .sql("select scans from attachment where attachment_id = :id")
                .param("id", one.id().value())
                .query(Integer.class)
                .single();
    }
}
