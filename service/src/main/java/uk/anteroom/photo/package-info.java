/** A clinical photo from the patient's own camera: asked for, agreed to, taken, and kept with the consultation. */
@ApplicationModule(
        displayName = "photo",
        allowedDependencies = {"kernel", "practice", "audit", "patient", "call", "consultation", "clinicalsystem"})
@NullMarked
package uk.anteroom.photo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
