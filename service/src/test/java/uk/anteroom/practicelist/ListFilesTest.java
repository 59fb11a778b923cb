package uk.anteroom.practicelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.anteroom.testing.Together.together;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.needs.Needs;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practice.NotAllowed;
import uk.anteroom.practicelist.ListReading.Counts;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** The practice list from a file. */
class ListFilesTest extends RunningService {

    private static final String HEADINGS = "NHS number,Given name,Family name,Date of birth,Email\n";

    @Autowired
    Cast cast;

    @Autowired
    ListFiles files;

    @Autowired
    ListReadings readings;

    @Autowired
    Patients patients;

    @Autowired
    PatientNeeds needs;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    String rosa;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        rosa = surgery.rosa().nhsNumber().value();
    }

    @Test
    void needsAreCountedBeforeTheyAreTakenOver() {
        String file =
                "NHS number,Given name,Family name,Large print,Language\n" + rosa + ",Rosa,Whitfield,yes,Polish\n";
        takeOver(sent("NHS number,Given name,Family name\n" + rosa + ",Rosa,Whitfield\n"), null);
        ListPreviewId id = sent(file);
        ListPreview preview = files.look(surgery.manager(), id).orElseThrow();
        assertThat(preview.counts()).isEqualTo(new Counts(1, 0, 1, 0, 0, 0));
        assertThat(needs.of(surgery.practice(), surgery.rosa().id())).isEqualTo(Needs.NONE);

        takeOver(id, preview.listChangedAt());

        assertThat(needs.of(surgery.practice(), surgery.rosa().id()))
                .isEqualTo(new Needs(true, false, false, Optional.of(Locale.of("pl"))));
        assertThat(files.look(surgery.manager(), sent(file)).orElseThrow().counts())
                .isEqualTo(new Counts(1, 0, 0, 1, 0, 0));
    }

    @Test
    void lookingChangesNothingAndTakingOverDoesWhatWasSaid() {
        cast.patient(surgery.practice(), "Walter", "Hughes", "1939-01-09", null, null);
        ListPreviewId id = sent(HEADINGS
                + rosa + ",Rosa,Whitfield,14/03/1957,rosa@new.example\n"
                + TestNumbers.number(1) + ",Una,Byrne,01/02/1990,\n"
                + "9990147257,Wrong,Number,01/02/1990,\n");
        List<String> before = everything();
        ListPreview preview = files.look(surgery.manager(), id).orElseThrow();
        assertThat(preview.counts()).isEqualTo(new Counts(3, 1, 1, 0, 0, 1));
        assertThat(preview.leaving()).isEqualTo(1);
        assertThat(preview.leavers()).extracting(Patient::name).containsExactly("Walter Hughes");
        assertThat(preview.refusals()).extracting(Refusal::place).containsExactly("4");
        assertThat(everything()).as("nothing changes before the press").isEqualTo(before);

        ListFiles.TakingOver.Taken taken = (ListFiles.TakingOver.Taken) takeOver(id, preview.listChangedAt());

        ListReading reading = readings.look(surgery.manager()).newest().orElseThrow();
        assertThat(reading.id()).isEqualTo(taken.reading());
        assertThat(reading.counts()).isEqualTo(new Counts(3, 1, 1, 0, 1, 1));
        assertThat(patient().email()).isEqualTo(new EmailAddress("rosa@new.example"));
        assertThat(patient().mobile())
                .as("a column that is not there says nothing")
                .isNotNull();
        assertThat(readings.look(surgery.manager()).patients()).isEqualTo(2);
        assertThat(readings.refusals(surgery.manager(), taken.reading()).orElseThrow())
                .extracting(Refusal::reason)
                .containsExactly(Refusal.Reason.WRONG_NUMBER);
        assertThat(takeOver(id, null)).isInstanceOf(ListFiles.TakingOver.Gone.class);
    }

    @Test
    void theSameFileAgainChangesNobody() {
        String file = HEADINGS + rosa + ",Rosa,Whitfield,14/03/1957,rosa@mail.example\n";
        takeOver(sent(file), null);
        Instant changed = readings.look(surgery.manager()).changedAt();
        ListPreviewId again = sent(file);
        assertThat(files.look(surgery.manager(), again).orElseThrow().counts()).isEqualTo(new Counts(1, 0, 0, 1, 0, 0));
        List<String> before = everything();
        takeOver(again, changed);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void twoLinesWithOneNumberAreBothRefusedAndThePatientStays() {
        ListPreviewId id =
                sent(HEADINGS + rosa + ",Rosa,Whitfield,14/03/1957,\n" + rosa + ",Rosie,Whitfield,14/03/1957,\n");
        takeOver(id, null);
        assertThat(readings.look(surgery.manager()).newest().orElseThrow().counts())
                .isEqualTo(new Counts(2, 0, 0, 0, 0, 2));
        assertThat(patient().leftAt()).isNull();
        assertThat(patient().givenName()).isEqualTo("Rosa");
    }

    @Test
    void aPreviewOlderThanTheListsLastChangeSaysSoAndIsNotTakenOverUnseen() {
        ListPreviewId old = sent(HEADINGS + rosa + ",Rosa,Whitfield,14/03/1957,rosa@old.example\n");
        ListPreview seen = files.look(surgery.manager(), old).orElseThrow();
        assertThat(seen.older()).isFalse();
        takeOver(sent(HEADINGS + rosa + ",Rosa,Whitfield,14/03/1957,rosa@new.example\n"), null);

        assertThat(takeOver(old, seen.listChangedAt())).isInstanceOf(ListFiles.TakingOver.ListChanged.class);
        assertThat(patient().email()).isEqualTo(new EmailAddress("rosa@new.example"));
        ListPreview now = files.look(surgery.manager(), old).orElseThrow();
        assertThat(now.older()).isTrue();
        assertThat(takeOver(old, now.listChangedAt())).isInstanceOf(ListFiles.TakingOver.Taken.class);
        assertThat(patient().email()).isEqualTo(new EmailAddress("rosa@old.example"));
    }

    @Test
    void ofMorePressesAtOnceOneTakesOver() {
        ListPreviewId id = sent(HEADINGS + rosa + ",Rosa,Whitfield,14/03/1957,rosa@new.example\n");
        List<ListFiles.TakingOver> came = together(6, i -> takeOver(id, null));
        assertThat(came)
                .filteredOn(ListFiles.TakingOver.Taken.class::isInstance)
                .hasSize(1);
    }

    @Test
    void whileTheListIsReadNothingIsTakenOver() {
        superuser
                .sql(
                        "insert into list_reading (practice_id, reading_id, kind) values (:practice, gen_random_uuid(), 'FULL')")
                .param("practice", surgery.practice().value())
                .update();
        assertThat(takeOver(sent(HEADINGS + rosa + ",Rosa,Whitfield,14/03/1957,\n"), null))
                .isInstanceOf(ListFiles.TakingOver.Busy.class);
    }

    @Test
    void optOutsAndWhoHasDiedComeFromAFileThatSaysSo() {
        takeOver(
                sent("NHS number,Given name,Family name,No SMS,Deceased,Restricted\n" + rosa
                        + ",Rosa,Whitfield,yes,no,yes\n"),
                null);
        assertThat(patient().optedOutOfSms()).isTrue();
        assertThat(patient().restricted()).isTrue();
        assertThat(patient().mobile()).isNull();
        assertThat(patient().born()).isNotNull();
        takeOver(
                sent(HEADINGS + rosa + ",Rosa,Whitfield,14/03/1957,rosa@mail.example\n"),
                readings.look(surgery.manager()).changedAt());
        assertThat(patient().email())
                .as("of a record that is known to be restricted")
                .isNull();
        assertThat(patient().optedOutOfSms()).isTrue();
    }

    @Test
    void afterADayItIsGoneAndWhatStandsInTheDatabaseIsSealed() {
        ListPreviewId id = sent(HEADINGS + rosa + ",Rosa,Whitfield,14/03/1957,rosa@mail.example\n");
        assertThat(new String(
                        superuser
                                .sql("select content_sealed from list_preview where preview_id = :id")
                                .param("id", id.value())
                                .query(byte[].class)
                                .single(),
                        StandardCharsets.ISO_8859_1))
                .doesNotContain("Whitfield", rosa);
        superuser
                .sql("update list_preview set made_at = made_at - interval '25 hours' where preview_id = :id")
                .param("id", id.value())
                .update();
        assertThat(files.look(surgery.manager(), id)).isEmpty();
        sent(HEADINGS + rosa + ",Rosa,Whitfield,,\n");
        assertThat(superuser
                        .sql("select count(*) from list_preview where practice_id = :practice")
                        .param("practice", surgery.practice().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void onlyThePracticeManagerAndOnlyOfThisPractice() {
        ListPreviewId id = sent(HEADINGS + rosa + ",Rosa,Whitfield,,\n");
        assertThat(files.look(cast.surgery().manager(), id)).isEmpty();
        assertThatThrownBy(() -> files.look(surgery.clinician(), id)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> files.send(surgery.receptionist(), new byte[0]))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> files.takeOver(surgery.clinician(), id, null)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> readings.begin(surgery.clinician(), false)).isInstanceOf(NotAllowed.class);
    }

    private ListPreviewId sent(String file) {
        return ((ListFiles.Sent.Kept) files.send(surgery.manager(), file.getBytes(StandardCharsets.UTF_8))).preview();
    }

    private ListFiles.TakingOver takeOver(ListPreviewId id, @Nullable Instant seen) {
        return files.takeOver(surgery.manager(), id, seen);
    }

    private Patient patient() {
        return patients.find(surgery.practice(), surgery.rosa().id()).orElseThrow();
    }

    private List<String> everything() {
        return superuser
                .sql("select p::text || ctid || xmin from patient p where practice_id = :practice order by 1")
                .param("practice", surgery.practice().value())
                .query(String.class)
                .list();
    }
}
