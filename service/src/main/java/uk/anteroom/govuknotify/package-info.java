/** Carries letters by GOV.UK Notify, asks it what became of them, and understands what it reports by itself. */
@ApplicationModule(
        displayName = "govuknotify",
        allowedDependencies = {"kernel", "delivery"})
@NullMarked
package uk.anteroom.govuknotify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
