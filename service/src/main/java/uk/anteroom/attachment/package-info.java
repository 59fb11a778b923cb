/** Files in conversations: taken in by pieces, recognised by content, made anew, quarantined until scanned, kept sealed. */
@ApplicationModule(
        displayName = "attachment",
        allowedDependencies = {"kernel", "practice", "audit", "patient"})
@NullMarked
package uk.anteroom.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
