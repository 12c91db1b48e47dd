import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays, WEEK } from "../clock.ts"
import { formatWhen, parseWhen, type When, type WhenContext } from "./when.ts"

const TODAY = "2026-03-10" // a Tuesday
const CONTEXT: WhenContext = {
  now: Date.parse("2026-03-10T09:00:00+07:00"),
  timeZone: "Asia/Ho_Chi_Minh",
  phaseEndsOn: "2026-05-31",
  phasesEndOn: ["2026-05-31", "2027-09-01"],
  campaignEndsOn: "2027-09-01",
}

/** What is understood, as the bot says it; "a | b" when it has to be asked. */
function said(text: string): string {
  const reading = parseWhen(text, CONTEXT)
  const say = (when: When) => formatWhen(when, TODAY)
  switch (reading.kind) {
    case "when":
      return say(reading.when)
    case "ambiguous":
      return reading.readings.map(say).join(" | ")
    default:
      return reading.kind
  }
}

// Each as people type it on a Tuesday at nine.
test.each([
  ["ngay", "ngay"],
  ["ngay bây giờ", "ngay"],
  ["bây giờ", "ngay"],
  ["bay gio", "ngay"],
  ["gửi ngay", "ngay"],
  ["gửi luôn", "ngay"],
  ["ngay lập tức", "ngay"],
  ["ngay và luôn", "ngay"],
  ["luôn", "ngay"],
  ["ngay nhé em", "ngay"],
  ["8h", "lúc 8:00 thứ Tư 11/3/2026"],
  ["8h sáng", "lúc 8:00 thứ Tư 11/3/2026"],
  ["8 giờ", "lúc 8:00 thứ Tư 11/3/2026"],
  ["8h30", "lúc 8:30 thứ Tư 11/3/2026"],
  ["8:30", "lúc 8:30 thứ Tư 11/3/2026"],
  ["08:00", "lúc 8:00 thứ Tư 11/3/2026"],
  ["14h30", "lúc 14:30 thứ Ba 10/3/2026"],
  ["lúc 9 giờ 15 phút", "lúc 9:15 thứ Ba 10/3/2026"],
  ["9h kém 15", "unreadable"],
  ["8h rưỡi", "lúc 8:30 thứ Tư 11/3/2026"],
  ["3h", "lúc 15:00 thứ Ba 10/3/2026 | lúc 3:00 thứ Tư 11/3/2026"],
  ["3h chiều", "lúc 15:00 thứ Ba 10/3/2026"],
  ["3 giờ chiều nay", "lúc 15:00 thứ Ba 10/3/2026"],
  ["5h30", "lúc 17:30 thứ Ba 10/3/2026 | lúc 5:30 thứ Tư 11/3/2026"],
  ["7h tối", "lúc 19:00 thứ Ba 10/3/2026"],
  ["10h hôm nay", "lúc 10:00 thứ Ba 10/3/2026"],
  ["8h hôm nay", "past"],
  ["chiều nay", "lúc 14:00 thứ Ba 10/3/2026"],
  ["sáng nay", "past"],
  ["tối nay", "lúc 19:00 thứ Ba 10/3/2026"],
  ["trưa nay", "lúc 11:30 thứ Ba 10/3/2026"],
  ["chiều mai", "lúc 14:00 thứ Tư 11/3/2026"],
  ["chieu mai", "lúc 14:00 thứ Tư 11/3/2026"],
  ["sáng mai", "lúc 8:00 thứ Tư 11/3/2026"],
  ["sang mai 8h", "lúc 8:00 thứ Tư 11/3/2026"],
  ["8h sáng mai", "lúc 8:00 thứ Tư 11/3/2026"],
  ["8h sang mai", "lúc 8:00 thứ Tư 11/3/2026"],
  ["9h mai", "lúc 9:00 thứ Tư 11/3/2026"],
  ["mai", "lúc 8:00 thứ Tư 11/3/2026"],
  ["ngày mai", "lúc 8:00 thứ Tư 11/3/2026"],
  ["mai 8h nhé", "lúc 8:00 thứ Tư 11/3/2026"],
  ["sáng ngày kia", "lúc 8:00 thứ Năm 12/3/2026"],
  ["chiều ngày kia lúc 3 giờ", "lúc 15:00 thứ Năm 12/3/2026"],
  ["đầu giờ chiều mai", "lúc 13:30 thứ Tư 11/3/2026"],
  ["cuối giờ chiều nay", "lúc 16:30 thứ Ba 10/3/2026"],
  ["14h30 ngày 5/12", "lúc 14:30 thứ Bảy 5/12/2026"],
  ["14h30 ngày 5.12.2026", "lúc 14:30 thứ Bảy 5/12/2026"],
  ["8h ngày 15", "lúc 8:00 Chủ nhật 15/3/2026"],
  ["ngày 15 lúc 8h", "lúc 8:00 Chủ nhật 15/3/2026"],
  ["5/12", "lúc 8:00 thứ Bảy 5/12/2026"],
  ["5-12-2026", "lúc 8:00 thứ Bảy 5/12/2026"],
  ["ngày 5 tháng 12", "lúc 8:00 thứ Bảy 5/12/2026"],
  ["9h sáng ngày 20 tháng 3", "lúc 9:00 thứ Sáu 20/3/2026"],
  ["8h thứ hai", "lúc 8:00 thứ Hai 16/3/2026"],
  ["thứ hai", "lúc 8:00 thứ Hai 16/3/2026"],
  ["thứ 2 tuần sau", "lúc 8:00 thứ Hai 16/3/2026"],
  ["8h thứ 6 tuần này", "lúc 8:00 thứ Sáu 13/3/2026"],
  ["sáng thứ hai", "lúc 8:00 thứ Hai 16/3/2026"],
  ["sáng thứ hai tuần tới lúc 9h", "lúc 9:00 thứ Hai 16/3/2026"],
  ["chiều thứ sáu", "lúc 14:00 thứ Sáu 13/3/2026"],
  ["thứ ba 8h", "lúc 8:00 thứ Ba 17/3/2026"],
  ["thứ ba 14h", "lúc 14:00 thứ Ba 10/3/2026"],
  ["t5 8h", "lúc 8:00 thứ Năm 12/3/2026"],
  ["8h t6", "lúc 8:00 thứ Sáu 13/3/2026"],
  ["chủ nhật 8h", "lúc 8:00 Chủ nhật 15/3/2026"],
  ["cn tuần này 9h", "lúc 9:00 Chủ nhật 15/3/2026"],
  ["8h thứ hai hằng tuần đến 31/5", "lúc 8:00 các thứ Hai đến 31/5"],
  ["8h thu hai hang tuan den 31/5", "lúc 8:00 các thứ Hai đến 31/5"],
  ["8h thứ hai hàng tuần tới 31/5", "lúc 8:00 các thứ Hai đến 31/5"],
  ["8h thu hai hang tuan toi 31/5", "lúc 8:00 các thứ Hai đến 31/5"],
  ["thứ hai hằng tuần", "lúc 8:00 các thứ Hai"],
  ["thứ 2 hàng tuần lúc 8h", "lúc 8:00 các thứ Hai"],
  ["mỗi thứ hai 8h", "lúc 8:00 các thứ Hai"],
  ["mỗi thứ 2 lúc 8h30 sáng", "lúc 8:30 các thứ Hai"],
  ["các thứ hai 8 giờ", "lúc 8:00 các thứ Hai"],
  ["lúc 8:00 các thứ Hai đến 31/5", "lúc 8:00 các thứ Hai đến 31/5"],
  ["8h các thứ 2, thứ 5", "lúc 8:00 các thứ Hai, thứ Năm"],
  ["thứ 2, 4, 6 lúc 9 giờ", "lúc 9:00 các thứ Hai, thứ Tư, thứ Sáu"],
  ["thu 2, 4, 6 luc 9 gio", "lúc 9:00 các thứ Hai, thứ Tư, thứ Sáu"],
  ["thứ hai, thứ tư và thứ sáu 9h", "lúc 9:00 các thứ Hai, thứ Tư, thứ Sáu"],
  ["thứ 2 và thứ 5 hằng tuần 14h", "lúc 14:00 các thứ Hai, thứ Năm"],
  ["thứ 3 thứ 5 9h", "lúc 9:00 các thứ Ba, thứ Năm"],
  ["t2, t4, t6 9h", "lúc 9:00 các thứ Hai, thứ Tư, thứ Sáu"],
  ["9h t2-t4-t6", "lúc 9:00 các thứ Hai, thứ Tư, thứ Sáu"],
  ["từ thứ 2 đến thứ 6 lúc 8h", "lúc 8:00 các thứ Hai, thứ Ba, thứ Tư, thứ Năm, thứ Sáu"],
  ["8h từ thứ hai đến thứ sáu đến 31/5", "lúc 8:00 các thứ Hai, thứ Ba, thứ Tư, thứ Năm, thứ Sáu đến 31/5"],
  ["thứ 2 đến thứ 7 hằng tuần 8h", "lúc 8:00 các thứ Hai, thứ Ba, thứ Tư, thứ Năm, thứ Sáu, thứ Bảy"],
  ["thứ hai đến 31/5", "lúc 8:00 các thứ Hai đến 31/5"],
  ["8h thứ sáu đến hết tháng", "lúc 8:00 các thứ Sáu đến 31/3"],
  ["chiều thứ sáu hàng tuần đến hết giai đoạn", "lúc 14:00 các thứ Sáu đến 31/5"],
  ["8h thứ hai hằng tuần đến hết giai đoạn 1", "lúc 8:00 các thứ Hai đến 31/5"],
  ["8h thứ hai hằng tuần đến hết giai đoạn 2", "lúc 8:00 các thứ Hai đến 1/9/2027"],
  ["8h thứ hai hằng tuần đến hết chương trình", "lúc 8:00 các thứ Hai đến 1/9/2027"],
  ["8h thứ hai hằng tuần đến khi đạt", "lúc 8:00 các thứ Hai"],
  ["8h thứ hai hằng tuần cho đến khi đạt chỉ tiêu", "lúc 8:00 các thứ Hai"],
  ["mỗi ngày 7h30 đến hết tháng", "lúc 7:30 mỗi ngày đến 31/3"],
  ["moi ngay 7h30 den het thang", "lúc 7:30 mỗi ngày đến 31/3"],
  ["hằng ngày 8h", "lúc 8:00 mỗi ngày"],
  ["hàng ngày lúc 16h", "lúc 16:00 mỗi ngày"],
  ["mỗi ngày", "lúc 8:00 mỗi ngày"],
  ["mỗi sáng 8h", "lúc 8:00 mỗi ngày"],
  ["8h mỗi ngày đến thứ sáu", "lúc 8:00 mỗi ngày đến 13/3"],
  ["8h hằng ngày đến hết tuần", "lúc 8:00 mỗi ngày đến 15/3"],
  ["8h mỗi ngày đến ngày 20", "lúc 8:00 mỗi ngày đến 20/3"],
  ["8h mỗi ngày đến hết ngày 20/3", "lúc 8:00 mỗi ngày đến 20/3"],
  ["các ngày làm việc 8h", "lúc 8:00 các thứ Hai, thứ Ba, thứ Tư, thứ Năm, thứ Sáu"],
  ["mỗi ngày trong tuần lúc 10h", "lúc 10:00 các thứ Hai, thứ Ba, thứ Tư, thứ Năm, thứ Sáu"],
  ["hằng tuần", "lúc 8:00 các thứ Hai | lúc 8:00 các thứ Sáu"],
  ["8h hàng tuần", "lúc 8:00 các thứ Hai | lúc 8:00 các thứ Sáu"],
  ["mỗi tuần vào thứ hai 8h", "lúc 8:00 các thứ Hai"],
  ["hằng tuần thứ sáu 15h", "lúc 15:00 các thứ Sáu"],
  ["hàng tuần, các thứ 3, 5 lúc 9h", "lúc 9:00 các thứ Ba, thứ Năm"],
  ["8h thứ hai hằng tuần từ 1/4 đến 31/5", "lúc 8:00 các thứ Hai từ 1/4 đến 31/5"],
  ["từ mai mỗi ngày 8h", "lúc 8:00 mỗi ngày từ 11/3"],
  ["từ tuần sau thứ hai hằng tuần 8h", "lúc 8:00 các thứ Hai từ 16/3"],
  ["bắt đầu từ 1/4 các thứ hai 8h", "lúc 8:00 các thứ Hai từ 1/4"],
  ["8h đến 31/5", "lúc 8:00 mỗi ngày đến 31/5 | lúc 8:00 các thứ Hai đến 31/5"],
  ["8h ngày 15 hằng tháng", "lúc 8:00 ngày 15 mỗi tháng"],
  ["ngày 25 mỗi tháng", "lúc 8:00 ngày 25 mỗi tháng"],
  ["hằng tháng ngày 1 lúc 9h", "lúc 9:00 ngày 1 mỗi tháng"],
  ["mỗi tháng", "lúc 8:00 ngày 1 mỗi tháng | lúc 8:00 ngày cuối mỗi tháng"],
  ["ngày cuối mỗi tháng 15h", "lúc 15:00 ngày cuối mỗi tháng"],
  ["cuối tháng hằng tháng 15h", "lúc 15:00 ngày cuối mỗi tháng"],
  ["đầu tháng hằng tháng", "lúc 8:00 ngày 1 mỗi tháng"],
  ["cuối tuần", "lúc 8:00 thứ Sáu 13/3/2026 | lúc 8:00 thứ Bảy 14/3/2026"],
  ["cuoi tuan", "lúc 8:00 thứ Sáu 13/3/2026 | lúc 8:00 thứ Bảy 14/3/2026"],
  ["8h cuối tuần này", "lúc 8:00 thứ Sáu 13/3/2026 | lúc 8:00 thứ Bảy 14/3/2026"],
  ["cuối tuần sau", "lúc 8:00 thứ Sáu 20/3/2026 | lúc 8:00 thứ Bảy 21/3/2026"],
  ["mỗi cuối tuần", "lúc 8:00 các thứ Sáu | lúc 8:00 các thứ Bảy"],
  ["đầu tuần", "lúc 8:00 thứ Hai 16/3/2026"],
  ["đầu tuần sau", "lúc 8:00 thứ Hai 16/3/2026"],
  ["8h đầu tuần tới", "lúc 8:00 thứ Hai 16/3/2026"],
  ["giữa tuần sau", "lúc 8:00 thứ Tư 18/3/2026"],
  ["cuối tháng", "lúc 8:00 thứ Ba 31/3/2026"],
  ["8h ngày cuối tháng", "lúc 8:00 thứ Ba 31/3/2026"],
  ["đầu tháng sau", "lúc 8:00 thứ Tư 1/4/2026"],
  ["giữa tháng", "lúc 8:00 Chủ nhật 15/3/2026"],
  ["tuần sau", "lúc 8:00 thứ Hai 16/3/2026 | lúc 8:00 thứ Sáu 20/3/2026"],
  ["sang tuần", "lúc 8:00 thứ Hai 16/3/2026 | lúc 8:00 thứ Sáu 20/3/2026"],
  ["tháng sau", "lúc 8:00 thứ Tư 1/4/2026 | lúc 8:00 thứ Năm 30/4/2026"],
  ["2 tiếng nữa", "lúc 11:00 thứ Ba 10/3/2026"],
  ["2 tieng nua", "lúc 11:00 thứ Ba 10/3/2026"],
  ["sau 2 tiếng", "lúc 11:00 thứ Ba 10/3/2026"],
  ["2h nữa", "lúc 11:00 thứ Ba 10/3/2026"],
  ["30 phút nữa", "lúc 9:30 thứ Ba 10/3/2026"],
  ["sau 30p", "lúc 9:30 thứ Ba 10/3/2026"],
  ["nửa tiếng nữa", "lúc 9:30 thứ Ba 10/3/2026"],
  ["1 tiếng rưỡi nữa", "lúc 10:30 thứ Ba 10/3/2026"],
  ["hai tiếng nữa", "lúc 11:00 thứ Ba 10/3/2026"],
  ["2 giờ 30 phút nữa", "lúc 11:30 thứ Ba 10/3/2026"],
  ["3 ngày nữa", "lúc 8:00 thứ Sáu 13/3/2026"],
  ["8h 2 ngày nữa", "lúc 8:00 thứ Năm 12/3/2026"],
  ["1 tuần nữa", "lúc 8:00 thứ Ba 17/3/2026"],
  ["trước khi hết giai đoạn 3 ngày", "lúc 8:00 thứ Năm 28/5/2026"],
  ["truoc khi het giai doan 3 ngay", "lúc 8:00 thứ Năm 28/5/2026"],
  ["8h trước khi kết thúc giai đoạn 1 tuần", "lúc 8:00 Chủ nhật 24/5/2026"],
  ["3 ngày trước khi hết giai đoạn", "lúc 8:00 thứ Năm 28/5/2026"],
  ["trước hạn 2 ngày lúc 9h", "lúc 9:00 thứ Sáu 29/5/2026"],
  ["2 ngày trước hạn", "lúc 8:00 thứ Sáu 29/5/2026"],
  ["5 ngày trước khi kết thúc chương trình", "lúc 8:00 thứ Sáu 27/8/2027"],
  ["hôm qua", "past"],
  ["8h hôm qua", "past"],
  ["1/3/2026", "past"],
  ["31/2", "unreadable"],
  ["25h", "unreadable"],
  ["8h60", "unreadable"],
  ["blah", "unreadable"],
  ["24h", "unreadable"],
  ["8h thứ hai hằng tuần đến blah", "unreadable"],
  ["8h thứ hai hằng tuần đến 31/2", "unreadable"],
  ["8h thứ hai hằng tuần đến 1/3/2026", "past"],
  ["thứ chín", "unreadable"],
  ["đến 31/5", "lúc 8:00 mỗi ngày đến 31/5 | lúc 8:00 các thứ Hai đến 31/5"],
  ["đến khi đạt", "lúc 8:00 mỗi ngày | lúc 8:00 các thứ Hai"],
  ["âm lịch 10/3", "unreadable"],
  ["8h và 15h mỗi ngày", "unreadable"],
  ["chiều", "lúc 14:00 thứ Ba 10/3/2026"],
  ["sáng", "lúc 8:00 thứ Tư 11/3/2026"],
  ["sáng thứ 2 đầu tuần", "lúc 8:00 thứ Hai 16/3/2026"],
  ["8h thứ hai tới", "lúc 8:00 thứ Hai 16/3/2026"],
  ["thứ hai này 9h", "lúc 9:00 thứ Hai 16/3/2026"],
  ["mỗi chiều đến hết tuần sau", "lúc 14:00 mỗi ngày đến 22/3"],
  ["8h thứ 3 tuần tới", "lúc 8:00 thứ Ba 17/3/2026"],
  ["8h ngày 1 hằng tháng đến hết chương trình", "lúc 8:00 ngày 1 mỗi tháng đến 1/9/2027"],
  ["hằng tuần vào thứ 2 và thứ 4 lúc 15h30 đến hết tháng 4", "lúc 15:30 các thứ Hai, thứ Tư đến 30/4"],
  ["đến 30/4 mỗi thứ hai 8h", "lúc 8:00 các thứ Hai đến 30/4"],
  ["8h, mỗi thứ hai, đến 30/4", "lúc 8:00 các thứ Hai đến 30/4"],
  ["cứ thứ hai 8h", "lúc 8:00 các thứ Hai"],
  ["tối thứ hai 7h", "lúc 19:00 thứ Hai 16/3/2026"],
  ["8h30' sáng mai", "lúc 8:30 thứ Tư 11/3/2026"],
  ["8 giờ 30 sáng mai", "lúc 8:30 thứ Tư 11/3/2026"],
  ["16h thứ sáu tuần này nhé em", "lúc 16:00 thứ Sáu 13/3/2026"],
  ["thứ 3 tuần tới 8h", "lúc 8:00 thứ Ba 17/3/2026"],
])("%s", (text, meaning) => {
  expect(said(text)).toBe(meaning)
})

