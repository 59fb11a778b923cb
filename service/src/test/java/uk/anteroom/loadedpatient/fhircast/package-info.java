@NullMarked
package uk.anteroom.loadedpatient.fhircast;

import org.jspecify.annotations.NullMarked;
