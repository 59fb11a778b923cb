/** What the service asks of a device; bytes are base64url without padding. */
export interface Question {
  readonly challenge: string;
  readonly host: string;
  readonly user: string | null;
  readonly userName: string | null;
  readonly known: readonly string[];
}

/** Long enough to find the device and to unlock it. */
const PATIENCE_MS = 120_000;

/** ES256, EdDSA and RS256: together, every device there is. */
const ALGORITHMS = [-7, -8, -257] as const;

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

export function textOf(bytes: ArrayBuffer | null): string {
  if (!bytes) return "";
  const plain = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Makes a passkey that its device finds by itself and unlocks for its owner. */
export function toMake(question: Question, surgery: string): PublicKeyCredentialCreationOptions {
  return {
    challenge: bytesOf(question.challenge),
    rp: { id: question.host, name: surgery },
    user: { id: bytesOf(question.user ?? ""), name: question.userName ?? "", displayName: question.userName ?? "" },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: question.known.map((id) => ({ type: "public-key", id: bytesOf(id) })),
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    attestation: "none",
    timeout: PATIENCE_MS,
  };
}

/** Signs with whichever passkey of ours the device has. */
export function toSign(question: Question): PublicKeyCredentialRequestOptions {
  return { challenge: bytesOf(question.challenge), rpId: question.host, userVerification: "required", timeout: PATIENCE_MS };
}

/** A device's answer as WebAuthn writes it in JSON; not every browser does so by itself. */
export function written(credential: PublicKeyCredential): string {
  const response = credential.response;
  const common = { clientDataJSON: textOf(response.clientDataJSON) };
  return JSON.stringify({
    id: credential.id,
    rawId: textOf(credential.rawId),
    type: credential.type,
    clientExtensionResults: {},
    response:
      "attestationObject" in response
        ? { ...common, attestationObject: textOf((response as AuthenticatorAttestationResponse).attestationObject), transports: [] }
        : {
            ...common,
            authenticatorData: textOf((response as AuthenticatorAssertionResponse).authenticatorData),
            signature: textOf((response as AuthenticatorAssertionResponse).signature),
            userHandle: textOf((response as AuthenticatorAssertionResponse).userHandle),
          },
  });
}
