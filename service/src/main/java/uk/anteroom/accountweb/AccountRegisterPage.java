package uk.anteroom.accountweb;

import java.util.List;
import uk.anteroom.web.Complaint;
import uk.anteroom.web.SelectField;

/** Asks who somebody is who wants an account. */
record AccountRegisterPage(
        AccountShell shell, String path, AccountClaimForm.Shown who, SelectField by, List<Complaint> complaints) {}
