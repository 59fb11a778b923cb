/** Reads the practice list and the loaded patient from the clinical system, writes what must be coded there. */
@ApplicationModule(
        displayName = "clinicalsystem",
        allowedDependencies = {"kernel", "practice", "audit", "patient", "consultation"})
@NullMarked
package uk.anteroom.clinicalsystem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
