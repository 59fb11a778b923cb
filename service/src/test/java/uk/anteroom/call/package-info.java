/** Calls as rows and rules, on a real database. */
@NullMarked
package uk.anteroom.call;

import org.jspecify.annotations.NullMarked;
