@NullMarked
package uk.anteroom.demo.phone;

import org.jspecify.annotations.NullMarked;
