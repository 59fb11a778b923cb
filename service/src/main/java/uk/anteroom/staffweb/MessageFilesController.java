package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import uk.anteroom.conversation.ConversationFiles;
import uk.anteroom.fileexchange.FileDesk;
import uk.anteroom.fileexchange.FileExchange;
import uk.anteroom.fileexchange.FilePurpose;
import uk.anteroom.fileexchange.FileReader;
import uk.anteroom.fileexchange.FileSender;
import uk.anteroom.fileexchange.Progress;
import uk.anteroom.fileexchange.ReadableFiles;
import uk.anteroom.patient.PatientId;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.NotFound;

/** Takes in what staff attach to messages, and gives out what stands in a conversation. */
@Controller
@RequestMapping("/patients/{id}/messages/files")
class MessageFilesController {

    private final FileExchange exchange;
    private final FileDesk desk;
    private final ConversationFiles files;
    private final Patients patients;

    MessageFilesController(FileExchange exchange, FileDesk desk, ConversationFiles files, Patients patients) {
        this.exchange = exchange;
        this.desk = desk;
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

    @GetMapping({"/{file}", "/{file}" + FilePurpose.SEGMENT})
    Object give(
            StaffMember by,
            @PathVariable UUID id,
            @PathVariable UUID file,
            @PathVariable(required = false) @Nullable String purpose,
            HttpServletRequest request,
            HttpServletResponse response) {
        PatientId patient = new PatientId(id);
        ReadableFiles readable = new ReadableFiles(
                FileReader.staff(by, patient),
                one -> files.find(by, patient, one),
                one -> files.open(by, patient, one),
                one -> files.picture(by, patient, one),
                true,
                "/patients/" + id + "?message#conversation");
        return desk.give(readable, file, FilePurpose.of(purpose), request, response);
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
