package uk.anteroom.accountweb;

import static uk.anteroom.testing.Eventually.eventually;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.anteroom.journey.Parts;
import uk.anteroom.patient.Patient;
import uk.anteroom.practice.Practices;
import uk.anteroom.testing.Browser;
import uk.anteroom.testing.Browser.Page;
import uk.anteroom.testing.Cast;
import uk.anteroom.testing.RunningService;
import uk.anteroom.testing.Surgery;
import uk.anteroom.testing.TestDatabase;

/** What tests of accounts do again and again. */
abstract class AccountPages extends RunningService {

    static final String NEW_PASSWORD = "violet tractor humming soup";

    @Autowired
    Cast cast;

    @Autowired
    Practices practices;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.get().superuser());

    Surgery surgery;
    String code;
    /** On the list with this address, without an account. */
    Patient ada;

    String email;
    Browser browser;

    @BeforeEach
    void open() {
        surgery = cast.surgery();
        code = practices.get(surgery.practice()).publicCode();
        email = address();
        ada = cast.patient(surgery.practice(), "Ada Jane", "Quill", "1971-02-03", email, null);
        browser = browser();
    }

    static String address() {
        return "ada." + UUID.randomUUID() + "@mail.example";
    }

    Map<String, String> details(Patient patient) {
        var born = patient.born().value();
        return Map.of(
                "given", patient.givenName(),
                "family", patient.familyName(),
                "day", String.valueOf(born.getDayOfMonth()),
                "month", String.valueOf(born.getMonthValue()),
                "year", String.valueOf(born.getYear()),
                "nhsNumber", patient.nhsNumber().shown(),
                "by", "EMAIL");
    }

    Page askToRegister(Browser by, Map<String, String> details) {
        return by.submit(by.open("/p/" + code + "/register"), "form.a-form", details);
    }

    /** Registers as far as the page that asks how to sign in. */
    Page proved(Browser by, Patient patient) {
        int before = letters(patient.email().value()).size();
        Page asked = askToRegister(by, details(patient));
        return by.submit(
                asked, "form.a-form", Map.of("code", codeTo(patient.email().value(), before)));
    }

    Page signIn(Browser by, String name, String password) {
        return by.submit(
                by.open("/p/" + code + "/sign-in"), "form.a-form", Map.of("email", name, "password", password));
    }

    /** The code in the letter that comes after so many others. */
    String codeTo(String address, int before) {
        AtomicReference<String> found = new AtomicReference<>();
        eventually("a code to " + address, () -> {
            letters(address).stream()
                    .skip(before)
                    .map(AccountPages::code)
                    .filter(code -> !code.isEmpty())
                    .findFirst()
                    .ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    private static String code(String letter) {
        Matcher digits = Pattern.compile("(?m)^(\\d{6})\\s*$").matcher(letter);
        return digits.find() ? digits.group(1) : "";
    }

    /** Everything that was sent to that address, as plain text. */
    List<String> letters(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(message -> Parts.isTo(message, address))
                .map(AccountPages::plain)
                .toList();
    }

    private static String plain(MimeMessage message) {
        try {
            return Parts.text(message);
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The page without what is drawn anew each time. */
    static String same(Page page) {
        return page.html().selectFirst("main").outerHtml().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    void age(String table, String column, String by) {
        superuser
                .sql("update " + table + " set " + column + " = " + column + " - interval '" + by
                        + "' where practice_id = :practice")
                .param("practice", surgery.practice().value())
                .update();
    }

    int count(String what) {
        return superuser
                .sql("select count(*) from " + what + " and practice_id = :practice")
                .param("practice", surgery.practice().value())
                .query(Integer.class)
                .single();
    }
}
