package uk.anteroom.messagetemplate;

/** What came of saving a template. */
public sealed interface Saving {

    /** What can come of deleting one, too. */
    sealed interface Deleting extends Saving {}

    /** Done, by this press of the button or an earlier arrival of the same press. */
    record Done() implements Deleting {}

    /** Another one of the practice is called that. */
    record NameTaken() implements Saving {}

    /** The practice has as many as it may. */
    record TooMany() implements Saving {}

    /** Somebody has changed it since the page was opened; nothing was done. */
    record Changed(MessageTemplate now) implements Deleting {}

    /** It is not there, or not this practice's. */
    record Gone() implements Deleting {}
}
