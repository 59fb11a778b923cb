package uk.anteroom.toolbar.signin;

import java.util.Optional;
import uk.anteroom.toolbar.web.Fields;
import uk.anteroom.toolbar.web.Unreachable;

/**
 * For whom the toolbar acts, and where it hears who is open.
 *
 * @param topic of the hub; another one every working day
 */
public record Session(String staff, String practice, String topic) {

    static Session of(Fields fields) throws Unreachable {
        Optional<String> topic = fields.text("hub.topic");
        Optional<String> staff = fields.text("staff");
        if (topic.isEmpty() || staff.isEmpty()) {
            throw new Unreachable("Not what was expected");
        }
        return new Session(staff.get(), fields.text("practice").orElse(""), topic.get());
    }

    @Override
    public String toString() {
        return "Session(hidden)";
    }
}
