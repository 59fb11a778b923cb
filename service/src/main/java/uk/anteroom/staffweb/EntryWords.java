package uk.anteroom.staffweb;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import uk.anteroom.clinicalsystem.Entry;
import uk.anteroom.web.ShownTimes;

/** How far something has come on its way to the record, in words. */
@Component
class EntryWords {

    private final MessageSource messages;
    private final ShownTimes times;

    EntryWords(MessageSource messages, ShownTimes times) {
        this.messages = messages;
        this.times = times;
    }

    String of(Entry entry) {
        return switch (entry.state()) {
            case SAVED -> entry.savedAt() == null ? "" : say("record.saved", times.time(entry.savedAt()));
            case PENDING -> say(entry.problem() == null ? "record.pending" : "record.pending.late");
            case FAILED -> say("record.failed");
            case BY_HAND -> say("record.by-hand");
            case WITHDRAWN -> say("record.withdrawn");
            case RETRACTING -> say("record.retracting");
            case RETRACTED -> say("record.retracted");
        };
    }

    /** Why it was given up; empty if it was not. */
    String problem(Entry entry) {
        return entry.problem() == null ? "" : say("problem." + entry.problem());
    }

    /** What has to be done by hand. */
    String task(Entry entry) {
        if (entry.code() == null) {
            return say("hand." + entry.kind());
        }
        return entry.takenBackAt() == null
                ? say("hand.code", entry.code().code(), entry.code().display())
                : say("hand.retract", entry.code().code());
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.UK);
    }
}
