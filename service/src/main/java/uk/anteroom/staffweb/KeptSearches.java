package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * What somebody has searched the inbox for, by a key that stands in the address: names of patients belong into no address, since those are kept by browsers
 * and logs. Kept with the session, and as long.
 */
final class InboxSearches {

    private static final String ATTRIBUTE = InboxSearches.class.getName();
    /** As many as anybody goes back to. */
    private static final int MOST = 20;

    private static final int LONGEST = 100;

    private InboxSearches() {}

    /** The key of a search; empty for none. */
    static String keep(HttpSession session, String typed) {
        String words = typed.strip();
        if (words.isEmpty()) {
            return "";
        }
        SequencedMap<String, String> kept = kept(session);
        String key = UUID.randomUUID().toString();
        kept.put(key, words.length() > LONGEST ? words.substring(0, LONGEST) : words);
        while (kept.size() > MOST) {
            kept.pollFirstEntry();
        }
        session.setAttribute(ATTRIBUTE, kept);
        return key;
    }

    /** What was searched for; empty for nothing, or if it is forgotten. */
    static String words(HttpSession session, String key) {
        return key.isEmpty() ? "" : kept(session).getOrDefault(key, "");
    }

    @SuppressWarnings("unchecked")
    private static LinkedHashMap<String, String> kept(HttpSession session) {
        Object kept = session.getAttribute(ATTRIBUTE);
        return kept instanceof LinkedHashMap<?, ?> map
                ? new LinkedHashMap<>((LinkedHashMap<String, String>) map)
                : new LinkedHashMap<>();
    }
}
