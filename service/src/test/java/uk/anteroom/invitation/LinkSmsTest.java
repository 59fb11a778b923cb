package uk.anteroom.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class LinkSmsTest {

    private static final String LINK = "https://video.example/v/rivQm7xK2pVt9LrW4sHc8dYbA";
    private static final String TELEPHONE = "01632 960123";

    private static String write(String practice, String clinician) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        return LinkSms.write(messages, Locale.UK, "invitation", practice, clinician, LINK, TELEPHONE);
    }

    @Test
    void saysWhoAndHasTheLinkAndANumberForHelp() {
        assertThat(write("Riverside Surgery", "Dr Amara Okafor"))
                .isEqualTo("Riverside Surgery: Dr Amara Okafor invites you to a free video call. Open this link: "
                        + LINK + " Help: 01632 960123")
                .hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void longNamesGiveWayInOrder() {
        assertThat(write("Riverside Health Centre", "Dr Amara Okafor-Lee"))
                .doesNotContain("free")
                .contains("Dr Amara Okafor-Lee")
                .hasSizeLessThanOrEqualTo(160);
        assertThat(write("The Riverside and Hilltop Medical Centre", "Dr Amara Okafor-Hughes"))
                .startsWith("The Riverside and Hilltop Medical Centre invites you")
                .hasSizeLessThanOrEqualTo(160);
        assertThat(write("The Riverside and Hilltop and Lower Meadow Community Medical Practice", "Dr Amara Okafor"))
                .startsWith("The Riverside and Hilltop and Lower Meadow")
                .contains(LINK)
                .endsWith(TELEPHONE)
                .hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void lettersOutsideTheAlphabetArePlain() {
        assertThat(write("Tŷ Gŵyl", "Dr Siân O’Neill")).startsWith("Ty Gwyl: Dr Sian O'Neill");
    }
}
