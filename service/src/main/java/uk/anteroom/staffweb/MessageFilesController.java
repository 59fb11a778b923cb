package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
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
import uk.anteroom.attachment.Content;
import uk.anteroom.conversation.ConversationFiles;
import uk.anteroom.fileexchange.FileAddresses;
import uk.anteroom.fileexchange.FileAnswers;
import uk.anteroom.fileexchange.FileExchange;
import uk.anteroom.fileexchange.FilePurpose;
import uk.anteroom.fileexchange.FileReader;
import uk.anteroom.fileexchange.FileSender;
import uk.anteroom.fileexchange.FileViews;
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
    private final FileAddresses addresses;
    private final FileViews views;
    private final ConversationFiles files;
    private final Patients patients;

    MessageFilesController(
            FileExchange exchange,
            FileAddresses addresses,
            FileViews views,
            ConversationFiles files,
            Patients patients) {
        this.exchange = exchange;
        this.addresses = addresses;
        this.views = views;
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
    Object view(
            StaffMember by,
            @PathVariable UUID id,
            @PathVariable UUID file,
            HttpServletRequest request,
            HttpServletResponse response) {
        PatientId patient = new PatientId(id);
        AttachmentId of = new AttachmentId(file);
        FileReader reader = FileReader.staff(by, patient);
        return addresses.open(
                request,
                reader,
                file,
                FilePurpose.VIEW,
                () -> views.of(
                        files.find(by, patient, of).orElseThrow(NotFound::new),
                        () -> files.open(by, patient, of),
                        reader,
                        true,
                        "/patients/" + id + "?message#conversation",
                        response));
    }

    /** The picture on the page that shows it. */
    @GetMapping("/{file}/image")
    Object image(StaffMember by, @PathVariable UUID id, @PathVariable UUID file, HttpServletRequest request) {
        return open(by, id, file, FilePurpose.IMAGE, request, FileAnswers::inline);
    }

    @GetMapping("/{file}/download")
    Object download(StaffMember by, @PathVariable UUID id, @PathVariable UUID file, HttpServletRequest request) {
        return open(by, id, file, FilePurpose.DOWNLOAD, request, FileAnswers::download);
    }

    private Object open(
            StaffMember by,
            UUID id,
            UUID file,
            FilePurpose purpose,
            HttpServletRequest request,
            Function<Content, ResponseEntity<byte[]>> answer) {
        PatientId patient = new PatientId(id);
        return addresses.open(
                request,
                FileReader.staff(by, patient),
                file,
                purpose,
                () -> answer.apply(
                        files.open(by, patient, new AttachmentId(file)).orElseThrow(NotFound::new)));
    }

    @GetMapping("/{file}/picture")
    Object picture(StaffMember by, @PathVariable UUID id, @PathVariable UUID file, HttpServletRequest request) {
        PatientId patient = new PatientId(id);
        return addresses.open(
                request,
                FileReader.staff(by, patient),
                file,
                FilePurpose.PICTURE,
                () -> FileAnswers.picture(
                        files.picture(by, patient, new AttachmentId(file)).orElseThrow(NotFound::new)));
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
