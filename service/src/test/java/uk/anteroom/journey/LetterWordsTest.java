package uk.anteroom.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.anteroom.testing.Eventually.eventually;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TextMessages;

/** A practice manager chooses what letters say. */
class LetterWordsTest extends RunningService {

    private static final String SMS = "/settings/letters/invitation/sms";
    private static final String FORM = "main form:has(textarea)";

    @Autowired
    private Cast cast;

    @Autowired
    private TextMessages texts;

    private Surgery surgery;
    private Browser manager;

    @BeforeEach
    void signIn() {
        surgery = cast.surgery();
        manager = browser();
        manager.signIn(surgery.manager());
    }

    @Test
    void wordsAreChosenUsedAndTakenBack() {
        Page form = manager.open(SMS + "?language=en");
        assertThat(form.html().select("textarea").text()).contains("{link}");
        Page saved = manager.submit(form, FORM, Map.of("letterWords", "Hi from {clinician}: {link}"));
        assertThat(saved.text()).contains("Saved. The next letter says it like that.", "Hi from {clinician}");

        String mobile = "07700 900" + (100 + (int) (System.nanoTime() % 800));
        Browser clinician = browser();
        clinician.signIn(surgery.clinician());
        Page patient = clinician.open("/patients/" + surgery.rosa().id() + "?video");
        clinician.submit(patient, "form.a-invite", Map.of("sms", "true", "smsTo", mobile));
        eventually(
                "the text message",
                () -> texts.to(mobile).stream()
                        .anyMatch(message -> message.text().startsWith("Hi from Dr Amara Okafor: http")));

        Page again = manager.open(SMS + "?language=en");
        Page deleted = manager.submit(again, "form[action$=removal]", Map.of());
        assertThat(deleted.text()).contains("Our words are used again.").doesNotContain("Hi from");
    }

    @Test
    void whatDoesNotFitIsRefusedAndStaysInItsField() {
        String long_ = "{link} " + "0123456789 ".repeat(15);
        Page refused = manager.submit(manager.open(SMS + "?language=cy"), FORM, Map.of("letterWords", long_));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("characters, and 160 fit. Take out");
        assertThat(refused.html().select("textarea").text()).startsWith("{link} 0123456789");
        assertThat(manager.open("/settings/letters").text()).doesNotContain("0123456789");
    }

    @Test
    void lettersThatAreNotPlainAreNamed() {
        Page refused =
                manager.submit(manager.open(SMS + "?language=cy"), FORM, Map.of("letterWords", "Dewch i'r tŷ: {link}"));
        assertThat(refused.text()).contains("These do not fit a plain text message: ŷ");
    }

    @Test
    void previewShowsTheLongestLetterAndSavesNothing() {
        Page shown = manager.submit(
                manager.open(SMS + "?language=en"),
                FORM,
                Map.of("letterWords", "{clinician} {link}", "preview", "true"));
        assertThat(shown.text()).contains("Dr Amara Okafor http", "At its longest: ");
        assertThat(manager.open("/settings/letters").text()).doesNotContain("{clinician}");
    }

    @Test
    void whoSavesSecondIsToldAndLosesNothing() {
        Page first = manager.open(SMS + "?language=en");
        Page second = manager.open(SMS + "?language=en");
        manager.submit(first, FORM, Map.of("letterWords", "First {link}"));
        Page told = manager.submit(second, FORM, Map.of("letterWords", "Second {link}"));
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.html().select("textarea").text()).isEqualTo("Second {link}");
        manager.submit(told, FORM, Map.of());
        assertThat(manager.open("/settings/letters").text()).contains("Second {link}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/settings/letters/invitation/pigeon",
                "/settings/letters/anything/sms",
                "/settings/letters/message/sms?language=xx",
                "/settings/letters/message/sms?language=%3Cscript%3E"
            })
    void whatThereIsNotIsNotFound(String address) {
        assertThat(manager.open(address).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/settings/letters", SMS})
    void othersMayNotLook(String address) {
        Browser clinician = browser();
        clinician.signIn(surgery.clinician());
        assertThat(clinician.open(address).status()).isEqualTo(403);
    }
}
