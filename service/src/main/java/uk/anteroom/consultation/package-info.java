/** A consultation by video, from opening to outcome. */
@ApplicationModule(
        displayName = "consultation",
        allowedDependencies = {"kernel", "practice", "audit", "patient", "request", "call"})
@NullMarked
package uk.anteroom.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
