package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.web.ShownTimes;

/** The practice list. */
@Controller
class PatientsController {

    private final Patients patients;
    private final KeptSearches searches;
    private final ShownTimes times;

    PatientsController(Patients patients, KeptSearches searches, ShownTimes times) {
        this.patients = patients;
        this.searches = searches;
        this.times = times;
    }

    /**
     * A page of the list.
     *
     * @param search the key of what is searched for; an unknown one shows the whole list
     */
    @GetMapping("/patients")
    String list(
            StaffMember staff,
            Model model,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "1") int page,
            HttpSession session) {
        String words = searches.words(session, search);
        model.addAttribute(
                "page",
                PatientsPage.of(
                        words,
                        words.isEmpty() ? null : search,
                        patients.search(staff, words, page),
                        times.today(),
                        staff.mayInvite()));
        return "staff/patients";
    }

    /** What is searched for goes into the session, and its key into the address. */
    @PostMapping("/patients")
    String find(@RequestParam(defaultValue = "", name = "words") String typed, HttpSession session) {
        String key = searches.keep(session, typed);
        return "redirect:/patients" + (key.isEmpty() ? "" : "?search=" + key);
    }
}
