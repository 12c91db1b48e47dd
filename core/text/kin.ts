import { fold } from "./fold.ts"
import { oneOf } from "./pattern.ts"

/** How people call somebody by name, "anh Bình", with their marks or without: for `oneOf`. */
export const FORMS_OF_ADDRESS = "anh, chị, chi, bác, bac, cô, co, chú, chu, ông, ong, bà, ba"

/** How people speak of themselves to the bot, with their marks or without: for `oneOf`. */
export const ONESELF = "em, anh, chị, chi, tôi, toi, mình, minh"

const KIN = oneOf(
  "chồng, vợ, bố, mẹ, bà xã, ông xã, anh trai, chị gái, em trai, em gái, bạn, đồng nghiệp, sếp",
)
const WHOSE = oneOf("em, tôi, toi, mình, minh, anh, chị, chi, cháu, chau, nhà em, nhà tôi, nhà mình")
const NAMELY = oneOf("là, la, tên là, ten la, tên, ten")
/** As it is typed, with its marks or folded. */
const SOMEBODY_CLOSE = new RegExp(
  `^(?:${KIN}|${fold(KIN)})(?:\\s+(?:của|cua))?\\s+${WHOSE}(?:\\s+${NAMELY})?(?=\\s|$|[,:–-])`,
  "iu",
)

/** "chồng em", "vợ tôi là": said of somebody close at the head of `text`; empty where nobody is. */
export function kinIn(text: string): string {
  return SOMEBODY_CLOSE.exec(text)?.[0] ?? ""
}
