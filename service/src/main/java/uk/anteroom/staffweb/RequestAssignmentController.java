package uk.anteroom.staffweb;

import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.Assignee;
import uk.anteroom.request.Assignments;
import uk.anteroom.request.RequestId;
import uk.anteroom.web.NotFound;

/** Gives a request to somebody: from its own page, or from a list. */
@Controller
class RequestAssignmentController {

    private static final String ME = "me";
    /** A list is gone back to as it was, and nothing else. */
    private static final Pattern LIST = Pattern.compile("/requests(\\?[A-Za-z0-9=&.-]{0,300})?");

    private final Assignments assignments;

    RequestAssignmentController(Assignments assignments) {
        this.assignments = assignments;
    }

    /**
     * Gives it.
     *
     * @param from whose it was on the page
     * @param to to whom; {@code me} for oneself
     * @param list the address of the list it was pressed in
     */
    @PostMapping("/requests/{id}/assignment")
    String assign(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String list) {
        by.mustInvite();
        Assignee now = AssigneeField.read(from).orElseThrow(NotFound::new);
        Assignee next = to.equals(ME)
                ? new Assignee.Member(by.id())
                : AssigneeField.read(to).orElseThrow(NotFound::new);
        boolean given = now.equals(next) || assignments.assign(by, new RequestId(id), now, next);
        if (LIST.matcher(list).matches()) {
            return "redirect:" + list + (given ? "" : (list.contains("?") ? "&" : "?") + "taken");
        }
        return "redirect:/requests/" + id + (given ? "" : "?told=" + Told.TAKEN);
    }
}
