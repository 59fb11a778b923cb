package uk.anteroom.lettering;

import uk.anteroom.practice.Practice;

/**
 * What stands in a letter in the place of placeholders. Hides itself when printed: it holds a link or a code.
 *
 * @param clinician empty in letters that name nobody
 * @param link empty in letters that have none
 * @param code empty in letters that have none
 */
public record LetterFacts(String surgery, String clinician, String link, String code, String telephone) {

    /** Of a letter that tells something. */
    public static LetterFacts of(Practice practice) {
        return new LetterFacts(practice.name(), "", "", "", practice.telephone());
    }

    /** With the name of whoever is spoken for. */
    public LetterFacts clinician(String name) {
        return new LetterFacts(surgery, name, link, code, telephone);
    }

    public LetterFacts link(String address) {
        return new LetterFacts(surgery, clinician, address, code, telephone);
    }

    public LetterFacts code(String digits) {
        return new LetterFacts(surgery, clinician, link, digits, telephone);
    }

    /** What stands in the place of one. */
    public String of(LetterPlaceholder placeholder) {
        return switch (placeholder) {
            case SURGERY -> surgery;
            case CLINICIAN -> clinician;
            case LINK -> link;
            case CODE -> code;
            case TELEPHONE -> telephone;
        };
    }

    @Override
    public String toString() {
        return "LetterFacts(hidden)";
    }
}
