package uk.anteroom.govuknotify;

import uk.anteroom.delivery.Problem;
import uk.anteroom.delivery.Whereabouts;

/** The words of Notify for what became of a message, in ours. */
final class NotifyStatus {

    private NotifyStatus() {}

    /**
     * What a status means.
     *
     * @see <a href="https://docs.notifications.service.gov.uk/rest-api.html#status-descriptions">Notify's own words</a>
     */
    static Whereabouts meaning(String status) {
        return switch (status) {
            case "delivered" -> new Whereabouts.Arrived();
            // the mailbox or number does not exist
            case "permanent-failure" -> new Whereabouts.WillNotArrive(Problem.UNKNOWN_ADDRESS);
            // the telephone was off, or the mailbox full, for three days
            case "temporary-failure" -> new Whereabouts.WillNotArrive(Problem.NOT_REACHED);
            // Notify could not get it to its own providers
            case "technical-failure" -> new Whereabouts.WillNotArrive(Problem.REFUSED);
            default -> new Whereabouts.OnItsWay();
        };
    }
}
