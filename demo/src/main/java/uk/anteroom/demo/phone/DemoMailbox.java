package uk.anteroom.demo.phone;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import uk.anteroom.kernel.Channel;

/** An SMTP server that takes every email and passes none on. Only this machine reaches it. */
public final class DemoMailbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoMailbox.class);

    private static final int LARGEST = 1024 * 1024;
    private static final int TRY_AGAIN = 451;
    private static final int NOT_AN_EMAIL = 554;

    private final PhoneStore store;
    private final SMTPServer server;

    /** Starts on a port of the system's choice. */
    public DemoMailbox(PhoneStore store) {
        this.store = store;
        this.server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Anteroom demo")
                .maxMessageSize(LARGEST)
                .insertReceivedHeaders(false)
                .messageHandler((context, from, to, data) -> take(to, data))
                .build();
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void take(String to, byte[] data) throws RejectException {
        PhoneMessage message;
        try {
            message = read(to, data);
        } catch (MessagingException | IOException e) {
            throw new RejectException(
                    NOT_AN_EMAIL, "This is not an email: " + e.getClass().getSimpleName());
        }
        try {
            store.keep(message);
        } catch (RuntimeException e) {
            LOG.error("An email could not be kept: {}", e.getClass().getSimpleName());
            throw new RejectException(TRY_AGAIN, "Try again later");
        }
    }

    private static PhoneMessage read(String to, byte[] data) throws MessagingException, IOException {
        MimeMessage email = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
        String text = find(email, "text/plain");
        String html = find(email, "text/html");
        return new PhoneMessage(
                reference(email, data),
                Channel.EMAIL,
                to,
                sender(email),
                email.getSubject() == null ? "" : email.getSubject(),
                text == null ? "" : text.replace("\r\n", "\n").strip(),
                html,
                Instant.EPOCH,
                0);
    }

    /** The letter's id stands before the @ of its Message-ID; whatever else comes is named by its content. */
    private static UUID reference(MimeMessage email, byte[] data) throws MessagingException {
        String id = email.getMessageID();
        String name = id == null ? "" : id.replaceAll("^<|@.*", "");
        try {
            return UUID.fromString(name);
        } catch (IllegalArgumentException e) {
            byte[] of = id == null ? data : id.getBytes(StandardCharsets.UTF_8);
            return UUID.nameUUIDFromBytes(of);
        }
    }

    private static String sender(MimeMessage email) throws MessagingException {
        if (email.getFrom() != null
                && email.getFrom().length > 0
                && email.getFrom()[0] instanceof InternetAddress from) {
            return from.getPersonal() == null ? from.getAddress() : from.getPersonal();
        }
        return "Unknown sender";
    }

    private static @Nullable String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type) && part.getContent() instanceof String text) {
            return text;
        }
        if (part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = find(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
