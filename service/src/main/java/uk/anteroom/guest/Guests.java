package uk.anteroom.guest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.call.CallFull;
import uk.anteroom.call.CallOver;
import uk.anteroom.call.Calls;
import uk.anteroom.call.ParticipantId;
import uk.anteroom.call.ParticipantRole;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.consultation.ConsultationId;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.delivery.Letters;
import uk.anteroom.invitation.LinkToken;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.practice.Practice;
import uk.anteroom.practice.Practices;
import uk.anteroom.practice.StaffMember;

/** The third people of consultations: invited, agreed to, named. Letting in, setting aside and sending away are acts of the call. */
@Service
public class Guests {

    /** The topic under which pages hear that who is there, or what is known of them, has changed. */
    public static final String TOPIC = "people";

    private final GuestStore store;
    private final Consultations consultations;
    private final Calls calls;
    private final Letters letters;
    private final Practices practices;
    private final Limits limits;
    private final Secrets secrets;
    private final Audit audit;
    private final PracticeTransactions transactions;

    Guests(
            GuestStore store,
            Consultations consultations,
            Calls calls,
            Letters letters,
            Practices practices,
            Limits limits,
            Secrets secrets,
            Audit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.consultations = consultations;
        this.calls = calls;
        this.letters = letters;
        this.practices = practices;
        this.limits = limits;
        this.secrets = secrets;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Invites somebody to a consultation: seat, guest and letter are one commit.
     *
     * @param knownAs who they are in a word or two, or null
     * @param formKey names this press of the button; however often it arrives for this place, it is one letter
     */
    public Inviting invite(
            StaffMember by,
            ConsultationId consultation,
            GuestRole role,
            String name,
            @Nullable String knownAs,
            ContactPoint to,
            UUID formKey) {
        by.mustInvite();
        UUID press = UUID.nameUUIDFromBytes((formKey + "|" + to.value()).getBytes(StandardCharsets.UTF_8));
        try {
            return transactions.in(by.practice(), () -> {
                Optional<Consultation> open =
                        consultations.find(by.practice(), consultation).filter(Consultation::reachable);
                if (open.isEmpty()) {
                    return new Inviting.Over();
                }
                // also makes two presses at once wait for each other
                calls.hold(by.practice(), open.get().call());
                Optional<Guest> before = store.withFormKey(by.practice(), press);
                if (before.isPresent()) {
                    return new Inviting.Sent(before.get().id());
                }
                return withinLimits(by, to)
                        ? store(by, open.get(), role, name, knownAs, to, press)
                        : new Inviting.TooMany();
            });
        } catch (CallFull full) {
            return new Inviting.Full();
        } catch (CallOver over) {
            return new Inviting.Over();
        }
    }

    private Inviting store(
            StaffMember by,
            Consultation consultation,
            GuestRole role,
            String name,
            @Nullable String knownAs,
            ContactPoint to,
            UUID press) {
        PracticeId practice = by.practice();
        Practice surgery = practices.get(practice);
        GuestId id = new GuestId(UUID.randomUUID());
        ParticipantId seat = calls.seat(practice, consultation.call(), ParticipantRole.GUEST);
        store.add(
                practice,
                new GuestStore.Invited(id, consultation.id(), seat, role, name, knownAs, to),
                LinkToken.draw(surgery.publicCode(), secrets),
                press,
                surgery.linkLife(),
                by.id());
        letters.post(practice, to, GuestLetters.OCCASION, id.value());
        audit.staff(by, "guest.invited", "guest", id.value());
        calls.tell(practice, consultation.call(), TOPIC);
        return new Inviting.Sent(id);
    }

    private boolean withinLimits(StaffMember by, ContactPoint to) {
        return limits.take(Limit.INVITATIONS_BY_STAFF, by.practice() + "/" + by.id())
                && limits.take(Limit.INVITATIONS_BY_PRACTICE, by.practice())
                && (!(to instanceof MobileNumber(String number)) || limits.take(Limit.SMS_TO_NUMBER, number));
    }

    /** All of a consultation, in the order in which they were invited, those sent away too. */
    public List<Guest> of(PracticeId practice, ConsultationId consultation) {
        return transactions.in(practice, () -> store.ofConsultation(practice, consultation));
    }

    /** Sends the same link to the same place once more. False if it is dead or there were too many. */
    public boolean resend(StaffMember by, GuestId id) {
        by.mustInvite();
        return transactions.in(by.practice(), () -> {
            Optional<Guest> alive =
                    store.find(by.practice(), id).filter(Guest::welcome).filter(guest -> withinLimits(by, guest.to()));
            alive.ifPresent(guest -> {
                letters.post(by.practice(), guest.to(), GuestLetters.OCCASION, id.value());
                audit.staff(by, "guest.invited_again", "guest", id.value());
            });
            return alive.isPresent();
        });
    }

    /** The patient has answered, on their own page, whether somebody may join. Nothing happens to a guest of another consultation. */
    public void answer(Consultation of, GuestId id, boolean yes) {
        PracticeId practice = of.practice();
        agree(of, id, yes ? Agreement.AGREED : Agreement.DECLINED)
                .ifPresent(guest -> audit.patient(
                        practice,
                        of.patient().value(),
                        yes ? "guest.agreed_to" : "guest.declined",
                        "guest",
                        id.value()));
    }

    /** The clinician notes that the patient agreed aloud. */
    public void agreedAloud(StaffMember by, ConsultationId consultation, GuestId id) {
        by.mustHoldConsultations();
        consultations
                .find(by.practice(), consultation)
                .flatMap(found -> agree(found, id, Agreement.AGREED_ALOUD))
                .ifPresent(guest -> audit.staff(by, "guest.agreed_to_aloud", "guest", id.value()));
    }

    private Optional<Guest> agree(Consultation of, GuestId id, Agreement agreement) {
        return transactions.in(of.practice(), () -> {
            Optional<Guest> guest = store.find(of.practice(), id)
                    .filter(found -> found.consultation().equals(of.id()))
                    .filter(Guest::welcome);
            guest.ifPresent(found -> {
                store.agreed(of.practice(), id, agreement);
                calls.tell(of.practice(), of.call(), TOPIC);
            });
            return guest;
        });
    }

    /** Takes back who was invited, or sends away who came, whether or not a call is running. */
    public void remove(StaffMember by, ConsultationId consultation, GuestId id) {
        by.mustHoldConsultations();
        transactions.in(
                by.practice(),
                () -> consultations
                        .find(by.practice(), consultation)
                        .ifPresent(found -> store.find(by.practice(), id)
                                .filter(guest -> guest.consultation().equals(consultation))
                                .ifPresent(guest -> calls.remove(
                                        by.practice(), found.call(), guest.seat(), found.clinicianSeat()))));
    }
}
