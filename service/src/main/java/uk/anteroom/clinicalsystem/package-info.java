/** Writes what must be coded or filed in the clinical system, and takes it back. */
@ApplicationModule(
        displayName = "clinicalsystem",
        allowedDependencies = {"kernel", "practice", "audit", "patient", "consultation"})
@NullMarked
package uk.anteroom.clinicalsystem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
