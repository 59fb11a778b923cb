package uk.anteroom.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.conversation.MessageKind;
import uk.anteroom.conversation.MessageText;
import uk.anteroom.conversation.Messages;
import uk.anteroom.conversation.Posting;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** The service with its scanner, and Rosa who sends files. */
abstract class ScannedService extends RunningService {

    @Autowired
    Cast cast;

    @Autowired
    Attachments attachments;

    @Autowired
    Messages messages;

    @Value("${test.database:postgres}")
    String database;

    JdbcClient superuser;

    Surgery surgery;
    PracticeId practice;
    PatientId rosa;

    @BeforeEach
    void open() {
        CLAMD.start();
        superuser = JdbcClient.create(TestDatabase.get().superuserOf(database));
        surgery = cast.surgery();
        practice = surgery.practice();
        rosa = surgery.rosa().id();
    }

    Attachment begun(String name, long size) {
        return begun(rosa, null, name, size);
    }

    Attachment begun(PatientId patient, @Nullable StaffId by, String name, long size) {
        return ((Beginning.Begun) attachments.begin(practice, FileOwner.conversation(patient, by), name, size))
                .attachment();
    }

    /** Rosa sends it in three pieces. */
    Attachment sent(String name, byte[] file) {
        return sent(rosa, null, name, file);
    }

    Attachment sent(PatientId patient, @Nullable StaffId by, String name, byte[] file) {
        AttachmentId id = begun(patient, by, name, file.length).id();
        int third = file.length / 3;
        append(id, patient, by, 0, Arrays.copyOf(file, third));
        append(id, patient, by, third, Arrays.copyOfRange(file, third, 2 * third));
        Receiving last = append(id, patient, by, 2 * third, Arrays.copyOfRange(file, 2 * third, file.length));
        assertThat(last).isInstanceOf(Receiving.Complete.class);
        return ((Receiving.Complete) last).attachment();
    }

    Receiving append(AttachmentId id, PatientId patient, @Nullable StaffId by, long offset, byte[] piece) {
        return attachments.append(practice, id, FileOwner.conversation(patient, by), offset, piece);
    }

    Receiving append(AttachmentId id, long offset, byte[] piece) {
        return append(id, rosa, null, offset, piece);
    }

    /** As it is now. */
    Attachment look(Attachment one) {
        return attachments.find(practice, one.id(), one.owner()).orElseThrow();
    }

    Content readOnceScanned(Attachment one) {
        eventually("a verdict", () -> look(one).state() != AttachmentState.WAITING);
        return attachments.read(practice, one.id()).orElseThrow();
    }

    UUID message() {
        Posting posting = messages.send(
                surgery.clinician(),
                rosa,
                MessageKind.REPLY_REQUIRED,
                new MessageText("How is the rash?"),
                List.of(),
                Objects.requireNonNull(surgery.rosa().email()),
                false,
                UUID.randomUUID());
        return ((Posting.Sent) posting).message().value();
    }

    /** How many things in the database have bytes of it. */
    int bytesLeft(AttachmentId id) {
        return superuser.sql("""
                        select (select count(*) from attachment_piece where attachment_id = :id)
                             + (select count(*) from attachment_file where attachment_id = :id)
                             + (select count(*) from attachment where attachment_id = :id and thumbnail_sealed is not null)
                        """).param("id", id.value()).query(Integer.class).single();
    }

    List<String> acts(AttachmentId id) {
        return superuser
                .sql("select action from audit_entry where subject_id = :id order by entry_id")
                .param("id", id.value())
                .query(String.class)
                .list();
    }

    /** Lets a job run now that was meant for later. */
    void hurry(String task, AttachmentId id) {
        superuser
                .sql("""
                        update scheduled_tasks set execution_time = now()
                        where task_name = :task and task_instance = :instance and not picked
                        """)
                .param("task", task)
                .param("instance", practice + "/" + id)
                .update();
    }
}
