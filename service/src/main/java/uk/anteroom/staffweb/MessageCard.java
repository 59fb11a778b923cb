package uk.anteroom.staffweb;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.web.Checkbox;
import uk.anteroom.web.Complaint;
import uk.anteroom.web.SelectField;
import uk.anteroom.web.TextArea;
import uk.anteroom.web.TextField;

/**
 * The form that writes to a patient.
 *
 * @param action where it is posted
 * @param request on whose page the form stands; null on the Patient page
 * @param email the patient's own address; null if there is none
 * @param needs null if nothing is recorded
 * @param templates what the text can begin with; null if the practice keeps none
 * @param kindError null if the choice is right
 * @param optedOut what the patient has opted out of; null if of nothing
 */
public record MessageCard(
        String action,
        @Nullable String request,
        String firstName,
        @Nullable String email,
        @Nullable NeedsCard needs,
        @Nullable Templates templates,
        TextArea text,
        List<Kind> kinds,
        @Nullable String kindError,
        Checkbox sms,
        TextField smsTo,
        @Nullable String optedOut,
        Checkbox agreed,
        boolean restricted,
        List<Attached> files,
        @Nullable String filesError,
        UUID formKey,
        List<Complaint> complaints) {

    /**
     * The practice's templates.
     *
     * @param href where one is filled in for this patient
     * @param used says which one was put into the text just now; null if none
     */
    public record Templates(
            String href, SelectField choice, @Nullable String used) {}

    /** A file that was sent before the form came back. */
    public record Attached(String id, String name) {}

    /** One of the choices under {@code What do you need back?}. */
    public record Kind(String value, String label, boolean chosen) {}
}
