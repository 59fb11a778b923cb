/** Invites a patient with a link only they can use, and checks who comes back with it. */
@ApplicationModule(
        displayName = "invitation",
        allowedDependencies = {
            "kernel",
            "practice",
            "audit",
            "patient",
            "account",
            "consultation",
            "delivery",
            "needs",
            "lettering",
            "request"
        })
@NullMarked
package uk.anteroom.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
