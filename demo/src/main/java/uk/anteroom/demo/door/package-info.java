/** The way in: the page that explains the demo, and what its pages are allowed. */
@NullMarked
package uk.anteroom.demo.door;

import org.jspecify.annotations.NullMarked;
