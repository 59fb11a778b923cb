/** The FHIRcast hub: what it is asked over HTTP, its sockets, and its JSON. */
@NullMarked
package uk.anteroom.loadedpatient.fhircast;

import org.jspecify.annotations.NullMarked;
