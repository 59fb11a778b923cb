package uk.anteroom.account;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import uk.anteroom.kernel.KernelSettings;
import uk.anteroom.patient.PatientId;

/** Checks what browsers answer with passkeys (WebAuthn), for the host that is configured. Whoever holds the device must have shown that it is theirs. */
@Component
class PasskeyCheck {

    /** ES256, EdDSA and RS256: together, every device there is. */
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.EdDSA),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.RS256));

    /** Longer is no answer of a browser. */
    private static final int LONGEST = 32 * 1024;

    /** A new passkey as it is kept. */
    // a plain array, handed straight to a statement
    @SuppressWarnings("ArrayRecordComponent")
    record Made(byte[] credentialId, PasskeyStore.Key key) {}

    /** An answer whose challenge is read and whose signature is not checked yet. */
    // a plain array, handed straight to a statement
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(AuthenticationData data, byte[] credentialId, String challenge) {}

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final String host;
    private final Origin origin;

    PasskeyCheck(KernelSettings settings) {
        URI url = settings.publicUrl();
        this.host = url.getHost();
        this.origin = new Origin(url.getScheme() + "://" + url.getAuthority());
    }

    /** Whose passkeys may answer. */
    String host() {
        return host;
    }

    /** What a browser says that it made, and the challenge it did so for; empty if it cannot be read. */
    Optional<RegistrationData> readMade(String json) {
        return read(json, () -> webAuthn.parseRegistrationResponseJSON(json))
                .filter(data -> data.getCollectedClientData() != null && data.getAttestationObject() != null);
    }

    static String challenge(RegistrationData data) {
        return text(Objects.requireNonNull(data.getCollectedClientData())
                .getChallenge()
                .getValue());
    }

    /** A new passkey of a device whose holder was asked; empty if anything about it is not right. */
    Optional<Made> made(RegistrationData data, PatientId patient) {
        return tried(() -> {
            webAuthn.verify(data, new RegistrationParameters(server(challenge(data)), ALGORITHMS, true, true));
            AuthenticatorData<?> said =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData made = Objects.requireNonNull(said.getAttestedCredentialData());
            return new Made(
                    made.getCredentialId(),
                    new PasskeyStore.Key(
                            new PasskeyId(UUID.randomUUID()),
                            patient,
                            credentials.convert(made),
                            said.getSignCount(),
                            said.isFlagBE()));
        });
    }

    // the library's annotations say of arrays that each byte may be null
    @SuppressWarnings("NullAway")
    Optional<Answer> readAnswer(String json) {
        return read(json, () -> webAuthn.parseAuthenticationResponseJSON(json))
                .filter(data -> data.getCollectedClientData() != null && data.getCredentialId() != null)
                .map(data -> new Answer(
                        data,
                        Objects.requireNonNull(data.getCredentialId()),
                        text(Objects.requireNonNull(data.getCollectedClientData())
                                .getChallenge()
                                .getValue())));
    }

    /** How often that passkey has signed, if this is its signature; empty if anything about it is not right. */
    Optional<Long> signed(Answer answer, PasskeyStore.Key key) {
        return tried(() -> {
            CredentialRecordImpl record = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    true,
                    key.backupEligible(),
                    false,
                    key.signCount(),
                    credentials.convert(key.credentialData()),
                    null,
                    null,
                    null,
                    null);
            webAuthn.verify(
                    answer.data(), new AuthenticationParameters(server(answer.challenge()), record, null, true, true));
            return Objects.requireNonNull(answer.data().getAuthenticatorData()).getSignCount();
        });
    }

    private ServerProperty server(String challenge) {
        return ServerProperty.builder()
                .origin(origin)
                .rpId(host)
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static <T> Optional<T> read(String json, Supplier<T> reading) {
        return json.length() > LONGEST ? Optional.empty() : tried(reading);
    }

    /** What anybody can send may be wrong in more ways than the library's own exceptions tell. */
    private static <T> Optional<T> tried(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (WebAuthnException
                | JacksonException
                | IllegalArgumentException
                | NullPointerException
                | ClassCastException e) {
            return Optional.empty();
        }
    }
}
