package uk.anteroom.staffweb;

import uk.anteroom.lettering.LetterTemplate;

/**
 * What somebody typed into the form of a letter's words.
 *
 * @param version the one it began with; 0 if there were none
 * @param subject empty for a text message
 */
record LetterForm(LetterTemplate.Key key, int version, String subject, String words) {

    /** The same words, to be saved over that version. */
    LetterForm over(int other) {
        return new LetterForm(key, other, subject, words);
    }
}
