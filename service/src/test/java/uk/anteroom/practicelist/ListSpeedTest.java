package uk.anteroom.practicelist;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.practicelist.ListReading.Counts;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** Ten thousand patients: a reading takes seconds, and one of an unchanged list writes no patient. */
@Tag("schedule")
class ListSpeedTest extends RunningService {

    private static final Logger LOG = LoggerFactory.getLogger(ListSpeedTest.class);
    private static final int MANY = 10_000;

    @Autowired
    Cast cast;

    @Autowired
    ListReadings readings;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    @Test
    void tenThousandPatientsAreReadChangedAndReadAgain() {
        try (PatientServer record = new PatientServer()) {
            Surgery surgery = cast.surgery();
            superuser
                    .sql("insert into clinical_system (practice_id, fhir_base_url) values (:practice, :url)")
                    .param("practice", surgery.practice().value())
                    .param("url", record.base().toString())
                    .update();
            record.put(Someone.named("rosa", surgery.rosa().nhsNumber().value(), "Rosa", "Whitfield"));
            for (int i = 1; i < MANY; i++) {
                record.put(Someone.named("p" + i, TestNumbers.number(i), "Given" + i % 700, "Family" + i % 3000));
            }
            ListReading first = read(surgery);
            assertThat(first.counts()).isEqualTo(new Counts(MANY, MANY - 1, 1, 0, 0, 0));
            List<Long> written = written(surgery);

            ListReading same = read(surgery);
            assertThat(same.counts()).isEqualTo(new Counts(MANY, 0, 0, MANY, 0, 0));
            assertThat(written(surgery)).isEqualTo(written);

            for (int i = 1; i <= 1_000; i++) {
                record.put(Someone.named("p" + i, TestNumbers.number(i), "Given" + i % 700, "Family" + i % 3000)
                        .mobile("07700 900999"));
            }
            ListReading changed = read(surgery);
            assertThat(changed.counts()).isEqualTo(new Counts(MANY, 0, 1_000, MANY - 1_000, 0, 0));
            LOG.info(
                    "{} patients: first reading {} ms, unchanged {} ms, 1000 changed {} ms",
                    MANY,
                    took(first).toMillis(),
                    took(same).toMillis(),
                    took(changed).toMillis());
            // many times what it takes, so that only a query for each patient can miss it
            assertThat(took(first)).isLessThan(Duration.ofSeconds(60));
            assertThat(took(same)).isLessThan(Duration.ofSeconds(30));
        }
    }

    private ListReading read(Surgery surgery) {
        readings.begin(surgery.manager(), false);
        while (newest(surgery).running()) {
            int pages = newest(surgery).pages();
            eventually(
                    "it gets on",
                    () -> !newest(surgery).running() || newest(surgery).pages() > pages);
        }
        return newest(surgery);
    }

    private ListReading newest(Surgery surgery) {
        return readings.look(surgery.manager()).newest().orElseThrow();
    }

    private static Duration took(ListReading reading) {
        return Duration.between(reading.startedAt(), java.util.Objects.requireNonNull(reading.endedAt()));
    }

    /** How many rows of this practice each transaction wrote last. */
    private List<Long> written(Surgery surgery) {
        return superuser
                .sql("select xmin::text::bigint from patient where practice_id = :practice order by 1")
                .param("practice", surgery.practice().value())
                .query(Long.class)
                .list();
    }
}
