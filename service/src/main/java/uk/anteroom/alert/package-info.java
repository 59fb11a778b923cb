/** Who of the staff is told by email that something came in, and the email that tells them. */
@ApplicationModule(
        displayName = "alert",
        allowedDependencies = {"kernel", "practice", "audit", "request", "delivery", "conversation", "duty"})
@NullMarked
package uk.anteroom.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
