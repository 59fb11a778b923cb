/** The endpoints the desktop toolbar and the clinical system knock on. */
@ApplicationModule(
        displayName = "toolbardoor",
        allowedDependencies = {
            "kernel",
            "web",
            "practice",
            "patient",
            "request",
            "consultation",
            "conversation",
            "duty",
            "desktop",
            "loadedpatient"
        })
@NullMarked
package uk.anteroom.toolbardoor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
