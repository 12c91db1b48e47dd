const MARK = /(?:^|[\s:,;])([1-9]|[a-e])\s?[.)]\s?(?=\p{L})/giu
const MOST = 10

/** What stands behind "1.", "2." … or "a)", "b)" … on one line, all of them, from the first word on; undefined where that is no such list. */
export function listedInLine(text: string): readonly string[] | undefined {
  const marks = [...text.matchAll(MARK)]
  const [first] = marks
  const isWhole = first?.index === 0 && marks.length >= 2 && marks.length <= MOST
  const begin = first?.[1] === "1" ? "1".charCodeAt(0) : "a".charCodeAt(0)
  const isInOrder = marks.every(([, mark = ""], at) => mark.toLowerCase().charCodeAt(0) === begin + at)
  if (!isWhole || !isInOrder) return undefined
  return marks.map(({ index, 0: mark }, at) =>
    text.slice(index + mark.length, marks[at + 1]?.index).replace(/[\s,;.]+$/, ""),
  )
}
