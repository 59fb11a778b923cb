package uk.anteroom.staffweb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.anteroom.call.Participant;
import uk.anteroom.consultation.Consultation;
import uk.anteroom.delivery.Letter;
import uk.anteroom.delivery.LetterState;
import uk.anteroom.delivery.Problem;
import uk.anteroom.invitation.Invitation;
import uk.anteroom.kernel.Channel;
import uk.anteroom.web.ShownTimes;

/**
 * How far an invitation has come, in seven steps. States come from what happened, not from hope: a step nobody can know about
 * (an email's delivery) is a ring, not a tick.
 */
record Ladder(List<Step> steps) {

    /** Where a step stands. */
    enum Standing {
        DONE,
        NOW,
        FAILED,
        TODO
    }

    /**
     * One step.
     *
     * @param when the time it was reached, or what is known instead
     * @param advice what to do about it, in a sentence; null if nothing
     */
    record Step(
            String name,
            Standing standing,
            String when,
            @Nullable String advice) {

        public String css() {
            return switch (standing) {
                case DONE -> "is-done";
                case NOW -> "is-now";
                case FAILED -> "is-failed";
                case TODO -> "is-todo";
            };
        }

        public String icon() {
            return switch (standing) {
                case DONE -> "tick";
                case NOW -> "clock";
                case FAILED -> "cross";
                case TODO -> "";
            };
        }
    }

    private static final Duration SOON = Duration.ofMinutes(3);

    static Ladder of(
            Invitation invitation,
            @Nullable Letter letter,
            Consultation consultation,
            @Nullable Participant seat,
            ShownTimes times) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("Queued", Standing.DONE, times.time(invitation.createdAt()), null));
        steps.add(sent(letter, times));
        steps.add(delivered(letter, times));
        steps.add(opened(invitation, letter, times));
        steps.add(identity(invitation, times));
        boolean ready = seat != null && seat.ready();
        steps.add(new Step("Devices ready", ready ? Standing.DONE : Standing.TODO, "", null));
        boolean came = consultation.waitingAt() != null && invitation.identityAt() != null;
        steps.add(new Step(
                "Waiting",
                came ? Standing.DONE : Standing.TODO,
                consultation.waitingAt() != null && came ? times.time(consultation.waitingAt()) : "",
                null));
        return new Ladder(markNow(steps));
    }

    /** The first step that is not reached is the one that is waited for. */
    private static List<Step> markNow(List<Step> steps) {
        int furthest = -1;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).standing() == Standing.DONE || steps.get(i).standing() == Standing.FAILED) {
                furthest = i;
            }
        }
        List<Step> marked = new ArrayList<>(steps);
        boolean stuck = steps.stream().anyMatch(step -> step.standing() == Standing.FAILED);
        for (int i = furthest + 1; i < steps.size() && !stuck; i++) {
            Step step = steps.get(i);
            // an email's delivery is never known, so nobody waits for it
            if (!step.name().equals("Delivered") || step.when().isEmpty()) {
                marked.set(i, new Step(step.name(), Standing.NOW, step.when(), step.advice()));
                break;
            }
        }
        return marked;
    }

    private static Step sent(@Nullable Letter letter, ShownTimes times) {
        if (letter == null) {
            return new Step("Sent", Standing.TODO, "", null);
        }
        String provider = letter.channel() == Channel.EMAIL ? "email" : "text message";
        return switch (letter.state()) {
            case SENT, DELIVERED ->
                new Step(
                        "Sent",
                        Standing.DONE,
                        letter.sentAt() == null ? "" : times.time(letter.sentAt()),
                        letter.maybeTwice() ? "It may have been sent twice." : null);
            case DROPPED -> new Step("Sent", Standing.FAILED, "not sent, the link ended first", null);
            case FAILED -> new Step("Sent", Standing.FAILED, "", trouble(letter, provider));
            case QUEUED -> {
                Instant next = letter.nextTryAt();
                yield new Step(
                        "Sent",
                        Standing.TODO,
                        "",
                        next == null
                                ? null
                                : "The " + provider + " service does not answer. Next try in "
                                        + times.length(Duration.between(times.now(), next)) + ".");
            }
        };
    }

    private static String trouble(Letter letter, String provider) {
        Problem problem = letter.problem() == null ? Problem.REFUSED : letter.problem();
        return switch (problem) {
            case UNKNOWN_ADDRESS ->
                letter.channel() == Channel.EMAIL
                        ? "Not delivered: this mailbox does not exist."
                        : "Not delivered: wrong number.";
            case REFUSED -> "The " + provider + " service refused it. Use another way, or ring the patient.";
            case UNREACHABLE ->
                "The " + provider + " service did not answer for 15 minutes. Use another way, or ring the patient.";
            case NOT_SET_UP -> "This practice has no " + provider + " service. Use another way, or ring the patient.";
            case OUT_OF_DATE -> "The link ended before it could be sent.";
        };
    }

    private static Step delivered(@Nullable Letter letter, ShownTimes times) {
        if (letter == null || letter.state() == LetterState.QUEUED) {
            return new Step("Delivered", Standing.TODO, "", null);
        }
        if (letter.state() == LetterState.DELIVERED && letter.deliveredAt() != null) {
            return new Step("Delivered", Standing.DONE, times.time(letter.deliveredAt()), null);
        }
        boolean email = letter.channel() == Channel.EMAIL && letter.state() == LetterState.SENT;
        return new Step("Delivered", Standing.TODO, email ? "no receipt for email" : "", null);
    }

    private static Step opened(Invitation invitation, @Nullable Letter letter, ShownTimes times) {
        if (invitation.openedAt() != null) {
            return new Step("Opened", Standing.DONE, times.time(invitation.openedAt()), null);
        }
        Instant sent = letter == null ? null : letter.sentAt();
        String ago = sent == null ? "" : "not yet, " + times.since(sent);
        boolean late = sent != null && Duration.between(sent, times.now()).compareTo(SOON) > 0;
        return new Step(
                "Opened",
                Standing.TODO,
                ago,
                late && invitation.to().channel() == Channel.EMAIL ? "Many people see a text message sooner." : null);
    }

    private static Step identity(Invitation invitation, ShownTimes times) {
        if (invitation.lockedAt() != null) {
            return new Step(
                    "Identity confirmed",
                    Standing.FAILED,
                    "",
                    "Closed after 5 wrong dates of birth. Send a new invitation.");
        }
        return invitation.identityAt() == null
                ? new Step("Identity confirmed", Standing.TODO, "", null)
                : new Step("Identity confirmed", Standing.DONE, times.time(invitation.identityAt()), null);
    }
}
