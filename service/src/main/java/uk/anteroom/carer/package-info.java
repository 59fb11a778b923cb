/** Who may act for whom: asked for by a carer, decided by the practice, ended by either side. */
@ApplicationModule(
        displayName = "carer",
        allowedDependencies = {"kernel", "practice", "audit", "patient", "account"})
@NullMarked
package uk.anteroom.carer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
