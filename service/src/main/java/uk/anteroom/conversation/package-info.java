/** What a practice and one patient write to each other, and the links by which the patient comes to read it. */
@ApplicationModule(
        displayName = "conversation",
        allowedDependencies = {
            "kernel",
            "practice",
            "audit",
            "patient",
            "account",
            "carer",
            "request",
            "call",
            "consultation",
            "invitation",
            "delivery",
            "needs",
            "lettering",
            "clinicalsystem",
            "attachment"
        })
@NullMarked
package uk.anteroom.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
