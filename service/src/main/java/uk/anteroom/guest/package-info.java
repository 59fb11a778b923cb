/** Invites a third person into a consultation, in a role with that role's rights, and tells everybody who is there. */
@ApplicationModule(
        displayName = "guest",
        allowedDependencies = {
            "kernel",
            "practice",
            "audit",
            "patient",
            "call",
            "consultation",
            "invitation",
            "delivery",
            "needs",
            "lettering"
        })
@NullMarked
package uk.anteroom.guest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
