@NullMarked
package uk.anteroom.loadedpatient;

import org.jspecify.annotations.NullMarked;
