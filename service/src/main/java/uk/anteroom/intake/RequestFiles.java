package uk.anteroom.intake;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.anteroom.attachment.Attachment;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.attachment.AttachmentState;
import uk.anteroom.attachment.Attachments;
import uk.anteroom.attachment.Content;
import uk.anteroom.audit.Audit;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.RequestReader;
import uk.anteroom.request.Requests;

/** The files that came with requests: for the staff who read those, whether or not anybody knows yet whose they are, and for the patients whose they are. */
@Service
public class RequestFiles {

    private final Attachments attachments;
    private final Requests requests;
    private final Audit audit;
    private final PracticeTransactions transactions;

    RequestFiles(Attachments attachments, Requests requests, Audit audit, PracticeTransactions transactions) {
        this.attachments = attachments;
        this.requests = requests;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Those of a request, in their order, also what nobody can open yet or ever. */
    public List<Attachment> of(StaffMember by, RequestId request) {
        by.mustInvite();
        return attachments.ofRequest(by.practice(), request.value());
    }

    /** The same for the patient; nothing of another's, and nothing that may be from somebody else. */
    public List<Attachment> of(RequestReader reader, RequestId request) {
        return requests.showsWords(reader, request)
                ? attachments.ofRequest(reader.practice(), request.value())
                : List.of();
    }

    /** One that can be opened. */
    public Optional<Attachment> find(StaffMember by, RequestId request, AttachmentId file) {
        return openable(of(by, request), file);
    }

    /** The same for the patient. */
    public Optional<Attachment> find(RequestReader reader, RequestId request, AttachmentId file) {
        return openable(of(reader, request), file);
    }

    private static Optional<Attachment> openable(List<Attachment> files, AttachmentId file) {
        return files.stream()
                .filter(one -> one.id().equals(file) && one.state() == AttachmentState.CLEAN)
                .findFirst();
    }

    /** The file itself; that it was opened is audited, and that somebody looked for one that is not there. */
    public Optional<Content> open(StaffMember by, RequestId request, AttachmentId file) {
        Optional<Content> content =
                find(by, request, file).flatMap(found -> attachments.read(by.practice(), found.id()));
        String act = content.isPresent() ? "attachment.opened" : "attachment.not_found";
        transactions.in(by.practice(), () -> audit.staff(by, act, "attachment", file.value()));
        return content;
    }

    /** The same for the patient; only what was opened is audited. */
    public Optional<Content> open(RequestReader reader, RequestId request, AttachmentId file) {
        PracticeId practice = reader.practice();
        Optional<Content> content =
                find(reader, request, file).flatMap(found -> attachments.read(practice, found.id()));
        content.ifPresent(opened -> transactions.in(
                practice,
                () -> audit.patient(practice, reader.by().value(), "attachment.opened", "attachment", file.value())));
        return content;
    }

    /** A small picture of one, as it stands beside the request. */
    public Optional<byte[]> picture(StaffMember by, RequestId request, AttachmentId file) {
        return find(by, request, file).flatMap(found -> attachments.thumbnail(by.practice(), found.id()));
    }

    /** The same for the patient. */
    public Optional<byte[]> picture(RequestReader reader, RequestId request, AttachmentId file) {
        return find(reader, request, file).flatMap(found -> attachments.thumbnail(reader.practice(), found.id()));
    }
}
