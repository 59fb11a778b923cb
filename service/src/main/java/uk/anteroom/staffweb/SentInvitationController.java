package uk.anteroom.staffweb;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import uk.anteroom.invitation.InvitationId;
import uk.anteroom.invitation.Invitations;
import uk.anteroom.practice.StaffMember;

/** What can be done with an invitation that was sent. */
@Controller
@RequestMapping("/consultations/{id}/invitations/{invitation}")
class SentInvitationController {

    private final Invitations invitations;

    SentInvitationController(Invitations invitations) {
        this.invitations = invitations;
    }

    /** {@code Resend}: the same link to the same place. */
    @PostMapping("/letters")
    String resend(StaffMember by, @PathVariable UUID id, @PathVariable UUID invitation) {
        boolean sent = invitations.resend(by, new InvitationId(invitation));
        return "redirect:/consultations/" + id + (sent ? "" : "?problem=resend");
    }

    @PostMapping("/withdrawal")
    String withdraw(StaffMember by, @PathVariable UUID id, @PathVariable UUID invitation) {
        invitations.withdraw(by, new InvitationId(invitation));
        return "redirect:/consultations/" + id;
    }

    /** The link, for {@code Copy link}; never part of a page, so that it is in no cache and no screenshot. */
    @PostMapping("/link")
    @ResponseBody
    ResponseEntity<Map<String, String>> link(StaffMember by, @PathVariable UUID id, @PathVariable UUID invitation) {
        return invitations
                .link(by, new InvitationId(invitation))
                .map(link -> ResponseEntity.ok(Map.of("link", link.toString())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
