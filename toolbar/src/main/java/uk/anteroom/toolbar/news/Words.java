package uk.anteroom.toolbar.news;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the news say, in one line. */
public final class Words {

    private Words() {}

    /** The line; {@code narrow} where there is no room for a name. */
    public static String of(Optional<News> news, boolean narrow, Instant now) {
        if (news.isEmpty()) {
            return narrow ? "Not connected" : "We cannot tell who is waiting";
        }
        List<News.One> waiting = news.get().waiting();
        if (waiting.isEmpty()) {
            return narrow ? "Nobody waits" : "Nobody is waiting";
        }
        if (narrow) {
            return waiting.size() + " waiting";
        }
        return waiting.size() == 1
                ? waiting.getFirst().name() + " is waiting" + since(waiting.getFirst(), now)
                : waiting.size() + " patients are waiting";
    }

    private static String since(News.One one, Instant now) {
        long minutes = Duration.between(one.since(), now).toMinutes();
        if (minutes < 1) {
            return "";
        }
        return ", " + minutes + (minutes == 1 ? " minute" : " minutes");
    }
}
