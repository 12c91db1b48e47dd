import { type OwnPart, ownWords } from "../command/own-words.ts"
import { clean } from "../text/fold.ts"
import { recordsIn } from "./records-in-sentence.ts"
import { SentenceWords } from "./sentence-words.ts"

const LONGEST = 120
/** Who says more tells something. */
const LONGEST_WISH = 300
const MOST_WORDS = 18
/** More are no question that somebody answers at a glance. */
const MOST_OFFERED = 3

/**
 * What a member asks of how their own stand, told from its parts: "của e tới đâu rồi ạ", "bao giờ mới xét xong"; every word belongs to one or asks
 * nothing. Undefined for everything else, and where a record is named.
 */
export function asksOwnStanding(text: string): "standing" | "when" | undefined {
  const typed = clean(text)
  if (typed.length > LONGEST || /\d/.test(typed)) return undefined
  const words = new SentenceWords(typed, ownWords)
  const { said, isWhole } = words.parts()
  if (!isWhole || words.typed.length > MOST_WORDS || !said.has("status")) return undefined
  if ([...said].some((part) => !ASKS_STANDING.has(part))) return undefined
  if (said.has("when")) return "when"
  return said.has("own") || said.has("idea") ? "standing" : undefined
}

const ASKS_STANDING: ReadonlySet<OwnPart> = new Set(["own", "idea", "status", "when"])

/** What a member may want in words that are not understood for certain, the likeliest first, each as it could be typed. */
export function likelyOwn(text: string): readonly string[] {
  if (text.length > LONGEST_WISH) return []
  const typed = clean(text)
  const { said } = new SentenceWords(typed, ownWords).parts()
  const [code] = recordsIn(typed)
  const has = (...any: readonly OwnPart[]) => any.some((part) => said.has(part))
  const wants = code === undefined ? ofThemselves(has) : [...ofRecord(has, code), `xem ${code}`]
  return [...new Set(wants)].slice(0, MOST_OFFERED)
}

type Has = (...any: readonly OwnPart[]) => boolean

function ofRecord(has: Has, code: string): readonly string[] {
  const wants: string[] = []
  if (has("secret")) wants.push(`bảo mật ${code}`)
  if (has("mates")) wants.push(`đồng tác giả ${code}`)
  if (has("correct")) wants.push(`sửa ${code}`)
  if (has("add")) wants.push(`bổ sung ${code}`)
  if (has("cancel") && !has("mates")) wants.push(`hủy ${code}`)
  return wants
}

function ofThemselves(has: Has): readonly string[] {
  const wants: string[] = []
  if (has("data", "shown") || (has("name") && has("secret"))) wants.push("dữ liệu của tôi")
  if (has("name") && has("correct")) wants.push("sửa tên tôi")
  if (has("workplace") && has("correct")) wants.push("sửa đơn vị của tôi")
  if (has("reminders") && has("cancel")) wants.push("tắt nhắc")
  if (has("rank")) wants.push("bảng xếp hạng")
  if (has("mates") && has("cancel", "correct", "add")) wants.push("đồng tác giả")
  if (has("secret") && !has("name", "shown", "data")) wants.push("bảo mật")
  if (has("status") && has("own", "idea", "when")) wants.push("của tôi")
  if (has("another") && !has("how", "when", "status")) wants.push("đăng ký")
  if (has("how") || (has("register") && has("when"))) wants.push("hướng dẫn")
  return wants
}
