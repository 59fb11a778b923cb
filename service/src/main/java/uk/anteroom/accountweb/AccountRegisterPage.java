package uk.anteroom.accountweb;

import java.util.List;
import uk.anteroom.web.Complaint;
import uk.anteroom.web.DateField;
import uk.anteroom.web.SelectField;
import uk.anteroom.web.TextField;

/** Asks who somebody is who wants an account. */
record AccountRegisterPage(
        AccountShell shell,
        String path,
        TextField given,
        TextField family,
        DateField birth,
        TextField nhsNumber,
        SelectField by,
        List<Complaint> complaints) {}
