/** Who is in the demo: two practices, their staff and their patients. */
@NullMarked
package uk.anteroom.demo.cast;

import org.jspecify.annotations.NullMarked;
