/** A patient's request to the practice, from receipt to completion, and the inbox in which staff find it. */
@ApplicationModule(
        displayName = "request",
        allowedDependencies = {"kernel", "practice", "audit", "patient", "delivery"})
@NullMarked
package uk.anteroom.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
