package uk.anteroom.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.StaffId;
import uk.anteroom.testing.QueryCosts;

/**
 * What the inbox asks the database, as it asks it, with row-level security on: no table is read as a whole, and a list reads little more than it shows. Ten thousand open
 * requests in one practice; {@code -Dpractices=100} makes a million requests of a million patients, and the figures are printed.
 */
class InboxQueriesTest {

    private static final int PRACTICES = Integer.getInteger("practices", 3);
    private static final int OF_EACH = 10_000;
    /** How many have a word that begins with rare77: each is looked up before they are sorted. */
    private static final int HAVE_IT = 110;

    private static PracticeId practice;
    private static StaffId staff;
    private static RequestId one;
    private static GroupId group;
    private static QueryCosts costs;
    private static JdbcClient jdbc;

    @BeforeAll
    static void fill() {
        costs = new QueryCosts();
        JdbcClient superuser = costs.superuser();
        staff = new StaffId(UUID.randomUUID());
        group = new GroupId(UUID.randomUUID());
        for (int i = 0; i < PRACTICES; i++) {
            practice = costs.newPractice();
            fill(superuser, i == PRACTICES - 1);
        }
        one = superuser
                .sql("select request_id from patient_request where practice_id = :practice and state = 'OPEN' limit 1")
                .param("practice", practice.value())
                .query((row, n) -> RequestRows.id(row))
                .single();
        jdbc = costs.explained();
    }

    @AfterAll
    static void close() {
        costs.close();
    }

    @Test
    void listsReadLittleMoreThanTheyShow() {
        InboxStore inbox = new InboxStore(jdbc);
        InboxFilter none = InboxFilter.none();
        InboxPage first = list("unassigned", () -> inbox.page(practice, staff, new Box.Unassigned(), none, null));
        list("unassigned, second page", () -> inbox.page(practice, staff, new Box.Unassigned(), none, first.next()));
        list("mine", () -> inbox.page(practice, staff, new Box.Mine(), none, null));
        list("of a group", () -> inbox.page(practice, staff, new Box.OfGroup(group), none, null));
        list("all open", () -> inbox.page(practice, staff, new Box.AllOpen(), none, null));
        list("closed", () -> inbox.page(practice, staff, new Box.Closed(), none, null));
    }

    @Test
    void aSearchReadsWhatHasTheWord() {
        InboxStore inbox = new InboxStore(jdbc);
        InboxFilter rare = new InboxFilter(null, null, "rare77");
        list("search, a rare word", () -> inbox.page(practice, staff, new Box.AllOpen(), rare, null), 6 + HAVE_IT * 5);
        InboxFilter two = new InboxFilter(null, null, "rare77 family");
        list("search, two words", () -> inbox.page(practice, staff, new Box.AllOpen(), two, null), 6 + HAVE_IT * 10);
    }

    @Test
    void onesReadAFewPages() {
        HistoryStore history = new HistoryStore(jdbc);
        read("last change", () -> history.last(practice), 6);
        read("history of one", () -> history.of(practice, one), 8);
        LookerStore lookers = new LookerStore(jdbc);
        read("who looks at what", () -> lookers.now(practice), 8);
        FieldCipher cipher = QueryCosts.cipher();
        RequestStore requests = new RequestStore(jdbc, cipher, new SenderStore(jdbc, cipher));
        PatientId patient = read("one request", () -> requests.find(practice, one), 12)
                .map(PatientRequest::patient)
                .orElseThrow();
        read("those of a patient", () -> requests.ofPatient(practice, patient), 6 + 20 * 3 / 2);
    }

    @Test
    void countsStopAtTheirMost() {
        InboxStore inbox = new InboxStore(jdbc);
        read("count of all open, up to 1000", () -> inbox.count(practice, staff, new Box.AllOpen(), 1000), 40);
        read("count in the header", () -> inbox.count(practice, staff, new Box.AllOpen(), 100), 12);
    }

    private static InboxPage list(String what, Supplier<InboxPage> ask) {
        return list(what, ask, 6 + 51 * 3 / 2);
    }

    private static InboxPage list(String what, Supplier<InboxPage> ask, int most) {
        InboxPage page = read(what, ask, most);
        assertThat(page.lines()).as(what).isNotEmpty();
        return page;
    }

    private static <T> T read(String what, Supplier<T> ask, int most) {
        return costs.read(practice, what, ask, most);
    }

    private static void fill(JdbcClient superuser, boolean ours) {
        superuser
                .sql("""
                        insert into patient (practice_id, patient_id, nhs_number, given_name, family_name, given_folded, family_folded, born_sealed, born_hash)
                        select :practice, gen_random_uuid(), lpad(n::text, 10, '0'), 'Given' || n, 'Family' || n, 'given' || n, 'family' || n, '\\x00',
                               sha256(convert_to('born' || n, 'UTF8'))
                        from generate_series(1, :many) n
                        """)
                .param("practice", practice.value())
                .param("many", OF_EACH)
                .update();
        superuser
                .sql("""
                        insert into staff_member (practice_id, staff_id, sign_in_name, password_hash, given_name, family_name, roles)
                        values (:practice, :staff, :name, 'x', 'Sam', 'Whitlock', array['RECEPTIONIST'])
                        """)
                .param("practice", practice.value())
                .param("staff", staff.value())
                .param("name", practice + "@surgery.example")
                .update();
        // a tenth is one's own, a tenth a group's; elsewhere all but one in twenty are done
        superuser
                .sql("""
                        insert into patient_request (practice_id, request_id, patient_id, kind, urgency, title, body, received_at, state, closed_at, assigned_staff, assigned_group)
                        select :practice, gen_random_uuid(), p.patient_id, case when n % 3 = 0 then 'ADMINISTRATIVE' else 'MEDICAL' end,
                               case when n % 100 = 0 then 'EMERGENCY' when n % 20 = 0 then 'URGENT' else 'ROUTINE' end,
                               'Request ' || n, repeat('It began on Sunday. ', 20), now() - n * interval '1 minute',
                               case when open then 'OPEN' else 'COMPLETED' end,
                               case when not open then now() - n * interval '1 minute' + interval '1 hour' end,
                               case when n % 10 = 1 then :staff::uuid end, case when n % 10 = 2 then :group::uuid end
                        from (select patient_id, row_number() over () as n from patient where practice_id = :practice) p
                        cross join lateral (select (:ours and n % 10 < 9) or n % 20 = 0 as open) o
                        """)
                .param("practice", practice.value())
                .param("ours", ours)
                .param("staff", staff.value())
                .param("group", group.value())
                .update();
        superuser
                .sql("""
                        insert into request_completion (practice_id, request_id, completed_by, completed_at)
                        select practice_id, request_id, :staff, closed_at from patient_request
                        where practice_id = :practice and state = 'COMPLETED'
                        """)
                .param("practice", practice.value())
                .param("staff", staff.value())
                .update();
        superuser.sql("""
                        insert into request_word (practice_id, word, request_id)
                        select r.practice_id, w.word, r.request_id
                        from (select *, row_number() over () as n from patient_request where practice_id = :practice) r
                        cross join lateral unnest(array['it', 'began', 'on', 'sunday', 'family' || n, 'rare' || n % 1000]) w (word)
                        """).param("practice", practice.value()).update();
        superuser.sql("""
                        insert into request_event (practice_id, request_id, what, at)
                        select practice_id, request_id, 'RECEIVED', received_at from patient_request where practice_id = :practice
                        """).param("practice", practice.value()).update();
    }
}
