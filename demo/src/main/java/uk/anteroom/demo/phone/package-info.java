/** The telephones of the patients: every email and text message they were sent. */
@NullMarked
package uk.anteroom.demo.phone;

import org.jspecify.annotations.NullMarked;
