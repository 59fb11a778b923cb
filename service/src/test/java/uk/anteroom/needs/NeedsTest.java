package uk.anteroom.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;

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
}
