package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import uk.anteroom.call.CallOver;
import uk.anteroom.call.NoSuchParticipant;
import uk.anteroom.call.ParticipantGone;
import uk.anteroom.call.Veto;
import uk.anteroom.clinicalsystem.RecordEntries;
import uk.anteroom.consultation.NotReachable;
import uk.anteroom.consultation.WaitingRoom;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.practice.NotAllowed;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.StaffMember;
import uk.anteroom.request.Inbox;

/** Puts the header around every staff page, and turns what a room refuses into a status. */
@ControllerAdvice(basePackageClasses = StaffShellAdvice.class)
class StaffShellAdvice {

    private final StaffArguments arguments;
    private final Practices practices;
    private final Inbox inbox;
    private final WaitingRoom waitingRoom;
    private final RecordEntries entries;
    private final PracticeTransactions transactions;

    StaffShellAdvice(
            StaffArguments arguments,
            Practices practices,
            Inbox inbox,
            WaitingRoom waitingRoom,
            RecordEntries entries,
            PracticeTransactions transactions) {
        this.arguments = arguments;
        this.practices = practices;
        this.inbox = inbox;
        this.waitingRoom = waitingRoom;
        this.entries = entries;
        this.transactions = transactions;
    }

    @ModelAttribute("shell")
    @Nullable StaffShell shell() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof StaffPrincipal principal)) {
            return null;
        }
        return transactions.in(principal.practiceId(), () -> shell(arguments.signedIn()));
    }

    private StaffShell shell(StaffMember staff) {
        return new StaffShell(
                practices.get(staff.practice()).name(),
                staff.name(),
                staff.id().toString(),
                staff.mayInvite(),
                staff.mayInvite() ? inbox.open(staff) : 0,
                staff.mayInvite() ? waitingRoom.count(staff) : 0,
                staff.mayHoldConsultations() || staff.mayManage() ? entries.countForHand(staff) : 0,
                staff.mayReadReports(),
                staff.mayManage());
    }

    @ExceptionHandler(NotAllowed.class)
    void forbidden(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    @ExceptionHandler({NotReachable.class, NoSuchParticipant.class})
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @ExceptionHandler({CallOver.class, ParticipantGone.class, Veto.class})
    void gone(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.GONE.value());
    }
}
