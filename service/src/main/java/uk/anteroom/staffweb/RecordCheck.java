package uk.anteroom.staffweb;

/**
 * What the clinical system has open, beside the patient of a page.
 *
 * @param kind {@code good}, {@code bad} or {@code plain}, as tags are
 * @param icon of the sprite
 * @param words a key of messages.properties
 * @param name for the words: who else is open
 */
record RecordCheck(String kind, String icon, String words, String name) {

    static RecordCheck same() {
        return new RecordCheck("good", "tick", "check.same", "");
    }

    static RecordCheck another(String name) {
        return new RecordCheck("bad", "triangle", "check.another", name);
    }

    static RecordCheck notOnList() {
        return new RecordCheck("bad", "triangle", "check.notOnList", "");
    }

    static RecordCheck nobody() {
        return new RecordCheck("plain", "info", "check.nobody", "");
    }
}
