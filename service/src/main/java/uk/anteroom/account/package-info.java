/** The accounts of patients: how one is opened, the ways of signing in, where it is signed in, and for whom its holder acts. */
@ApplicationModule(
        displayName = "account",
        allowedDependencies = {"kernel", "practice", "audit", "patient", "needs", "delivery", "lettering"})
@NullMarked
package uk.anteroom.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
