package uk.anteroom.patientweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
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
import uk.anteroom.conversation.ConversationVisit;
import uk.anteroom.conversation.ConversationVisits;
import uk.anteroom.fileexchange.FileDesk;
import uk.anteroom.fileexchange.FileExchange;
import uk.anteroom.fileexchange.FilePurpose;
import uk.anteroom.fileexchange.FileSender;
import uk.anteroom.fileexchange.Progress;
import uk.anteroom.fileexchange.ReadableFiles;
import uk.anteroom.web.NotFound;

/** Takes in what patients attach to their replies, and gives out what stands in their conversation, in a call and outside of one. */
@Controller
@RequestMapping({"/messages/files", "/account/messages/files", "/visit/messages/files"})
class ReplyFilesController {

    private final FileExchange exchange;
    private final FileDesk desk;
    private final ConversationFiles files;
    private final ConversationReader reader;
    private final ConversationVisits visits;

    ReplyFilesController(
            FileExchange exchange,
            FileDesk desk,
            ConversationFiles files,
            ConversationReader reader,
            ConversationVisits visits) {
        this.exchange = exchange;
        this.desk = desk;
        this.files = files;
        this.reader = reader;
        this.visits = visits;
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

    @GetMapping({"/{file}", "/{file}" + FilePurpose.SEGMENT})
    Object give(
            @PathVariable UUID file,
            @PathVariable(required = false) @Nullable String purpose,
            HttpServletRequest request,
            HttpServletResponse response) {
        ConversationVisit visit = visit(request);
        ConversationPlace place = place(request);
        ReadableFiles readable = new ReadableFiles(
                place.reader(visit),
                one -> files.find(visit, one),
                one -> files.open(visit, one),
                one -> files.picture(visit, one),
                false,
                place == ConversationPlace.CALL ? null : place.address());
        return desk.give(readable, file, FilePurpose.of(purpose), request, response);
    }

    private FileSender sender(HttpServletRequest request) {
        ConversationVisit visit = visit(request);
        if (!visits.mayWrite(visit)) {
            throw new NotFound();
        }
        return new FileSender(visit.practice().id(), visit.patient(), null);
    }

    private ConversationVisit visit(HttpServletRequest request) {
        return reader.of(request, place(request)).orElseThrow(NotFound::new);
    }

    private static ConversationPlace place(HttpServletRequest request) {
        return Arrays.stream(ConversationPlace.values())
                .filter(place -> request.getRequestURI().startsWith(place.address() + "/"))
                .findFirst()
                .orElse(ConversationPlace.PAGE);
    }
}
