/** Gets an email or text message to a contact point, once, and says what became of it. */
@ApplicationModule(
        displayName = "delivery",
        allowedDependencies = {"kernel"})
@NullMarked
package uk.anteroom.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
