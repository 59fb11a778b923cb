/** Day, month and year as somebody wrote them. */
export interface WrittenDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** Reads a whole date as people paste it: 31/3/1957, 31.03.1957, 31 March 1957, 1957-03-31. Nothing if it is not one. */
export function readDate(text: string): WrittenDate | undefined {
  const parts = text
    .trim()
    .replace(/(\d)(st|nd|rd|th)\b/gi, "$1")
    .split(/[\s./,-]+/)
    .filter((part) => part !== "" && part.toLowerCase() !== "of");
  const [one, two, three] = parts;
  if (parts.length !== 3 || !one || !two || !three) return undefined;
  if (/^\d{4}$/.test(one) && isMonth(two) && isDay(three)) return { day: three, month: two, year: one };
  if (isDay(one) && isMonth(two) && /^\d{4}$/.test(three)) return { day: one, month: two, year: three };
  return undefined;
}

function isDay(text: string): boolean {
  return /^\d{1,2}$/.test(text);
}

/** Months as words are left as they are: the service reads them. */
function isMonth(text: string): boolean {
  return /^\d{1,2}$/.test(text) || /^[A-Za-z]{3,9}$/.test(text);
}
