package uk.anteroom.nhslogin;

import uk.anteroom.account.SigningIn;
import uk.anteroom.kernel.PracticeId;

/** What came of a trip to NHS login. */
public sealed interface NhsLoginReturn {

    /** They are a patient of the practice, and signed in. */
    record In(SigningIn.Passed keys) implements NhsLoginReturn {}

    /** They did not agree that we are told who they are. */
    record NotShared(PracticeId practice) implements NhsLoginReturn {}

    /** NHS login knows who they are, and we have no such patient, or not proved enough. */
    record NotOurs(PracticeId practice) implements NhsLoginReturn {}

    /** NHS login does not answer as it should. */
    record Unreachable(PracticeId practice) implements NhsLoginReturn {}

    /** It is not the browser that left, or too long ago. */
    record Lost() implements NhsLoginReturn {}
}
