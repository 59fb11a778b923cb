/** What a browser and a door say to each other while a file is sent or fetched. Who somebody is, and what they may, is the door's. */
@ApplicationModule(
        displayName = "fileexchange",
        allowedDependencies = {"kernel", "web", "practice", "patient", "attachment"})
@NullMarked
package uk.anteroom.fileexchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
