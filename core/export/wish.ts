import { fold } from "../text/fold.ts"
import { RECENT_DAYS } from "../text/recent-days.ts"
import type { SheetForm } from "./sheet.ts"

/** "xuất sáng kiến CĐCS May TNG csv", read: what is wanted, how, and the words left, which name a unit or a period. */
export type ExportWish = {
  readonly what: "initiatives" | "portal" | "recognized" | "tally" | "scores"
  readonly form: SheetForm
  readonly rest: string
  /** A paper was asked for, and a sheet is what there is. */
  readonly asPaper?: true
}

const FORMS: Readonly<Record<string, SheetForm>> = { csv: "csv", xlsx: "xlsx", excel: "xlsx", file: "xlsx" }
/** Papers are made from a sheet by whoever wants them. */
const PAPERS = new Set(["pdf", "word", "doc", "docx"])
const POLITE = new Set(
  fold("giúp em anh chị tôi mình với nhé nha ạ hộ cho của ra bản tệp luôn ngay gấp").split(" "),
)
const WHAT: readonly (readonly [words: string, what: ExportWish["what"]])[] = [
  // What the portal does not have yet, however the list is called.
  ...["danh sach sang kien ", "danh sach ", "sang kien ", "sk ", ""].flatMap((list) =>
    ["chua len cong", "cho len cong", "chua co tren cong"].map(
      (state): readonly [string, ExportWish["what"]] => [`${list}${state}`, "portal"],
    ),
  ),
  ...["danh sach sang kien", "danh sach sk", "ds sang kien", "ds sk", "ds"].map(
    (list): readonly [string, ExportWish["what"]] => [list, "initiatives"],
  ),
  ...["danh sach tac gia", "ds tac gia", "danh sach nguoi dang ky", "ds nguoi dang ky"].map(
    (list): readonly [string, ExportWish["what"]] => [list, "initiatives"],
  ),
  ...["bang diem thi dua", "diem thi dua", "bang diem", "diem"].map(
    (list): readonly [string, ExportWish["what"]] => [list, "scores"],
  ),
  ["sang kien", "initiatives"],
  ["danh sach", "initiatives"],
  ["sk", "initiatives"],
  ["len cong", "portal"],
  ["cong", "portal"],
  ["portal", "portal"],
  ["tong hop", "tally"],
  ["bao cao", "tally"],
]
const PERIOD = new RegExp(
  `^(?:nam (?:nay|ngoai|truoc|\\d{4})|tu \\d[^ ]*|tu dau|hom|ngay|quy|tuan|thang|giai doan|gd|dot|cao diem|(?:ca |toan )?chuong trinh|${RECENT_DAYS})(?: |$)`,
)

/** "danh sách đăng ký tháng này", "sáng kiến đã công nhận", "khen thưởng giai đoạn 1": records by what became of them. */
const RECORDS =
  /^(?:(?:danh sach|ds|cac|nhung|toan bo|tat ca|nguoi|tac gia|sang kien|sk|ho so) )*(?:(?:de|di) )?(?<state>da dang ky|dang ky|nop|(?:da |duoc )*(?:cong nhan|khen thuong|khen|thuong)|da len cong)(?: (?:sang kien|sk|trong|cua))*(?= |$)/
/** Whoever is rewarded has something recognised; each state with the period that is meant when none is said. */
const RECORDS_OF: readonly (readonly [RegExp, ExportWish["what"], string, string])[] = [
  [/khen|thuong/, "recognized", "giai đoạn", ""],
  [/cong nhan/, "recognized", "cả chương trình", ""],
  [/len cong/, "tally", "cả chương trình", " chi tiết lên cổng"],
  [/./, "tally", "cả chương trình", " chi tiết đăng ký"],
]

function recordsAsked(typed: readonly string[]): Pick<ExportWish, "what" | "rest"> | undefined {
  const found = RECORDS.exec(fold(typed.join(" ")))
  const state = found?.groups?.["state"]
  // "Công nhân" and "Thương mại" are names.
  const isName = typed.some((word) => /^(?:nhân|thương)$/iu.test(word))
  if (found === null || state === undefined || isName) return undefined
  const [, what = "tally", period, details] = RECORDS_OF.find(([words]) => words.test(state)) ?? []
  const rest = typed.slice(found[0].split(" ").length).join(" ")
  return { what, rest: `${PERIOD.test(`${fold(rest)} `) ? rest : `${period} ${rest}`.trim()}${details}` }
}

/** What is to be exported; undefined when nothing of it is named. */
export function readExport(rest: string): ExportWish | undefined {
  const words = rest.split(/\s+/).filter((word) => !isPaper(word))
  const wish = readSheetWish(words.join(" "))
  return wish === undefined || words.length === rest.split(/\s+/).length ? wish : { ...wish, asPaper: true }
}

/** Whether a paper is asked for, "word", "báo cáo pdf". */
export function wantsPaper(rest: string): boolean {
  return rest.split(/\s+/).some(isPaper)
}

function isPaper(word: string): boolean {
  return PAPERS.has(fold(word).replace(/^\./, ""))
}

/** "danh sách sáng kiến KCN đã công nhận cấp tỉnh": the state behind the unit; the level stands in a column of the file. */
const STATE_BEHIND =
  /^(?<list>(?:(?:danh sách|danh sach|ds)\s+)?(?:sáng kiến|sang kien|sk|hồ sơ|ho so)\s+)(?!đã|da\s|được|duoc|chưa|chua|chờ|cho\s)(?<unit>\S.*?)\s+(?<state>(?:đã|da|được|duoc)\s+(?:công nhận|cong nhan|lên cổng|len cong))(?:\s+(?:cấp|cap)\s+.+)?$/iu

function readSheetWish(rest: string): ExportWish | undefined {
  let form: SheetForm = "xlsx"
  const ordered = rest.replace(STATE_BEHIND, "$<list>$<state> $<unit>")
  // "để trình ký" says what for.
  let typed = ordered
    .replace(/\s(?:để|de) (?:trình|trinh|báo|bao|in|gửi|gui|họp|hop|nộp|nop|ký|ky)(?:\s.*)?$/iu, "")
    .split(/\s+/)
    .filter((word) => {
      const named = FORMS[fold(word).replace(/^\./, "")]
      if (named !== undefined) form = named
      return word !== "" && named === undefined
    })
  while (typed.length > 0 && POLITE.has(fold(typed.at(-1) ?? ""))) typed = typed.slice(0, -1)
  const folded = fold(typed.join(" "))
  if (folded === "") return rest === "" ? undefined : { what: "initiatives", form, rest: "" }
  const records = recordsAsked(typed)
  if (records !== undefined) return { ...records, form }
  const named = WHAT.find(([words]) => `${folded} `.startsWith(`${words} `))
  if (named !== undefined) {
    const [words, what] = named
    const left = typed.slice(words.split(" ").length).join(" ")
    // "xuất danh sách tháng này": what was registered in that time.
    return what === "initiatives" && PERIOD.test(`${fold(left)} `)
      ? { what: "tally", form, rest: `${left} chi tiết đăng ký` }
      : { what, form, rest: left }
  }
  return PERIOD.test(folded) ? { what: "tally", form, rest: typed.join(" ") } : undefined
}
