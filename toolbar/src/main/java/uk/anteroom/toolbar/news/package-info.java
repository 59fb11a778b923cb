/** Learns who waits, and knows what of it is new. */
@NullMarked
package uk.anteroom.toolbar.news;

import org.jspecify.annotations.NullMarked;
