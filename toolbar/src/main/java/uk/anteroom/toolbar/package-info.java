/** The desktop toolbar: who is open in the clinical system, who waits, and one click to either. */
@NullMarked
package uk.anteroom.toolbar;

import org.jspecify.annotations.NullMarked;
