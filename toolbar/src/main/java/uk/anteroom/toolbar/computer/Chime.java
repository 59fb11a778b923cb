package uk.anteroom.toolbar.computer;

/** A sound that says that somebody has arrived. */
public interface Chime {

    /** Begins to sound and returns at once; a computer without sound stays silent. */
    void arrival();
}
