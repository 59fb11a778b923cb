/** Calls what belongs to each button of the page, by the name in its `data-press`. */
export function onPress(acts: Readonly<Record<string, () => unknown>>): void {
  for (const [name, act] of Object.entries(acts)) {
    for (const button of document.querySelectorAll<HTMLElement>(`[data-press="${name}"]`))
      button.addEventListener("click", () => void act());
  }
}
