package uk.anteroom.accountweb;

import org.jspecify.annotations.Nullable;
import uk.anteroom.web.Checkbox;

/**
 * How a patient wants to be written to.
 *
 * @param mayChange whether it can be changed: not by a carer who only reads
 * @param email null where the list forbids it
 * @param sms null where the list forbids it
 */
record AccountChoicesPage(
        AccountShell shell,
        boolean saved,
        boolean mayChange,
        @Nullable Checkbox email,
        @Nullable Checkbox sms) {}
