/** Puts the cast into the service and into the record, at every start, without touching what is there already. */
@NullMarked
package uk.anteroom.demo.seed;

import org.jspecify.annotations.NullMarked;
