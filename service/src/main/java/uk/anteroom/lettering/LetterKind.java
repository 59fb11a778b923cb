package uk.anteroom.lettering;

import static uk.anteroom.lettering.LetterPlaceholder.CLINICIAN;
import static uk.anteroom.lettering.LetterPlaceholder.CODE;
import static uk.anteroom.lettering.LetterPlaceholder.LINK;
import static uk.anteroom.lettering.LetterPlaceholder.SURGERY;
import static uk.anteroom.lettering.LetterPlaceholder.TELEPHONE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Letters whose words a practice may choose. */
public enum LetterKind {
    /** To a video call. */
    INVITATION("invitation", SURGERY, CLINICIAN, LINK, TELEPHONE),
    /** Back to the waiting room. */
    RECALL("recall", SURGERY, CLINICIAN, LINK, TELEPHONE),
    /** To read a message. Whoever wrote it is not named where everybody may look. */
    MESSAGE("message", SURGERY, LINK, TELEPHONE),
    /** The code that opens an account. */
    ACCOUNT_REGISTRATION("account-registration", SURGERY, CODE, TELEPHONE),
    /** The code that brings somebody back into their account. */
    ACCOUNT_RECOVERY("account-recovery", SURGERY, CODE, TELEPHONE),
    /** The same, by a link that staff sent. */
    ACCOUNT_SENT_BY_STAFF("account-sent-by-staff", SURGERY, LINK, TELEPHONE),
    ACCOUNT_OPENED("account-opened", SURGERY, TELEPHONE),
    /** Somebody asked for a code, and it went elsewhere. */
    ACCOUNT_RECOVERY_ASKED("account-recovery-asked", SURGERY, TELEPHONE),
    ACCOUNT_PASSWORD_CHANGED("account-password-changed", SURGERY, TELEPHONE),
    ACCOUNT_PASSKEY_ADDED("account-passkey-added", SURGERY, TELEPHONE);

    private final String word;
    private final List<LetterPlaceholder> placeholders;

    LetterKind(String word, LetterPlaceholder... placeholders) {
        this.word = word;
        this.placeholders = List.of(placeholders);
    }

    /** As it stands in addresses and in the message files. */
    public String word() {
        return word;
    }

    /** Whether it is about the patient's account. */
    public boolean aboutAccount() {
        return word.startsWith("account-");
    }

    /** Those that it has. */
    public List<LetterPlaceholder> placeholders() {
        return placeholders;
    }

    /** The one without which it would be no use; empty if it only tells something. */
    Optional<LetterPlaceholder> needed() {
        return placeholders.stream().filter(LetterPlaceholder::secret).findFirst();
    }

    public static Optional<LetterKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
