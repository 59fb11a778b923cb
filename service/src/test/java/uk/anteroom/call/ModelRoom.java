package uk.anteroom.call;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the protocol says about a room, once more and as simply as can be, to compare {@link Room} with. Seat 0 is the
 * clinician's.
 */
final class ModelRoom {

    static final class Seat {
        boolean arrived;
        boolean letIn;
        boolean left;
        boolean removed;
        boolean held;
        int epoch;
        String presence = "gone";
        String devices = "unknown";
        String media = "none";
        String check = "none";
        String card = "none";
        int gen;

        private String state() {
            return removed ? "removed" : left ? "left" : letIn ? "admitted" : "lobby";
        }
    }

    final Seat[] seats = {new Seat(), new Seat(), new Seat()};
    String state = "waiting";
    boolean wasLive;
    boolean byPhone;
    int epoch = 1;
    int pinned = -1;

    ModelRoom() {
        seats[0].letIn = true;
    }

    /** What became of a step: it changed something or nothing, or was refused for that reason. */
    String step(RoomStep step) {
        Seat who = seats[step.who()];
        boolean clinician = step.by() == 0;
        boolean over = state.equals("ended") || state.equals("closed");
        return switch (step.kind()) {
            case ENTER -> state.equals("closed") || who.removed ? "CallOver" : enter(who);
            case RESUME -> state.equals("closed") || who.removed ? "CallOver" : resume(who, step.on());
            case VACATE -> state.equals("closed") || who.removed ? "nothing" : vacate(who);
            case READY, SENDS, LEAVE, CHECK, CARD_DONE -> spoken(step, who);
            case PRESENT -> present(step, who);
            case ADMIT -> !clinician ? "NotAllowed" : over ? "CallOver" : admit(who, step.who() == 2);
            case HOLD -> !clinician ? "NotAllowed" : over ? "CallOver" : hold(who, step);
            case REMOVE ->
                !clinician
                        ? "NotAllowed"
                        : state.equals("closed") ? "CallOver" : step.who() != 2 ? "NotAllowed" : remove(who);
            case PIN -> !clinician ? "NotAllowed" : over ? "CallOver" : pin(step);
            case CARD ->
                !clinician ? "NotAllowed" : over ? "CallOver" : step.who() == 0 ? "NotAllowed" : card(step, who);
            case PHONE ->
                !clinician
                        ? "NotAllowed"
                        : over ? "CallOver" : state.equals("waiting") ? "NotAllowed" : phone(step.on());
            case END -> !clinician && !step.on() ? "NotAllowed" : over ? "nothing" : to("ended");
            case REOPEN -> state.equals("closed") ? "CallOver" : state.equals("ended") ? reopen() : "nothing";
            case CLOSE -> state.equals("closed") ? "nothing" : to("closed");
        };
    }

    private String enter(Seat who) {
        // somebody else's page knew connections that this one does not
        who.epoch += who.gen == 0 ? 0 : 1;
        who.gen++;
        who.arrived = true;
        who.left = false;
        who.presence = "here";
        who.devices = "unknown";
        who.media = "none";
        who.check = "none";
        return "changed";
    }

    private String resume(Seat who, boolean anew) {
        who.epoch += anew ? 1 : 0;
        who.gen++;
        if (!who.left) {
            who.presence = "here";
        }
        return "changed";
    }

    private static String vacate(Seat who) {
        who.gen++;
        who.presence = "gone";
        who.check = "none";
        who.card = "none";
        return "changed";
    }

    private static String card(RoomStep step, Seat who) {
        if (who.removed) {
            return "ParticipantGone";
        }
        String told = step.card() == null ? "none" : step.card().name();
        boolean same = told.equals(who.card);
        who.card = told;
        return same ? "nothing" : "changed";
    }

