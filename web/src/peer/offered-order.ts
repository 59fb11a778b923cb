/**
 * The other side's offer with the picture codecs in the order given, by name: whoever answers sends with the first one that the offer lists, and no browser
 * lets a page choose otherwise before the first frame. Nothing is taken out; codecs that are not named, and the repair lines that ride on them, keep their
 * order behind.
 */
export function inOrder(sdp: string, names: readonly string[]): string {
  return sdp
    .split(/^(?=m=)/m)
    .map((section) => (section.startsWith("m=video ") ? ordered(section, names) : section))
    .join("");
}

function ordered(section: string, names: readonly string[]): string {
  const nameOf = new Map(
    [...section.matchAll(/^a=rtpmap:(\d+) ([^/\s]+)/gm)].map(([, payload = "", name = ""]) => [payload, name.toLowerCase()]),
  );
  const rank = (payload: string) => names.indexOf(nameOf.get(payload) ?? "") >>> 0;
  return section.replace(/^(m=video \S+ \S+)((?: \d+)+)/, (_, head: string, payloads: string) => {
    const sorted = payloads
      .trim()
      .split(" ")
      .sort((one, another) => rank(one) - rank(another));
    return `${head} ${sorted.join(" ")}`;
  });
}
