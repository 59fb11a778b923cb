/** Learns over FHIRcast who is open in the clinical system. */
@NullMarked
package uk.anteroom.toolbar.hub;

import org.jspecify.annotations.NullMarked;
