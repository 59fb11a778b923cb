package uk.anteroom.call.signalling;

/** The numbers of what one page has said, within one session. Not thread-safe. */
final class Inbox {

    /** After so many messages unanswered an acknowledgement goes out on its own. */
    static final int ACK_AFTER = 8;

    private long received;
    private long acknowledged;
    private boolean owed;

    /** What to do with a numbered message: carry it out, drop it as seen, or close because something is missing. */
    enum Verdict {
        NEXT,
        SEEN,
        GAP
    }

    Verdict take(long number) {
        if (number <= received) {
            // the other side evidently does not know that it arrived
            owed = true;
            return Verdict.SEEN;
        }
        if (number > received + 1) {
            return Verdict.GAP;
        }
        received = number;
        owed = true;
        return Verdict.NEXT;
    }

    /** The highest number received in order. */
    long received() {
        return received;
    }

    /** Something was received that the other side has not been told of. */
    boolean owesAck() {
        return owed;
    }

    boolean owesManyAcks() {
        return received - acknowledged >= ACK_AFTER;
    }

    /** Call when {@link #received()} is being sent. */
    void acknowledging() {
        acknowledged = received;
        owed = false;
    }
}
