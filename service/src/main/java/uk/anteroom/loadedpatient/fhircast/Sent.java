package uk.anteroom.loadedpatient.fhircast;

import uk.anteroom.loadedpatient.EventName;

/** An event that a program was told. */
record Sent(String id, EventName name) {}
