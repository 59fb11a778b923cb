package uk.anteroom.staffweb;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.Lookers;
import uk.anteroom.request.RequestId;
import uk.anteroom.request.RequestStanding;
import uk.anteroom.request.Requests;
import uk.anteroom.web.NotFound;

/** Where the page of a request says that it is looked at, and asks who else does. */
@Controller
class LookersController {

    private final Lookers lookers;
    private final Requests requests;
    private final RequestCards cards;

    LookersController(Lookers lookers, Requests requests, RequestCards cards) {
        this.lookers = lookers;
        this.requests = requests;
        this.cards = cards;
    }

    @PostMapping("/requests/{id}/here")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void here(StaffMember by, @PathVariable UUID id, @RequestParam UUID page) {
        lookers.here(by, new RequestId(id), page);
    }

    @PostMapping("/requests/{id}/gone")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void gone(StaffMember by, @PathVariable UUID id, @RequestParam UUID page) {
        lookers.gone(by, new RequestId(id), page);
    }

    /** Says nothing about the patient, so that no look is audited however often a page asks. */
    @GetMapping("/requests/{id}/head")
    ModelAndView head(StaffMember by, @PathVariable UUID id) {
        Optional<RequestStanding> standing = requests.standing(by, new RequestId(id));
        RequestStanding found = standing.orElseThrow(NotFound::new);
        return new ModelAndView(
                "staff/request-head", "head", cards.head(by, new RequestId(id), found.assignee(), found.closing()));
    }
}
