import type { Phrase } from "../outbox.ts"

const PAGE = /(?:^|[\s,]+)trang\s*(\d{1,4})\s*$/iu

/** "KCN trang 2" is page 2 of "KCN"; without a page it is the first. */
export function readPage(text: string): { readonly page: number; readonly rest: string } {
  const found = PAGE.exec(text)
  const page = Math.max(1, Number(found?.[1] ?? 1))
  return { page, rest: (found === null ? text : text.slice(0, found.index)).trim() }
}

/** Which page of how many it is, and how to see the next one; nothing when there is but one. */
export function pagePhrases(page: number, pages: number): readonly Phrase[] {
  if (pages <= 1) return []
  return page < pages
    ? [{ key: "page-of", args: { page, pages, next: page + 1 } }]
    : [{ key: "page-last", args: { page, pages } }]
}
