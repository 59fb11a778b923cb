/** What is put beside a desktop program to read its accessibility tree and to move its mouse, as a screen reader and a hand would. */
@NullMarked
package uk.anteroom.e2e.agent;

import org.jspecify.annotations.NullMarked;
