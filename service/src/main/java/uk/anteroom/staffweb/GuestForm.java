package uk.anteroom.staffweb;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.guest.GuestRole;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.EmailAddress;
import uk.anteroom.kernel.MobileNumbers;
import uk.anteroom.web.Complaints;

/**
 * What somebody typed to invite a third person.
 *
 * @param sms by text message; otherwise by email
 * @param formKey names this press of the button
 */
record GuestForm(String role, String name, String knownAs, boolean sms, String email, String mobile, UUID formKey) {

    private static final int LONGEST_NAME = 80;

    /** What can be acted on. */
    record Filled(GuestRole role, String name, @Nullable String knownAs, ContactPoint to) {}

    /** {@code role} is chosen already, or nothing is. */
    static GuestForm fresh(String role) {
        return new GuestForm(role, "", "", false, "", "", UUID.randomUUID());
    }

    /** Null, and complaints at the fields, if something is missing or cannot be right. */
    @Nullable Filled read(MobileNumbers numbers, Complaints complaints) {
        GuestRole chosen = Arrays.stream(GuestRole.values())
                .filter(one -> one.name().equals(role))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            complaints.about("role", "guests.role.missing");
        }
        String who = plain(name);
        if (who.isEmpty()) {
            complaints.about("name", "guests.name.missing");
        }
        if (who.length() > LONGEST_NAME) {
            complaints.about("name", "guests.name.long", LONGEST_NAME);
        }
        String as = plain(knownAs);
        if (as.length() > LONGEST_NAME) {
            complaints.about("knownAs", "guests.name.long", LONGEST_NAME);
        }
        ContactPoint to = sms
                ? complaints.valueOf("guestMobile", numbers.read(mobile))
                : complaints.valueOf("guestEmail", EmailAddress.read(email));
        return complaints.any() || chosen == null || to == null
                ? null
                : new Filled(chosen, who, as.isEmpty() ? null : as, to);
    }

    /** Without marks that turn the reading direction or stand for nothing: a name is shown to everybody in the call. */
    private static String plain(String typed) {
        return typed.replaceAll("\\p{C}", "").strip();
    }
}
