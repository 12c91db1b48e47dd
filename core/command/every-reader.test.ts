import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import fc from "fast-check"
import { expect, test, vi } from "vitest"
import { readMovedEdge } from "../campaign/moved-edge.ts"
import { readTarget } from "../campaign/set-target.ts"
import { takeHeadcount } from "../campaign/typed-headcount.ts"
import { readPeriod } from "../campaign/typed-period.ts"
import { readReorganisation } from "../campaign/typed-reorganisation.ts"
import { parseIso } from "../clock.ts"
import { asksOwnStanding, likelyOwn } from "../conversation/own-by-parts.ts"
import { recordsIn } from "../conversation/records-in-sentence.ts"
import { readMarks } from "../emulation/typed-mark.ts"
import { readExport } from "../export/wish.ts"
import { readDropped } from "../honour/honour.ts"
import { readRenamings } from "../ideas/co-author-renamed.ts"
import { likeness } from "../ideas/likeness.ts"
import { readQuery } from "../ideas/search.ts"
import { searchWords } from "../ideas/search-words.ts"
import { readNamedShares, readShares } from "../ideas/shares.ts"
import { peopleIn } from "../intake/author-name.ts"
import { readCode } from "../intake/code.ts"
import { asTypedList } from "../intake/copied-list.ts"
import { readCorrection, readCorrections, readSupplement } from "../intake/details.ts"
import { appliedSaid, firstApplied, firstDay, withoutApplied } from "../intake/first-applied.ts"
import { otherTitle, putsOff } from "../intake/guided-words.ts"
import {
  ideaPutForward,
  ideaTheyHave,
  ideaTheyMade,
  titleBeforeWish,
  titleBehindOwner,
} from "../intake/idea-said.ts"
import { findLabels } from "../intake/labels.ts"
import { readLines } from "../intake/on-behalf-lines.ts"
import { pastedRows } from "../intake/pasted-row.ts"
import { isPastedList, pastedForm, pastedTable } from "../intake/pasted-table.ts"
import { saidInstead } from "../intake/said-instead.ts"
import { amended } from "../intake/sent-amended.ts"
import { readSlip } from "../intake/slip.ts"
import { takeAmount } from "../intake/spaced-row.ts"
import { asksBack, givesUp, mayTell, tellsMore } from "../intake/told.ts"
import { titleWishedFor } from "../intake/wished-around.ts"
import { readRequestCode } from "../people/data-request.ts"
import { readPage } from "../people/page.ts"
import { readRole } from "../people/role-words.ts"
import { readAudience, readReminder } from "../reminder/read.ts"
import { readReminderCode } from "../reminder/reminder.ts"
import { readAskedBack } from "../review/asked-back.ts"
import { readCodes, readPaper, readPortalList, readRecognition } from "../review/codes.ts"
import { readOption } from "../review/screen-answer.ts"
import { readSpokenVerdict } from "../review/spoken-verdict.ts"
import { readTakeBack } from "../review/take-back.ts"
import { readBenefitWish } from "../tally/benefit-wish.ts"
import { readParticipantsWish } from "../tally/participants.ts"
import { parseAgreement, parsePick } from "../text/choice.ts"
import { parseTimestamp } from "../text/dates.ts"
import { foldWords } from "../text/fold.ts"
import { kinIn } from "../text/kin.ts"
import { meantByKeys } from "../text/raw-keys.ts"
import { anyText } from "../text/testing.ts"
import { parseWhen } from "../text/when.ts"
import { asksAboutDoing, withoutAsking } from "./asked-of-record.ts"
import { choiceFails } from "./beside.ts"
import { fieldPutRight } from "./corrected-field.ts"
import { inVietnamese } from "./english.ts"
import { fileWanted } from "./file-wanted.ts"
import { listQuestion } from "./list-question.ts"
import { unitAsked } from "./others-question.ts"
import { asksHowManyOwn } from "./own-unit-question.ts"
import { recordOrder } from "./record-order.ts"
import { requestsIn } from "./requests.ts"
import { isSpoken } from "./spoken-to-bot.ts"
import { mateTold, sharesTold } from "./team-told.ts"
import { verdictSaid } from "./verdict-said.ts"

