/** The patients on a practice's list, how to reach them, and who of them has an account. */
@ApplicationModule(
        displayName = "patient",
        allowedDependencies = {"kernel", "practice", "audit"})
@NullMarked
package uk.anteroom.patient;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
