/** Who did what to which record, kept for investigation and never read by a feature. */
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"kernel", "practice"})
@NullMarked
package uk.anteroom.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
