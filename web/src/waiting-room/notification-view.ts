/** Says something on the desktop, where the person allowed it. Never a patient's name: others may see the screen. */
export function notify(text: string): void {
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  try {
    const note = new Notification(text, { tag: "anteroom:waiting" });
    note.onclick = () => {
      window.focus();
      note.close();
    };
  } catch {
    // Android lets only a service worker do this; there the sound and the title remain.
  }
}

/** Shows the button that asks, as long as the question is open. */
export function askToNotify(): void {
  const button = document.querySelector<HTMLElement>("[data-press=notify]");
  if (!button || !("Notification" in window)) return;
  const apply = () => {
    button.hidden = Notification.permission !== "default";
  };
  button.addEventListener("click", () => void Notification.requestPermission().then(apply));
  apply();
}
