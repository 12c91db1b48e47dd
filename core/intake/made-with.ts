import { FORMS_OF_ADDRESS, ONESELF } from "../text/kin.ts"
import { oneOf } from "../text/pattern.ts"
import { bearsFamilyName } from "./author-name.ts"

const CALLED = `${oneOf(FORMS_OF_ADDRESS, "em, bạn, ban")}\\s+`
const FORM_AHEAD = new RegExp(`^${CALLED}`, "u")
const NAME = `(?:${CALLED})?\\p{Lu}\\p{L}*(?:\\s\\p{Lu}\\p{L}*){1,4}`
const SHARE = "\\s*\\(?\\d{1,3}(?:[.,]\\d)?\\s*%?\\)?"
const AND = "(?:\\s*[,;+&]\\s*(?:và\\s+|va\\s+)?|\\s+(?:và|va|với|voi|cùng|cung)\\s+|\\s+)"
const NAMES = `${NAME}(?:${SHARE})?(?:${AND}${NAME}(?:${SHARE})?){0,8}`
const ME = oneOf(ONESELF, "tui")
const END = "\\)?[\\s.]*$"

/** "…, làm cùng chị Trần Thị Lan (40%) và anh Lê Hùng", "… của em và chị Trần Thị Lan" */
const TOGETHER = new RegExp(
  `[\\s,;.(–-]+(?:${oneOf(
    "(?:em |tôi |mình )?(?:cùng )?(?:làm|lam) (?:cùng với|cung voi|cùng|cung|chung với|chung|với|voi)",
    "(?:cùng|cung) (?:làm|lam) (?:với|voi)",
    `(?:(?:của|cua|do) )?${ME} (?:và|va|với|voi|cùng|cung)`,
  )})\\s*:?\\s+(${NAMES})(?:\\s+(?:cùng |cung )?(?:làm|lam))?${END}`,
  "u",
)
/** "… (em 60%, chị Trần Thị Lan 40%)", "…. em 60 chị Trần Thị Lan 40", "…, chị Trần Thị Lan 40%" */
const SHARED = new RegExp(
  `[\\s,;.(–-]+(?:${ME}\\s+\\d{1,3}\\s*%?[\\s,;]+(?:và\\s+|va\\s+)?(${NAMES})|(${NAME}\\s*\\(?\\d{1,3}(?:[.,]\\d)?\\s*%\\)?(?:${AND}${NAME}\\s*\\(?\\d{1,3}(?:[.,]\\d)?\\s*%\\)?){0,8}))${END}`,
  "u",
)
/** A cheap look first: most titles name nobody. */
const MAY_NAME = /\p{Lu}\p{L}*\s\p{Lu}\p{L}*(?:\s*\(?\d{1,3}|[\s.)]*$|\s+(?:làm|lam|cùng|và|va)|\s*[,;+&])/u
const EACH = new RegExp(`(${NAME})(${SHARE})?`, "gu")

/** With whom it was made, said behind the title without a label: the title, and each name with the share that was said. */
export function madeWith(line: string): { readonly title: string; readonly coAuthors: string } | undefined {
  if (!MAY_NAME.test(line)) return undefined
  const found = TOGETHER.exec(line) ?? SHARED.exec(line)
  const names = found?.slice(1).find((each) => each !== undefined)
  if (found === null || names === undefined) return undefined
  const people = [...names.matchAll(EACH)].map(([, name = "", share = ""]) => ({
    name: name.replace(FORM_AHEAD, ""),
    share: /\d{1,3}(?:[.,]\d)?/.exec(share)?.[0],
  }))
  if (people.length === 0 || !people.every(({ name }) => bearsFamilyName(name))) return undefined
  const coAuthors = people
    .map(({ name, share }) => (share === undefined ? name : `${name} ${share}%`))
    .join(", ")
  return { title: line.slice(0, found.index), coAuthors }
}
