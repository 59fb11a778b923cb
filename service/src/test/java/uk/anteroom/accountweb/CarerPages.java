package uk.anteroom.accountweb;

import static uk.anteroom.testing.Eventually.eventually;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import uk.anteroom.account.Accounts;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.patient.Patient;
import uk.anteroom.patient.PracticeList;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;

/** Ada would like to act for Rosa. */
abstract class CarerPages extends AccountPages {

    @Autowired
    Accounts accounts;

    @Autowired
    PracticeList list;

    Patient rosa;
    Browser staff;

    @BeforeEach
    void register() {
        rosa = surgery.rosa();
        accounts.open(surgery.practice(), ada.id(), new EmailAddress(email), NEW_PASSWORD);
        signIn(browser, email, NEW_PASSWORD);
        cast.request(surgery.practice(), rosa.id());
        staff = browser();
        staff.signIn(surgery.receptionist());
    }

    Page ask(Patient whom) {
        return ask(details(whom));
    }

    Page ask(Map<String, String> whom) {
        Map<String, String> typed = new HashMap<>(whom);
        typed.put("relationship", "daughter");
        Page asked = browser.submit(browser.open("/account/carers"), "form[action=/account/carers]", typed);
        eventually(
                "the look-up",
                () -> superuser
                                .sql(
                                        "select count(*) from scheduled_tasks where task_name = 'carer-access' and task_instance like :practice")
                                .param("practice", surgery.practice() + "%")
                                .query(Integer.class)
                                .single()
                        == 0);
        return asked;
    }

    Page decide(boolean yes) {
        return decide(yes, false);
    }

    Page decide(boolean yes, boolean write) {
        String answer = String.valueOf(yes);
        return staff.submit(
                staff.open("/patients/" + rosa.id()),
                "form[action$=/decision]",
                write ? Map.of("yes", answer, "write", "true") : Map.of("yes", answer));
    }

    Page act() {
        return browser.submit(browser.open("/account/carers"), "form[action$=/acting]", Map.of());
    }
}