/** Characters handed to the folding functions: nearly all of the work of the readers, whatever the machine. */
const work = vi.hoisted(() => ({ characters: 0 }))
vi.mock("../text/fold.ts", async (original) => {
  const real = await original<typeof import("../text/fold.ts")>()
  const counted = (read: (text: string) => string) => (text: string) => {
    work.characters += text.length
    return read(text)
  }
  return { ...real, clean: counted(real.clean), fold: counted(real.fold), foldWords: counted(real.foldWords) }
})

const today = "2026-05-20"
const timeZone = "Asia/Ho_Chi_Minh"
const clock = { now: Date.UTC(2026, 4, 20), timeZone }
const UNITS = [
  "Liên đoàn Lao động tỉnh Thái Nguyên",
  "CĐCS Công ty May TNG",
  "CĐCS Trường THCS Tân Long",
].map((name, at) => ({ id: String(at), code: `U-${at}`, name, nameKey: foldWords(name) }))

const REFS = UNITS.map((unit) => ({ ...unit, path: [unit.id], level: "grassroots" }))

// A vocabulary is made when the first message needs it, one for words with their marks and one without.
for (const said of ["của tôi", "cua toi"]) {
  asksOwnStanding(said)
  titleWishedFor(`${said}: ${said}`)
  isSpoken(said)
}

/** Everything that reads words people typed and is not tried in the same way beside its own tests. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  parseIso: (text) => parseIso(text, timeZone),
  parseTimestamp: (text) => parseTimestamp(text, timeZone),
  parseWhen: (text) => parseWhen(text, clock),
  readAudience: (text) => readAudience(text, UNITS),
  readReminder: (text) => readReminder(text, UNITS, clock),
  readReminderCode,
  parseAgreement: (text) => parseAgreement(text, 2),
  parsePick: (text) => parsePick(text, 1),
  readCode,
  recordOrder: (text) => [recordOrder(text), recordOrder(`SK-3 ${text}`)],
  fieldPutRight: (text) => fieldPutRight(text, { named: true }),
  mateTold,
  sharesTold,
  readCodes: (text) => [readCodes(text, { words: true }), readCodes(text, { words: false })],
  readPortalList,
  readPaper: (text) => readPaper(text, today),
  readRecognition: (text) => readRecognition(text, today),
  readTakeBack,
  readOption,
  asksAboutDoing: (text) =>
    (["recognize", "refuse", "edit", "add"] as const).map((name) => asksAboutDoing(name, text)),
  withoutAsking: (text) => withoutAsking("edit", text),
  readSpokenVerdict,
  firstApplied: (text) => firstApplied(text, today),
  appliedSaid: (text) => appliedSaid(text),
  withoutApplied,
  firstDay: (text) => firstDay(text, today),
  readTarget,
  readMarks: (text) =>
    readMarks(text, [
      { code: "ke-hoach", name: "Có kế hoạch, thành lập Tổ hỗ trợ", by: "declared", points: 10 },
      { code: "bao-cao", name: "Báo cáo tuần đúng hạn", by: "declared", points: 10 },
    ]),
  takeHeadcount,
  readMovedEdge,
  readPeriod,
  readReorganisation,
  readExport,
  readDropped: (text) => readDropped(text, []),
  readPage,
  readRole,
  readBenefitWish,
  readParticipantsWish,
  readAskedBack,
  readSupplement: (text) => readSupplement(text, today),
  readCorrection: (text) => readCorrection(text, today),
  readCorrections: (text) => readCorrections(text, today),
  peopleIn,
  requestsIn,
  verdictSaid,
  fileWanted,
  listQuestion,
  inVietnamese,
  findLabels,
  asksBack,
  ideaPutForward,
  ideaTheyHave,
  ideaTheyMade,
  titleBeforeWish,
  titleBehindOwner,
  titleWishedFor,
  isSpoken,
  asksOwnStanding,
  likelyOwn,
  recordsIn: (text) => recordsIn(text, { twoAtLeast: true }),
  readLines: (text) => readLines(text, { isList: true, isUnit: () => false }),
  pastedTable: (text) => (isPastedList(text) ? pastedTable(text) : undefined),
  pastedForm,
  pastedRows: (text) => pastedRows(text, "Nguyễn Văn An"),
  mayTell: (text) => mayTell(text) && tellsMore(text),
  givesUp,
  choiceFails,
  meantByKeys,
  takeAmount: (text) => takeAmount(text.split(" ")),
  readShares,
  readNamedShares,
  readRequestCode,
  readSlip,
  saidInstead,
  amended: (text) => [
    amended("đăng ký: Cữ khoan nhanh bản lề, làm lợi 12 triệu/năm", text, today),
    amended(`đăng ký: ${text}`, "à nhầm, 150 triệu", today),
  ],
  readRenamings,
  otherTitle,
  putsOff,
  kinIn,
  unitAsked,
  asksHowManyOwn,
  asTypedList,
  readQuery: (text) => readQuery(text, REFS, ["Giáo dục", "An toàn – vệ sinh lao động"]),
  likeness: (text) => likeness({ title: text, unitName: text }, { title: "Cữ gá may túi hộp", unitName: "" }),
  searchWords: (text) => searchWords({ title: text, description: text, sector: text }),
}

/** Tried with hostile words elsewhere, a part of one that is, or no reader of typed words. */
const ELSEWHERE = [
  ..."parseChoice parseYesNo parseMoney extractBenefit parseDate takeTime findUnit readCommand readRegistration".split(
    " ",
  ),
  ..."readLabels readTallyWish readIdea readLiteral readNumberWords readAmount readVague readAnswer".split(
    " ",
  ),
]

