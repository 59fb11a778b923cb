package uk.anteroom.delivery;

import java.util.UUID;
import uk.anteroom.kernel.ContactPoint;
import uk.anteroom.kernel.PracticeId;

/** A letter as its carrier gets it: to whom, and what it says. Hides itself when printed. */
public record Parcel(Reference reference, ContactPoint to, LetterText text) {

    /** Names the letter at a provider, the same at every try, and says nothing of a person. */
    public record Reference(PracticeId practice, LetterId letter) {

        /** Reads what {@link #toString()} wrote. Throws {@link IllegalArgumentException} if it is nothing of ours. */
        public static Reference of(String text) {
            int slash = text.indexOf('/');
            if (slash < 0) {
                throw new IllegalArgumentException("not a reference of ours");
            }
            return new Reference(
                    PracticeId.of(text.substring(0, slash)), new LetterId(UUID.fromString(text.substring(slash + 1))));
        }

        @Override
        public String toString() {
            return practice + "/" + letter;
        }
    }

    @Override
    public String toString() {
        return "Parcel[" + reference + "]";
    }
}
