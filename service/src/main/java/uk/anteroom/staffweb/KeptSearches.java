package uk.anteroom.staffweb;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.FieldCipher;

/**
 * What somebody has searched the inbox or the practice list for, by a key that stands in the address: names, dates of birth and numbers of patients belong into
 * no address, since those are kept by browsers and logs. Kept with the session, sealed, and as long.
 */
@Component
class KeptSearches {

    private static final String ATTRIBUTE = KeptSearches.class.getName();
    /** As many as anybody goes back to. */
    private static final int MOST = 20;

    private static final int LONGEST = 100;

    private final FieldCipher cipher;

    KeptSearches(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** The key of a search; empty for none. */
    String keep(HttpSession session, String typed) {
        String words = typed.strip();
        if (words.isEmpty()) {
            return "";
        }
        SequencedMap<String, byte[]> kept = kept(session);
        String key = UUID.randomUUID().toString();
        kept.put(key, cipher.seal(words.length() > LONGEST ? words.substring(0, LONGEST) : words, place(key)));
        while (kept.size() > MOST) {
            kept.pollFirstEntry();
        }
        session.setAttribute(ATTRIBUTE, kept);
        return key;
    }

    /** What was searched for; empty for nothing, or if it is forgotten. */
    String words(HttpSession session, String key) {
        return Optional.ofNullable(kept(session).get(key))
                .map(stored -> cipher.open(stored, place(key)))
                .orElse("");
    }

    private static String place(String key) {
        return "session.search:" + key;
    }

    @SuppressWarnings("unchecked")
    private static LinkedHashMap<String, byte[]> kept(HttpSession session) {
        Object kept = session.getAttribute(ATTRIBUTE);
        return kept instanceof LinkedHashMap<?, ?> map
                ? new LinkedHashMap<>((LinkedHashMap<String, byte[]>) map)
                : new LinkedHashMap<>();
    }
}
