package uk.anteroom.clinicalsystem;

import java.net.URI;

/**
 * The record of a practice, whatever system keeps it. Both acts may be repeated: the second time changes nothing. Neither throws for what the far side
 * does.
 */
interface ClinicalSystem {

    /** Writes it, unless it is there already, also as one that was entered in error. */
    WriteResult write(URI address, Writing writing);

    /**
     * Marks it as entered in error. One that is not there is put there marked, so that a late answer to an earlier {@link #write} finds its place
     * taken.
     */
    WriteResult retract(URI address, Writing writing);
}
