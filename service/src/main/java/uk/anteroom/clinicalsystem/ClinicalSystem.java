package uk.anteroom.clinicalsystem;

import java.net.URI;

/** The record of a practice, whatever system keeps it. */
interface ClinicalSystem {

    /** Writes a coded consultation; writing the same one again changes nothing. Never throws for what the far side does. */
    WriteResult write(URI address, Encounter encounter);
}
