package uk.anteroom.conversation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.anteroom.attachment.Attachment;
import uk.anteroom.attachment.AttachmentChanged;
import uk.anteroom.attachment.AttachmentState;
import uk.anteroom.attachment.Attachments;
import uk.anteroom.clinicalsystem.RecordEntries;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.Staff;
import uk.anteroom.practice.StaffMember;

/** Files the files of messages that are to stand in the record: each as a document of its own, once it was scanned and never before. */
@Component
class FilesForRecord {

    private final MessageStore store;
    private final Attachments attachments;
    private final RecordEntries entries;
    private final Staff staff;

    FilesForRecord(MessageStore store, Attachments attachments, RecordEntries entries, Staff staff) {
        this.store = store;
        this.attachments = attachments;
        this.entries = entries;
        this.staff = staff;
    }

    /** In the commit of the scanner's verdict. */
    @EventListener
    void on(AttachmentChanged changed) {
        file(changed.practice(), changed.patient());
    }

    /** Those that can go now; each is filed once, however often this is asked. */
    void file(PracticeId practice, PatientId patient) {
        Map<UUID, Message> forRecord = store.ofPatient(practice, patient).stream()
                .filter(message -> message.kind() == MessageKind.REPLY_NOT_REQUIRED_SAVE)
                .collect(Collectors.toMap(message -> message.id().value(), message -> message));
        attachments.ofMessages(practice, forRecord.keySet()).forEach((message, files) -> {
            StaffMember author = staff.evenIfLeft(
                    practice,
                    Objects.requireNonNull(
                            Objects.requireNonNull(forRecord.get(message)).author()));
            file(author, patient, files);
        });
    }

    private void file(StaffMember author, PatientId patient, List<Attachment> files) {
        files.stream()
                .filter(file -> file.state() == AttachmentState.CLEAN)
                .forEach(file -> entries.file(
                        author, patient, FileDocuments.KIND, file.id().value()));
    }
}
