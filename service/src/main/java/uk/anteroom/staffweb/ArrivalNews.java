package uk.anteroom.staffweb;

import java.util.List;

/**
 * What a page of one member of staff is told about the waiting room: the whole of it each time, so that nothing is lost with a message.
 *
 * @param staff for whom it is, so that a page of somebody who signed out meanwhile does not show it
 * @param count how many wait in the practice
 * @param waiting those whom this member of staff is told about, longest wait first
 * @param loaded names who is open in their clinical system by an event's id, so that pages look again when it is another
 * @param written when something was written, read or scanned last in the practice's conversations, for the same reason
 * @param inbox names what happened last to the practice's requests and who looks at which, for the same reason
 */
record ArrivalNews(String staff, int count, List<One> waiting, String loaded, String written, String inbox) {

    /** Why they are told. */
    enum Kind {
        WAITING,
        UNATTENDED,
        RING
    }

    /**
     * One who waits.
     *
     * @param key names this wait and what is told of it: rung for once
     * @param text one short sentence with the name
     * @param rings whether the page makes itself heard; not where the consultation's own page is open and does
     */
    record One(String consultation, String key, Kind kind, String text, String href, boolean rings) {}
}
