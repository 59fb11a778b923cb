package uk.anteroom.delivery;

/** What a letter says. Hides itself when printed: it holds a link. */
public sealed interface LetterText {

    /** An email with the same words as text and as HTML, from {@code senderName} at our own address. */
    record Email(String senderName, String subject, String text, String html) implements LetterText {
        @Override
        public String toString() {
            return "Email(hidden)";
        }
    }

    /** A text message. */
    record Sms(String text) implements LetterText {
        @Override
        public String toString() {
            return "Sms(hidden)";
        }
    }
}
