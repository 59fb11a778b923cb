package uk.anteroom.govuknotify;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Our account at GOV.UK Notify. Its templates say nothing themselves: the text message is {@code ((text))}, the email {@code ((subject))} and {@code ((text))}.
 *
 * @param apiKey as Notify shows it once: a name, the service's id and a secret, joined by hyphens; none, and Notify is not used
 * @param address of its API
 * @param emailTemplate the id of that template
 * @param smsTemplate the id of that template
 * @param callbackToken what Notify brings when it reports; none, and every report is refused and Notify is asked instead
 * @param answerWithin its client knows no limit of its own
 */
@Validated
@ConfigurationProperties("anteroom.govuk-notify")
record NotifySettings(
        @Nullable String apiKey,
        @NotNull URI address,
        @Nullable String emailTemplate,
        @Nullable String smsTemplate,
        @Nullable String callbackToken,
        @NotNull Duration answerWithin) {

    /** Whoever guesses it can call letters delivered that are not. */
    private static final int TOKEN_LENGTH = 32;

    NotifySettings {
        if (callbackToken != null && !callbackToken.isBlank() && callbackToken.length() < TOKEN_LENGTH) {
            throw new IllegalArgumentException(
                    "anteroom.govuk-notify.callback-token must be " + TOKEN_LENGTH + " random characters or more");
        }
    }

    @Override
    public String toString() {
        return "NotifySettings[apiKey=(secret), address=" + address + ", emailTemplate=" + emailTemplate
                + ", smsTemplate=" + smsTemplate + ", callbackToken=(secret), answerWithin=" + answerWithin + "]";
    }
}
