package uk.anteroom.account;

import uk.anteroom.lettering.LetterKind;

/** What a patient is told about their account without asking, so that they can ring if it was not them. */
enum Notice {
    OPENED(LetterKind.ACCOUNT_OPENED),
    RECOVERY_ASKED(LetterKind.ACCOUNT_RECOVERY_ASKED),
    PASSWORD_CHANGED(LetterKind.ACCOUNT_PASSWORD_CHANGED),
    PASSKEY_ADDED(LetterKind.ACCOUNT_PASSKEY_ADDED);

    private final LetterKind letter;

    Notice(LetterKind letter) {
        this.letter = letter;
    }

    /** As it is written. */
    LetterKind letter() {
        return letter;
    }

    /** As letters know it. */
    String occasion() {
        return letter.word();
    }
}
