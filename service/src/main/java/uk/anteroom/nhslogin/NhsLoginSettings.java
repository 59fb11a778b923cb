package uk.anteroom.nhslogin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * NHS login, as a service is registered there. Off without an issuer.
 *
 * @param issuer such as {@code https://auth.login.nhs.uk/}; endpoints and keys are found by its discovery document
 * @param clientId our name there
 * @param privateKey the RSA key of 2048 bits or more whose public half is registered there, as PKCS #8 in PEM
 */
@ConfigurationProperties("anteroom.nhs-login")
record NhsLoginSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String privateKey) {

    boolean on() {
        return !issuer.isEmpty();
    }

    @Override
    public String toString() {
        return "NhsLoginSettings[issuer=" + issuer + ", clientId=" + clientId + ", privateKey=(secret)]";
    }
}
