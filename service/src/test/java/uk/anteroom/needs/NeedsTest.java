package uk.anteroom.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.patient.PatientId;
import uk.anteroom.practice.NotAllowed;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

class NeedsTest extends RunningService {

    @Autowired
    private Cast cast;

    @Autowired
    private PatientNeeds needs;

    @Test
    void whatWasRecordedIsKnownAndTheLastWordCounts() {
        Surgery surgery = cast.surgery();
        assertThat(needs.of(surgery.practice(), surgery.rosa().id())).isEqualTo(Needs.NONE);
        Needs all = new Needs(true, true, true, Optional.of(Locale.forLanguageTag("pt-BR")));
        needs.record(surgery.receptionist(), surgery.rosa().id(), all);
        assertThat(needs.of(surgery.practice(), surgery.rosa().id())).isEqualTo(all);
        needs.record(surgery.clinician(), surgery.rosa().id(), Needs.NONE);
        assertThat(needs.of(surgery.practice(), surgery.rosa().id()).any()).isFalse();
    }

    @Test
    void theSameAnswerOnceMoreIsNoNewOne() {
        Surgery surgery = cast.surgery();
        Needs large = new Needs(true, false, false, Optional.empty());
        needs.record(surgery.receptionist(), surgery.rosa().id(), large);
        needs.record(surgery.receptionist(), surgery.rosa().id(), large);
        assertThat(audited(surgery, "patient.needs_recorded")).isEqualTo(1);
    }

    @Test
    void onlyThoseWhoInviteRecordThemAndOnlyOfTheirOwnPatients() {
        Surgery surgery = cast.surgery();
        Surgery other = cast.surgery();
        assertThatThrownBy(() -> needs.record(surgery.manager(), surgery.rosa().id(), Needs.NONE))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> needs.record(other.clinician(), surgery.rosa().id(), Needs.NONE))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theClinicalSystemOverwritesWhatItSpeaksOfAndNothingElse() {
        Surgery surgery = cast.surgery();
        PatientId rosa = surgery.rosa().id();
        needs.record(surgery.clinician(), rosa, new Needs(true, true, false, Optional.of(Locale.of("pl"))));

        Map<PatientId, ToldNeeds> nothing = Map.of(rosa, ToldNeeds.NOTHING);
        assertThat(needs.tell(surgery.practice(), nothing)).isEmpty();
        assertThat(needs.of(surgery.practice(), rosa))
                .isEqualTo(new Needs(true, true, false, Optional.of(Locale.of("pl"))));

        Map<PatientId, ToldNeeds> told = Map.of(rosa, new ToldNeeds(null, false, true, Locale.of("pt")));
        assertThat(needs.differing(surgery.practice(), told)).containsExactly(rosa);
        assertThat(needs.tell(surgery.practice(), told)).containsExactly(rosa);
        assertThat(needs.of(surgery.practice(), rosa))
                .isEqualTo(new Needs(true, false, true, Optional.of(Locale.of("pt"))));
        assertThat(needs.tell(surgery.practice(), told)).as("nothing new").isEmpty();
        assertThat(audited(surgery, "patient.needs_changed_by_list")).isEqualTo(1);

        needs.tell(surgery.practice(), Map.of(rosa, new ToldNeeds(null, null, null, Locale.ENGLISH)));
        assertThat(needs.of(surgery.practice(), rosa).language()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pl, pl",
        "pt-BR, pt",
        "POLISH, pl",
        "Farsi, fa",
        "Bengali, bn",
        "Bangla, bn",
        "Cantonese, yue",
        "Swahili, sw",
        "en-GB, en"
    })
    void languagesAreReadByCodeAndByName(String written, String code) {
        assertThat(Languages.read(written)).contains(Locale.of(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "zxx", "Klingon", "q1", "x-none", "<script>"})
    void whatIsNoLanguageIsNone(String written) {
        assertThat(Languages.read(written)).isEmpty();
    }

    @Test
    void nothingOfThemIsPrinted() {
        assertThat(new Needs(true, true, true, Optional.of(Locale.FRENCH)) + " "
                        + new ToldNeeds(true, true, true, Locale.FRENCH))
                .isEqualTo("Needs(hidden) ToldNeeds(hidden)");
    }

    private static int audited(Surgery surgery, String action) {
        return JdbcClient.create(TestDatabase.get().superuser())
                .sql("select count(*) from audit_entry where practice_id = :practice and action = :action")
                .param("practice", surgery.practice().value())
                .param("action", action)
                .query(Integer.class)
                .single();
    }
}
