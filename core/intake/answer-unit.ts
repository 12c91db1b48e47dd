import type { Decision, Resume } from "../conversation/decision.ts"
import { both } from "../conversation/decision.ts"
import type { UnitDialogue } from "../conversation/dialogue.ts"
import { onlyTells } from "../conversation/hint.ts"
import { alsoSaying, firstSaying } from "../conversation/kept-draft.ts"
import { answer, pendingOf, reply, type Turn } from "../conversation/turn.ts"
import { takeUp } from "../conversation/waiting.ts"
import { namesNothing, offerUnits, unitNamed, unitNotFound } from "../conversation/which-unit.ts"
import { quote } from "../text/cut.ts"
import { clean, fold } from "../text/fold.ts"
import { namesCode } from "./code.ts"
import { cannotChoose, isAtALoss, startsOver } from "./guided-words.ts"
import { settled } from "./register.ts"
import { heldToo } from "./sent-early.ts"
import { asksBack, givesUp, isQuestion, wantsToKnow } from "./told.ts"
import { isPartOfUnit, withoutParts } from "./units-by-name.ts"

/** The answer to "which unit": a number of the list, a code or a name. */
export async function answerUnit(
  turn: Turn,
  dialogue: UnitDialogue,
  resume: Resume,
): Promise<Decision | undefined> {
  const { context, written, moment } = turn
  const { person } = context
  if (person === undefined) return undefined
  const said = fold(clean(written.text))
  // "em làm tự do" is a letter away from a place.
  if (turn.addressed && HAS_NO_UNIT.test(said)) return answer(turn, "unit-without-union")
  if (turn.addressed && ASKS_FOR_LIST.test(said)) {
    const list = await resume({ ...context, dialogue: undefined }, { ...pendingOf(written), text: LIST })
    return alsoSaying(list, { key: "unit-ask" })
  }
  const isLost = turn.addressed && isAtALossForUnit(written.text)
  if (isLost && TELLS_NO_PLACE.test(said)) return answer(turn, "unit-why")
  const named = unitNamed(withoutParts(written.text), await turn.reads.units(), dialogue.offered)
  switch (named.kind) {
    case "sure": {
      // Where somebody lives, or what kind of place they work at, is asked about, though it fits one alone.
      if (turn.addressed && dialogue.offered.length === 0 && (LIVES.test(said) || ONLY_A_KIND.test(said)))
        return offerUnits(turn, [named.unit], (question) => ({ ...dialogue, ...question }))
      const known = { ...context, person: { ...person, unit: named.unit }, dialogue: undefined }
      const place = await settled(turn, known.person)
      const waiting = [dialogue.pending, ...(dialogue.waiting ?? [])]
      return both({ ...place, dialogue: null }, await takeUp(known, waiting, resume))
    }
    case "choices":
      return isLost
        ? answer(turn, "unit-why")
        : offerUnits(turn, named.units, (question) => ({ ...dialogue, ...question }))
    case "none":
      if (namesNothing(written.text)) return undefined
      // In a group it was said once that there is no such unit; what is said there besides is for others.
      if (!turn.addressed && dialogue.missed === true) return undefined
      if (turn.addressed && isForAnAnswer(written.text)) {
        const told = await resume({ ...context, dialogue: undefined }, pendingOf(written))
        if (onlyTells(told)) return alsoSaying(told, { key: "unit-ask" })
        if (wantsToKnow(written.text)) return alsoSaying(answer(turn, "question-info"), { key: "unit-ask" })
      }
      if (isLost || (turn.addressed && isPartOfUnit(written.text))) return answer(turn, "unit-why")
      if (turn.addressed) {
        const held = heldToo(turn, dialogue)
        if (held !== undefined) return await heldBehind(turn, { ...dialogue, ...held })
      }
      // Who has enough of it is let go, and what was offered can still be picked.
      if (turn.addressed && givesUp(written.text)) return undefined
      return {
        dialogue: { ...dialogue, askedAt: moment.now, missed: true },
        ...(dialogue.missed === true
          ? answer(turn, "unit-unlisted", { typed: quote(written.text) })
          : unitNotFound(turn, written.text)),
      }
    default:
      return named satisfies never
  }
}

/** What was sent meanwhile is kept, and the question asked again, with what was offered. */
async function heldBehind(turn: Turn, dialogue: UnitDialogue): Promise<Decision> {
  const held = { key: "message-held" }
  const units = await turn.reads.units()
  const offered = dialogue.offered.flatMap((wanted) => units.find(({ id }) => id === wanted) ?? [])
  if (offered.length > 0) {
    const again = offerUnits(turn, offered, (question) => ({ ...dialogue, ...question }))
    return firstSaying(again, held)
  }
  return {
    dialogue: { ...dialogue, askedAt: turn.moment.now },
    say: [reply(turn, { phrases: [held, { key: "unit-ask" }] })],
  }
}

