package uk.anteroom.toolbar.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NewsTest {

    static final Instant NOW = Instant.parse("2026-11-22T10:31:00Z");

    @Test
    void eventsArePutTogetherLineByLine() {
        EventStream stream = new EventStream();
        List<EventStream.Event> events = Stream.of(
                        ":",
                        "",
                        "event: news",
                        "data: {\"a\":",
                        "data: 1}",
                        "",
                        "data:plain",
                        "id: 7",
                        "",
                        "event: empty",
                        "")
                .flatMap(line -> stream.line(line).stream())
                .toList();
        assertThat(events)
                .containsExactly(
                        new EventStream.Event("news", "{\"a\":\n1}"), new EventStream.Event("message", "plain"));
    }

    @Test
    void lineSaysWhatIsTrueAndNoMore() {
        assertThat(Words.of(Optional.empty(), false, NOW)).isEqualTo("We cannot tell who is waiting");
        assertThat(Words.of(Optional.of(news()), false, NOW)).isEqualTo("Nobody is waiting");
        assertThat(Words.of(Optional.of(news()), true, NOW)).isEqualTo("Nobody waits");
        News.One rosa = one("1", "Rosa Whitfield", 125, false);
        assertThat(Words.of(Optional.of(news(rosa)), false, NOW)).isEqualTo("Rosa Whitfield is waiting, 2 minutes");
        assertThat(Words.of(Optional.of(news(one("1", "Rosa", 60, false))), false, NOW))
                .isEqualTo("Rosa is waiting, 1 minute");
        assertThat(Words.of(Optional.of(news(one("1", "Rosa", 10, false))), false, NOW))
                .isEqualTo("Rosa is waiting");
        assertThat(Words.of(Optional.of(news(rosa)), true, NOW)).isEqualTo("1 waiting");
        assertThat(Words.of(Optional.of(news(rosa, one("2", "Tom", 1, false), one("3", "Ines", 1, false))), false, NOW))
                .isEqualTo("3 patients are waiting");
    }

    @Test
    void arrivalIsHeardAtOnceThenEveryThirtySecondsThreeTimesAtMost() {
        Arrivals arrivals = new Arrivals();
        Optional<News> rosa = Optional.of(news(one("1", "Rosa", 0, false)));
        List<Long> heard = Stream.iterate(0L, second -> second <= 300, second -> second + 1)
                .filter(second -> arrivals.ring(rosa, NOW.plusSeconds(second)))
                .toList();
        assertThat(heard).containsExactly(0L, 30L, 60L);
    }

    @Test
    void whoeverIsLookedAfterOrLookedAtIsNotRungFor() {
        Arrivals arrivals = new Arrivals();
        assertThat(arrivals.ring(Optional.of(news(one("1", "Rosa", 0, true))), NOW))
                .isFalse();
        assertThat(arrivals.ring(Optional.of(news(one("1", "Rosa", 0, false))), NOW))
                .isTrue();
        arrivals.looked();
        assertThat(arrivals.ring(Optional.of(news(one("1", "Rosa", 0, false))), NOW.plusSeconds(30)))
                .isFalse();
        // and the next who comes is
        assertThat(arrivals.ring(
                        Optional.of(news(one("1", "Rosa", 0, false), one("2", "Tom", 0, false))), NOW.plusSeconds(31)))
                .isTrue();
    }

    @Test
    void connectionThatWasAwayRingsForNobodyTwice() {
        Arrivals arrivals = new Arrivals();
        Optional<News> rosa = Optional.of(news(one("1", "Rosa", 0, false)));
        assertThat(arrivals.ring(rosa, NOW)).isTrue();
        assertThat(arrivals.ring(Optional.empty(), NOW.plusSeconds(1))).isFalse();
        assertThat(arrivals.ring(rosa, NOW.plusSeconds(2))).isFalse();
        // who left and comes again is new
        assertThat(arrivals.ring(Optional.of(news()), NOW.plusSeconds(3))).isFalse();
        assertThat(arrivals.ring(rosa, NOW.plusSeconds(4))).isTrue();
    }

    @Test
    void oneReplyMoreIsHeardOnceAndWhatWasThereAtFirstIsNot() {
        Replies replies = new Replies();
        assertThat(replies.ring(unread(2))).isFalse();
        assertThat(replies.ring(unread(3))).isTrue();
        assertThat(replies.ring(unread(3))).isFalse();
        assertThat(replies.ring(Optional.empty())).isFalse();
        assertThat(replies.ring(unread(1))).isFalse();
        assertThat(replies.ring(unread(2))).isTrue();
    }

    static News news(News.One... waiting) {
        return new News(List.of(waiting), waiting.length, 0, 0);
    }

    private static Optional<News> unread(int replies) {
        return Optional.of(new News(List.of(), 0, 0, replies));
    }

    static News.One one(String consultation, String name, int seconds, boolean attended) {
        return new News.One(consultation, name, NOW.minusSeconds(seconds), attended);
    }
}
