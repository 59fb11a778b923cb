/** Measurements in a world of their own, run by {@code bin/bench} and never by a build. */
package uk.anteroom.e2e.bench;
