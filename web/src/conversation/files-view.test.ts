// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { FilesView } from "./files-view";

afterEach(() => vi.unstubAllGlobals());

it("holdsTheMessageUntilItsFilesAreThere", async () => {
  const answers: ((answer: Response) => void)[] = [];
  vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => answers.push(resolve)));
  document.body.innerHTML = `
    <form><div data-files data-href="/files" data-waits="Wait" data-sent="Ready" hidden>
      <ul data-files-list></ul>
      <template data-file-template><li data-file><b data-file-name></b><small data-file-line></small><button type="button" data-file-remove></button></li></template>
      <input type="file" /><p data-files-line></p>
    </div></form>`;
  FilesView.within(document);
  const form = document.querySelector("form") as HTMLFormElement;
  const input = document.querySelector("input[type=file]") as HTMLInputElement;
  const send = () => form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  expect(send()).toBe(true);

  Object.defineProperty(input, "files", { value: [new File(["x"], "a.pdf")] });
  input.dispatchEvent(new Event("change"));
  expect(send()).toBe(false);
  expect(document.querySelector("[data-files-line]")?.textContent).toBe("Wait");

  answers.shift()?.(Response.json({ id: "7", received: 0, done: false }, { status: 201 }));
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  answers.shift()?.(Response.json({ id: "7", received: 1, done: true, name: "a.pdf" }));
  await vi.waitFor(() => expect(document.querySelector("[data-file-line]")?.textContent).toBe("Ready"));
  expect(send()).toBe(true);
  expect(new FormData(form).getAll("file")).toEqual(["7"]);
});
