/** The pages for practice staff. */
@ApplicationModule(
        displayName = "staffweb",
        allowedDependencies = {
            "kernel",
            "web",
            "practice",
            "audit",
            "patient",
            "account",
            "carer",
            "needs",
            "request",
            "intake",
            "call",
            "attempt",
            "consultation",
            "invitation",
            "guest",
            "photo",
            "conversation",
            "messagetemplate",
            "attachment",
            "fileexchange",
            "clinicalsystem",
            "delivery",
            "lettering",
            "duty",
            "alert",
            "report",
            "desktop",
            "loadedpatient",
            "smart",
            "guard",
            "practicelist"
        })
@NullMarked
package uk.anteroom.staffweb;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
