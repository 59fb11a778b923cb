package uk.anteroom.practice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.practice.OpeningHours.Span;

@Repository
class OpeningStore {

    private record Day(DayOfWeek day, Span span) {}

    private final JdbcClient jdbc;

    OpeningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who else changes the hours of that practice waits until the transaction ends. */
    void hold(PracticeId practice) {
        jdbc.sql("select 1 from practice where practice_id = :practice for no key update")
                .param("practice", practice.value())
                .query(Integer.class)
                .single();
    }

    OpeningHours find(PracticeId practice) {
        Set<LocalDate> closed = jdbc
                .sql("select day from closed_day where practice_id = :practice")
                .param("practice", practice.value())
                .query((row, n) -> row.getObject("day", LocalDate.class))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
        return new OpeningHours(
                jdbc
                        .sql("select weekday, opens, closes from opening_hours where practice_id = :practice")
                        .param("practice", practice.value())
                        .query((row, n) -> new Day(
                                DayOfWeek.of(row.getInt("weekday")),
                                new Span(
                                        row.getObject("opens", LocalTime.class),
                                        row.getObject("closes", LocalTime.class))))
                        .list()
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(Day::day, Day::span)),
                closed);
    }

    void put(PracticeId practice, OpeningHours hours) {
        jdbc.sql("delete from opening_hours where practice_id = :practice")
                .param("practice", practice.value())
                .update();
        jdbc.sql("delete from closed_day where practice_id = :practice")
                .param("practice", practice.value())
                .update();
        hours.week()
                .forEach((day, span) -> jdbc.sql("""
                        insert into opening_hours (practice_id, weekday, opens, closes)
                        values (:practice, :day, :opens, :closes)
                        """)
                        .param("practice", practice.value())
                        .param("day", day.getValue())
                        .param("opens", span.opens())
                        .param("closes", span.closes())
                        .update());
        hours.closedDays()
                .forEach(day -> jdbc.sql("insert into closed_day (practice_id, day) values (:practice, :day)")
                        .param("practice", practice.value())
                        .param("day", day)
                        .update());
    }
}
