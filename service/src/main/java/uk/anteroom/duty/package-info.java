/** Who of the staff is told when nobody looks after somebody who waits. */
@ApplicationModule(
        displayName = "duty",
        allowedDependencies = {"kernel", "practice", "audit", "consultation", "delivery"})
@NullMarked
package uk.anteroom.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
