/** Leads into the browser. */
@NullMarked
package uk.anteroom.toolbar.way;

import org.jspecify.annotations.NullMarked;
