/** Speaks HTTP with the service, and nothing else. */
@NullMarked
package uk.anteroom.toolbar.web;

import org.jspecify.annotations.NullMarked;
