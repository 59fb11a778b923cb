/** Writes what must be coded in the clinical system, once. */
@ApplicationModule(
        displayName = "clinicalsystem",
        allowedDependencies = {"kernel", "practice", "audit", "patient", "consultation"})
@NullMarked
package uk.anteroom.clinicalsystem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
