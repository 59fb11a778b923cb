package uk.anteroom.accountweb;

import org.jspecify.annotations.Nullable;
import uk.anteroom.web.Checkbox;

/**
 * How a patient wants to be written to.
 *
 * @param email null where the list forbids it
 * @param sms null where the list forbids it
 */
record AccountChoicesPage(
        AccountShell shell,
        boolean saved,
        @Nullable Checkbox email,
        @Nullable Checkbox sms) {}
