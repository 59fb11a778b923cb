/** The practice's public page, where anybody asks the practice for something. */
@ApplicationModule(
        displayName = "publicweb",
        allowedDependencies = {
            "kernel",
            "web",
            "practice",
            "patient",
            "account",
            "carer",
            "request",
            "intake",
            "attachment",
            "fileexchange"
        })
@NullMarked
package uk.anteroom.publicweb;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
