package uk.anteroom.staffweb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.anteroom.practicelist.Refusal;

/** What was not taken from a list, as a file for a spreadsheet. */
@Component
class RefusalReport {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    /** Without it Excel takes UTF-8 for the old Windows alphabet. */
    private static final char MARK = '\ufeff';

    private final PracticeListPages pages;

    RefusalReport(PracticeListPages pages) {
        this.pages = pages;
    }

    ResponseEntity<byte[]> download(List<Refusal> refusals) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("not-taken.csv")
                                .build()
                                .toString())
                .body(csv(refusals).getBytes(StandardCharsets.UTF_8));
    }

    private String csv(List<Refusal> refusals) {
        StringBuilder text = new StringBuilder().append(MARK);
        CSVFormat format =
                CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(
                    pages.say("list.report.place"),
                    pages.say("list.report.number"),
                    pages.say("list.report.name"),
                    pages.say("list.report.what"),
                    pages.say("list.report.why"));
            for (Refusal refusal : refusals) {
                printer.printRecord(
                        harmless(refusal.place()),
                        harmless(refusal.number()),
                        harmless(refusal.name()),
                        pages.say(refusal.reason().taken() ? "list.report.partly" : "list.report.not"),
                        pages.why(refusal));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A spreadsheet takes what begins like this for a formula, and runs it. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n|%".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
