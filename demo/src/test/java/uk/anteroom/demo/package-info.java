@NullMarked
package uk.anteroom.demo;

import org.jspecify.annotations.NullMarked;
