package uk.anteroom.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Base64;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import uk.anteroom.Anteroom;

/** The whole service, running on a real PostgreSQL, SMTP server, text message gateway and clinical system of the test's own. */
@SpringBootTest(classes = Anteroom.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({Cast.class, Desk.class, TextMessages.class})
@TestPropertySource(properties = "anteroom.limit-factor=100")
public abstract class RunningService {

    /** Takes every email of the run. */
    protected static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /** The virus scanner, for those that start it; until then files wait. */
    protected static final RealClamd CLAMD = new RealClamd();

    /** Notify, which is used by the letters that its own tests hand to it. */
    protected static final NotifyStandIn NOTIFY = new NotifyStandIn();

    static {
        MAIL.start();
    }

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestDatabase database = TestDatabase.get();
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.password", database::password);
        registry.add("spring.flyway.url", database::url);
        registry.add("spring.flyway.password", database::password);
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        registry.add("anteroom.public-url", () -> "http://localhost:8080");
        registry.add("anteroom.field-key", () -> Base64.getEncoder().encodeToString(new byte[32]));
        // jobs that belong to later are there sooner; the shipped second adds up over all these tests
        registry.add("db-scheduler.polling-interval", () -> "100ms");
        registry.add("anteroom.allow-drama-numbers", () -> "true");
        registry.add("anteroom.identity.hold-back", () -> "50ms");
        registry.add("anteroom.scanner.host", () -> "127.0.0.1");
        registry.add("anteroom.scanner.port", CLAMD::port);
        registry.add("anteroom.delivery.sms", () -> TextMessages.NAME);
        registry.add("anteroom.govuk-notify.address", NOTIFY::address);
        registry.add("anteroom.govuk-notify.api-key", NOTIFY::apiKey);
        registry.add("anteroom.govuk-notify.sms-template", () -> NotifyStandIn.SMS_TEMPLATE);
        registry.add("anteroom.govuk-notify.email-template", () -> NotifyStandIn.EMAIL_TEMPLATE);
        registry.add("anteroom.govuk-notify.callback-token", () -> NotifyStandIn.CALLBACK_TOKEN);
        registry.add("anteroom.govuk-notify.answer-within", () -> "1s");
        registry.add("anteroom.smtp.from", () -> "no-reply@anteroom.example");
        registry.add("management.server.port", () -> "0");
    }

    /** A browser that has no script: cookies, redirects and forms. */
    protected Browser browser() {
        return new Browser("http://localhost:" + port);
    }

    /** The same at another address of this machine, such as 127.0.0.77: limits are counted for each. */
    protected Browser browserAt(String address) {
        return new Browser("http://127.0.0.1:" + port, address);
    }
}
