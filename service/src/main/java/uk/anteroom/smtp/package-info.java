/** Carries letters as emails, to an SMTP server. */
@ApplicationModule(
        displayName = "smtp",
        allowedDependencies = {"kernel", "delivery"})
@NullMarked
package uk.anteroom.smtp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
