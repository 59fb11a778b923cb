/** The sockets at {@code /signal}: who speaks, in which order, and what is passed on to whom. */
@NullMarked
package uk.anteroom.call.signalling;

import org.jspecify.annotations.NullMarked;
