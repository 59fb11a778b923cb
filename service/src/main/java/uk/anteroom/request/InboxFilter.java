package uk.anteroom.request;

import org.jspecify.annotations.Nullable;

/**
 * What is left out of a list.
 *
 * @param kind null: both
 * @param urgency null: all
 * @param typed beginnings of words of a name, a title or a text, all of which must be there; empty: everything
 */
public record InboxFilter(PatientRequest.@Nullable Kind kind, PatientRequest.@Nullable Urgency urgency, String typed) {

    public static InboxFilter none() {
        return new InboxFilter(null, null, "");
    }
}
