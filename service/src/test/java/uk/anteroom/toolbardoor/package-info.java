@NullMarked
package uk.anteroom.toolbardoor;

import org.jspecify.annotations.NullMarked;
