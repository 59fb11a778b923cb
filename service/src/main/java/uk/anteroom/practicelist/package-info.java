/** Keeps the practice list in step with the clinical system, or with a file. Reads, and never writes there. */
@ApplicationModule(
        displayName = "practicelist",
        allowedDependencies = {"kernel", "practice", "audit", "patient", "needs"})
@NullMarked
package uk.anteroom.practicelist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
