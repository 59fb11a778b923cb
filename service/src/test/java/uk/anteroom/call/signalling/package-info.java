/** Sockets and what they say, against a real server. */
@NullMarked
package uk.anteroom.call.signalling;

import org.jspecify.annotations.NullMarked;
