/** The texts a practice keeps for its messages, and how a placeholder in them becomes a name. */
@ApplicationModule(
        displayName = "messagetemplate",
        allowedDependencies = {"kernel", "practice", "audit", "conversation"})
@NullMarked
package uk.anteroom.messagetemplate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
