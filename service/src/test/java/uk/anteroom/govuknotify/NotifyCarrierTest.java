package uk.anteroom.govuknotify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.anteroom.delivery.Handover;
import uk.anteroom.delivery.LetterId;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.delivery.Parcel;
import uk.anteroom.delivery.Problem;
import uk.anteroom.delivery.Whereabouts;
import uk.anteroom.kernel.Channel;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.PracticeId;
import uk.anteroom.testing.NotifyStandIn;
import uk.anteroom.testing.NotifyStandIn.Fault;
import uk.gov.service.notify.NotificationClient;

/** What GOV.UK Notify can do to a letter, over a real connection. */
class NotifyCarrierTest {

    private static final MobileNumber ROSA = new MobileNumber("+447700900123");

    private final NotifyStandIn notify = new NotifyStandIn();
    private final Parcel.Reference reference =
            new Parcel.Reference(new PracticeId(UUID.randomUUID()), new LetterId(UUID.randomUUID()));

    @AfterEach
    void close() {
        notify.close();
    }

    @Test
    void textMessagesAreTakenUnderTheirReference() {
        assertThat(send(ROSA)).isEqualTo(new Handover.Taken());
        assertThat(notify.of(reference.toString())).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo("+447700900123");
            assertThat(message.personalisation()).isEqualTo(Map.of("text", "Riverside: open https://a.example"));
        });
    }

    @Test
    void emailsAreTakenWithSubjectAndText() {
        LetterText.Email email = new LetterText.Email("Riverside", "Your video call", "Open it", "<p>Open it</p>");
        Handover answer = carrier(Channel.EMAIL, notify.apiKey(), notify.address())
                .handOver(new Parcel(reference, new EmailAddress("rosa@mail.example"), email));
        assertThat(answer).isEqualTo(new Handover.Taken());
        assertThat(notify.of(reference.toString()))
                .singleElement()
                .satisfies(message -> assertThat(message.personalisation())
                        .isEqualTo(Map.of("subject", "Your video call", "text", "Open it")));
    }

    @Test
    void whatIsNoMobileNumberToNotifyIsRefusedForGood() {
        assertThat(send(new EmailAddress("rosa@mail.example")))
                .isEqualTo(new Handover.Refused(Problem.UNKNOWN_ADDRESS));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BAD_REQUEST", "TRIAL_MODE", "RATE_LIMIT", "DAILY_LIMIT", "BROKEN", "UNAVAILABLE", "HTML"})
    void whatIsWrongWithTheAccountOrWithNotifyIsTriedElsewhereAndAgain(Fault fault) {
        notify.next(fault);
        assertThat(send(ROSA)).isEqualTo(new Handover.NotNow(Problem.UNREACHABLE));
        assertThat(notify.of(reference.toString())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CUT_OFF", "TAKEN_AND_HANG", "HANG"})
    void noAnswerIsUnclearAndNotifyKnows(Fault fault) {
        notify.next(fault);
        assertThat(send(ROSA)).isEqualTo(new Handover.Unclear());
        assertThat(carrier().find(reference))
                .isEqualTo(fault == Fault.HANG ? new Whereabouts.NeverCame() : new Whereabouts.Arrived());
    }

    @Test
    void forgedKeysAreNoFaultOfTheLetter() {
        Handover answer =
                carrier(Channel.SMS, notify.forgedKey(), notify.address()).handOver(parcel(ROSA));
        assertThat(answer).isEqualTo(new Handover.NotNow(Problem.UNREACHABLE));
        assertThat(notify.of(reference.toString())).isEmpty();
    }

    @Test
    void nobodyThereIsTriedAgain() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String nobody = "http://127.0.0.1:" + free.getLocalPort();
            free.close();
            assertThat(carrier(Channel.SMS, notify.apiKey(), nobody).handOver(parcel(ROSA)))
                    .isEqualTo(new Handover.NotNow(Problem.UNREACHABLE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "+447700900003, NOT_REACHED",
        "+447700900002, UNKNOWN_ADDRESS",
        "+447700900001, REFUSED",
    })
    void simulatorsFailAsTheyShould(String number, Problem problem) {
        assertThat(send(new MobileNumber(number))).isEqualTo(new Handover.Taken());
        assertThat(carrier().find(reference)).isEqualTo(new Whereabouts.WillNotArrive(problem));
    }

    @Test
    void onItsWayIsNotThereYet() {
        assertThat(send(new MobileNumber("+447700900004"))).isEqualTo(new Handover.Taken());
        assertThat(carrier().find(reference)).isEqualTo(new Whereabouts.OnItsWay());
    }

    @Test
    void whoDoesNotAnswerAQuestionCannotTell() {
        send(ROSA);
        notify.nextQuestion(Fault.BROKEN, Fault.HANG);
        assertThat(carrier().find(reference)).isEqualTo(new Whereabouts.CannotTell());
        assertThat(carrier().find(reference)).isEqualTo(new Whereabouts.CannotTell());
        assertThat(carrier().find(reference)).isEqualTo(new Whereabouts.Arrived());
    }

    private Handover send(ContactPoint to) {
        return carrier().handOver(parcel(to));
    }

    private Parcel parcel(ContactPoint to) {
        return new Parcel(reference, to, new LetterText.Sms("Riverside: open https://a.example"));
    }

    private NotifyCarrier carrier() {
        return carrier(Channel.SMS, notify.apiKey(), notify.address());
    }

    private static NotifyCarrier carrier(Channel channel, String key, String address) {
        String template = channel == Channel.SMS ? NotifyStandIn.SMS_TEMPLATE : NotifyStandIn.EMAIL_TEMPLATE;
        return new NotifyCarrier(
                channel, new NotificationClient(key, address), template, new Deadline(Duration.ofSeconds(1)));
    }
}
