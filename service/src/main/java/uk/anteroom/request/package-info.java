/** A patient's request to the practice, from receipt to completion. */
@ApplicationModule(
        displayName = "request",
        allowedDependencies = {"kernel", "practice", "audit", "patient"})
@NullMarked
package uk.anteroom.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
