package uk.anteroom.call;

import java.util.Locale;

/**
 * What the protocol says about a room, once more and as simply as can be, to compare {@link Room} with. Seat 0 is the
 * clinician's.
 */
final class ModelRoom {

    static final class Seat {
        boolean arrived;
        boolean letIn;
        boolean left;
        String presence = "gone";
        String devices = "unknown";
        String media = "none";
        int gen;

        private String state() {
            return left ? "left" : letIn ? "admitted" : "lobby";
        }
    }

    final Seat[] seats = {new Seat(), new Seat(), new Seat()};
    String state = "waiting";
    boolean wasLive;
    boolean byPhone;
    int epoch = 1;

    ModelRoom() {
        seats[0].letIn = true;
    }

    /** What became of a step: it changed something or nothing, or was refused for that reason. */
    String step(RoomStep step) {
        Seat who = seats[step.who()];
        boolean clinician = step.by() == 0;
        boolean over = state.equals("ended") || state.equals("closed");
        return switch (step.kind()) {
            case ENTER -> state.equals("closed") ? "CallOver" : enter(who);
            case RESUME -> state.equals("closed") ? "CallOver" : resume(who, step.on());
            case VACATE -> state.equals("closed") ? "nothing" : vacate(who);
            case READY, SENDS, LEAVE -> spoken(step, who);
            case PRESENT -> present(step, who);
            case ADMIT -> !clinician ? "NotAllowed" : over ? "CallOver" : admit(who);
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
        epoch += who.gen == 0 ? 0 : 1;
        who.gen++;
        who.arrived = true;
        who.left = false;
        who.presence = "here";
        who.devices = "unknown";
        who.media = "none";
        return "changed";
    }

    private String resume(Seat who, boolean anew) {
        epoch += anew ? 1 : 0;
        who.gen++;
        if (!who.left) {
            who.presence = "here";
        }
        return "changed";
    }

    private static String vacate(Seat who) {
        who.gen++;
        who.presence = "gone";
        return "changed";
    }

    private String spoken(RoomStep step, Seat who) {
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
                boolean same = who.left;
                who.left = true;
                who.presence = "gone";
                who.media = same ? who.media : "none";
                yield same ? "nothing" : "changed";
            }
        };
    }

    private String present(RoomStep step, Seat who) {
        String now = step.presence().name().toLowerCase(Locale.ROOT);
        if (step.stale() || who.left || who.presence.equals(now) || state.equals("closed")) {
            return "nothing";
        }
        who.presence = now;
        return "changed";
    }

    private String admit(Seat who) {
        if (who.left) {
            return "ParticipantGone";
        }
        if (who.letIn) {
            return "nothing";
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
        StringBuilder text = new StringBuilder("%s %s %s %d".formatted(state, wasLive, byPhone, epoch));
        for (Seat s : seats) {
            text.append(" | %s %s %s %s %s %d".formatted(s.state(), s.arrived, s.presence, s.devices, s.media, s.gen));
        }
        return text.toString();
    }

    static String seen(Room room) {
        StringBuilder text = new StringBuilder("%s %s %s %d"
                .formatted(word(room.state()), room.liveAt() != null, room.phoneSince() != null, room.epoch()));
        for (Participant p : room.participants()) {
            text.append(" | %s %s %s %s %s %d"
                    .formatted(
                            word(p.state()),
                            p.arrivedAt() != null,
                            word(p.presence()),
                            p.ready() ? p.camera() + "/" + p.microphone() : "unknown",
                            p.media() == null ? "none" : p.media(),
                            p.gen()));
        }
        return text.toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
