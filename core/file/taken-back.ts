import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import { isDecided } from "../intake/own.ts"
import { initiativeAnswered } from "../intake/which-initiative.ts"
import { mayAct } from "../people/role.ts"
import { clean } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"

const LONGEST = 80
/** By its mark, for "anh" is somebody. */
const FILE = oneOf("hình ảnh, ảnh, hình, hinh, tệp, tep, file, tài liệu, tai lieu, video")
const TAKES = oneOf("xóa, xoá, xoa, bỏ, bo, gỡ, go, rút, rut, hủy, huỷ, huy")
const SAID_FIRST = `(?:${oneOf("dạ, à, ơ, ôi, thôi, em, anh, chị, chi, tôi, mình, bác, cô, chú, lỡ, cho, nhờ, bot, ơi")}[\\s,]+)*`
const BETWEEN = `(?:\\s+${oneOf("giúp, giup, hộ, ho, cho, em, anh, chị, tôi, mình, lại, cái, tấm, bức, mấy, các, những, hết, tất cả, cả, một, hai, ba, \\d")})*`
const SAID_LAST = `(?:[\\s,]+${oneOf(
  "vừa, vua, mới, gửi, gui, rồi, roi, nãy, này, đó, kia, trên, cuối, sai, nhầm, đi, giúp, giup, hộ, cho, em, anh, chị, tôi, mình, nhé, ạ, với, kèm, đính kèm, của, cua, ở, trong, khỏi, ra, cái, tấm",
  "sáng kiến, sk\\s?[-–]?\\s?\\d+",
  TAKES,
)})*[\\s.!]*$`
const MISTAKEN = oneOf("nhầm, nham, lộn, lon, sai")
/** "xóa ảnh vừa gửi", "bỏ mấy tấm ảnh của SK-000001 đi"; "gửi nhầm ảnh rồi"; "ảnh này gửi nhầm" */
const TAKEN_BACK = new RegExp(
  `^${SAID_FIRST}(?:${TAKES}${BETWEEN}\\s+${FILE}|(?:${oneOf("gửi, gui, up, đăng, kèm, chọn")}\\s+)?${MISTAKEN}(?:\\s+mất)?\\s+${FILE}|` +
    `${FILE}(?:\\s+${oneOf("vừa, vua, này, đó, nãy, gửi, gui, rồi, kia, bị")})*\\s+${MISTAKEN})${SAID_LAST}`,
  "iu",
)
const CODE = /(?<![\p{L}\d])sk\s*[-–—]?\s*0*(\d{1,9})(?!\d)/iu

/**
 * What somebody sent last as evidence goes again, of the initiative that they name or answer, or of the last they sent any for. Undefined for words
 * that wish no such thing: of an initiative whose photo is to go nothing else may be taken back.
 */
export async function takeBackFiles(turn: Turn): Promise<Decision | undefined> {
  const { context, written, reads } = turn
  const { person, dialogue } = context
  const typed = clean(written.text)
  if (person === undefined || typed.length > LONGEST || !TAKEN_BACK.test(typed)) return undefined
  if (dialogue?.step === "file_for") return { dialogue: null, ...answer(turn, "dialogue-left") }
  const named = CODE.exec(typed)?.[1] ?? (await initiativeAnswered(turn))?.number
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
