/** The handful of values every room speaks: practice ids, contact points, NHS number, limits, clock, randomness. */
@ApplicationModule(
        displayName = "kernel",
        allowedDependencies = {},
        type = ApplicationModule.Type.CLOSED)
@NullMarked
package uk.anteroom.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
