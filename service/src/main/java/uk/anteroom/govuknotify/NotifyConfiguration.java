package uk.anteroom.govuknotify;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;
import uk.anteroom.delivery.Carrier;
import uk.anteroom.kernel.Channel;
import uk.gov.service.notify.NotificationClient;

/** Sets up what there is an account and a template for. */
@Configuration
class NotifyConfiguration {

    @Bean
    @Conditional(WithSms.class)
    Carrier notifySms(NotifySettings settings) {
        return carrier(Channel.SMS, settings, String.valueOf(settings.smsTemplate()));
    }

    @Bean
    @Conditional(WithEmail.class)
    Carrier notifyEmail(NotifySettings settings) {
        return carrier(Channel.EMAIL, settings, String.valueOf(settings.emailTemplate()));
    }

    private static Carrier carrier(Channel channel, NotifySettings settings, String template) {
        NotificationClient client =
                new NotificationClient(settings.apiKey(), settings.address().toString());
        return new NotifyCarrier(channel, client, template, new Deadline(settings.answerWithin()));
    }

    private abstract static class With implements Condition {

        private final String template;

        With(String template) {
            this.template = template;
        }

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isThere(context, "api-key") && isThere(context, template);
        }

        // an empty value in a file is there, and says nothing
        private static boolean isThere(ConditionContext context, String name) {
            return StringUtils.hasText(context.getEnvironment().getProperty("anteroom.govuk-notify." + name));
        }
    }

    private static final class WithSms extends With {
        WithSms() {
            super("sms-template");
        }
    }

    private static final class WithEmail extends With {
        WithEmail() {
            super("email-template");
        }
    }
}
