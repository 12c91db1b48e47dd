import { hasMarks } from "../command/head.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import { isDecided } from "../intake/own.ts"
import { initiativeAnswered } from "../intake/which-initiative.ts"
import { mayAct } from "../people/role.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"

const LONGEST = 80
/** These words, typed with marks or without. */
const typed = (...lists: readonly string[]) => oneOf(...lists, ...lists.map(fold))

/** By its mark, for "anh" is somebody. */
const FILE = oneOf("hình ảnh, hinh anh, ảnh, hình, hinh, tệp, tep, file, tài liệu, tai lieu, video")
const TAKES = typed("xóa, xoá, bỏ, gỡ, rút, hủy, huỷ")
const SAID_FIRST = `(?:${typed("dạ, à, ơ, ôi, thôi, em, anh, chị, tôi, mình, bác, cô, chú, lỡ, cho, nhờ, bot, ơi")}[\\s,]+)*`
const PIECES = "cái, tấm, bức, mấy, các, những, hết, tất cả, cả, một, hai, ba"
const BETWEEN = `(?:\\s+(?:\\d|${typed("giúp, hộ, cho, em, anh, chị, tôi, mình, lại", PIECES)}))*`
const SAID_LAST = `(?:[\\s,]+(?:sk\\s?[-–]?\\s?\\d+|${TAKES}|${typed(
  "vừa, mới, lúc, hồi, ban, gửi, rồi, nãy, này, đó, kia, trên, cuối, sai, nhầm, đi, giúp, hộ, cho, em, anh, chị, tôi, mình, nhé, ạ, với, kèm, đính kèm, của, ở, trong, khỏi, ra, cái, tấm",
  "sáng kiến, được không",
)}))*[\\s.!]*$`
const SENDS = typed("gửi, up, đăng, kèm, chọn")
const MISTAKEN = typed("nhầm, lộn, sai")
/** "xóa ảnh vừa gửi", "bỏ mấy tấm ảnh của SK-000001 đi"; "gửi nhầm ảnh rồi"; "ảnh này gửi nhầm" */
const TAKEN_BACK = new RegExp(
  `^${SAID_FIRST}(?:${TAKES}${BETWEEN}\\s+${FILE}|(?:${SENDS}\\s+)?${MISTAKEN}(?:\\s+${typed("mất")})?\\s+${FILE}|` +
    `${FILE}(?:\\s+${typed("vừa, này, đó, nãy, gửi, rồi, kia, bị")})*\\s+${MISTAKEN})${SAID_LAST}`,
  "iu",
)
/** "xoa anh vua gui", "gui nham anh roi" of whoever types no marks: what is behind it or before it tells that it is no person. */
const TAKEN_BACK_BARE = new RegExp(
  `^${SAID_FIRST}(?:${TAKES}(?:\\s+(?:\\d|${fold(PIECES).split(", ").join("|")}))*\\s+anh(?=\\s+(?:vua|moi|gui|kem|cuoi|cua\\s+(?:sk|sang kien)|sk)(?:[\\s-]|$))|` +
    `${SENDS}\\s+${MISTAKEN}(?:\\s+mat)?(?:\\s+(?:cai|tam))?\\s+anh)${SAID_LAST}`,
  "iu",
)

/** Whether the words wish that files sent before go again. */
export function takesBack(text: string): boolean {
  if (text.length > LONGEST) return false
  return TAKEN_BACK.test(text) || (!hasMarks(text) && TAKEN_BACK_BARE.test(text))
}

const CODE = /(?<![\p{L}\d])sk\s*[-–—]?\s*0*(\d{1,9})(?!\d)/iu

/**
 * What somebody sent last as evidence goes again, of the initiative that they name or answer, or of the last they sent any for. Undefined for words
 * that wish no such thing: of an initiative whose photo is to go nothing else may be taken back.
 */
export async function takeBackFiles(turn: Turn): Promise<Decision | undefined> {
  const { context, written, reads } = turn
  const { person, dialogue } = context
  const said = clean(written.text)
  if (person === undefined || !takesBack(said)) return undefined
  if (dialogue?.step === "file_for") return { dialogue: null, ...answer(turn, "dialogue-left") }
  const named = CODE.exec(said)?.[1] ?? (await initiativeAnswered(turn))?.number
  const last = await reads.lastFilesOf(person.id, named === undefined ? undefined : Number(named))
  if (last === undefined) return answer(turn, "files-none")
  const { initiative, files } = last
  const code = initiativeCode(initiative.number)
  if (isDecided(initiative) && !mayAct(person.grants, "officer", initiative.unit))
    return answer(turn, "too-late-to-withdraw", { code })
  const isPhotos = files.every(({ contentType }) => contentType.startsWith("image/"))
  return {
    changes: [
      {
        do: "detach",
        initiativeId: initiative.id,
        hashes: files.map(({ hash }) => hash),
        personId: person.id,
      },
    ],
    ...answer(turn, isPhotos ? "photos-dropped" : "documents-dropped", { count: files.length, code }),
  }
}
