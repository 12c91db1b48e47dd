import { formatDay } from "../clock.ts"
import type { Decision } from "../conversation/decision.ts"
import type { Dossier } from "../conversation/initiative-view.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { formatShare, mainShare } from "../ideas/shares.ts"
import { isAccepted, type Team } from "../ideas/team.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import { askWhich } from "../intake/which-initiative.ts"
import { mayTouch } from "../people/role.ts"
import { formatMoney } from "../text/money.ts"

/** The type of a .docx file. */
export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

/**
 * What stands in the request form, by the names its template has for it: a federation may lay out a form of its own in Word. The form
 * is "Đơn yêu cầu công nhận sáng kiến", Thông tư 18/2013/TT-BKHCN, Phụ lục I.
 */
export type RequestForm = {
  readonly "Mã sáng kiến": string
  readonly "Kính gửi": string
  readonly "Tác giả": readonly {
    readonly "Số TT": string
    readonly "Họ và tên": string
    readonly "Nơi công tác": string
    readonly "Đóng góp": string
  }[]
  readonly "Tên sáng kiến": string
  readonly "Chủ đầu tư": string
  readonly "Lĩnh vực": string
  readonly "Ngày áp dụng lần đầu": string
  /** A paragraph each. */
  readonly "Mô tả": readonly { readonly Đoạn: string }[]
  readonly "Thông tin cần bảo mật": string
  readonly "Điều kiện áp dụng": string
  readonly "Lợi ích theo tác giả": string
  readonly "Lợi ích theo nơi áp dụng": string
}

/** Where a pen, or Word, has to go on. */
const TO_FILL_IN = "………………"

/** "đơn SK-000123": the request form as a Word file with what is known filled in, for its own people and the unit's officers. */
export async function requestFormOnDemand(turn: Turn, rest: string): Promise<Decision> {
  const { context, reads } = turn
  const { person } = context
  const named = readCode(rest)
  if (named === undefined) return await askWhich(turn, (code) => `đơn ${code}`)
  const code = initiativeCode(named.number)
  const [dossier] = await reads.dossiers([named.number])
  if (dossier === undefined) return answer(turn, "code-unknown", { code })
  const isTheirs =
    person !== undefined && (mayTouch(person, dossier) || (await isCoAuthor(turn, named.number)))
  if (!isTheirs) return answer(turn, "form-not-yours", { code })
  if (context.chat.kind === "group") return answer(turn, "form-in-private")
  const { status } = dossier
  if (status === "withdrawn" || status === "duplicate")
    return answer(turn, "form-not-standing", { code, status })
  const document = { kind: "request_form", number: named.number, personId: person.id } as const
  return { say: [reply(turn, { phrases: [{ key: "form-made", args: { code } }], document })] }
}

async function isCoAuthor({ context, reads }: Turn, number: number): Promise<boolean> {
  const team = await reads.team(number)
  return team?.coAuthors.some((each) => isAccepted(each) && each.personId === context.person?.id) ?? false
}

/** The form of an initiative. What the bot was never told stays open. */
export function requestFormOf(dossier: Dossier, team: Pick<Team, "authorName" | "coAuthors">): RequestForm {
  const { description, sector, firstAppliedOn, benefit } = dossier
  const workplace = workplaceOf(dossier.unit.name)
  const others = team.coAuthors
    .filter(isAccepted)
    .map(({ name, unitName = "", share = 0 }) => ({ name, share, place: workplaceOf(unitName) }))
  const main = {
    name: team.authorName,
    share: mainShare(others.map(({ share }) => share)),
    place: workplace,
  }
  const paragraphs = (description ?? TO_FILL_IN).split(/\s*\n\s*/).filter((text) => text !== "")
  return {
    "Mã sáng kiến": initiativeCode(dossier.number),
    "Kính gửi": workplace ?? TO_FILL_IN,
    "Tác giả": [main, ...others].map(({ name, share, place }, nth) => ({
      "Số TT": String(nth + 1),
      "Họ và tên": name,
      "Nơi công tác": place ?? "",
      "Đóng góp": formatShare(share),
    })),
    "Tên sáng kiến": dossier.title,
    "Chủ đầu tư": TO_FILL_IN,
    "Lĩnh vực": sector ?? TO_FILL_IN,
    "Ngày áp dụng lần đầu": firstAppliedOn === undefined ? TO_FILL_IN : formatDay(firstAppliedOn, "date"),
    "Mô tả": paragraphs.map((text) => ({ Đoạn: text })),
    "Thông tin cần bảo mật": dossier.confidential ? "Mô tả bản chất của sáng kiến" : "Không",
    "Điều kiện áp dụng": TO_FILL_IN,
    "Lợi ích theo tác giả": benefit === undefined ? TO_FILL_IN : formatMoney(benefit),
    "Lợi ích theo nơi áp dụng": TO_FILL_IN,
  }
}

/**
 * The employer behind a grassroots union: "CĐCS Công ty May TNG" is that of "Công ty May TNG". A request is addressed to where the
 * initiative was made (Nghị định 13/2012/NĐ-CP, Điều 5), which is no union.
 */
function workplaceOf(unit: string): string | undefined {
  return GRASSROOTS.exec(unit)?.groups?.["name"]
}

/**
 * How the name of a grassroots union begins. One that leaves "cơ sở" out looks like an upper union, "Công đoàn ngành Y tế", and is
 * known by the kind of employer behind it: four common kinds, written down by hand, for a dossier holds a unit's name and not its
 * level. Where the list lacks one, the place stays open and a person fills it in; a wrong one would be handed in.
 */
const GRASSROOTS =
  /^(?:(?:CĐCS|Công đoàn cơ sở)(?: thành viên)?|Công đoàn(?= (?:Công ty|Trường|Bệnh viện|Nhà máy)))\s+(?<name>\S.*)$/iu
