const PAGE = /(?:^|[\s,]+)trang\s*(\d{1,4})\s*$/iu

/** "KCN trang 2" is page 2 of "KCN"; without a page it is the first. */
export function readPage(text: string): { readonly page: number; readonly rest: string } {
  const found = PAGE.exec(text)
  const page = Math.max(1, Number(found?.[1] ?? 1))
  return { page, rest: (found === null ? text : text.slice(0, found.index)).trim() }
}