const day = fc.integer({ min: 1, max: 500 }).map((days) => addDays(TODAY, days))
const time = fc
  .tuple(fc.integer({ min: 7, max: 20 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"))
const span = fc.record({ until: day }, { requiredKeys: [] })
const when: fc.Arbitrary<When> = fc.oneof(
  fc.constant<When>({ kind: "now" }),
  fc.record({ kind: fc.constant("once" as const), date: day, time }),
  fc
    .tuple(fc.subarray([...WEEK], { minLength: 1 }), time, span)
    .map(([days, time, span]): When => ({ kind: "weekly", days, time, ...span })),
  fc
    .tuple(fc.integer({ min: 1, max: 31 }), time, span)
    .map(([day, time, span]): When => ({ kind: "monthly", day, time, ...span })),
)

test("what the bot says about a moment, it reads as the same moment", () => {
  fc.assert(
    fc.property(when, (meant) => {
      expect(parseWhen(formatWhen(meant, TODAY), CONTEXT)).toEqual({ kind: "when", when: meant })
    }),
    { numRuns: 300 },
  )
})

test("marks and case never matter once the bot has said it", () => {
  fc.assert(
    fc.property(when, (meant) => {
      const typed = formatWhen(meant, TODAY)
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .replaceAll("đ", "d")
        .toUpperCase()
      expect(parseWhen(typed, CONTEXT)).toEqual({ kind: "when", when: meant })
    }),
    { numRuns: 200 },
  )
})

test("whatever is typed, the answer is a moment in the future, a question or a refusal, and quick", () => {
  const word = fc.constantFrom(
    ..."8h thứ hai 2 , đến tới hằng tuần mỗi ngày tháng từ sau nữa tiếng 31/5 trước khi hết giai đoạn cuối chiều mai ngay".split(
      " ",
    ),
  )
  const texts = fc.oneof(
    fc.array(word, { maxLength: 12 }).map((words) => words.join(" ")),
    fc.string({ unit: "binary", maxLength: 200 }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const reading = parseWhen(text, CONTEXT)
      const whens =
        reading.kind === "when" ? [reading.when] : reading.kind === "ambiguous" ? reading.readings : []
      for (const each of whens) {
        if (each.kind === "once")
          expect(Date.parse(`${each.date}T${each.time}:00+07:00`)).toBeGreaterThan(CONTEXT.now)
        expect(parseWhen(formatWhen(each, TODAY), CONTEXT)).toEqual({ kind: "when", when: each })
      }
    }),
    { numRuns: 400 },
  )
})

test.each([
  "a".repeat(10_000),
  "đến ".repeat(40),
  "1".repeat(160),
  "thứ 2,".repeat(26),
  "\u202E8h\u200B",
  "';drop table",
  "<b>8h</b>",
])("hostile words are refused or read, never a fault: %#", (text) => {
  expect(["when", "ambiguous", "past", "unreadable"]).toContain(parseWhen(text, CONTEXT).kind)
})
