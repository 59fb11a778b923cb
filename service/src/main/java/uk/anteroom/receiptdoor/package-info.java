/** The door where providers of email and text messages report what became of a letter. */
@ApplicationModule(
        displayName = "receiptdoor",
        allowedDependencies = {"kernel", "web", "govuknotify"})
@NullMarked
package uk.anteroom.receiptdoor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
