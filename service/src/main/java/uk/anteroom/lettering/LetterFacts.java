package uk.anteroom.lettering;

/**
 * What stands in a letter in the place of placeholders. Hides itself when printed: it holds a link.
 *
 * @param clinician empty in letters that name nobody
 */
public record LetterFacts(String surgery, String clinician, String link, String telephone) {

    /** What stands in the place of one. */
    public String of(LetterPlaceholder placeholder) {
        return switch (placeholder) {
            case SURGERY -> surgery;
            case CLINICIAN -> clinician;
            case LINK -> link;
            case TELEPHONE -> telephone;
        };
    }

    @Override
    public String toString() {
        return "LetterFacts(hidden)";
    }
}
