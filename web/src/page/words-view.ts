/** The words a script shows. They stand in the page, in `<template id="words">`, so that they are translated with it. */
export type Words = (key: string, ...values: readonly (string | number)[]) => string;

export function readWords(root: ParentNode = document, where = "template#words"): Words {
  const known = new Map<string, string>();
  const template = root.querySelector<HTMLTemplateElement>(where);
  for (const element of template?.content.querySelectorAll<HTMLElement>("[data-word]") ?? []) {
    known.set(element.dataset.word ?? "", element.textContent?.trim() ?? "");
  }
  return (key, ...values) => fill(known.get(key) ?? "", values);
}

/** Puts values where {0}, {1} and so on stand. */
export function fill(text: string, values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
}
