/** The pages for patients. */
@ApplicationModule(
        displayName = "patientweb",
        allowedDependencies = {
            "kernel",
            "web",
            "practice",
            "patient",
            "account",
            "request",
            "call",
            "attempt",
            "consultation",
            "invitation",
            "guest",
            "photo",
            "conversation",
            "attachment",
            "fileexchange"
        })
@NullMarked
package uk.anteroom.patientweb;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
