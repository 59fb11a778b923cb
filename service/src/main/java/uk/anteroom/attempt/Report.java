package uk.anteroom.attempt;

import uk.anteroom.call.Figures;
import uk.anteroom.call.ParticipantRole;

/** What one page of a participant said last. */
record Report(ParticipantRole role, Figures figures) {

    boolean connected() {
        return figures.connectedMs() != null || figures.firstFrameMs() != null;
    }

    /** No bars: the page has no connection to anybody. */
    boolean lost() {
        return figures.score() != null && figures.score() == 0;
    }

    boolean relayAway() {
        return figures.relay() == Figures.Relay.AWAY;
    }
}