test("every reader of typed words is tried", async () => {
  const folder = join(import.meta.dirname, "..")
  const files = (await readdir(folder, { recursive: true })).filter(
    (name) => name.endsWith(".ts") && !/\.(?:test|labelled)\.ts$/.test(name),
  )
  const sources = await Promise.all(files.map(async (name) => await readFile(join(folder, name), "utf8")))
  const found = sources.flatMap((source) =>
    [
      ...source.matchAll(
        /^export function ((?:read|parse|take|find)[A-Z]\w*)\(\s*(?:text|typed|rest|answer)\b/gm,
      ),
    ].map(([, name]) => name ?? ""),
  )
  const tried = new Set([...Object.keys(READERS), ...ELSEWHERE])
  expect(found.length).toBeGreaterThan(20)
  expect(found.filter((name) => !tried.has(name))).toEqual([])
})

const PIECES = [
  ..."aĐk:;.,-–/\\@#*_~`'\"“”()[]{}<>|=+?!…•\n\r\t \u00A0\u200B\u0301а\uD800👍019",
  ..."SK-000001|12-17,|60/40|An 40%,|ngày 1/2|từ 1/1/2026|đến|chỉ tiêu|lý do|120 đoàn viên|gồm|thuộc|thêm|đợt|8h30|thứ hai|hằng tuần|5 triệu|không|và|bỏ|số|1. A B - |Tên:|Mô tả:|Làm lợi:|trang 2|NH-3|QĐ 45/QĐ".split(
    "|",
  ),
]
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join("")),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(" ")),
  anyText({ maxLength: 60 }),
  // What no pattern can end in makes it try every way to begin.
  fc
    .tuple(fc.constantFrom(...PIECES), fc.integer({ min: 1, max: 60 }), fc.constantFrom("", "x", "%", "\n"))
    .map(([piece, times, end]) => piece.repeat(times) + end),
)

test("10,000 hostile texts are read by every reader without an exception and at a cost in proportion to their length", () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(...Object.entries(READERS)), (text, [name, read]) => {
      work.characters = 0
      const size = JSON.stringify(read(text) ?? "").length
      expect(work.characters, name).toBeLessThanOrEqual(80 * text.length + 2_000)
      expect(size, name).toBeLessThanOrEqual(60 * text.length + 2_000)
    }),
    {
      numRuns: 10_000,
      examples: [
        ["1. A B - ".repeat(10), ["readReminder", (text: string) => readReminder(text, UNITS, clock)]],
      ],
    },
  )
})

test.each(Object.entries(READERS))("%s reads 4,000 of anything at a cost in proportion", (name, read) => {
  for (const piece of PIECES) {
    const text = `${piece.repeat(Math.ceil(4_000 / piece.length))}x`
    work.characters = 0
    read(text)
    expect(work.characters, `${name}: ${piece}`).toBeLessThanOrEqual(80 * text.length)
  }
})

/** The patterns of these look at each character a bounded number of times: one that begins anew at each would take minutes. */
const STEADY = ["readPortalList", "peopleIn", "likeness"] as const

test.each(STEADY)("%s comes to an end with 200,000 spaces, tabs, dashes or dots", (name) => {
  for (const piece of [" ", "\t", "\r", "\n", "-", "–", "“", "•", ",", "."]) {
    for (const before of ["", "SK-000010 ", "a b c"]) READERS[name]?.(`${before}${piece.repeat(200_000)}x`)
  }
})
