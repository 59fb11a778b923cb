package uk.anteroom.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.e2e.people.Patient.ROSA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.anteroom.e2e.stage.Village;

class NoWayTest extends NetworkJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Pattern TELEPHONE = Pattern.compile("\\b0\\d[\\d ]{8,}\\d\\b");

    @AfterEach
    void bringTheRelayBack() {
        Village.open().startRelay();
    }

    @Test
    void bothSidesAreToldWhatToDoAndNobodyIsLeftWaiting() {
        trouble().noDirectWay();
        Village.open().stopRelay();
        patient.arrive(inviteByEmail(ROSA), ROSA);
        clinician.seesWaiting(ROSA);
        clinician.admit();
        patient.isIn("live");
        saysWhatToDo(patient.page());
        saysWhatToDo(clinician.page());
        part();
    }

    @Test
    void callWithoutTheRelayStillFindsTheDirectWay() {
        Village.open().stopRelay();
        meet();
        assertThat(atHome.way().relayed()).isFalse();
        part();
    }

    private static void saysWhatToDo(Page page) {
        Locator card = page.locator("[data-card=no-way]");
        assertThat(card).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE.toMillis()));
        assertThat(card).containsText(Pattern.compile("network", Pattern.CASE_INSENSITIVE));
        assertThat(card).containsText(TELEPHONE);
    }
}
