package uk.anteroom.practice;

/** What came of a sign-in. */
public sealed interface SignIn {

    /** The password was right. Whether a second factor is still due is for the caller to see. */
    record Passed(StaffMember staff, boolean secondFactorDue) implements SignIn {}

    /** Wrong password, or nobody of that name: the two are answered alike, and take as long. */
    record Refused() implements SignIn {}
}
