/** What each patient needs so that we understand each other: large print, a language, an interpreter, British Sign Language. */
@ApplicationModule(
        displayName = "needs",
        allowedDependencies = {"kernel", "practice", "audit", "patient"})
@NullMarked
package uk.anteroom.needs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
