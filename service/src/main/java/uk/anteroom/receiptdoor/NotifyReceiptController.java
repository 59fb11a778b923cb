package uk.anteroom.receiptdoor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import uk.anteroom.govuknotify.NotifyReceipts;

/** Where GOV.UK Notify reports. It tries again every five minutes, five times, until it hears that the report was taken. */
@RestController
class NotifyReceiptController {

    private static final String BEARER = "Bearer ";

    /** A report has half a kilobyte. */
    private static final int LONGEST = 8 * 1024;

    /** What we need of a report; the rest, with the address it went to, is let go unread. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Report(
            @Nullable String reference, @Nullable String status) {}

    private final NotifyReceipts receipts;
    private final JsonMapper json;

    NotifyReceiptController(NotifyReceipts receipts, JsonMapper json) {
        this.receipts = receipts;
        this.json = json;
    }

    @PostMapping("/receipts/govuk-notify")
    ResponseEntity<Void> take(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            HttpServletRequest request)
            throws IOException {
        if (!authorization.startsWith(BEARER) || !receipts.comesFromNotify(authorization.substring(BEARER.length()))) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        Report report = read(request);
        if (report == null || report.status() == null) {
            return ResponseEntity.badRequest().build();
        }
        receipts.take(report.reference(), report.status());
        return ResponseEntity.noContent().build();
    }

    private @Nullable Report read(HttpServletRequest request) throws IOException {
        try (InputStream body = request.getInputStream()) {
            byte[] text = body.readNBytes(LONGEST + 1);
            return text.length > LONGEST ? null : json.readValue(text, Report.class);
        } catch (JacksonException e) {
            return null;
        }
    }
}
