/** The pages of a patient's account. */
@ApplicationModule(
        displayName = "accountweb",
        allowedDependencies = {
            "kernel",
            "web",
            "practice",
            "patient",
            "request",
            "intake",
            "attachment",
            "fileexchange",
            "consultation",
            "invitation",
            "conversation",
            "account",
            "carer",
            "nhslogin"
        })
@NullMarked
package uk.anteroom.accountweb;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
