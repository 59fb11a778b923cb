package uk.anteroom.staffweb;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.invitation.Invitation;
import uk.anteroom.kernel.Channel;
import uk.anteroom.patient.Patient;
import uk.anteroom.web.TextField;

/**
 * What is best done next about an invitation, as a button beside the step that needs it.
 *
 * @param href where it leads; null if it is done in one press
 * @param action where the press is posted
 * @param formKey names the press: however often it arrives, it is one letter
 * @param field what is asked before, if something is
 */
record NextStep(
        String label,
        @Nullable String href,
        @Nullable String action,
        @Nullable UUID formKey,
        @Nullable TextField field) {

    /** What somebody typed into {@code Fix address} or {@code Fix number}, and what is wrong about it. */
    record Correction(UUID invitation, String typed, String complaint) {}

    /** By the other channel too: in one press where the list has such a contact, else by way of the form. */
    static NextStep byOtherChannel(Invitation invitation, Patient patient, String href) {
        Channel other = other(invitation);
        String label = other == Channel.SMS ? "Send as SMS too" : "Send as email too";
        boolean onePress = patient.contact(other).isPresent() && !patient.optedOutOf(other);
        return onePress
                ? new NextStep(label, null, href + "/other-channel", key(invitation, "other"), null)
                : new NextStep(label, "/patients/" + patient.id() + "?video", null, null, null);
    }

    /** A letter that cannot arrive: where it should have gone, for this invitation only. */
    static NextStep corrected(Invitation invitation, String href, @Nullable Correction before) {
        boolean email = invitation.to().channel() == Channel.EMAIL;
        Correction same =
                before != null && before.invitation().equals(invitation.id().value()) ? before : null;
        TextField field = TextField.of(
                        "to-" + invitation.id(),
                        email ? "The right email address" : "The right mobile number",
                        email ? "email" : "tel")
                .hint("Used for this invitation only. The practice list stays as it is.")
                .autocomplete("off")
                .value(same == null ? invitation.to().shown() : same.typed())
                .error(same == null ? null : same.complaint());
        return new NextStep(
                email ? "Fix address" : "Fix number", null, href + "/correction", key(invitation, "corrected"), field);
    }

    /** After five wrong dates of birth: another link to the same place. */
    static NextStep renewed(Invitation invitation, String href) {
        return new NextStep("Send a new invitation", null, href + "/renewal", key(invitation, "renewed"), null);
    }

    static Channel other(Invitation invitation) {
        return invitation.to().channel() == Channel.EMAIL ? Channel.SMS : Channel.EMAIL;
    }

    /** The same as long as the page shows this button, although the page is drawn anew all the time. */
    private static UUID key(Invitation invitation, String what) {
        return UUID.nameUUIDFromBytes((invitation.id() + what).getBytes(StandardCharsets.UTF_8));
    }
}
