import type { Road } from "../peer/peer";

/** `relay`: a message went through the relay and back. `direct`: none is configured, and the page reached itself. `none`: no way. */
export type LoopbackResult = "relay" | "direct" | "none";

const WITHIN_MS = 6_000;

/**
 * Sends one message from the page through the relay to itself: what the call needs when nothing else works. Both ends close afterwards, whatever
 * came of it; `signal` closes them before.
 */
export async function tryLoopback(road: Road, signal: AbortSignal, withinMs = WITHIN_MS): Promise<LoopbackResult> {
  const relayed = road.iceServers.some(({ urls }) => [urls].flat().some((url) => /^turns?:/.test(url)));
  if (!relayed && road.relayOnly) return "none";
  const configuration: RTCConfiguration = relayed ? { iceServers: [...road.iceServers], iceTransportPolicy: "relay" } : { iceServers: [] };
  const near = new RTCPeerConnection(configuration);
  const far = new RTCPeerConnection(configuration);
  try {
    const came = await roundTrip(near, far, AbortSignal.any([signal, AbortSignal.timeout(withinMs)]));
    return came ? (relayed ? "relay" : "direct") : "none";
  } catch {
    return "none";
  } finally {
    near.close();
    far.close();
  }
}

async function roundTrip(near: RTCPeerConnection, far: RTCPeerConnection, signal: AbortSignal): Promise<boolean> {
  const channel = near.createDataChannel("check");
  const came = new Promise<boolean>((resolve) => {
    signal.addEventListener("abort", () => resolve(false), { once: true });
    channel.onopen = () => channel.send("there");
    channel.onmessage = ({ data }) => resolve(data === "back");
    far.ondatachannel = (event) => {
      event.channel.onmessage = () => event.channel.send("back");
    };
  });
  // A candidate that comes late is of no use to a connection that was closed.
  near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined).catch(() => undefined);
  far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined).catch(() => undefined);
  const offer = await near.createOffer();
  // Candidates are passed on as soon as they are found, so the other side must know the offer first.
  await far.setRemoteDescription(offer);
  await near.setLocalDescription(offer);
  const answer = await far.createAnswer();
  await near.setRemoteDescription(answer);
  await far.setLocalDescription(answer);
  return came;
}
