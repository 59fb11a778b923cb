/** Patients who sign in with NHS login: which service we are there, who came back from it, and whether they are on the list. */
@ApplicationModule(
        displayName = "nhslogin",
        allowedDependencies = {"kernel", "practice", "audit", "patient", "account"})
@NullMarked
package uk.anteroom.nhslogin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
