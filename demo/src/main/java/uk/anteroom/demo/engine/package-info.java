/** What the demo keeps its data in: a real PostgreSQL, started and stopped with the demo. */
@NullMarked
package uk.anteroom.demo.engine;

import org.jspecify.annotations.NullMarked;
