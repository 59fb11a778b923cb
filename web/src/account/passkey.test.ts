import { describe, expect, it } from "vitest";
import { bytesOf, type Question, textOf, toMake, toSign, written } from "./passkey";

const question: Question = { challenge: "-_8A", host: "video.example", user: "AAEC", userName: "rosa@mail.example", known: ["_w"] };

function buffer(...bytes: number[]): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

describe("passkeys", () => {
  it("writeBytesAsBase64urlWithoutPadding", () => {
    expect(textOf(buffer(0xfb, 0xff, 0x00))).toBe("-_8A");
    expect([...bytesOf("-_8A")]).toEqual([0xfb, 0xff, 0x00]);
    expect([...bytesOf("_w")]).toEqual([0xff]);
    expect(textOf(null)).toBe("");
  });

  it("areFoundByTheirDeviceAndUnlockedByItsOwner", () => {
    const options = toMake(question, "Riverside");
    expect(options.authenticatorSelection).toMatchObject({ residentKey: "required", userVerification: "required" });
    expect(options.attestation).toBe("none");
    expect(options.rp).toEqual({ id: "video.example", name: "Riverside" });
    expect(options.excludeCredentials).toHaveLength(1);
  });

  it("nameNoAccountWhenTheySign", () => {
    const options = toSign(question);
    expect(options.allowCredentials).toBeUndefined();
    expect(options.userVerification).toBe("required");
  });

  it("areWrittenAsJson", () => {
    const answer = {
      id: "AQ",
      rawId: buffer(1),
      type: "public-key",
      response: { clientDataJSON: buffer(2), authenticatorData: buffer(3), signature: buffer(4), userHandle: null },
    } as unknown as PublicKeyCredential;
    expect(JSON.parse(written(answer))).toMatchObject({
      rawId: "AQ",
      response: { clientDataJSON: "Ag", authenticatorData: "Aw", signature: "BA", userHandle: "" },
    });
  });
});
