package uk.anteroom.demo;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner.Mode;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import uk.anteroom.Anteroom;
import uk.anteroom.demo.engine.Databases;
import uk.anteroom.demo.engine.DemoDatabase;
import uk.anteroom.demo.engine.Engine;
import uk.anteroom.demo.lan.Lan;
import uk.anteroom.demo.lan.LanConnector;
import uk.anteroom.demo.phone.DemoMailbox;
import uk.anteroom.demo.phone.DemoSmsGateway;
import uk.anteroom.demo.phone.PhoneStore;
import uk.anteroom.demo.record.RecordStore;
import uk.anteroom.demo.seed.Office;
import uk.anteroom.demo.seed.SeedSettings;

/** Everything that runs in a demo: PostgreSQL, the mailbox, the virus scanner, the service. Stops in the opposite order. */
final class World implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(World.class);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private @Nullable ConfigurableApplicationContext service;
    private @Nullable URI address;
    private boolean scanned;
    private boolean closed;

    /** Starts it all; throws {@link CannotStart} with a sentence for people. */
    void start(Flags flags) {
        StandardEnvironment outside = new StandardEnvironment();
        Guard.againstProduction(outside);
        Guard.portIsFree(flags.address(), flags.port());
        Guard.portIsFree("127.0.0.1", flags.managementPort());
        Lan lan = flags.lan();
        if (lan != null) {
            Guard.againstStrangers(lan);
        }

        Engine engine = keep(Engine.start(flags.var()));
        Kept kept = new Kept(flags.var());
        DemoDatabase database = keep(Databases.prepare(engine, kept::password));
        PhoneStore phone = new PhoneStore(database);
        DemoMailbox mailbox = keep(new DemoMailbox(phone));
        VirusScanner scanner = VirusScanner.start(flags.var());
        if (scanner != null) {
            keep(scanner);
        }

        String set = Guard.publicUrl(outside);
        URI publicUrl = set != null ? URI.create(set) : lan != null ? lan.url() : here(flags);
        // the connector on loopback, whose certificate nobody has to accept
        URI clinicalSystem = here(flags).resolve("/demo/clinical-system/fhir");
        SpringApplication application = new SpringApplication(Anteroom.class);
        application.setBannerMode(Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(PhoneStore.class, () -> phone);
            beans.registerBean(RecordStore.class, () -> new RecordStore(database));
            beans.registerBean(Office.class, () -> new Office(engine.superuser(Databases.SERVICE)));
            beans.registerBean(SeedSettings.class, () -> new SeedSettings(clinicalSystem, flags.patients()));
            if (lan != null) {
                beans.registerBean(Lan.class, () -> lan);
                beans.registerBean(
                        LanConnector.class, () -> LanConnector.of(lan, flags.var(), kept.password("lan-certificate")));
            }
        });
        ConfigurableApplicationContext context = application.run(
                settings(flags, engine, kept, mailbox, scanner, publicUrl).toArray(String[]::new));
        service = keep(context);
        scanned = scanner != null;
        address = set == null ? here(flags) : publicUrl;
    }

    /** Where people go. */
    URI address() {
        return Objects.requireNonNull(address, "not started");
    }

    /** Whether files are scanned; if not, they wait. */
    boolean scanned() {
        return scanned;
    }

    ConfigurableApplicationContext service() {
        return Objects.requireNonNull(service, "not started");
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                LOG.warn("A part of the demo did not stop cleanly", e);
            }
        }
    }

    private synchronized <T extends AutoCloseable> T keep(T part) {
        running.push(part);
        return part;
    }

    private static URI here(Flags flags) {
        return URI.create("http://localhost:" + flags.port());
    }

    private static List<String> settings(
            Flags flags, Engine engine, Kept kept, DemoMailbox mailbox, @Nullable VirusScanner scanner, URI publicUrl) {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=" + flags.port(),
                "--server.address=" + flags.address(),
                "--management.server.port=" + flags.managementPort(),
                "--management.server.address=127.0.0.1",
                "--spring.main.keep-alive=true",
                "--spring.datasource.url=" + engine.url(Databases.SERVICE),
                "--spring.datasource.password=" + kept.password("anteroom_app"),
                "--spring.flyway.url=" + engine.url(Databases.SERVICE),
                "--spring.flyway.password=" + kept.password("anteroom_owner"),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailbox.port(),
                "--spring.mail.properties.mail.smtp.starttls.enable=false",
                "--anteroom.public-url=" + publicUrl,
                "--anteroom.field-key=" + kept.fieldKey(),
                "--anteroom.allow-drama-numbers=true",
                "--anteroom.limit-factor=100",
                "--anteroom.delivery.sms=" + DemoSmsGateway.NAME,
                "--anteroom.smtp.from=no-reply@anteroom.example",
                "--logging.file.name=" + flags.var().resolve("anteroom.log"),
                "--logging.threshold.console=WARN"));
        if (flags.relay() != null) {
            settings.addAll(flags.relay().settings(flags.var()));
        }
        if (scanner != null) {
            settings.addAll(scanner.settings());
        }
        return settings;
    }
}
