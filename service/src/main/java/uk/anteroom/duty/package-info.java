/** Who of the staff is told of whom that waits, and who when nobody looks after somebody. */
@ApplicationModule(
        displayName = "duty",
        allowedDependencies = {"kernel", "practice", "audit", "consultation", "delivery"})
@NullMarked
package uk.anteroom.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
