package uk.anteroom.staffweb;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.report.Reports;
import uk.anteroom.report.Span;
import uk.anteroom.web.NotFound;

/** How the practice's video consultations went. */
@Controller
class ReportsController {

    private final Reports reports;
    private final ReportsPages pages;

    ReportsController(Reports reports, ReportsPages pages) {
        this.reports = reports;
        this.pages = pages;
    }

    /** {@code weeks} is one of those a {@link Span} has. */
    @GetMapping("/reports")
    String reports(StaffMember by, Model model, @RequestParam(defaultValue = "4") int weeks) {
        by.mustReadReports();
        Span span = Span.of(weeks).orElseThrow(NotFound::new);
        model.addAttribute("page", pages.page(reports.of(by, span)));
        return "staff/reports";
    }
}
