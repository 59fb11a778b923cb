@NullMarked
package uk.anteroom.demo.lan;

import org.jspecify.annotations.NullMarked;
