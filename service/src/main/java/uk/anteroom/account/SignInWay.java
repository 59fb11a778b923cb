package uk.anteroom.account;

/** How somebody came into their account. */
public enum SignInWay {
    PASSWORD,
    PASSKEY,
    NHS_LOGIN
}
