/** Which clinical systems may send staff in by SMART App Launch, who they are there, and which patient they come for. */
@ApplicationModule(
        displayName = "smart",
        allowedDependencies = {"kernel", "practice", "audit", "patient"})
@NullMarked
package uk.anteroom.smart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
