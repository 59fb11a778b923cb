package uk.anteroom.nhslogin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.anteroom.kernel.KernelSettings;

/** Speaks OpenID Connect with NHS login: the code flow with PKCE, ourselves shown by a signed assertion, and every token RS512. */
@Component
class NhsLoginClient {

    /** The highest proofing that NHS login has (P9), with two factors or a passkey: its default, said aloud. */
    static final List<String> VECTORS = List.of("P9.Cp.Cd", "P9.Cp.Ck", "P9.Cm");

    private static final int ANSWERS_WITHIN_MS = 5_000;
    private static final int LONGEST_ANSWER = 256 * 1024;
    private static final String CALLBACK = "/account/nhs-login";

    /** Who came, in NHS login's words; each null if it did not say. */
    record Person(@Nullable String nhsNumber, @Nullable String born) {

        @Override
        public String toString() {
            return "Person(hidden)";
        }
    }

    /** NHS login did not answer, or not as it should. */
    static final class NotAsItShould extends Exception {

        private static final long serialVersionUID = 1;

        NotAsItShould(String what, @Nullable Throwable cause) {
            super(what, cause);
        }
    }

    private final NhsLoginSettings settings;
    private final URI callback;
    private volatile @Nullable OIDCProviderMetadata known;

    NhsLoginClient(NhsLoginSettings settings, KernelSettings kernel) {
        this.settings = settings;
        this.callback = kernel.at(CALLBACK);
        if (settings.on()) {
            // a wrong key is found at the start and not by the first patient
            key(settings.privateKey());
        }
    }

    /** Where a browser goes with these questions. */
    URI authorization(String state, String nonce, String verifier) throws NotAsItShould {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "profile"), new ClientID(settings.clientId()), callback)
                .endpointURI(provider().getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(new Nonce(nonce))
                .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256)
                .customParameter("vtr", "[\"" + String.join("\",\"", VECTORS) + "\"]")
                .customParameter("allow_registration", "false")
                .build()
                .toURI();
    }

    /** Who came back with that code. */
    Person person(String code, Leaving.Trip trip) throws NotAsItShould {
        OIDCProviderMetadata provider = provider();
        try {
            OIDCTokenResponse tokens = tokens(provider, code, trip);
            IDTokenClaimsSet said =
                    validator(provider).validate(tokens.getOIDCTokens().getIDToken(), new Nonce(trip.nonce()));
            if (!VECTORS.contains(said.getStringClaim("vot"))) {
                throw new NotAsItShould("identity proved less than was asked", null);
            }
            return userInfo(provider, tokens.getOIDCTokens().getAccessToken(), said);
        } catch (GeneralException | IOException | BadJOSEException | JOSEException e) {
            throw new NotAsItShould("no usable answer", e);
        }
    }

    private OIDCTokenResponse tokens(OIDCProviderMetadata provider, String code, Leaving.Trip trip)
            throws GeneralException, IOException, JOSEException, NotAsItShould {
        URI endpoint = provider.getTokenEndpointURI();
        PrivateKeyJWT assertion = new PrivateKeyJWT(
                new ClientID(settings.clientId()),
                endpoint,
                JWSAlgorithm.RS512,
                key(settings.privateKey()),
                null,
                null);
        HTTPRequest request = new TokenRequest.Builder(
                        endpoint,
                        assertion,
                        new AuthorizationCodeGrant(
                                new AuthorizationCode(code), callback, new CodeVerifier(trip.verifier())))
                // beside the assertion: not every server takes the name from there
                .customParameter("client_id", settings.clientId())
                .build()
                .toHTTPRequest();
        HTTPResponse answer = patient(request).send();
        TokenResponse response = OIDCTokenResponseParser.parse(answer);
        if (!response.indicatesSuccess()) {
            throw new NotAsItShould(
                    "no token: status " + answer.getStatusCode() + ", "
                            + response.toErrorResponse().getErrorObject().getCode(),
                    null);
        }
        return (OIDCTokenResponse) response.toSuccessResponse();
    }

    private IDTokenValidator validator(OIDCProviderMetadata provider) {
        return new IDTokenValidator(
                new Issuer(settings.issuer()),
                new ClientID(settings.clientId()),
                JWSAlgorithm.RS512,
                toUrl(provider.getJWKSetURI()),
                new DefaultResourceRetriever(ANSWERS_WITHIN_MS, ANSWERS_WITHIN_MS, LONGEST_ANSWER));
    }

    private static URL toUrl(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("NHS login names no address for its keys", e);
        }
    }

    private static Person userInfo(OIDCProviderMetadata provider, AccessToken token, IDTokenClaimsSet said)
            throws GeneralException, IOException, NotAsItShould {
        HTTPRequest request = new UserInfoRequest(provider.getUserInfoEndpointURI(), token).toHTTPRequest();
        UserInfoResponse response = UserInfoResponse.parse(patient(request).send());
        if (!response.indicatesSuccess()) {
            throw new NotAsItShould("no person", null);
        }
        UserInfo info = response.toSuccessResponse().getUserInfo();
        // or somebody put another person's token in
        if (info == null || !said.getSubject().equals(info.getSubject())) {
            throw new NotAsItShould("another person", null);
        }
        return new Person(info.getStringClaim("nhs_number"), info.getStringClaim("birthdate"));
    }

    private OIDCProviderMetadata provider() throws NotAsItShould {
        OIDCProviderMetadata found = known;
        if (found == null) {
            try {
                found = OIDCProviderMetadata.resolve(
                        new Issuer(settings.issuer()), ANSWERS_WITHIN_MS, ANSWERS_WITHIN_MS);
            } catch (GeneralException | IOException e) {
                throw new NotAsItShould("no discovery document: " + e.getMessage(), e);
            }
            known = found;
        }
        return found;
    }

    private static HTTPRequest patient(HTTPRequest request) {
        request.setConnectTimeout(ANSWERS_WITHIN_MS);
        request.setReadTimeout(ANSWERS_WITHIN_MS);
        request.setFollowRedirects(false);
        return request;
    }

    private static PrivateKey key(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "anteroom.nhs-login.private-key must be an RSA key as PKCS #8 in PEM", e);
        }
    }
}
