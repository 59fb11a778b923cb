/** The practices we serve, their staff, and what each may do. */
@ApplicationModule(
        displayName = "practice",
        allowedDependencies = {"kernel"})
@NullMarked
package uk.anteroom.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
