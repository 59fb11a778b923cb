/** How each attempt to meet went: what the pages measured, the one reason it ended for and the patient's word on it, without content. */
@ApplicationModule(
        displayName = "attempt",
        allowedDependencies = {"kernel", "call"})
@NullMarked
package uk.anteroom.attempt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
