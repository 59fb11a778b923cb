package uk.anteroom.accountweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.Postcode;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;

/** A carer acts for somebody, once the practice agrees and as long as it and the patient want. */
class CarerTest extends CarerPages {

    @Test
    void carerActsOnceThePracticeAgreesAndBothAreAudited() {
        assertThat(ask(rosa).text()).contains("Your request is with");
        assertThat(browser.open("/account/carers").html().select("form[action$=/acting]"))
                .isEmpty();
        assertThat(staff.open("/patients/" + rosa.id()).text())
                .contains("Who acts for Rosa", "Ada Jane Quill", "daughter");
        assertThat(decide(true).text()).contains("Agreed today");
        Page home = act();
        assertThat(home.text()).contains("Acting for Rosa Whitfield", "Itchy rash on my left arm");
        assertThat(superuser
                        .sql("""
                                select count(*) from audit_entry
                                where practice_id = :practice and action = 'account.acted_for' and actor_id = :ada and subject_id = :rosa
                                """)
                        .param("practice", surgery.practice().value())
                        .param("ada", ada.id().value())
                        .param("rosa", rosa.id().value())
                        .query(Integer.class)
                        .single())
                .isPositive();
        Page self = browser.submit(home, "form[action=/account/carers/self]", Map.of());
        assertThat(self.text()).contains("Ada Jane Quill").doesNotContain("Itchy rash");
    }

    @Test
    void patientIsMeantByTheirPostcodeToo() {
        list.take(surgery.practice(), List.of(rosa.livingAt(new Postcode("LS1 4AP"))));
        Map<String, String> typed = new HashMap<>(details(rosa));
        typed.put("nhsNumber", "");
        typed.put("postcode", "ls1 4ap");
        ask(typed);
        assertThat(staff.open("/patients/" + rosa.id()).text()).contains("Who acts for Rosa", "Ada Jane Quill");
    }

    @Test
    void whoseRecordIsRestrictedIsMeantByNobody() {
        superuser
                .sql("""
                        update patient
                        set restricted = true, email_sealed = null, email_hash = null, mobile_sealed = null, mobile_hash = null
                        where practice_id = :practice and patient_id = :patient
                        """)
                .param("practice", surgery.practice().value())
                .param("patient", rosa.id().value())
                .update();
        assertThat(ask(rosa).text()).contains("Your request is with");
        assertThat(count("carer_access where patient_id is not null")).isZero();
    }

    @Test
    void refusedWaitingAndNobodyLookAlike() {
        ask(rosa);
        decide(false);
        Map<String, String> nobody = new HashMap<>(details(rosa));
        nobody.put("year", "1958");
        nobody.put("relationship", "daughter");
        browser.submit(browser.open("/account/carers"), "form[action=/account/carers]", nobody);
        Page page = browser.open("/account/carers");
        var rows = page.html().select("main > ul > li");
        assertThat(rows).hasSize(2);
        String minute = "today [0-9:]+";
        assertThat(rows.get(0).text().replaceFirst(minute, "today"))
                .isEqualTo(rows.get(1).text().replaceFirst(minute, "today"))
                .contains("Asked today, not agreed yet");
        assertThat(staff.open("/patients/" + rosa.id()).text()).doesNotContain("Who acts for Rosa");
    }

    @Test
    void practiceEndsItWhileTheCarerActs() {
        ask(rosa);
        decide(true);
        act();
        Page page = staff.open("/patients/" + rosa.id());
        staff.submit(page, "form[action*=/carers/][action$=/end]", Map.of());
        assertThat(browser.open("/account").text()).contains("Ada Jane Quill").doesNotContain("Rosa");
    }

    @Test
    void patientEndsIt() {
        accounts.open(surgery.practice(), rosa.id(), new EmailAddress("rosa." + email), NEW_PASSWORD);
        ask(rosa);
        decide(true);
        act();
        Browser hers = browser();
        signIn(hers, "rosa." + email, NEW_PASSWORD);
        Page page = hers.open("/account/carers");
        assertThat(page.text()).contains("People who can act for you", "Ada Jane Quill");
        hers.submit(page, "form[action$=/end]", Map.of());
        assertThat(browser.open("/account").text()).contains("Ada Jane Quill").doesNotContain("Rosa");
    }

    @Test
    void nobodyActsForWhomTheyWereNotAllowed() {
        ask(rosa);
        Page page = browser.open("/account/carers");
        String care =
                page.html().selectFirst("form[action$=/end]").attr("action").replace("/end", "");
        String csrf = page.html().selectFirst("input[name=_csrf]").attr("value");
        assertThat(browser.post(care + "/acting", Map.of("_csrf", csrf)).path()).isEqualTo("/account/carers");
        decide(true);
        accounts.open(surgery.practice(), rosa.id(), new EmailAddress("rosa." + email), NEW_PASSWORD);
        Browser other = browser();
        Page hers = signIn(other, "rosa." + email, NEW_PASSWORD);
        assertThat(other.post(
                                care + "/acting",
                                Map.of(
                                        "_csrf",
                                        hers.html()
                                                .selectFirst("input[name=_csrf]")
                                                .attr("value")))
                        .path())
                .isEqualTo("/account/carers");
    }
}
