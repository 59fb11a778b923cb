/** The words of letters to patients: a practice's own in each language or ours, as the patient needs them. */
@ApplicationModule(
        displayName = "lettering",
        allowedDependencies = {"kernel", "practice", "audit", "patient", "needs", "delivery"})
@NullMarked
package uk.anteroom.lettering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
