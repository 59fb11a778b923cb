/** What every door shares: headers, cookies, form fields, sockets, event streams, the error page. */
@ApplicationModule(
        displayName = "web",
        allowedDependencies = {"kernel"})
@NullMarked
package uk.anteroom.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
