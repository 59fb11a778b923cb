/** How a telephone on the same network reaches the demo: an address, a certificate of its own, a code to photograph. */
@NullMarked
package uk.anteroom.demo.lan;

import org.jspecify.annotations.NullMarked;
