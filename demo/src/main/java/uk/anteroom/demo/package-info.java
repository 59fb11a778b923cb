/** Starts the demo world: the engines, the service and the cast. Never deployed. */
@NullMarked
package uk.anteroom.demo;

import org.jspecify.annotations.NullMarked;
