package uk.anteroom.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.FieldCipher;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.testing.QueryCosts;

/**
 * What matching somebody with the list asks the database, where a hundred have the same family name. Ten thousand patients in one practice; {@code -Dpractices=100} makes a million.
 */
class MatchQueriesTest {

    private static final int PRACTICES = Integer.getInteger("practices", 3);
    private static final LocalDate BORN = LocalDate.of(1957, 3, 14);

    private static QueryCosts costs;
    private static MatchStore matches;
    private static PracticeId practice;

    @BeforeAll
    static void fill() {
        costs = new QueryCosts();
        FieldCipher cipher = QueryCosts.cipher();
        for (int i = 0; i < PRACTICES; i++) {
            practice = costs.newPractice();
            costs.superuser()
                    .sql("""
                            insert into patient (practice_id, patient_id, nhs_number, given_name, family_name, given_folded, family_folded, born_sealed, born_hash,
                                                 postcode_sealed, postcode_hash)
                            select :practice, gen_random_uuid(), lpad(n::text, 10, '0'), 'Given' || n, 'Family' || n % 100, 'given' || n, 'family' || n % 100, '\\x00',
                                   case when n = 77 then :born else sha256(convert_to('born' || n % 5000, 'UTF8')) end,
                                   '\\x00', case when n = 77 then :postcode else sha256(convert_to('postcode' || n % 500, 'UTF8')) end
                            from generate_series(1, 10000) n
                            """)
                    .param("practice", practice.value())
                    .param("born", cipher.fingerprint("patient.born", BORN.toString()))
                    .param("postcode", PatientStore.postcodeHash(cipher, new Postcode("LS1 4AP")))
                    .update();
        }
        matches = new MatchStore(costs.explained(), cipher);
    }

    @AfterAll
    static void close() {
        costs.close();
    }

    @Test
    void whoIsOnTheListAndWhoIsNotCostTheSameFewPages() {
        DateOfBirth born = new DateOfBirth(BORN);
        DateOfBirth another = new DateOfBirth(BORN.plusDays(1));
        Postcode postcode = new Postcode("LS1 4AP");
        assertThat(costs.read(
                        practice,
                        "match by postcode",
                        () -> matches.find(practice, new Claim("Given77", "Family77", born, null, postcode)),
                        6))
                .hasSize(1);
        assertThat(costs.read(
                        practice,
                        "match by postcode, unknown",
                        () -> matches.find(practice, new Claim("Given77", "Family77", another, null, postcode)),
                        6))
                .isEmpty();
        assertThat(costs.read(
                        practice,
                        "match by NHS number, unknown",
                        () -> matches.find(
                                practice, new Claim("Given77", "Family77", born, new NhsNumber("9990273413"), null)),
                        6))
                .isEmpty();
    }
}
