/** The demo clinical system's own sign-in: it launches Anteroom for its user and the patient who is open, as SMART App Launch 2.2 says. */
@NullMarked
package uk.anteroom.demo.smart;

import org.jspecify.annotations.NullMarked;
