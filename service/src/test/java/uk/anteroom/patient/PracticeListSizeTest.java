package uk.anteroom.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.testing.TestDatabase;

/** Ten thousand patients of one practice among thirty thousand: what the list asks stays a matter of a few pages, row-level security on. */
class PracticeListSizeTest {

    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");
    private static PracticeId practice;

    private final DataSource application = TestDatabase.get().application();

    @BeforeAll
    static void fill() {
        JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());
        for (int i = 0; i < 3; i++) {
            practice = TestDatabase.get().newPractice();
            superuser.sql("""
                            insert into patient (practice_id, patient_id, nhs_number, given_name, family_name, given_folded, family_folded,
                                                 born_sealed, born_hash)
                            select :practice, gen_random_uuid(), lpad(n::text, 10, '0'), g, f, lower(g), lower(f), '\\x00',
                                   sha256(convert_to('born' || n % 9000, 'UTF8'))
                            from (select n, 'Given' || n % 700 as g, 'Family' || n % 3000 as f from generate_series(1, 10000) n) made
                            """).param("practice", practice.value()).update();
        }
        superuser.sql("analyze patient").update();
    }

    @Test
    void everySearchUsesAnIndexAndReadsLittle() {
        String list = " order by p.family_folded, p.given_folded, p.patient_id limit 26";
        String columns = "select p.patient_id, p.nhs_number from patient p where p.practice_id = '" + practice + "'";
        for (String query : List.of(
                columns + list,
                columns + " and p.nhs_number = '0000000042'" + list,
                columns + " and p.born_hash = sha256(convert_to('born77', 'UTF8'))" + list,
                columns + " and p.patient_id in (select f.patient_id from patient f where f.practice_id = '" + practice
                        + "' and f.family_folded >= 'family29' and f.family_folded < 'family29\uffff'"
                        + " union select g.patient_id from patient g where g.practice_id = '" + practice
                        + "' and g.given_folded >= 'family29' and g.given_folded < 'family29\uffff')" + list)) {
            String plan = explain(query);
            assertThat(plan).as(query).doesNotContain("Seq Scan on patient");
            Matcher buffers = BUFFERS.matcher(plan);
            assertThat(buffers.find()).as(plan).isTrue();
            int touched = Integer.parseInt(buffers.group(1))
                    + (buffers.group(2) == null ? 0 : Integer.parseInt(buffers.group(2)));
            // a beginning that 370 patients share is looked up one by one before it is sorted
            assertThat(touched).as(plan).isLessThan(2000);
        }
    }

    @Test
    void whatWasTypedIsUnderstood() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        assertThat(PatientSearch.read("  ", today)).isEqualTo(new PatientSearch.Everybody());
        assertThat(PatientSearch.read("943 476 5919", today)).isInstanceOf(PatientSearch.ByNhsNumber.class);
        assertThat(PatientSearch.read("14 March 1957", today)).isInstanceOf(PatientSearch.ByBirth.class);
        assertThat(PatientSearch.read("Zoë  Ångström-Löf extra", today))
                .isEqualTo(new PatientSearch.ByName(List.of("zoe", "angstrom-lof")));
        assertThat(PatientSearch.read("31/2/1957", today)).isInstanceOf(PatientSearch.ByName.class);
    }

    private String explain(String query) {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(application));
        List<String> lines = transaction.execute(status -> {
            JdbcClient sql = JdbcClient.create(application);
            sql.sql("select set_config('app.practice', :practice, true)")
                    .param("practice", practice.toString())
                    .query(String.class)
                    .single();
            return sql.sql("explain (analyze, buffers) " + query)
                    .query(String.class)
                    .list();
        });
        return String.join("\n", lines);
    }
}
