package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import uk.anteroom.attachment.AttachmentId;
import uk.anteroom.conversation.ConversationFiles;
import uk.anteroom.fileexchange.FileAnswers;
import uk.anteroom.fileexchange.FileExchange;
import uk.anteroom.fileexchange.FileSender;
import uk.anteroom.fileexchange.Progress;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.NotFound;

/** Takes in what staff attach to messages, and gives out what stands in a conversation. */
@Controller
@RequestMapping("/patients/{id}/messages/files")
class MessageFilesController {

    private final FileExchange exchange;
    private final ConversationFiles files;
    private final Patients patients;

    MessageFilesController(FileExchange exchange, ConversationFiles files, Patients patients) {
        this.exchange = exchange;
        this.files = files;
        this.patients = patients;
    }

    @PostMapping
    ResponseEntity<Progress> begin(
            StaffMember by, @PathVariable UUID id, @RequestParam String name, @RequestParam long size) {
        return exchange.begin(sender(by, id), name, size, Locale.UK);
    }

    @PostMapping(path = "/{file}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Progress> append(
            StaffMember by,
            @PathVariable UUID id,
            @PathVariable UUID file,
            @RequestHeader("Upload-Offset") long offset,
            HttpServletRequest request)
            throws IOException {
        return exchange.append(sender(by, id), file, offset, request.getInputStream(), Locale.UK);
    }

    @PostMapping("/{file}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(StaffMember by, @PathVariable UUID id, @PathVariable UUID file) {
        exchange.discard(sender(by, id), file);
    }

    @GetMapping("/{file}")
    ResponseEntity<byte[]> open(StaffMember by, @PathVariable UUID id, @PathVariable UUID file) {
        return FileAnswers.download(
                files.open(by, new PatientId(id), new AttachmentId(file)).orElseThrow(NotFound::new));
    }

    @GetMapping("/{file}/picture")
    ResponseEntity<byte[]> picture(StaffMember by, @PathVariable UUID id, @PathVariable UUID file) {
        return FileAnswers.picture(
                files.picture(by, new PatientId(id), new AttachmentId(file)).orElseThrow(NotFound::new));
    }

    private FileSender sender(StaffMember by, UUID id) {
        by.mustInvite();
        PatientId patient = new PatientId(id);
        if (patients.find(by.practice(), patient).isEmpty()) {
            throw new NotFound();
        }
        return new FileSender(by.practice(), patient, by.id());
    }
}
