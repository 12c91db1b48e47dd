/** Makes a text safe inside an element or an attribute of HTML or XML. Control characters, which XML does not know, are dropped. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
}
