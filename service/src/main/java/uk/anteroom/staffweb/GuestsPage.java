package uk.anteroom.staffweb;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.web.Complaint;
import uk.anteroom.web.SelectField;
import uk.anteroom.web.TextField;

/** Everybody in a consultation, with what a clinician can do about them. */
record GuestsPage(String href, List<Row> rows) {

    /**
     * One of them.
     *
     * @param href of the guest; null for the patient
     * @param state what is so now, in words
     * @param note what the patient said to it, or what became of the letter; null if there is nothing to say
     * @param acts what can be done now, the next best first
     */
    record Row(
            String seat,
            @Nullable String href,
            String name,
            String as,
            String state,
            @Nullable String note,
            List<Act> acts) {}

    /** What can be done about somebody. */
    record Act(String act, String label, boolean first) {}

    /**
     * The form.
     *
     * @param invited who was just invited; null if nobody was
     */
    record Form(
            String href,
            UUID formKey,
            SelectField role,
            TextField name,
            TextField knownAs,
            boolean sms,
            TextField email,
            TextField mobile,
            List<Complaint> complaints,
            @Nullable String invited) {}
}
