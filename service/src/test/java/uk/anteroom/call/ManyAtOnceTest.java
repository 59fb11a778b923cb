package uk.anteroom.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import uk.anteroom.testing.TestDatabase;

/** Three people do everything at once to one call. PostgreSQL itself writes down each change, and the books must balance. */
@CallTest
class ManyAtOnceTest extends TwoSeats {

    private static final int STEPS = 120;

    /** What a page can see of a seat; the rest is sessions and confirmations, which are no change of the room. */
    private static final String VISIBLE =
            "state, presence, arrived_at, admitted_at, gen, camera, microphone, media_microphone, media_camera, media_screen, held, epoch, check_problem, check_speaker, card";

    private final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());
    private final Collection<Seats.Taken> taken = new ConcurrentLinkedQueue<>();
    private List<ParticipantId> people = List.of();

    @BeforeEach
    void keepBooks() {
        people = List.of(clinician, patient, calls.seat(practice, call, ParticipantRole.GUEST));
        script("""
                create schema watch;
                create table watch.book (
                    n bigint generated always as identity, tx bigint not null, kind text not null, id uuid not null,
                    before jsonb not null, after jsonb not null);
                create function watch.note() returns trigger language plpgsql security definer as
                'begin
                    insert into watch.book (tx, kind, id, before, after)
                    values (txid_current(), tg_table_name, new.call_id, to_jsonb(old), to_jsonb(new));
                    return null;
                end';
                create trigger watch after update on call for each row execute function watch.note();
                create trigger watch after update on participant for each row execute function watch.note();
                """);
    }

    @AfterEach
    void closeBooks() {
        script("drop schema watch cascade;");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyChangeIsOneRevisionAndNothingRunsBackwards(long seed) throws Exception {
        long first = room().rev();

        List<Throwable> thrown = atOnce(3, n -> () -> walk(new Random(seed * 31 + n)));

        assertThat(thrown).isEmpty();
        List<Map<String, Object>> revisions = book("call", "(after->>'rev')::bigint as rev, tx");
        assertThat(revisions).extracting(row -> row.get("rev")).containsExactlyElementsOf(upTo(first, room().rev()));
        assertThat(revisions).extracting(row -> row.get("tx")).doesNotHaveDuplicates();
        assertThat(strayChanges())
                .as("seats changed without a revision of the room")
                .isEmpty();
        assertThat(idleRevisions()).as("revisions that changed nothing").isEmpty();
        nothingRanBackwards();
        oneSessionAtMostInEachSeat();
    }

    private void walk(Random random) {
        Map<ParticipantId, Seats.Taken> mine = new HashMap<>();
        for (int i = 0; i < STEPS; i++) {
            RoomStep step = RoomStep.draw(random);
            try {
                act(step, mine);
            } catch (NotAllowed | CallOver | ParticipantGone | TakenOver | PassRefused refused) {
                // what the rules refuse is part of a walk
            }
        }
    }

    private void act(RoomStep step, Map<ParticipantId, Seats.Taken> mine) {
        ParticipantId who = people.get(step.who());
        Seats.Taken own = mine.get(who);
        switch (step.kind()) {
            case ENTER -> keep(seats.take(calls.pass(practice, who)), mine);
            case ADMIT -> calls.admit(practice, call, who, people.get(step.by()));
            case PHONE -> calls.phone(practice, call, step.on(), people.get(step.by()));
            case HOLD -> calls.hold(practice, call, who, step.on(), people.get(step.by()));
            case REMOVE -> calls.remove(practice, call, who, people.get(step.by()));
            case PIN -> calls.pin(practice, call, step.on() ? who : null, people.get(step.by()));
            case END -> calls.end(practice, call, step.on() ? null : people.get(step.by()));
            case REOPEN -> calls.reopen(practice, call);
            case VACATE -> calls.vacate(practice, call, who);
            case CLOSE -> {
                if (step.stale()) {
                    calls.close(practice, call);
                }
            }
            default -> {
                if (own != null) {
                    actAs(own, step, mine);
                }
            }
        }
    }

    private void actAs(Seats.Taken own, RoomStep step, Map<ParticipantId, Seats.Taken> mine) {
        Occupant me = own.occupant();
        switch (step.kind()) {
            case RESUME -> keep(seats.takeBack(practice, me.session(), own.token(), step.on()), mine);
            case READY -> seats.ready(me, step.camera(), step.microphone());
            case SENDS -> seats.sends(me, step.media());
            case CHECK -> seats.checked(me, step.check());
            case CARD -> seats.card(me, people.get(step.by()), step.card());
            case CARD_DONE -> seats.cardDone(me);
            case LEAVE -> seats.leave(me);
            case PRESENT -> seats.present(me, step.presence());
            default -> throw new AssertionError(step);
        }
    }

    private void keep(Seats.Taken seat, Map<ParticipantId, Seats.Taken> mine) {
        mine.put(seat.occupant().participant(), seat);
        taken.add(seat);
    }

    private void nothingRanBackwards() {
        assertThat(count("kind = 'call' and (after->>'epoch')::int < (before->>'epoch')::int"))
                .isZero();
        assertThat(count("kind = 'participant' and (after->>'gen')::int < (before->>'gen')::int"))
                .isZero();
        assertThat(count("kind = 'call' and before->>'live_at' is distinct from after->>'live_at'"))
                .as("live once, and then never again")
                .isLessThanOrEqualTo(1);
        assertThat(count("kind = 'call' and before->>'state' = 'closed'")).isZero();
        assertThat(
                        count(
                                "kind = 'call' and (before->>'state') <> (after->>'state')"
                                        + " and (before->>'state') || ' ' || (after->>'state') not in ('waiting live', 'waiting ended',"
                                        + " 'waiting closed', 'live ended', 'live closed', 'ended waiting', 'ended live', 'ended closed')"))
                .as("states that cannot be reached from there")
                .isZero();
        assertThat(count("kind = 'participant' and before->>'admitted_at' is not null"
                        + " and before->>'admitted_at' is distinct from after->>'admitted_at'"))
                .isZero();
    }

    private void oneSessionAtMostInEachSeat() {
        Room room = room();
        for (ParticipantId who : people) {
            assertThat(taken.stream()
                            .map(Seats.Taken::occupant)
                            .filter(o -> o.participant().equals(who))
                            .filter(o -> o.gen() == room.require(who).gen()))
                    .hasSizeLessThanOrEqualTo(1);
        }
        if (room.state() == CallState.CLOSED) {
            return;
        }
        Map<ParticipantId, Integer> resumed = new HashMap<>();
        for (Seats.Taken seat : taken) {
            try {
                seats.takeBack(practice, seat.occupant().session(), seat.token(), false);
                resumed.merge(seat.occupant().participant(), 1, Integer::sum);
            } catch (PassRefused refused) {
                // a session that was taken over
            }
        }
        assertThat(resumed.values()).allMatch(times -> times <= 1);
    }

    private List<Map<String, Object>> strayChanges() {
        return superuser
                .sql("""
                        select n, before, after from watch.book p
                        where kind = 'participant' and id = :call and (%s) is distinct from (%s)
                          and not exists (select from watch.book c where c.tx = p.tx and c.kind = 'call')
                        """.formatted(visible("before"), visible("after")))
                .param("call", call.value())
                .query()
                .listOfRows();
    }

    private List<Map<String, Object>> idleRevisions() {
        return superuser.sql("""
                        select n, before, after from watch.book c
                        where kind = 'call' and id = :call and before - 'rev' = after - 'rev'
                          and not exists (select from watch.book p where p.tx = c.tx and p.kind = 'participant')
                        """).param("call", call.value()).query().listOfRows();
    }

    private static String visible(String side) {
        List<String> columns = new ArrayList<>();
        for (String column : VISIBLE.split(", ")) {
            columns.add(side + "->'" + column + "'");
        }
        return String.join(", ", columns);
    }

    private List<Map<String, Object>> book(String kind, String columns) {
        return superuser
                .sql("select " + columns + " from watch.book where kind = :kind and id = :call order by 1")
                .param("kind", kind)
                .param("call", call.value())
                .query()
                .listOfRows();
    }

    private int count(String what) {
        return superuser
                .sql("select count(*) from watch.book where id = :call and " + what)
                .param("call", call.value())
                .query(Integer.class)
                .single();
    }

    private static List<Object> upTo(long first, long last) {
        List<Object> revisions = new ArrayList<>();
        for (long rev = first + 1; rev <= last; rev++) {
            revisions.add(rev);
        }
        return revisions;
    }

    private static void script(String sql) {
        ResourceDatabasePopulator populator = new ResourceDatabasePopulator(new ByteArrayResource(sql.getBytes()));
        populator.setSeparator(sql.contains("'begin") ? "^^^ END OF SCRIPT ^^^" : ";");
        populator.execute(TestDatabase.get().superuser());
    }
}
