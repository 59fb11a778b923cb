package uk.anteroom.toolbar.way;

import com.google.gson.JsonObject;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import uk.anteroom.toolbar.web.Answer;
import uk.anteroom.toolbar.web.Service;
import uk.anteroom.toolbar.web.SignedOut;
import uk.anteroom.toolbar.web.Unreachable;

/** Asks the service for a way that works once, and hands it to the browser. */
public final class Ways {

    private final Service service;
    private final Browser browser;

    public Ways(Service service, Browser browser) {
        this.service = service;
        this.browser = browser;
    }

    /**
     * Goes there.
     *
     * @param subject the event that opened the patient who is shown, or the id of a consultation
     */
    public Gone go(String token, Destination to, @Nullable String subject) {
        JsonObject wish = new JsonObject();
        wish.addProperty("to", to.word());
        if (subject != null) {
            wish.addProperty(to == Destination.CONSULTATION ? "consultation" : "event", subject);
        }
        try {
            Answer answer = service.json("/toolbar/ways", token, wish.toString());
            return switch (answer.status()) {
                case 201 -> open(answer);
                case 409 -> new Gone.Not(why(answer.fields().text("problem").orElse("")));
                case 429 -> new Gone.Not("That was too often. Wait a minute, then press again.");
                default -> new Gone.Not("Anteroom did not understand that. The toolbar may be too old.");
            };
        } catch (SignedOut e) {
            return new Gone.SignedOut();
        } catch (Unreachable e) {
            return new Gone.Not("Anteroom cannot be reached. Try again in a moment.");
        }
    }

    private Gone open(Answer answer) throws Unreachable {
        URI address = answer.fields()
                .text("address")
                .map(URI::create)
                .filter(service::has)
                .orElseThrow(() -> new Unreachable("Not what was expected"));
        return browser.open(address) ? new Gone.There() : new Gone.Not("No browser could be opened on this computer.");
    }

    private static String why(String problem) {
        return switch (problem) {
            case "no-patient-open" -> "No patient is open in the clinical system any more.";
            case "another-patient-open" ->
                "Another patient is open by now. Look at the name in the toolbar, then press again.";
            case "not-on-list" ->
                "This patient is not on your practice’s list in Anteroom, or the date of birth differs there.";
            default -> "That is not possible now.";
        };
    }
}
