/**
 * Brings participants together: waiting room, admission, signalling, relay credentials. Never sees a name, date of
 * birth or NHS number.
 *
 * <p>The rules and rows live here, the sockets in {@code signalling}, which no other room can reach.
 */
@ApplicationModule(
        displayName = "call",
        allowedDependencies = {"kernel", "web"})
@NullMarked
package uk.anteroom.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
