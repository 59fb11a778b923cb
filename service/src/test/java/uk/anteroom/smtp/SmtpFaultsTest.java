package uk.anteroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import uk.anteroom.delivery.Handover;
import uk.anteroom.delivery.LetterId;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.delivery.Parcel;
import uk.anteroom.delivery.Problem;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.PracticeId;

/** What an SMTP server can do to a letter, over a real socket. */
class SmtpFaultsTest {

    private static final LetterText.Email EMAIL = new LetterText.Email("Surgery", "Subject", "Text", "<p>Text</p>");
    private static final EmailAddress TO = new EmailAddress("rosa@mail.example");

    private final List<String> messageIds = new ArrayList<>();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void takenIsTaken() {
        assertThat(send("ok")).isEqualTo(new Handover.Taken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"550-rcpt", "551-rcpt", "553-rcpt", "556-rcpt"})
    void unknownMailboxesAreRefusedForGood(String behaviour) {
        assertThat(send(behaviour)).isEqualTo(new Handover.Refused(Problem.UNKNOWN_ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"552-rcpt", "552-data"})
    void fullMailboxesAreToldFromWrongOnes(String behaviour) {
        assertThat(send(behaviour)).isEqualTo(new Handover.Refused(Problem.NOT_REACHED));
    }

    @Test
    void goodbyesInsteadOfGreetingsAreTriedAgain() {
        assertThat(send("421-greeting")).isEqualTo(new Handover.NotNow(Problem.UNREACHABLE));
    }

    @Test
    void refusedCredentialsAreNoFaultOfTheLetter() {
        assertThat(send("535-auth")).isEqualTo(new Handover.NotNow(Problem.UNREACHABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"550-data", "554-data"})
    void refusedTextsAreRefusedForGood(String behaviour) {
        assertThat(send(behaviour)).isEqualTo(new Handover.Refused(Problem.REFUSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"421-rcpt", "450-rcpt", "451-rcpt", "452-rcpt", "421-data", "451-data", "452-data"})
    void busyServersAreTriedAgain(String behaviour) {
        assertThat(send(behaviour)).isEqualTo(new Handover.NotNow(Problem.UNREACHABLE));
    }

    @Test
    void noServerIsTriedAgain() throws IOException {
        server.close();
        assertThat(carrier(false).handOver(parcel(new LetterId(UUID.randomUUID()))))
                .isEqualTo(new Handover.NotNow(Problem.UNREACHABLE));
    }

    @Test
    void hangingServersAreTriedAgain() {
        assertThat(send("hang")).isEqualTo(new Handover.NotNow(Problem.UNREACHABLE));
    }

    @Test
    void dyingAfterTheTextIsUnclearAndTheMessageIdStays() {
        LetterId id = new LetterId(UUID.randomUUID());
        assertThat(send("die", id)).isEqualTo(new Handover.Unclear());
        assertThat(send("die", id)).isEqualTo(new Handover.Unclear());
        assertThat(messageIds)
                .hasSize(2)
                .allMatch(messageIds.getFirst()::equals)
                .first()
                .asString()
                .contains(id.toString());
    }

    private Handover send(String behaviour) {
        return send(behaviour, new LetterId(UUID.randomUUID()));
    }

    private Handover send(String behaviour, LetterId id) {
        Thread.ofVirtual().start(() -> converse(behaviour));
        return carrier(behaviour.endsWith("-auth")).handOver(parcel(id));
    }

    private static Parcel parcel(LetterId id) {
        return new Parcel(new Parcel.Reference(new PracticeId(UUID.randomUUID()), id), TO, EMAIL);
    }

    private SmtpCarrier carrier(boolean signsIn) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getLocalPort());
        sender.getJavaMailProperties().put("mail.smtp.timeout", "1000");
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "1000");
        if (signsIn) {
            sender.setUsername("anteroom");
            sender.setPassword("wrong");
            sender.getJavaMailProperties().put("mail.smtp.auth", "true");
        }
        return new SmtpCarrier(sender, new SmtpSettings("no-reply@anteroom.example"));
    }

    private void converse(String behaviour) {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = socket.getOutputStream();
            if (behaviour.equals("hang")) {
                in.readLine();
                return;
            }
            if (behaviour.endsWith("-greeting")) {
                say(out, behaviour.substring(0, 3) + " come back later");
                return;
            }
            say(out, "220 ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("EHLO") && behaviour.endsWith("-auth")) {
                    say(out, "250-here");
                    say(out, "250 AUTH PLAIN");
                } else if (command.startsWith("AUTH")) {
                    say(out, behaviour.substring(0, 3) + " no");
                } else if (command.startsWith("RCPT") && behaviour.endsWith("-rcpt")) {
                    say(out, behaviour.substring(0, 3) + " no");
                } else if (command.equals("DATA")) {
                    say(out, "354 go on");
                    takeText(in);
                    if (behaviour.equals("die")) {
                        return;
                    }
                    say(out, behaviour.endsWith("-data") ? behaviour.substring(0, 3) + " no" : "250 taken");
                } else {
                    say(out, "250 fine");
                }
            }
        } catch (IOException e) {
            // the other side has what it came for
        }
    }

    private void takeText(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith("Message-ID:")) {
                messageIds.add(line);
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
