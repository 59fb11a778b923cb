package uk.anteroom.patientweb;

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
import uk.anteroom.conversation.ConversationVisit;
import uk.anteroom.fileexchange.FileAnswers;
import uk.anteroom.fileexchange.FileExchange;
import uk.anteroom.fileexchange.FileSender;
import uk.anteroom.fileexchange.Progress;
import uk.anteroom.web.NotFound;

/** Takes in what patients attach to their replies, and gives out what stands in their conversation, in a call and outside of one. */
@Controller
@RequestMapping({"/messages/files", "/visit/messages/files"})
class ReplyFilesController {

    private final FileExchange exchange;
    private final ConversationFiles files;
    private final ConversationReader reader;

    ReplyFilesController(FileExchange exchange, ConversationFiles files, ConversationReader reader) {
        this.exchange = exchange;
        this.files = files;
        this.reader = reader;
    }

    @PostMapping
    ResponseEntity<Progress> begin(
            @RequestParam String name, @RequestParam long size, HttpServletRequest request, Locale locale) {
        return exchange.begin(sender(request), name, size, locale);
    }

    @PostMapping(path = "/{file}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Progress> append(
            @PathVariable UUID file,
            @RequestHeader("Upload-Offset") long offset,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        return exchange.append(sender(request), file, offset, request.getInputStream(), locale);
    }

    @PostMapping("/{file}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID file, HttpServletRequest request) {
        exchange.discard(sender(request), file);
    }

    @GetMapping("/{file}")
    ResponseEntity<byte[]> open(@PathVariable UUID file, HttpServletRequest request) {
        return FileAnswers.download(
                files.open(visit(request), new AttachmentId(file)).orElseThrow(NotFound::new));
    }

    @GetMapping("/{file}/picture")
    ResponseEntity<byte[]> picture(@PathVariable UUID file, HttpServletRequest request) {
        return FileAnswers.picture(
                files.picture(visit(request), new AttachmentId(file)).orElseThrow(NotFound::new));
    }

    private FileSender sender(HttpServletRequest request) {
        ConversationVisit visit = visit(request);
        return new FileSender(visit.practice().id(), visit.patient(), null);
    }

    private ConversationVisit visit(HttpServletRequest request) {
        boolean inCall = request.getRequestURI().startsWith(ConversationPlace.CALL.address());
        return reader.of(request, inCall ? ConversationPlace.CALL : ConversationPlace.PAGE)
                .orElseThrow(NotFound::new);
    }
}
