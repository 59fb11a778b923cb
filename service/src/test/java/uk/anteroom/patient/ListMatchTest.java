package uk.anteroom.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.kernel.DateOfBirth;
import uk.anteroom.kernel.NhsNumber;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.patient.ListedPatient.Told;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.TestDatabase;

/** Whom of the list a stranger means. */
class ListMatchTest extends RunningService {

    private static final DateOfBirth BORN = new DateOfBirth(LocalDate.of(1988, 7, 2));
    private static final NhsNumber NUMBER = new NhsNumber("9990273413");
    private static final NhsNumber ANOTHER = new NhsNumber("9990305862");
    private static final Postcode HOME = new Postcode("LS2 8JS");

    @Autowired
    ListMatch match;

    @Autowired
    PracticeList list;

    private final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());
    private PracticeId practice;
    private PatientId zoe;

    @BeforeEach
    void enlist() {
        practice = TestDatabase.get().newPractice();
        zoe = enlist(practice, "Zoë Ann", "O'Connor", NUMBER, HOME);
    }

    @Test
    void whoAgreesByNumberOrByPostcodeIsFound() {
        assertThat(found("Zoë Ann", "O'Connor", NUMBER, null)).contains(zoe);
        assertThat(found("Zoë Ann", "O'Connor", null, HOME)).contains(zoe);
        assertThat(found(" zoe ", "o'CONNOR", null, HOME)).contains(zoe);
        assertThat(found("Zoe Mary", "O'Connor", NUMBER, null)).contains(zoe);
        // who has moved still knows their number
        assertThat(found("Zoe", "O'Connor", NUMBER, new Postcode("M1 1AA"))).contains(zoe);
    }

    @Test
    void whoDiffersInAnythingIsNobody() {
        assertThat(found("Zo", "O'Connor", NUMBER, null)).isEmpty();
        assertThat(found("Ann", "O'Connor", NUMBER, null)).isEmpty();
        assertThat(found("", "O'Connor", NUMBER, null)).isEmpty();
        assertThat(found("Zoe", "Connor", NUMBER, null)).isEmpty();
        assertThat(found("Zoe", "O'Connor", ANOTHER, null)).isEmpty();
        // the right postcode does not stand in for a wrong number
        assertThat(found("Zoe", "O'Connor", ANOTHER, HOME)).isEmpty();
        assertThat(found("Zoe", "O'Connor", null, new Postcode("LS2 8JT"))).isEmpty();
        assertThat(found("Zoe", "O'Connor", null, null)).isEmpty();
        assertThat(match.find(
                        practice,
                        new Claim("Zoe", "O'Connor", new DateOfBirth(LocalDate.of(1988, 2, 7)), NUMBER, null)))
                .isEmpty();
    }

    @Test
    void whoIsOfAnotherPracticeIsNobodyHere() {
        PracticeId other = TestDatabase.get().newPractice();
        assertThat(match.find(other, new Claim("Zoe", "O'Connor", BORN, NUMBER, null)))
                .isEmpty();
    }

    @Test
    void twoWhoAgreeAreNobodyUnlessTheirNumberTellsThemApart() {
        PatientId twin = enlist(practice, "Zoe", "O'Connor", ANOTHER, HOME);

        assertThat(found("Zoe", "O'Connor", null, HOME)).isEmpty();
        assertThat(found("Zoe", "O'Connor", NUMBER, HOME)).contains(zoe);
        assertThat(found("Zoe", "O'Connor", ANOTHER, null)).contains(twin);
    }

    @Test
    void ofThoseWhoDiedOrLeftOrAreProtectedAPersonDecides() {
        for (String state : List.of("deceased_at = now()", "left_at = now()", "restricted = true")) {
            superuser
                    .sql("update patient set deceased_at = null, left_at = null, restricted = false,"
                            + " postcode_sealed = null, postcode_hash = null where practice_id = :practice")
                    .param("practice", practice.value())
                    .update();
            assertThat(found("Zoe", "O'Connor", NUMBER, null)).contains(zoe);
            superuser
                    .sql("update patient set " + state + " where practice_id = :practice")
                    .param("practice", practice.value())
                    .update();
            assertThat(found("Zoe", "O'Connor", NUMBER, null)).as(state).isEmpty();
        }
    }

    @Test
    void thePostcodeComesFromTheListStaysWhereItSaysNothingAndGoesWithARestriction() {
        list.bring(practice, List.of(listed("Grace", HOME, false, EnumSet.allOf(Told.class))));
        PatientId grace = found("Grace", "Lin", null, HOME).orElseThrow();

        Postcode moved = new Postcode("M1 1AE");
        list.bring(practice, List.of(listed("Grace", moved, false, EnumSet.allOf(Told.class))));
        assertThat(found("Grace", "Lin", null, HOME)).isEmpty();
        assertThat(found("Grace", "Lin", null, moved)).contains(grace);
        list.bring(practice, List.of(listed("Gracie", null, false, EnumSet.complementOf(EnumSet.of(Told.POSTCODE)))));
        assertThat(found("Gracie", "Lin", null, moved)).contains(grace);
        list.bring(practice, List.of(listed("Gracie", moved, true, EnumSet.allOf(Told.class))));
        assertThat(found("Gracie", "Lin", null, moved)).isEmpty();
        assertThat(superuser
                        .sql(
                                "select postcode_sealed is null and postcode_hash is null from patient where patient_id = :id")
                        .param("id", grace.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private static ListedPatient listed(String given, Postcode postcode, boolean restricted, Set<Told> told) {
        return new ListedPatient(
                "record-7",
                List.of(),
                ANOTHER,
                given,
                "Lin",
                BORN,
                null,
                null,
                postcode,
                false,
                restricted,
                false,
                false,
                told);
    }

    private Optional<PatientId> found(String given, String family, NhsNumber number, Postcode postcode) {
        return match.find(practice, new Claim(given, family, BORN, number, postcode));
    }

    private PatientId enlist(PracticeId where, String given, String family, NhsNumber number, Postcode postcode) {
        PatientId id = new PatientId(UUID.randomUUID());
        list.take(
                where,
                List.of(new Patient(where, id, number, given, family, BORN, null, null, false, false, false)
                        .livingAt(postcode)));
        return id;
    }
}
