package uk.anteroom.staffweb;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.practicelist.ListColumn;
import uk.anteroom.practicelist.ListFiles;
import uk.anteroom.practicelist.ListReadingId;
import uk.anteroom.practicelist.ListReadings;
import uk.anteroom.web.Complaints;
import uk.anteroom.web.NotFound;

/** How the practice list is kept in step: readings of the clinical system, and files. */
@Controller
@RequestMapping(PracticeListPages.HREF)
class PracticeListController {

    /** What may stand behind the question mark; true: it went well. */
    private static final Map<String, Boolean> NOTES = Map.of(
            "saved", true, "running", false, "no-system", false, "taken", true, "discarded", true, "gone", false);

    private final ListReadings readings;
    private final ListFiles files;
    private final PracticeListPages pages;
    private final RefusalReport report;
    private final MessageSource words;

    PracticeListController(
            ListReadings readings,
            ListFiles files,
            PracticeListPages pages,
            RefusalReport report,
            MessageSource words) {
        this.readings = readings;
        this.files = files;
        this.pages = pages;
        this.report = report;
        this.words = words;
    }

    @GetMapping
    ModelAndView list(StaffMember by, @RequestParam(required = false) @Nullable String note) {
        by.mustManage();
        boolean known = note != null && NOTES.containsKey(note);
        return new ModelAndView(
                "staff/practice-list",
                "page",
                pages.page(
                        by,
                        known ? note : null,
                        known && NOTES.getOrDefault(note, false),
                        new Complaints(words, Locale.UK)));
    }

    /** {@code Read the list now}. */
    @PostMapping("/readings")
    String begin(StaffMember by, @RequestParam(defaultValue = "false") boolean manyMayLeave) {
        return switch (readings.begin(by, manyMayLeave)) {
            case BEGUN -> "redirect:" + PracticeListPages.HREF;
            case RUNNING -> "redirect:" + PracticeListPages.HREF + "?note=running";
            case NO_SYSTEM -> "redirect:" + PracticeListPages.HREF + "?note=no-system";
        };
    }

    @PostMapping("/readings/{id}/end")
    String stop(StaffMember by, @PathVariable UUID id) {
        readings.stop(by, new ListReadingId(id));
        return "redirect:" + PracticeListPages.HREF;
    }

    @PostMapping("/regularity")
    String regularly(StaffMember by, @RequestParam(defaultValue = "false") boolean regularly) {
        readings.regularly(by, regularly);
        return "redirect:" + PracticeListPages.HREF + "?note=saved";
    }

    @GetMapping("/readings/{id}/refusals.csv")
    ResponseEntity<byte[]> refusals(StaffMember by, @PathVariable UUID id) {
        return report.download(readings.refusals(by, new ListReadingId(id)).orElseThrow(NotFound::new));
    }

    /** A file to be looked at. Nothing changes yet. */
    @PostMapping("/files")
    ModelAndView send(StaffMember by, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        by.mustManage();
        Complaints complaints = new Complaints(words, Locale.UK);
        if (file == null || file.isEmpty()) {
            complaints.about("file", "list.file.none");
        } else {
            switch (files.send(by, file.getBytes())) {
                case ListFiles.Sent.Kept kept -> {
                    return new ModelAndView("redirect:" + PracticeListPages.HREF + "/files/" + kept.preview());
                }
                case ListFiles.Sent.Unreadable(String problem, List<ListColumn> columns) ->
                    complaints.about(
                            "file",
                            "list.file." + problem.toLowerCase(Locale.ROOT).replace('_', '-'),
                            columns.stream().map(ListColumn::heading).collect(Collectors.joining(", ")));
            }
        }
        ModelAndView page = new ModelAndView("staff/practice-list", "page", pages.page(by, null, false, complaints));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
