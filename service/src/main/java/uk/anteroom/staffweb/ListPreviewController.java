package uk.anteroom.staffweb;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.practicelist.ListFiles;
import uk.anteroom.practicelist.ListPreview;
import uk.anteroom.practicelist.ListPreviewId;
import uk.anteroom.web.NotFound;

/** A file of patients before it is taken over. */
@Controller
@RequestMapping(PracticeListPages.HREF + "/files/{id}")
class ListPreviewController {

    private final ListFiles files;
    private final PracticeListPages pages;
    private final RefusalReport report;

    ListPreviewController(ListFiles files, PracticeListPages pages, RefusalReport report) {
        this.files = files;
        this.pages = pages;
        this.report = report;
    }

    @GetMapping
    ModelAndView look(StaffMember by, @PathVariable UUID id) {
        return page(find(by, id), null);
    }

    /** {@code Take over this list}. */
    @PostMapping("/adoption")
    ModelAndView takeOver(StaffMember by, @PathVariable UUID id, @RequestParam(defaultValue = "") String seen) {
        return switch (files.takeOver(by, new ListPreviewId(id), read(seen))) {
            case ListFiles.TakingOver.Taken taken ->
                new ModelAndView("redirect:" + PracticeListPages.HREF + "?note=taken");
            case ListFiles.TakingOver.Gone gone ->
                new ModelAndView("redirect:" + PracticeListPages.HREF + "?note=gone");
            case ListFiles.TakingOver.Busy busy -> page(find(by, id), "busy");
            case ListFiles.TakingOver.ListChanged changed -> page(find(by, id), "list-changed");
        };
    }

    @PostMapping("/disposal")
    String discard(StaffMember by, @PathVariable UUID id) {
        files.discard(by, new ListPreviewId(id));
        return "redirect:" + PracticeListPages.HREF + "?note=discarded";
    }

    @GetMapping("/refusals.csv")
    ResponseEntity<byte[]> refusals(StaffMember by, @PathVariable UUID id) {
        return report.download(find(by, id).refusals());
    }

    private ListPreview find(StaffMember by, UUID id) {
        return files.look(by, new ListPreviewId(id)).orElseThrow(NotFound::new);
    }

    private ModelAndView page(ListPreview preview, @Nullable String warning) {
        ModelAndView page = new ModelAndView("staff/list-preview", "page", pages.preview(preview, warning));
        if (warning != null) {
            page.setStatus(HttpStatus.CONFLICT);
        }
        return page;
    }

    private static @Nullable Instant read(String seen) {
        try {
            return seen.isEmpty() ? null : Instant.parse(seen);
        } catch (DateTimeException e) {
            // a time that no list changed at: the page is shown anew
            return Instant.EPOCH;
        }
    }
}
