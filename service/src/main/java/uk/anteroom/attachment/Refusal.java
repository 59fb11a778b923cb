package uk.anteroom.attachment;

import java.util.Locale;

/** Why a file was not taken. */
public enum Refusal {
    /** More than {@link Attachments#MOST_BYTES}, or more than was announced. */
    TOO_LARGE,
    EMPTY,
    /** Neither a PDF nor a picture that we know, whatever its name says. */
    UNKNOWN_KIND,
    /** Broken, or cut off. */
    UNREADABLE,
    /** A picture of few bytes can unpack to many gigabytes. */
    TOO_MANY_PIXELS,
    /** A PDF that asks for a password, or restricts what may be done with it: it can be neither scanned nor made anew. */
    PROTECTED,
    /** A PDF whose programs or files could not be taken out. */
    ACTIVE,
    /** A photo that only a program could read that is not installed here. */
    NO_HEIC;

    /** The key of its sentence. */
    public String sentence() {
        return "attachment.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
