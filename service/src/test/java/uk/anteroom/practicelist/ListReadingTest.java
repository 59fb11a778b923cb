package uk.anteroom.practicelist;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;
import static uk.anteroom.testing.Together.together;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.consultation.ConsultationState;
import uk.anteroom.consultation.Consultations;
import uk.anteroom.invitation.Invitation;
import uk.anteroom.invitation.Invitations;
import uk.anteroom.invitation.Sending;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.needs.Needs;
import uk.anteroom.needs.PatientNeeds;
import uk.anteroom.patient.NotInvitable;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.Patients;
import uk.anteroom.practicelist.ListReading.Counts;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** The practice list as the clinical system tells it. */
class ListReadingTest extends RunningService {

    private static final String RESTRICTED =
            "\"meta\":{\"security\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-Confidentiality\",\"code\":\"R\"}]}";

    @Autowired
    Cast cast;

    @Autowired
    ListReadings readings;

    @Autowired
    Patients patients;

    @Autowired
    PatientNeeds needs;

    @Autowired
    Invitations invitations;

    @Autowired
    Consultations consultations;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());
    final PatientServer record = new PatientServer();

    Surgery surgery;
    Someone rosa;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        superuser
                .sql("insert into clinical_system (practice_id, fhir_base_url) values (:practice, :url)")
                .param("practice", surgery.practice().value())
                .param("url", record.base().toString())
                .update();
        rosa = new Someone(
                "r1",
                surgery.rosa().nhsNumber().value(),
                "Rosa",
                "Whitfield",
                "1957-03-14",
                "rosa@mail.example",
                "07700 900123",
                "");
        record.put(rosa);
    }

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void everybodyIsTakenInAndASecondReadingWritesNobody() {
        for (int i = 0; i < 450; i++) {
            record.put(Someone.named("p" + i, number(i), "Given" + i, "Family" + i));
        }
        ListReading first = read();
        assertThat(first.counts()).isEqualTo(new Counts(451, 450, 1, 0, 0, 0));
        assertThat(first.pages()).isEqualTo(3);
        List<String> rows = rows();

        ListReading second = read();

        assertThat(second.counts()).isEqualTo(new Counts(451, 0, 0, 451, 0, 0));
        assertThat(rows()).as("not one row was written").isEqualTo(rows);
        Patient taken = found("Given7 Family7");
        assertThat(taken.born()).isNotNull();
        assertThat(taken.email()).isEqualTo(new EmailAddress("given7@mail.example"));
        assertThat(taken.mobile()).isEqualTo(new MobileNumber("+447700900123"));
    }

    @Test
    void needsComeAlongAndWhatStaffRecordedIsNotWipedBySilence() {
        needs.record(surgery.receptionist(), surgery.rosa().id(), new Needs(true, false, false, Optional.empty()));
        read();
        assertThat(needs.of(surgery.practice(), surgery.rosa().id()).largePrint())
                .as("the record says nothing of print")
                .isTrue();

        record.put(rosa.with("\"communication\":[{\"preferred\":true,\"language\":{\"coding\":[{\"code\":\"pl\"}]}}],"
                + "\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired\","
                + "\"valueBoolean\":true}]"));
        List<String> rows = rows();
        ListReading told = read();
        assertThat(told.counts()).as("who needs something else has changed").isEqualTo(new Counts(1, 0, 1, 0, 0, 0));
        assertThat(rows()).as("the patient was not written").isEqualTo(rows);
        assertThat(needs.of(surgery.practice(), surgery.rosa().id()))
                .isEqualTo(new Needs(true, false, true, Optional.of(Locale.of("pl"))));
        assertThat(audited("patient.needs_changed_by_list")).isEqualTo(1);

        assertThat(read().counts()).isEqualTo(new Counts(1, 0, 0, 1, 0, 0));
        assertThat(audited("patient.needs_changed_by_list")).isEqualTo(1);

        record.put(rosa);
        read();
        assertThat(needs.of(surgery.practice(), surgery.rosa().id()).interpreter())
                .as("silence is no answer")
                .isTrue();
    }

    @Test
    void whoIsNewComesWithTheirNeeds() {
        record.put(Someone.named("n1", number(1), "Nilo", "Duarte")
                .with("\"communication\":[{\"language\":{\"coding\":[{\"code\":\"bfi\"}]}}]"));
        read();
        assertThat(needs.of(surgery.practice(), found("Nilo Duarte").id()))
                .isEqualTo(new Needs(false, true, false, Optional.empty()));
    }

    @Test
    void theClinicalSystemSeesNothingButQuestions() {
        record.put(Someone.named("p1", number(1), "Una", "Byrne"));
        read();
        record.put(rosa.mobile("07700 900999"));
        read();
        Patient now = patient();
        invitations.send(
                surgery.clinician(),
                now,
                surgery.clinician().id(),
                null,
                new MobileNumber("+447700900111"),
                false,
                UUID.randomUUID());
        read();
        assertThat(record.asked()).extracting(PatientServer.Asked::method).containsOnly("GET");
        assertThat(patient().mobile()).as("a one-off number is not kept").isEqualTo(new MobileNumber("+447700900999"));
    }

    @Test
    void whatHasChangedIsAskedForFromTheLastReadingOnWithAnOverlap() {
        read();
        record.put(rosa.mobile("07700 900222"));
        record.put(Someone.named("p1", number(1), "Una", "Byrne"));
        readings.regularly(surgery.manager(), true);
        ListReading newer = regularly();
        assertThat(newer.kind()).isEqualTo(ListReading.Kind.NEWER);
        assertThat(newer.counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 0));
        assertThat(record.asked().getLast().address()).contains("_lastUpdated=ge20");
        assertThat(patient().mobile()).isEqualTo(new MobileNumber("+447700900222"));
        record.remove("p1");
        regularly();
        assertThat(readings.look(surgery.manager()).patients())
                .as("only a whole reading says who left")
                .isEqualTo(2);
    }

    @Test
    void whoIsNoLongerThereLeavesIsNotFoundAndNotInvitedAndComesBack() {
        record.put(Someone.named("p1", number(1), "Una", "Byrne"));
        read();
        Patient una = found("Una Byrne");
        Sending.Sent open = (Sending.Sent) send(una);
        record.remove("p1");

        assertThat(read().counts().gone()).isEqualTo(1);

        Patient gone = patients.find(surgery.practice(), una.id()).orElseThrow();
        assertThat(gone.notInvitable()).contains(NotInvitable.LEFT);
        assertThat(patients.search(surgery.clinician(), "Byrne", 1).patients()).isEmpty();
        assertThat(patients.search(surgery.clinician(), gone.nhsNumber().value(), 1)
                        .patients())
                .isEmpty();
        assertThat(send(gone)).isEqualTo(new Sending.NotInvited(NotInvitable.LEFT));
        assertThat(consultations
                        .find(surgery.practice(), open.consultation())
                        .orElseThrow()
                        .state())
                .as("what is open goes on")
                .isEqualTo(ConsultationState.INVITED);
        assertThat(invitations.link(surgery.clinician(), open.invitation())).isPresent();
        record.put(Someone.named("p1", number(1), "Una", "Byrne"));
        read();
        assertThat(found("Una Byrne").id()).isEqualTo(una.id());
    }

    @Test
    void anAnswerWithoutManyTakesNobodyOffUntilSomebodySaysThatItIsRight() {
        for (int i = 0; i < 40; i++) {
            record.put(Someone.named("p" + i, number(i), "Given" + i, "Family" + i));
        }
        read();
        for (int i = 0; i < 40; i++) {
            record.remove("p" + i);
        }
        ListReading held = read();
        assertThat(held.problem()).isEqualTo(ReadingProblem.MANY_MISSING);
        assertThat(held.missing()).isEqualTo(40);
        assertThat(readings.look(surgery.manager()).patients()).isEqualTo(41);
        assertThat(readings.begin(surgery.manager(), true)).isEqualTo(ListReadings.Beginning.BEGUN);
        assertThat(done().counts().gone()).isEqualTo(40);
        assertThat(readings.look(surgery.manager()).patients()).isEqualTo(1);
    }

    @Test
    void whoHasDiedIsNotWrittenToAnyMore() {
        read();
        Sending.Sent sent = (Sending.Sent) send(patient());
        String link = invitations
                .link(surgery.clinician(), sent.invitation())
                .orElseThrow()
                .getPath();
        record.put(rosa.with("\"deceasedDateTime\":\"2026-11-20T04:00:00Z\""));
        read();
        assertThat(patient().notInvitable()).contains(NotInvitable.DECEASED);
        assertThat(invitations.of(surgery.clinician(), sent.consultation()))
                .extracting(Invitation::withdrawnAt)
                .doesNotContainNull();
        assertThat(consultations
                        .find(surgery.practice(), sent.consultation())
                        .orElseThrow()
                        .state())
                .isEqualTo(ConsultationState.CANCELLED);
        assertThat(browser().open(link).status()).isEqualTo(404);
        assertThat(audited("invitation.withdrawn")).isEqualTo(1);
        assertThat(audited("patient.deceased")).isEqualTo(1);
        Browser staff = browser();
        staff.signIn(surgery.clinician());
        Browser.Page page = staff.open("/patients/" + surgery.rosa().id() + "?video");
        assertThat(page.html().select(".a-banner").text()).contains("Recorded as deceased");
        assertThat(page.text()).contains("Rosa is recorded as deceased, so nobody can be invited");
        assertThat(page.html().select("form[action$=/invitations]")).isEmpty();
        record.put(rosa);
        read();
        assertThat(patient().notInvitable()).as("a mistake is put right").isEmpty();
    }

    @Test
    void ofARestrictedRecordNoWayToReachThePatientIsKeptOrShown() {
        read();
        assertThat(patient().mobile()).isNotNull();
        record.put(rosa.with(RESTRICTED));
        read();
        Patient now = patient();
        assertThat(now.restricted()).isTrue();
        assertThat(now.email()).isNull();
        assertThat(now.mobile()).isNull();
        Browser staff = browser();
        staff.signIn(surgery.clinician());
        assertThat(staff.open("/patients").html().select("td:nth-child(3)").text())
                .isEqualTo("Restricted record");
        Browser.Page page = staff.open("/patients/" + now.id() + "?video");
        assertThat(page.text())
                .contains("Rosa has a restricted record: no address or number comes from the practice list")
                .doesNotContain("rosa@mail.example", "900123");
        Browser.Page sent = staff.submit(page, "form[action$=/invitations]", Map.of("smsTo", "07700 900321"));
        assertThat(sent.path()).startsWith("/consultations/");
        assertThat(patient().mobile()).isNull();
    }

    @Test
    void aNumberThatWasReplacedIsOursFromThenOnAndThePersonIsTheSame() {
        read();
        Sending.Sent sent = (Sending.Sent) send(patient());
        String former = rosa.nhsNumber();
        record.put(rosa.number(number(1)));
        read();
        assertThat(patient().nhsNumber().value()).isEqualTo(number(1));
        assertThat(consultations.ofPatient(surgery.practice(), surgery.rosa().id()))
                .extracting(consultation -> consultation.id())
                .containsExactly(sent.consultation());
        assertThat(superuser
                        .sql(
                                "select patient_id from former_nhs_number where practice_id = :practice and nhs_number = :former")
                        .param("practice", surgery.practice().value())
                        .param("former", former)
                        .query(UUID.class)
                        .single())
                .isEqualTo(surgery.rosa().id().value());
        record.put(Someone.named("p9", former, "Rosa", "Whitfield"));
        ListReading again = read();
        assertThat(reasons(again)).containsExactly(Refusal.Reason.SUPERSEDED);
    }

    @Test
    void aRecordThatWasMergedIntoAnotherGoesOnAsThat() {
        read();
        record.put(rosa.with(
                "\"active\":false,\"link\":[{\"other\":{\"reference\":\"Patient/r2\"},\"type\":\"replaced-by\"}]"));
        record.put(new Someone("r2", number(5), "Rosa", "Whitfield", "1957-03-14", "rosa@new.example", null, ""));
        ListReading merged = read();
        assertThat(merged.counts().gone()).isZero();
        assertThat(patient().nhsNumber().value()).isEqualTo(number(5));
        assertThat(patient().email()).isEqualTo(new EmailAddress("rosa@new.example"));
        assertThat(readings.look(surgery.manager()).patients()).isEqualTo(1);
        assertThat(read().counts().unchanged()).isEqualTo(1);
    }

    @Test
    void theRecordThatReplacesAnotherMayComeFirst() {
        read();
        record.remove("r1");
        record.put(new Someone("r2", number(5), "Rosa", "Whitfield", "1957-03-14", null, null, "")
                .with("\"link\":[{\"other\":{\"reference\":\"Patient/r1\"},\"type\":\"replaces\"}]"));
        read();
        assertThat(patient().nhsNumber().value()).isEqualTo(number(5));
        assertThat(readings.look(surgery.manager()).patients()).isEqualTo(1);
    }

    @Test
    void linesThatCannotBeAreRefusedWithTheirReasonAndNobodyIsMergedSilently() {
        read();
        record.put(Someone.named("twin1", number(1), "Ann", "Same"));
        record.put(Someone.named("twin2", number(1), "Ann", "Same"));
        record.put(Someone.named("wrong", "9990147257", "Wrong", "Number"));
        record.put(Someone.named("none", "", "No", "Number"));
        record.put(Someone.named("noname", number(2), "", "Nobody"));
        record.put(Someone.named("thief", rosa.nhsNumber(), "Rose", "Other").born("1990-01-01"));
        ListReading reading = read();
        // Rosa's number comes twice, so neither line is taken, and she stays
        assertThat(reasons(reading))
                .containsExactlyInAnyOrder(
                        Refusal.Reason.DUPLICATE,
                        Refusal.Reason.DUPLICATE,
                        Refusal.Reason.DUPLICATE,
                        Refusal.Reason.DUPLICATE,
                        Refusal.Reason.WRONG_NUMBER,
                        Refusal.Reason.NO_NUMBER,
                        Refusal.Reason.NO_NAME);
        assertThat(reading.counts().gone()).isZero();
        assertThat(patient().familyName()).isEqualTo("Whitfield");
        assertThat(readings.look(surgery.manager()).patients()).isEqualTo(1);
    }

    @Test
    void aNumberAloneMakesNobodyAnother() {
        record.put(rosa.called("Bert", "Stranger").born("1990-01-01"));
        ListReading reading = read();
        assertThat(reasons(reading)).containsExactly(Refusal.Reason.OTHER_PERSON);
        assertThat(patient().familyName()).isEqualTo("Whitfield");
        assertThat(reading.counts().gone()).isZero();
    }

    @Test
    void withoutADateOfBirthThePatientStandsOnTheListAndIsNotInvited() {
        record.put(rosa.born(null));
        read();
        assertThat(patient().born()).isNull();
        assertThat(send(patient())).isEqualTo(new Sending.NotInvited(NotInvitable.NO_BIRTH));
        Browser staff = browser();
        staff.signIn(surgery.clinician());
        assertThat(staff.open("/patients").text()).contains("Rosa Whitfield", "Date of birth missing");
        assertThat(staff.open("/patients/" + surgery.rosa().id() + "?video").text())
                .contains("The practice list has no date of birth for Rosa", "Ring Rosa for now");
        record.put(rosa.born("1957"));
        read();
        assertThat(patient().born()).as("a year is no date of birth").isNull();
    }

    @Test
    void recordsOfAnotherPracticeAndInactiveOnesAreNotOnTheList() {
        String elsewhere =
                "\"managingOrganization\":{\"identifier\":{\"system\":\"https://fhir.nhs.uk/Id/ods-organization-code\",\"value\":\"B99999\"}}";
        record.put(Someone.named("p1", number(1), "Una", "Byrne").with(elsewhere));
        record.put(Someone.named("p2", number(2), "Otis", "Reed"));
        read();
        assertThat(readings.look(surgery.manager()).patients()).isEqualTo(2);
        readings.regularly(surgery.manager(), true);
        record.put(Someone.named("p2", number(2), "Otis", "Reed").with("\"active\":false"));
        assertThat(regularly().counts().gone()).isEqualTo(1);
        assertThat(readings.look(surgery.manager()).patients()).isEqualTo(1);
    }

    @Test
    void ofMorePressesAtOnceOneReads() {
        record.fails(1, 0);
        List<ListReadings.Beginning> begun = together(8, i -> readings.begin(surgery.manager(), false));
        assertThat(begun).containsOnlyOnce(ListReadings.Beginning.BEGUN);
        done();
        assertThat(superuser
                        .sql("select count(*) from list_reading where practice_id = :practice")
                        .param("practice", surgery.practice().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aReadingThatWasInterruptedGoesOnWhereItsLastPageWasTakenIn() {
        for (int i = 0; i < 500; i++) {
            record.put(Someone.named("p" + i, number(i), "Given" + i, "Family" + i));
        }
        record.fails(1, 2);
        readings.begin(surgery.manager(), false);
        eventually("it waits", () -> newest().tries() == 1);
        assertThat(newest().pages()).isEqualTo(2);
        assertThat(newest().counts().added()).isEqualTo(399);
        assertThat(newest().problem()).isEqualTo(ReadingProblem.UNREACHABLE);
        ListReading done = done();
        assertThat(done.counts()).isEqualTo(new Counts(501, 500, 1, 0, 0, 0));
        assertThat(record.asked().stream().filter(asked -> !asked.address().contains("from=")))
                .as("the first page was fetched once")
                .hasSize(1);
    }

    @Test
    void stoppedItStopsAndNobodyLeaves() {
        record.fails(1_000, 0);
        readings.begin(surgery.manager(), false);
        eventually("it waits", () -> newest().tries() > 0);
        readings.stop(surgery.manager(), newest().id());
        assertThat(newest().state()).isEqualTo(ListReading.State.STOPPED);
        record.fails(0, 0);
        assertThat(read().counts().unchanged() + newest().counts().changed()).isEqualTo(1);
    }

    @Test
    void anotherClinicalSystemNamesItsRecordsAnew() {
        read();
        try (PatientServer other = new PatientServer()) {
            other.put(new Someone(
                    "1001", rosa.nhsNumber(), "Rosa", "Whitfield", "1957-03-14", "rosa@mail.example", null, ""));
            superuser
                    .sql("update clinical_system set fhir_base_url = :url where practice_id = :practice")
                    .param("url", other.base().toString())
                    .param("practice", surgery.practice().value())
                    .update();
            assertThat(read().counts()).isEqualTo(new Counts(1, 0, 1, 0, 0, 0));
        }
        assertThat(patient().mobile()).isNull();
        assertThat(readings.look(surgery.manager()).patients()).isEqualTo(1);
    }

    @Test
    void readingsOfLastMonthAreForgottenAndThoseThatToldNothingAreNotListed() {
        read();
        superuser.sql("""
                        insert into list_reading (practice_id, reading_id, kind, state, started_at, ended_at)
                        select :practice, gen_random_uuid(), 'NEWER', 'DONE', clock_timestamp() - make_interval(days => days),
                               clock_timestamp() - make_interval(days => days)
                        from unnest(array[1, 31, 32]) as days
                        """).param("practice", surgery.practice().value()).update();
        read();
        assertThat(superuser
                        .sql("select count(*) from list_reading where practice_id = :practice")
                        .param("practice", surgery.practice().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(readings.look(surgery.manager()).readings()).hasSize(2);
    }

    /** Presses the button, and waits for the end. */
    private ListReading read() {
        assertThat(readings.begin(surgery.manager(), false)).isEqualTo(ListReadings.Beginning.BEGUN);
        return done();
    }

    /** What the clock does every quarter of an hour. */
    private ListReading regularly() {
        superuser
                .sql(
                        "update scheduled_tasks set execution_time = now() where task_name = 'list-regularly' and task_instance like :practice")
                .param("practice", surgery.practice() + "/%")
                .update();
        ListReadingId before = newest().id();
        eventually("it begins", () -> !newest().id().equals(before));
        return done();
    }

    private ListReading done() {
        eventually("the reading ends", () -> !newest().running());
        assertThat(newest().state()).isEqualTo(ListReading.State.DONE);
        return newest();
    }

    private ListReading newest() {
        return readings.look(surgery.manager()).newest().orElseThrow();
    }

    private List<Refusal.Reason> reasons(ListReading reading) {
        return readings.refusals(surgery.manager(), reading.id()).orElseThrow().stream()
                .map(Refusal::reason)
                .toList();
    }

    private Sending send(Patient patient) {
        return invitations.send(
                surgery.clinician(),
                patient,
                surgery.clinician().id(),
                null,
                Optional.<uk.anteroom.kernel.ContactPoint>ofNullable(patient.email())
                        .orElse(new EmailAddress("somebody@mail.example")),
                false,
                UUID.randomUUID());
    }

    private Patient patient() {
        return patients.find(surgery.practice(), surgery.rosa().id()).orElseThrow();
    }

    private Patient found(String name) {
        return patients.search(surgery.clinician(), name, 1).patients().getFirst();
    }

    private static String number(int i) {
        return TestNumbers.number(i);
    }

    /** Where each row lies: one that is written lies elsewhere. */
    private List<String> rows() {
        return superuser
                .sql(
                        "select patient_id || ' ' || ctid || ' ' || xmin from patient where practice_id = :practice order by 1")
                .param("practice", surgery.practice().value())
                .query(String.class)
                .list();
    }

    private int audited(String action) {
        return superuser
                .sql("select count(*) from audit_entry where practice_id = :practice and action = :action")
                .param("practice", surgery.practice().value())
                .param("action", action)
                .query(Integer.class)
                .single();
    }
}
