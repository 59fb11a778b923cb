/** The window. */
@NullMarked
package uk.anteroom.toolbar.window;

import org.jspecify.annotations.NullMarked;
