package uk.anteroom.account;

/** A password that somebody may choose: {@link PasswordRules} read it. Hides itself when printed. */
public record NewPassword(String value) {

    /** Longer is an attempt to keep the hash busy, not a password. */
    static final int LONGEST = 128;

    @Override
    public String toString() {
        return "NewPassword(hidden)";
    }
}
