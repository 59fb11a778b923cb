package uk.anteroom.govuknotify;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.anteroom.delivery.Carrier;
import uk.anteroom.delivery.Handover;
import uk.anteroom.delivery.LetterText;
import uk.anteroom.delivery.Parcel;
import uk.anteroom.delivery.Problem;
import uk.anteroom.delivery.Whereabouts;
import uk.anteroom.kernel.Channel;
import uk.gov.service.notify.Notification;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/** Hands letters of one channel to GOV.UK Notify. It takes a second one of the same reference for another one, so it is asked before anything is sent again. */
final class NotifyCarrier implements Carrier {

    static final String NAME = "govuk-notify";

    private static final Logger LOG = LoggerFactory.getLogger(NotifyCarrier.class);

    /** The client's own word for no answer at all. */
    private static final int NO_ANSWER = 0;

    static {
        // its client works with HttpURLConnection, which sends a POST again by itself when the line is cut before the
        // answer: a second letter that nobody knows of
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final Channel channel;
    private final NotificationClient client;
    private final String template;
    private final Deadline deadline;

    NotifyCarrier(Channel channel, NotificationClient client, String template, Deadline deadline) {
        this.channel = channel;
        this.client = client;
        this.template = template;
        this.deadline = deadline;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public boolean canBeAsked() {
        return true;
    }

    @Override
    public Handover handOver(Parcel parcel) {
        String to = parcel.to().value();
        String reference = parcel.reference().toString();
        try {
            switch (parcel.text()) {
                case LetterText.Sms(String text) ->
                    deadline.call(() -> client.sendSms(template, to, Map.of("text", text), reference));
                case LetterText.Email email ->
                    deadline.call(() -> client.sendEmail(
                            template, to, Map.of("subject", email.subject(), "text", email.text()), reference));
            }
            return new Handover.Taken();
        } catch (NotificationClientException e) {
            return meaning(e);
        } catch (Deadline.Passed e) {
            return new Handover.Unclear();
        }
    }

    @Override
    public Whereabouts find(Parcel.Reference reference) {
        try {
            List<Notification> found =
                    deadline.call(() -> client.getNotifications(null, type(), reference.toString(), null)
                            .getNotifications());
            return found.isEmpty()
                    ? new Whereabouts.NeverCame()
                    : NotifyStatus.meaning(found.getFirst().getStatus());
        } catch (NotificationClientException e) {
            LOG.warn("Notify could not be asked: status {}", e.getHttpResult());
            return new Whereabouts.CannotTell();
        } catch (Deadline.Passed e) {
            return new Whereabouts.CannotTell();
        }
    }

    private String type() {
        return channel == Channel.SMS ? "sms" : "email";
    }

    /** By status and kind of error alone, as Notify asks its clients to: its sentences may change, and they repeat what was typed. */
    private Handover meaning(NotificationClientException failure) {
        int status = failure.getHttpResult();
        if (status == NO_ANSWER) {
            return cameThrough(failure) ? new Handover.Unclear() : new Handover.NotNow(Problem.UNREACHABLE);
        }
        if (status == 400 && isAboutTheRecipient(failure)) {
            return new Handover.Refused(Problem.UNKNOWN_ADDRESS);
        }
        if (status == 400 || status == 401 || status == 403 || status == 404) {
            LOG.error(
                    "Notify does not accept our {} letters: status {}; see to the account and its templates",
                    channel,
                    status);
        } else {
            LOG.warn("Notify answered a letter with status {}", status);
        }
        return new Handover.NotNow(Problem.UNREACHABLE);
    }

    private static boolean isAboutTheRecipient(NotificationClientException failure) {
        String said = String.valueOf(failure.getMessage());
        return said.contains("ValidationError") && (said.contains("phone_number") || said.contains("email_address"));
    }

    /** Whether the request may have reached it. */
    private static boolean cameThrough(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return false;
            }
        }
        return true;
    }
}
