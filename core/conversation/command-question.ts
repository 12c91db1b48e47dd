import type { Command } from "./command.ts"
import type { Head } from "./command-head.ts"

const OURS =
  "(?:don vi|to|doi|phong|cong ty|cty|truong|khoa|ben|nha may|phan xuong|cdcs)(?: cua)? (?:em|minh|toi|anh|chi|ta|chung ta|chung toi|e|mk)"
const IDEA = "(?:sang kien|sk)"
const ENDED = "(?: (?:roi|a|em|nhi|vay|the|ad|bot|oi|hien nay|den nay|den gio|day))*$"

const PROGRESS = new RegExp(
  `(?:^| )${OURS} (?:da |moi |duoc |co |dat |nop |dang ky )*(?:bao nhieu|may|bn) ${IDEA}${ENDED}|(?:^| )${OURS} (?:con )?thieu (?:bao nhieu|may|bn) ${IDEA}${ENDED}`,
)
const RANKING = new RegExp(
  `^(?:em |anh |chi |cho |hoi |bot |ad |oi )*(?:don vi|cong doan|noi|cdcs) nao (?:dang |co )?(?:dan dau|dung dau|cao nhat|nhieu ${IDEA} nhat|nhat|dung thu nhat)${ENDED}`,
)
const SEARCH = new RegExp(
  `^(?:em |anh |chi |cho |hoi |bot |ad |oi |minh |da )*(?:co|da co|tung co) ${IDEA} nao (?:ve |lien quan (?:den |toi )?|giong |noi ve )(.+?) (?:khong|ko|chua|k)(?: (?:a|em|nhi|vay|ad|bot|oi))*$`,
)

/** Questions people ask instead of giving a command: "đơn vị em được bao nhiêu sáng kiến rồi", "có sáng kiến nào về lọc bụi không". */
export function questionAsCommand(head: Head): Command | undefined {
  if (head.words.length > 20) return undefined
  const said = head.words.map(({ key }) => key).join(" ")
  if (PROGRESS.test(said)) return { name: "progress", rest: "", slash: false, clear: true }
  if (RANKING.test(said)) return { name: "ranking", rest: "", slash: false, clear: true }
  const about = SEARCH.exec(said)?.[1]
  if (about === undefined) return undefined
  const before = said.slice(0, said.indexOf(` ${about} `)).split(" ").length
  const words = head.words.slice(before, before + about.split(" ").length)
  return {
    name: "search",
    rest: head.text.slice(words[0]?.start, words.at(-1)?.end),
    slash: false,
    clear: true,
  }
}