/** "nhà ở phổ yên": where somebody lives is not where they work. */
const LIVES =
  /^(?:(?:da|em|toi|anh|chi|minh|bac|co|chu) )*(?:nha|que|o tro|tro)(?: (?:em|toi|anh|chi|minh))? (?:o|tai) /

/** "bệnh viện", "trường tiểu học": a kind of place, whichever is meant. */
const ONLY_A_KIND =
  /^(?:(?:da|em|toi|anh|chi|minh|bac|co|chu|lam|o|ben|tai|thuoc|la) )*(?:benh vien|truong(?: hoc)?|(?:truong )?(?:tieu hoc|mam non|mau giao|thcs|thpt|cap [123])|cong ty|nha may|xi nghiep|khu cong nghiep|cum cong nghiep|hop tac xa|tram y te|trung tam y te|uy ban|co quan|nganh (?:y|y te|giao duc)|dien luc|ngan hang)(?: (?:a|em|nhe))*\W*$/
/** "nghỉ hưu rồi", "em làm tự do", "công ty em chưa có công đoàn": no union of the federation is theirs. */
const HAS_NO_UNIT =
  /^(?:(?:da|em|toi|anh|chi|minh|bac|co|chu|thi|gio|dang|nay|bay gio) )*(?:(?:da |moi |ve )*(?:nghi huu|huu tri|ve huu|nghi viec|nghi lam|that nghiep)|(?:lam |la )?(?:lao dong )?tu do|(?:o nha|lam) (?:noi tro|ruong|nong|vuon|thue)|(?:lam )?(?:nong dan|noi tro)|(?:chay |lam )(?:xe om|grab|ship|cho)|ban hang(?: \S+){0,3}|buon ban(?: \S+){0,3})(?: (?:roi|thoi|a|em|lau roi|o nha|tu nam \S+))*\W*$|^(?:\S+ ){1,5}(?:chua|khong|ko) (?:co|lap|thanh lap) cong doan(?: (?:a|em|dau|co so|thi sao))*\W*$/
const ASKS_FOR_LIST =
  /^(?:(?:da|em|anh|chi|toi|cho|xin|xem|gui|co|dua|coi|oi|thi) )*(?:danh sach|ds|liet ke)(?: (?:don vi|cong doan|cong ty|dau|o dau|ra|di|voi|xem|em|a|nao|khong|cac|nhe|giup))*\W*$/
const LIST = "danh sách đơn vị"

/** "là sao hả em", "không biết nữa", "làm lại từ đầu": whoever is asked for their unit does not see what is wanted. */
function isAtALossForUnit(text: string): boolean {
  return (
    isAtALoss(text) ||
    cannotChoose(text) ||
    asksBack(text) ||
    startsOver(text) ||
    TELLS_NO_PLACE.test(fold(clean(text)))
  )
}

/** Whether the words are asked, or speak of a record by its code. */
function isForAnAnswer(text: string): boolean {
  return isQuestion(text) || asksBack(text) || wantsToKnow(text) || namesCode(text)
}

/** "công nhân may", "em làm thời vụ", "chỗ em làm nhỏ lắm", "hỏi chị Dung", "sao phải hỏi" */
const TELLS_NO_PLACE =
  /^(?:(?:da|em|toi|anh|chi|minh|bac|co|chu|lam|la) )*(?:cong nhan(?: (?:may|dien|han|thoi vu|san xuat|thuong))?|thoi vu|thu viec|hoc viec|nhan vien|lao dong pho thong)(?: (?:thoi|a|em))*\W*$|^(?:cho|noi|cong ty|cty) (?:em |toi |minh |anh |chi )?(?:lam )?(?:nho|be)(?: (?:lam|thoi|xiu|tho|a|em))*\W*$|^(?:(?:em|bot|thi|di) )*hoi (?:anh|chi|co|chu|bac|to truong|quan doc)(?: \S+){0,3}\W*$|(?:^| )sao (?:phai |lai |cu )*(?:hoi|luu|can biet|can|khai)(?: |$)|^(?:anh|chi|co|chu|bac)? ?(?:to truong|quan doc|can bo)(?: \S+)? biet(?: (?:chu|day|ma|a|em))*\W*$|^hoi (?:gi |chi )?(?:nhieu|lam|mai)/
