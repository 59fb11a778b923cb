import { readDate } from "./date";

/** Pasting a whole date into Day, Month or Year fills all three. The fields are known by what the browser may complete in them. */
export function pasteWholeDates(): void {
  document.addEventListener("paste", (event) => {
    const target = event.target;
    if (!(target instanceof HTMLInputElement) || !target.autocomplete.startsWith("bday-")) return;
    const date = readDate(event.clipboardData?.getData("text") ?? "");
    const field = (part: string) => target.form?.querySelector<HTMLInputElement>(`input[autocomplete="bday-${part}"]`);
    const [day, month, year] = [field("day"), field("month"), field("year")];
    if (!date || !day || !month || !year) return;
    event.preventDefault();
    day.value = date.day;
    month.value = date.month;
    year.value = date.year;
    year.focus();
  });
}
