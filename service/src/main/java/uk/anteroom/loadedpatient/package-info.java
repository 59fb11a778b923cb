/**
 * Which patient each member of staff has open in the clinical system, told over FHIRcast.
 *
 * <p>What is open, and for how long that can be believed, lives here; the hub with its sockets and its JSON in {@code fhircast},
 * which other rooms reach through {@link uk.anteroom.loadedpatient.FhircastHub} only.
 */
@ApplicationModule(
        displayName = "loadedpatient",
        allowedDependencies = {"kernel", "web", "practice", "audit", "patient"})
@NullMarked
package uk.anteroom.loadedpatient;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
