package uk.anteroom.practicelist;

import uk.anteroom.patient.Comparison;

/**
 * A line of a list that was not taken in, or not wholly. Hides itself when printed.
 *
 * @param place the line of a file, or the id of a record
 * @param number the NHS number as it stood there
 * @param name as it stood there
 */
public record Refusal(String place, Reason reason, String number, String name) {

    /** Why. */
    public enum Reason {
        NO_NUMBER,
        WRONG_NUMBER,
        NO_NAME,
        WRONG_BIRTH,
        WRONG_YES_NO,
        TOO_FEW_FIELDS,
        DUPLICATE,
        NUMBER_TAKEN,
        OTHER_PERSON,
        SUPERSEDED,
        /** Two patients of ours are one record there now. */
        MERGED_TWICE,
        /** Taken without the email address. */
        EMAIL,
        /** Taken without the mobile number. */
        MOBILE,
        /** Taken without the postcode. */
        POSTCODE,
        /** Taken without the language. */
        LANGUAGE;

        /** The patient was taken, without that. */
        public boolean taken() {
            return this == EMAIL || this == MOBILE || this == POSTCODE || this == LANGUAGE;
        }

        static Reason of(Comparison.Reason reason) {
            return switch (reason) {
                case DUPLICATE -> DUPLICATE;
                case NUMBER_TAKEN -> NUMBER_TAKEN;
                case OTHER_PERSON -> OTHER_PERSON;
                case SUPERSEDED -> SUPERSEDED;
            };
        }
    }

    @Override
    public String toString() {
        return "Refusal(" + reason + ")";
    }
}
