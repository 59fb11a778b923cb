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
 * How far an invitation has come, in eight steps. States come from what happened, not from hope: a step nobody can know about
 * (an email's delivery) is a ring, not a tick.
 */
record Ladder(List<Step> steps) {

    /** Nearly every text message is there in ten seconds; after this a telephone is off. */
    private static final Duration SLOW = Duration.ofMinutes(2);

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
     * @param next the same as a button; null if nothing is better than to wait
     */
    record Step(
            String name,
            Standing standing,
            String when,
            @Nullable String advice,
            @Nullable NextStep next) {

        Step(String name, Standing standing, String when, @Nullable String advice) {
            this(name, standing, when, advice, null);
        }

        public String css() {
            return switch (standing) {
                case DONE -> "is-done";
                case NOW -> "is-now";
                case FAILED -> "is-bad";
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

    /**
     * What can be done about an invitation, where something must be.
     *
     * @param other null if the other channel is used already
     */
    record Remedies(@Nullable NextStep other, NextStep corrected, NextStep renewed) {}

    static Ladder of(
            Invitation invitation,
            @Nullable Letter letter,
            Consultation consultation,
            @Nullable Participant seat,
            Remedies remedies,
            ShownTimes times) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("Queued", Standing.DONE, times.time(invitation.createdAt()), null));
        steps.add(sent(letter, remedies, times));
        steps.add(delivered(invitation, letter, remedies, times));
        steps.add(opened(invitation, letter, remedies, times));
        steps.add(identity(invitation, remedies, times));
        boolean came = invitation.identityAt() != null;
        boolean ready = came && seat != null && seat.ready();
        steps.add(new Step("Devices ready", ready ? Standing.DONE : Standing.TODO, "", null));
        steps.add(reached("Waiting", came ? consultation.waitingAt() : null, times));
        steps.add(reached("Admitted", came ? consultation.liveAt() : null, times));
        return new Ladder(markNow(steps));
    }

    private static Step reached(String name, @Nullable Instant at, ShownTimes times) {
        return at == null
                ? new Step(name, Standing.TODO, "", null)
                : new Step(name, Standing.DONE, times.time(at), null);
    }

    /** Where it stands in one line: the step that failed, else the last one reached. */
    String line() {
        return steps.stream()
                .filter(step -> step.standing() == Standing.FAILED)
                .findFirst()
                .map(step -> step.advice() == null ? step.name() + ": " + step.when() : step.advice())
                .orElseGet(() -> steps.stream()
                        .filter(step -> step.standing() == Standing.DONE)
                        .reduce((earlier, later) -> later)
                        .map(step -> (step.name() + " " + step.when()).strip())
                        .orElse(""));
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
                marked.set(i, new Step(step.name(), Standing.NOW, step.when(), step.advice(), step.next()));
                break;
            }
        }
        return marked;
    }

    private static Step sent(@Nullable Letter letter, Remedies remedies, ShownTimes times) {
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
            case FAILED ->
                // refused for good by the far side is told where the far side is
                isWrongPlace(letter)
                        ? new Step(
                                "Sent",
                                letter.sentAt() == null ? Standing.TODO : Standing.DONE,
                                letter.sentAt() == null ? "" : times.time(letter.sentAt()),
                                null)
                        : new Step("Sent", Standing.FAILED, "", trouble(letter, provider), remedies.other());
            case QUEUED -> {
                Instant next = letter.nextTryAt();
                yield new Step(
                        "Sent",
                        Standing.TODO,
                        "",
                        next == null
                                ? null
                                : "The " + provider + " service does not answer. Next try in "
                                        + times.length(Duration.between(times.now(), next)) + ".",
                        next == null ? null : remedies.other());
            }
        };
    }

    private static boolean isWrongPlace(Letter letter) {
        return letter.state() == LetterState.FAILED
                && (letter.problem() == Problem.UNKNOWN_ADDRESS || letter.problem() == Problem.NOT_REACHED);
    }

    private static String trouble(Letter letter, String provider) {
        Problem problem = letter.problem() == null ? Problem.REFUSED : letter.problem();
        return switch (problem) {
            case UNKNOWN_ADDRESS ->
                letter.channel() == Channel.EMAIL
                        ? "Not delivered: this mailbox does not exist."
                        : "Not delivered: wrong number.";
            case NOT_REACHED ->
                letter.channel() == Channel.EMAIL
                        ? "Not delivered: this mailbox is full, or does not answer."
                        : "Not delivered: the phone is off or has no network.";
            case UNCLEAR ->
                "The " + provider + " service did not say whether it was sent. Use another way, or ring the patient.";
            case REFUSED -> "The " + provider + " service refused it. Use another way, or ring the patient.";
            case UNREACHABLE ->
                "The " + provider + " service did not answer for 15 minutes. Use another way, or ring the patient.";
            case NOT_SET_UP -> "This practice has no " + provider + " service. Use another way, or ring the patient.";
            case OUT_OF_DATE -> "The link ended before it could be sent.";
        };
    }

    private static Step delivered(Invitation invitation, @Nullable Letter letter, Remedies remedies, ShownTimes times) {
        if (letter == null || letter.state() == LetterState.QUEUED) {
            return new Step("Delivered", Standing.TODO, "", null);
        }
        if (letter.state() == LetterState.DELIVERED && letter.deliveredAt() != null) {
            return new Step("Delivered", Standing.DONE, times.time(letter.deliveredAt()), null);
        }
        if (isWrongPlace(letter)) {
            return new Step("Delivered", Standing.FAILED, "", trouble(letter, ""), remedies.corrected());
        }
        boolean email = letter.channel() == Channel.EMAIL && letter.state() == LetterState.SENT;
        if (!email && invitation.openedAt() == null && isSlow(letter, times)) {
            return new Step(
                    "Delivered",
                    Standing.TODO,
                    "not yet",
                    "The phone has not taken it yet: it may be off. Ring the patient, or use another way.",
                    remedies.other());
        }
        return new Step("Delivered", Standing.TODO, email ? "no receipt for email" : "", null);
    }

    private static boolean isSlow(Letter letter, ShownTimes times) {
        return letter.state() == LetterState.SENT
                && letter.sentAt() != null
                && Duration.between(letter.sentAt(), times.now()).compareTo(SLOW) > 0;
    }

    private static Step opened(Invitation invitation, @Nullable Letter letter, Remedies remedies, ShownTimes times) {
        if (invitation.openedAt() != null) {
            return new Step("Opened", Standing.DONE, times.time(invitation.openedAt()), null);
        }
        Instant sent = letter == null ? null : letter.sentAt();
        String ago = sent == null ? "" : "not yet, " + times.since(sent);
        boolean late = sent != null && Duration.between(sent, times.now()).compareTo(SOON) > 0;
        if (!late || remedies.other() == null) {
            return new Step("Opened", Standing.TODO, ago, null);
        }
        boolean email = invitation.to().channel() == Channel.EMAIL;
        return new Step(
                "Opened",
                Standing.TODO,
                ago,
                email ? "Many people see a text message sooner." : "Some people see an email sooner.",
                remedies.other());
    }

    private static Step identity(Invitation invitation, Remedies remedies, ShownTimes times) {
        if (invitation.lockedAt() != null) {
            return new Step(
                    "Identity confirmed",
                    Standing.FAILED,
                    "",
                    "Closed after 5 wrong dates of birth",
                    remedies.renewed());
        }
        if (invitation.identityAt() == null && invitation.otherAccountAt() != null) {
            return new Step(
                    "Identity confirmed",
                    Standing.TODO,
                    "",
                    "Somebody signed in to another patient’s account here at " + times.time(invitation.otherAccountAt())
                            + ", and was refused");
        }
        return invitation.identityAt() == null
                ? new Step("Identity confirmed", Standing.TODO, "", null)
                : new Step("Identity confirmed", Standing.DONE, times.time(invitation.identityAt()), null);
    }
}
