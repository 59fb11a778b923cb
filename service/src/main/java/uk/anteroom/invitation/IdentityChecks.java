package uk.anteroom.invitation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.anteroom.account.AccountVisit;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.consultation.IdentityProof;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.patient.PatientId;

/** Checks that whoever came back with a link is the invited patient. Only an accepted check binds a device. */
@Service
public class IdentityChecks {

    private final InvitationStore store;
    private final Visits visits;
    private final IdentityQuestions questions;
    private final Attendance attendance;
    private final Secrets secrets;

    IdentityChecks(
            InvitationStore store, Visits visits, IdentityQuestions questions, Attendance attendance, Secrets secrets) {
        this.store = store;
        this.visits = visits;
        this.questions = questions;
        this.attendance = attendance;
        this.secrets = secrets;
    }

    /** Whether the invited patient has an account and so signs in instead of giving a date of birth. */
    public boolean needsAccount(Visit visit) {
        return questions.needsAccount(new InvitationLink(visit));
    }

    /** Checks a date of birth, as {@link IdentityQuestions#byBirth}. */
    public IdentityCheck byBirth(LinkToken token, DateOfBirth given, String address) {
        Optional<Visit> visit = visits.open(token);
        return visit.isEmpty()
                ? new IdentityCheck.Refused()
                : questions.byBirth(new InvitationLink(visit.get()), given, address);
    }

    /** Checks an account, as {@link IdentityQuestions#byAccount}. */
    public IdentityCheck byAccount(LinkToken token, String email, String password, String address) {
        Optional<Visit> visit = visits.open(token);
        return visit.isEmpty()
                ? new IdentityCheck.Refused()
                : questions.byAccount(new InvitationLink(visit.get()), email, password, address);
    }

    /** Lets in whoever is signed in to the right account, as {@link IdentityQuestions#byVisit}. */
    public IdentityCheck byVisit(LinkToken token, AccountVisit signedIn, String address) {
        Optional<Visit> visit = visits.open(token);
        return visit.isEmpty()
                ? new IdentityCheck.Refused()
                : questions.byVisit(new InvitationLink(visit.get()), signedIn, address);
    }

    /** The link of an invitation. */
    private final class InvitationLink implements GuardedLink {

        private final Visit visit;

        InvitationLink(Visit visit) {
            this.visit = visit;
        }

        private Invitation invitation() {
            return visit.invitation();
        }

        @Override
        public PracticeId practice() {
            return invitation().practice();
        }

        @Override
        public String kind() {
            return "invitation";
        }

        @Override
        public UUID id() {
            return invitation().id().value();
        }

        @Override
        public PatientId patient() {
            return visit.consultation().patient();
        }

        @Override
        public int attemptsLeft() {
            return invitation().attemptsLeft();
        }

        @Override
        public Optional<Integer> takeAttempt() {
            return store.takeAttempt(practice(), invitation().id());
        }

        @Override
        public void lock() {
            store.lock(practice(), invitation().id());
        }

        @Override
        public void otherAccount() {
            store.otherAccount(practice(), invitation().id());
        }

        @Override
        public DeviceKey passed(IdentityProof by) {
            DeviceKey device = DeviceKey.draw(visit.practice().publicCode(), secrets);
            store.passed(practice(), invitation().id(), by);
            store.bind(practice(), device.digest(), invitation().id());
            attendance.identityConfirmed(practice(), invitation().consultation(), by);
            return device;
        }
    }
}
