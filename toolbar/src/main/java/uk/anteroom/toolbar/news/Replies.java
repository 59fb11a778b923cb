package uk.anteroom.toolbar.news;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says when a patient's reply is to be heard: once, when there is one more than before. What was there at first is not new. */
public final class Replies {

    private @Nullable Integer known;

    /** Whether it is to be heard now. */
    public synchronized boolean ring(Optional<News> news) {
        if (news.isEmpty()) {
            return false;
        }
        int now = news.get().replies();
        boolean more = known != null && now > known;
        known = now;
        return more;
    }
}
