package uk.anteroom.invitation;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.anteroom.audit.Audit;
import uk.anteroom.consultation.Attendance;
import uk.anteroom.kernel.DeviceKey;
import uk.anteroom.kernel.Limit;
import uk.anteroom.kernel.Limits;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.kernel.PracticeTransactions;
import uk.anteroom.kernel.Secrets;
import uk.anteroom.practice.Practices;

/**
 * Goes on with a visit on another device: the same invitation, the same place, the same identity. The secret of a square binds the device that
 * brings it; six typed letters bind one only after the first device has said yes. Either works once.
 */
@Service
public class Handovers {

    /** What pages of the call are told when somebody typed the letters. */
    private static final String TOPIC = "handover";

    /** Long enough to fetch the other device, too short to be worth a photograph of the screen. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    /** Two offers with the same letters are one in 150 million for each that is open. */
    private static final int DRAWS = 5;

    private final HandoverStore store;
    private final InvitationStore invitations;
    private final Visits visits;
    private final Practices practices;
    private final Attendance attendance;
    private final Limits limits;
    private final Secrets secrets;
    private final Audit audit;
    private final PracticeTransactions transactions;

    Handovers(
            HandoverStore store,
            InvitationStore invitations,
            Visits visits,
            Practices practices,
            Attendance attendance,
            Limits limits,
            Secrets secrets,
            Audit audit,
            PracticeTransactions transactions) {
        this.store = store;
        this.invitations = invitations;
        this.visits = visits;
        this.practices = practices;
        this.attendance = attendance;
        this.limits = limits;
        this.secrets = secrets;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Two ways to the same place, both good once and for ten minutes. */
    public record Offer(HandoverSecret secret, HandoverCode code) {}

    /** What became of typed letters. */
    public sealed interface Claim {

        /** They were right: whoever holds this secret waits for the first device's yes. */
        record Waits(HandoverSecret claim) implements Claim {}

        record Wrong() implements Claim {}

        /** Too many wrong ones from there. */
        record TooMany() implements Claim {}
    }

    /** Whether a device that waits may come in. */
    public sealed interface Answer {

        record Yes(DeviceKey device) implements Answer {}

        record NotYet() implements Answer {}

        /** Refused, expired or never asked for. */
        record No() implements Answer {}
    }

    /** Offers a device's visit to another device; an earlier offer is void. Empty if the visit is over. */
    public Optional<Offer> offer(DeviceKey device) {
        return visits.of(device)
                .filter(visit -> visit.consultation().reachable())
                .flatMap(visit -> transactions.in(visit.practice().id(), () -> draw(visit)));
    }

    private Optional<Offer> draw(Visit visit) {
        for (int i = 0; i < DRAWS; i++) {
            Offer offer =
                    new Offer(HandoverSecret.draw(visit.practice().publicCode(), secrets), HandoverCode.draw(secrets));
            if (store.put(visit.practice().id(), visit.invitation().id(), offer.secret(), offer.code(), GOOD_FOR)) {
                return Optional.of(offer);
            }
        }
        return Optional.empty();
    }

    /** Binds the device that brings the secret of a square. Empty if it was used, is too old or wrong. */
    public Optional<DeviceKey> take(HandoverSecret secret) {
        return practices
                .withCode(secret.publicCode())
                .flatMap(practice -> transactions.in(
                        practice,
                        () -> store.take(practice, secret)
                                .flatMap(invitation -> bind(practice, invitation, secret.publicCode()))));
    }

    /**
     * Somebody typed letters. The right ones bind nothing yet: the first device is asked.
     *
     * @param publicCode of the practice, from the address
     * @param address where they come from, to stop somebody who tries many
     */
    public Claim claim(String publicCode, String typed, String address) {
        if (!limits.hasLeft(Limit.HANDOVER_CODES_BY_ADDRESS, address)) {
            return new Claim.TooMany();
        }
        Optional<HandoverSecret> claim = HandoverCode.read(typed)
                .flatMap(code -> practices.withCode(publicCode).flatMap(practice -> claim(practice, publicCode, code)));
        if (claim.isEmpty()) {
            limits.take(Limit.HANDOVER_CODES_BY_ADDRESS, address);
            return new Claim.Wrong();
        }
        return new Claim.Waits(claim.get());
    }

    private Optional<HandoverSecret> claim(PracticeId practice, String publicCode, HandoverCode code) {
        HandoverSecret claim = HandoverSecret.draw(publicCode, secrets);
        return transactions.in(
                practice,
                () -> store.claim(practice, code, claim)
                        .flatMap(invitation -> invitations.find(practice, invitation))
                        .map(invitation -> {
                            attendance.tell(practice, invitation.consultation(), TOPIC);
                            return claim;
                        }));
    }

    /** Whether somebody typed the letters that this device shows, and waits. */
    public boolean asked(DeviceKey device) {
        return visits.of(device)
                .map(visit -> transactions.in(
                        visit.practice().id(),
                        () -> store.asked(
                                visit.practice().id(), visit.invitation().id())))
                .orElse(false);
    }

    /** The first device says whether that was its own holder. A no voids the offer. False if nobody waits any more. */
    public boolean answer(DeviceKey device, boolean yes) {
        return visits.of(device)
                .map(visit -> transactions.in(visit.practice().id(), () -> {
                    PracticeId practice = visit.practice().id();
                    InvitationId invitation = visit.invitation().id();
                    boolean waited = store.asked(practice, invitation);
                    if (!yes) {
                        store.withdraw(practice, invitation);
                        return waited;
                    }
                    return store.allow(practice, invitation);
                }))
                .orElse(false);
    }

    /** What the device that typed the letters asks until there is an answer. */
    public Answer collect(HandoverSecret claim) {
        return practices
                .withCode(claim.publicCode())
                .map(practice -> transactions.in(practice, () -> {
                    Optional<DeviceKey> device = store.collect(practice, claim)
                            .flatMap(invitation -> bind(practice, invitation, claim.publicCode()));
                    return device.<Answer>map(Answer.Yes::new)
                            .orElseGet(() -> store.waits(practice, claim) ? new Answer.NotYet() : new Answer.No());
                }))
                .orElseGet(Answer.No::new);
    }

    private Optional<DeviceKey> bind(PracticeId practice, InvitationId invitation, String publicCode) {
        DeviceKey device = DeviceKey.draw(publicCode, secrets);
        invitations.bind(practice, device.digest(), invitation);
        audit.patient(practice, invitation.value(), "device.added", "invitation", invitation.value());
        // a visit that was withdrawn meanwhile leads nowhere
        return visits.of(device).map(visit -> device);
    }
}
