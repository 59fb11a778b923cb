/** The proof, put into the page by the service, that a request comes from it. */
export function readCsrf(): { readonly header: string; readonly token: string } | undefined {
  const content = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
  const token = content("csrf-token");
  const header = content("csrf-header");
  return token && header ? { token, header } : undefined;
}
