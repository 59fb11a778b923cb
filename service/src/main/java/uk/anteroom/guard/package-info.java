/** Keeps the patient of a consultation and the patient open in the clinical system the same, or coding refused. */
@ApplicationModule(
        displayName = "guard",
        allowedDependencies = {"kernel", "practice", "audit", "patient", "call", "consultation", "loadedpatient"})
@NullMarked
package uk.anteroom.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
