package uk.anteroom.staffweb;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.anteroom.desktop.ProgramId;
import uk.anteroom.desktop.Programs;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.ShownTimes;

/** The programs that act for whoever is signed in. */
@Controller
@RequestMapping("/settings/programs")
class ProgramsController {

    private final Programs programs;
    private final ShownTimes times;

    ProgramsController(Programs programs, ShownTimes times) {
        this.programs = programs;
        this.times = times;
    }

    @GetMapping
    String list(
            StaffMember by,
            @RequestParam(required = false) @Nullable String connected,
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(required = false) @Nullable String late,
            @RequestParam(required = false) @Nullable String ended,
            Model model) {
        String note = connected != null
                ? "programs.connected"
                : refused != null ? "programs.refused" : ended != null ? "programs.ended" : null;
        model.addAttribute("page", ProgramsPage.of(programs.of(by), note, late != null, times));
        return "staff/programs";
    }

    /** Ends one of their own; what is not there, or not theirs, is ended as well as it can be. */
    @PostMapping("/{id}/end")
    String end(StaffMember by, @PathVariable UUID id) {
        programs.end(by, new ProgramId(id));
        return "redirect:/settings/programs?ended";
    }
}
