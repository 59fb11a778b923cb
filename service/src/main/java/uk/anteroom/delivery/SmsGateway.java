package uk.anteroom.delivery;

import uk.anteroom.kernel.MobileNumber;
import uk.anteroom.kernel.PracticeId;

/**
 * Hands text messages to a provider. Must answer within 15 seconds, and must treat a second message of the same reference as the
 * first one where the provider can. Receipts come back through {@link Letters#receipt}.
 */
public interface SmsGateway {

    Handover send(PracticeId practice, LetterId reference, MobileNumber to, String text);
}
