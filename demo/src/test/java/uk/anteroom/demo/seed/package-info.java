@NullMarked
package uk.anteroom.demo.seed;

import org.jspecify.annotations.NullMarked;
