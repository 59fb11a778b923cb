/** What somebody writes to a practice, question by question, until it is sent as a request. */
@ApplicationModule(
        displayName = "intake",
        allowedDependencies = {"kernel", "practice", "audit", "patient", "carer", "request", "attachment"})
@NullMarked
package uk.anteroom.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
