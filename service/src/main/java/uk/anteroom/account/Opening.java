package uk.anteroom.account;

/** What came of the last step of a registration. */
public sealed interface Opening {

    /** There is an account, and its holder is signed in. */
    record In(SigningIn.Passed keys) implements Opening {}

    /** The patient has an account already. */
    record ThereIsOne() implements Opening {}

    /** Another patient of this practice signs in with that address. */
    record NameTaken() implements Opening {}

    /** The code is over. */
    record Over() implements Opening {}
}
