/** The desktop programs that staff connected: codes, their tokens, and one-time ways into the browser. */
@ApplicationModule(
        displayName = "desktop",
        allowedDependencies = {"kernel", "practice", "audit"})
@NullMarked
package uk.anteroom.desktop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