    private String spoken(RoomStep step, Seat who) {
        if (who.removed) {
            return "CallOver";
        }
        if (step.stale()) {
            return "TakenOver";
        }
        if (state.equals("closed")) {
            return "CallOver";
        }
        return switch (step.kind()) {
            case READY -> {
                String told = step.camera() + "/" + step.microphone();
                boolean same = told.equals(who.devices);
                who.devices = told;
                yield same ? "nothing" : "changed";
            }
            case CHECK -> {
                if (step.who() == 0) {
                    yield "NotAllowed";
                }
                String told = told(step.check());
                boolean same = told.equals(who.check);
                who.check = told;
                yield same ? "nothing" : "changed";
            }
            case CARD_DONE -> {
                boolean same = who.card.equals("none");
                who.card = "none";
                yield same ? "nothing" : "changed";
            }
            case SENDS -> {
                if (!who.state().equals("admitted")) {
                    yield "NotAllowed";
                }
                boolean same = step.media().toString().equals(who.media);
                who.media = step.media().toString();
                yield same ? "nothing" : "changed";
            }
            default -> {
                if (step.who() == 0) {
                    yield "NotAllowed";
                }
                boolean same = who.left || who.removed;
                who.left = true;
                who.presence = "gone";
                who.media = same ? who.media : "none";
                yield same ? "nothing" : "changed";
            }
        };
    }

    private static String told(@Nullable Check check) {
        return check == null || check.problem() == null && check.speaker() == null
                ? "none"
                : check.problem() + "/" + check.speaker();
    }

    private String present(RoomStep step, Seat who) {
        String now = step.presence().name().toLowerCase(Locale.ROOT);
        if (step.stale() || who.left || who.removed || who.presence.equals(now) || state.equals("closed")) {
            return "nothing";
        }
        who.presence = now;
        return "changed";
    }

    private String hold(Seat who, RoomStep step) {
        if (state.equals("waiting") || step.who() == 0) {
            return "NotAllowed";
        }
        if (who.left || who.removed) {
            return "ParticipantGone";
        }
        if (!who.letIn) {
            return "NotAllowed";
        }
        boolean same = who.held == step.on();
        who.held = step.on();
        return same ? "nothing" : "changed";
    }

    private String remove(Seat who) {
        if (who.removed) {
            return "nothing";
        }
        who.removed = true;
        who.held = false;
        who.presence = "gone";
        who.media = "none";
        who.gen++;
        pinned = -1;
        return "changed";
    }

    private String pin(RoomStep step) {
        if (state.equals("waiting")) {
            return "NotAllowed";
        }
        int wanted = step.on() ? step.who() : -1;
        if (wanted >= 0 && wanted != 2) {
            return "NotAllowed";
        }
        if (wanted == 2 && !seats[2].state().equals("admitted")) {
            return "ParticipantGone";
        }
        boolean same = wanted == pinned;
        pinned = wanted;
        return same ? "nothing" : "changed";
    }

    private String admit(Seat who, boolean guest) {
        if (who.left || who.removed) {
            return "ParticipantGone";
        }
        if (who.letIn) {
            return "nothing";
        }
        if (guest && !state.equals("live")) {
            return "NotAllowed";
        }
        if (who.presence.equals("gone")) {
            return "ParticipantGone";
        }
        who.letIn = true;
        wasLive = true;
        return to("live");
    }

    private String phone(boolean on) {
        boolean same = byPhone == on;
        byPhone = on;
        return same ? "nothing" : "changed";
    }

    private String reopen() {
        epoch++;
        return to(wasLive ? "live" : "waiting");
    }

    private String to(String next) {
        state = next;
        byPhone = byPhone && next.equals("live");
        return "changed";
    }

    /** Everything that can be seen of it, to compare with {@link #seen(Room)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("%s %s %s %d %d".formatted(state, wasLive, byPhone, epoch, pinned));
        for (Seat s : seats) {
            text.append(" | %s %s %s %s %s %s %s %s %d %d"
                    .formatted(
                            s.state(),
                            s.held,
                            s.arrived,
                            s.presence,
                            s.devices,
                            s.media,
                            s.check,
                            s.card,
                            s.gen,
                            s.epoch));
        }
        return text.toString();
    }

    static String seen(Room room) {
        StringBuilder text = new StringBuilder("%s %s %s %d %d"
                .formatted(
                        word(room.state()),
                        room.liveAt() != null,
                        room.phoneSince() != null,
                        room.epoch(),
                        room.participants().stream()
                                .map(Participant::id)
                                .toList()
                                .indexOf(room.pinned())));
        for (Participant p : room.participants()) {
            text.append(" | %s %s %s %s %s %s %s %s %d %d"
                    .formatted(
                            word(p.state()),
                            p.held(),
                            p.arrivedAt() != null,
                            word(p.presence()),
                            p.ready() ? p.camera() + "/" + p.microphone() : "unknown",
                            p.media() == null ? "none" : p.media(),
                            told(p.check()),
                            p.card() == null ? "none" : p.card(),
                            p.gen(),
                            p.epoch()));
        }
        return text.toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
