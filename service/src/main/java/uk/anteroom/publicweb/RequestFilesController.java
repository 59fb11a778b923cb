package uk.anteroom.publicweb;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import uk.anteroom.fileexchange.FileExchange;
import uk.anteroom.fileexchange.FileSender;
import uk.anteroom.fileexchange.Progress;
import uk.anteroom.intake.Intake;
import uk.anteroom.intake.Intakes;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.practice.Practice;
import uk.anteroom.web.ClientAddress;
import uk.anteroom.web.NotFound;

/** Takes in the files of a request that is being written. It gives none out: nobody has scanned them yet, and whoever sends them has them. */
@Controller
@RequestMapping("/p/{practice}/ask/attachments")
class RequestFilesController {

    private final FileExchange exchange;
    private final Intakes intakes;
    private final Limits limits;
    private final MessageSource messages;

    RequestFilesController(FileExchange exchange, Intakes intakes, Limits limits, MessageSource messages) {
        this.exchange = exchange;
        this.intakes = intakes;
        this.limits = limits;
        this.messages = messages;
    }

    @PostMapping
    ResponseEntity<Progress> begin(
            Practice practice,
            @RequestParam String name,
            @RequestParam long size,
            HttpServletRequest request,
            Locale locale) {
        FileSender sender = sender(practice, request);
        if (!limits.take(Limit.REQUEST_FILES_BY_ADDRESS, ClientAddress.of(request))) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .body(new Progress(null, 0, true, null, messages.getMessage("attachment.too-many", null, locale)));
        }
        return exchange.begin(sender, name, size, locale);
    }

    @PostMapping(path = "/{file}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Progress> append(
            Practice practice,
            @PathVariable UUID file,
            @RequestHeader("Upload-Offset") long offset,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        return exchange.append(sender(practice, request), file, offset, request.getInputStream(), locale);
    }

    @PostMapping("/{file}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Practice practice, @PathVariable UUID file, HttpServletRequest request) {
        exchange.discard(sender(practice, request), file);
    }

    private FileSender sender(Practice practice, HttpServletRequest request) {
        return AskCookie.read(request, practice.id())
                .flatMap(intakes::find)
                .filter(intake -> !intake.sent())
                .map(Intake::request)
                .map(id -> FileSender.asking(practice.id(), id.value()))
                .orElseThrow(NotFound::new);
    }
}
