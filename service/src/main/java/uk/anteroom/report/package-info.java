/** What went well and what did not with a practice's video consultations, in figures that name nobody. */
@ApplicationModule(
        displayName = "report",
        allowedDependencies = {"kernel", "practice", "call", "attempt", "consultation"})
@NullMarked
package uk.anteroom.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
