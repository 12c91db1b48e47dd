import fc from "fast-check"
import { expect, test } from "vitest"
import type { DateReading } from "./date-reading.ts"
import { normalise } from "./date-words.ts"
import { dateAhead, parseDate, parseTimestamp } from "./dates.ts"
import { anyText } from "./testing.ts"
import { takeTime } from "./time-of-day.ts"

const TODAY = "2022-04-21" // a Thursday
const ZONE = "Asia/Ho_Chi_Minh"

/** A day, "day HH:MM", "from..to", "month from..to"; "?" when the year was not typed; "a | b" when ambiguous; or the kind. */
function brief(reading: DateReading): string {
  if (reading.kind === "unreadable") return reading.kind
  if (reading.kind === "ambiguous") return reading.readings.map(brief).join(" | ")
  const assumed = reading.assumedYear ? "?" : ""
  if (reading.kind === "day") return reading.date + assumed
  if (reading.kind === "instant") return `${reading.date} ${reading.time}${assumed}`
  return `${reading.kind === "month" ? "month " : ""}${reading.from}..${reading.to}${assumed}`
}

test.each([
  ["1.9.2021", "2021-09-01"],
  ["01.09.2021", "2021-09-01"],
  ["31/3/2022", "2022-03-31"],
  ["31/03/2022", "2022-03-31"],
  ["21-4-2022", "2022-04-21"],
  ["21–4–2022", "2022-04-21"],
  ["21 / 4 / 2022", "2022-04-21"],
  ["21 4 2022", "2022-04-21"],
  ["21/4-2022", "2022-04-21"],
  ["21.4/2022", "2022-04-21"],
  ["21/4/22", "2022-04-21"],
  ["1.9.21", "2021-09-01"],
  ["ngày 21/4/2022", "2022-04-21"],
  ["Ngày 21.4.2022.", "2022-04-21"],
  ["ngay 21-4-2022", "2022-04-21"],
  ["NGÀY 21/4/2022", "2022-04-21"],
  ["vào ngày 21/4/2022", "2022-04-21"],
  ["từ ngày 1.9.2021", "2021-09-01"],
  ["từ 1/9/2021", "2021-09-01"],
  ["kể từ ngày 1/9/2021", "2021-09-01"],
  ["áp dụng từ 21/4/2022", "2022-04-21"],
  ["bắt đầu từ ngày 5/1/2022", "2022-01-05"],
  ["khoảng 21/4/2022", "2022-04-21"],
  ["hôm 21/4", "2022-04-21?"],
  ["đến ngày 31/3/2022", "2022-03-31"],
  ["đến hết ngày 31/3/2022", "2022-03-31"],
  ["trước 31/3/2022", "2022-03-31"],
  ["21/4/2022 ạ", "2022-04-21"],
  ["thứ năm, 21/4/2022", "2022-04-21"],
  ["thứ năm ngày 21/4/2022", "2022-04-21"],
  ["chủ nhật 17/4/2022", "2022-04-17"],
  ["T5 21/4", "2022-04-21?"],
  ["ngày 05 tháng 01 năm 2020", "2020-01-05"],
  ["ngày 5 tháng 1 năm 2020", "2020-01-05"],
  ["5 tháng 1 năm 2020", "2020-01-05"],
  ["5 tháng 1, 2020", "2020-01-05"],
  ["ngay 05 thang 01 nam 2020", "2020-01-05"],
  ["ngày 5 tháng giêng", "unreadable"],
  ["ngày 2 tháng chín năm 2021", "2021-09-02"],
  ["ngày 2 tháng mười hai 2021", "2021-12-02"],
  ["mùng 2/9", "2021-09-02?"],
  ["mồng 2 tháng 9", "2021-09-02?"],
  ["mùng 1 tháng 5 năm 2021", "2021-05-01"],
  ["2022-04-21", "2022-04-21"],
  ["2022/04/21", "2022-04-21"],
  ["2022.4.21", "2022-04-21"],
  ["21/4", "2022-04-21?"],
  ["21.4", "2022-04-21?"],
  ["21-4", "2022-04-21?"],
  ["21/04", "2022-04-21?"],
  ["22/4", "2021-04-22?"],
  ["20/4", "2022-04-20?"],
  ["1/1", "2022-01-01?"],
  ["31/12", "2021-12-31?"],
  ["31/5", "2021-05-31?"],
  ["29/2", "2020-02-29?"],
  ["ngày 21 tháng 4", "2022-04-21?"],
  ["21 tháng tư", "2022-04-21?"],
  ["sáng ngày 21.4", "2022-04-21?"],
  ["chiều 20/4", "2022-04-20?"],
  ["ngày 21", "2022-04-21?"],
  ["ngày 22", "2022-03-22?"],
  ["ngày 31", "2022-03-31?"],
  ["21/4 năm nay", "2022-04-21"],
  ["21/4 năm ngoái", "2021-04-21"],
  ["ngày 21 tháng 4 năm ngoái", "2021-04-21"],
  ["tháng 5.2022", "month 2022-05-01..2022-05-31"],
  ["tháng 5/2022", "month 2022-05-01..2022-05-31"],
  ["tháng 05/2022", "month 2022-05-01..2022-05-31"],
  ["tháng 5-2022", "month 2022-05-01..2022-05-31"],
  ["tháng 5 năm 2022", "month 2022-05-01..2022-05-31"],
  ["tháng 5 2022", "month 2022-05-01..2022-05-31"],
  ["tháng 5, 2022", "month 2022-05-01..2022-05-31"],
  ["thang 5 nam 2022", "month 2022-05-01..2022-05-31"],
  ["THÁNG 5/2022", "month 2022-05-01..2022-05-31"],
  ["từ tháng 5/2022", "month 2022-05-01..2022-05-31"],
  ["09.2023", "month 2023-09-01..2023-09-30"],
  ["9.2023", "month 2023-09-01..2023-09-30"],
  ["9/2023", "month 2023-09-01..2023-09-30"],
  ["09/2023", "month 2023-09-01..2023-09-30"],
  ["9-2023", "month 2023-09-01..2023-09-30"],
  ["2023-09", "month 2023-09-01..2023-09-30"],
  ["T5/2022", "month 2022-05-01..2022-05-31"],
  ["t5.2022", "month 2022-05-01..2022-05-31"],
  ["T12/2021", "month 2021-12-01..2021-12-31"],
  ["tháng năm", "month 2021-05-01..2021-05-31?"],
  ["tháng năm 2022", "month 2022-05-01..2022-05-31"],
  ["tháng tư/2022", "month 2022-04-01..2022-04-30"],
  ["tháng tư năm 2022", "month 2022-04-01..2022-04-30"],
  ["tháng mười", "month 2021-10-01..2021-10-31?"],
  ["tháng mười một năm 2021", "month 2021-11-01..2021-11-30"],
  ["tháng mười hai năm 2021", "month 2021-12-01..2021-12-31"],
  ["tháng 4", "month 2022-04-01..2022-04-30?"],
  ["tháng 5", "month 2021-05-01..2021-05-31?"],
  ["tháng 12", "month 2021-12-01..2021-12-31?"],
  ["tháng 3 năm nay", "month 2022-03-01..2022-03-31"],
  ["tháng 3 năm ngoái", "month 2021-03-01..2021-03-31"],
  ["thang 3", "month 2022-03-01..2022-03-31?"],
  ["quý III/2022", "2022-07-01..2022-09-30"],
  ["quý III năm 2022", "2022-07-01..2022-09-30"],
  ["quý 3/2022", "2022-07-01..2022-09-30"],
  ["quý 3 năm 2022", "2022-07-01..2022-09-30"],
  ["quý 3.2022", "2022-07-01..2022-09-30"],
  ["quy iii 2022", "2022-07-01..2022-09-30"],
  ["Q3/2022", "2022-07-01..2022-09-30"],
  ["Q3 2022", "2022-07-01..2022-09-30"],
  ["quý ba", "2021-07-01..2021-09-30?"],
  ["quý một", "2022-01-01..2022-03-31?"],
  ["quý I", "2022-01-01..2022-03-31?"],
  ["quý IV", "2021-10-01..2021-12-31?"],
  ["quý iv/2021", "2021-10-01..2021-12-31"],
  ["quý 1 năm nay", "2022-01-01..2022-03-31"],
  ["quý II năm ngoái", "2021-04-01..2021-06-30"],
  ["6 tháng đầu năm 2022", "2022-01-01..2022-06-30"],
  ["6 tháng đầu năm", "2022-01-01..2022-06-30?"],
  ["sáu tháng cuối năm 2021", "2021-07-01..2021-12-31"],
  ["6 tháng cuối năm", "2021-07-01..2021-12-31?"],
  ["6 tháng đầu năm nay", "2022-01-01..2022-06-30"],
  ["6 tháng cuối năm ngoái", "2021-07-01..2021-12-31"],
  ["9 tháng đầu năm 2022", "2022-01-01..2022-09-30"],
  ["nửa đầu năm 2022", "2022-01-01..2022-06-30"],
  ["nửa cuối năm 2021", "2021-07-01..2021-12-31"],
  ["năm 2022", "2022-01-01..2022-12-31"],
  ["2022", "2022-01-01..2022-12-31"],
  ["nam 2021", "2021-01-01..2021-12-31"],
  ["hôm nay", "2022-04-21"],
  ["hom nay", "2022-04-21"],
  ["HÔM NAY", "2022-04-21"],
  ["hôm qua", "2022-04-20"],
  ["hom qua", "2022-04-20"],
  ["hôm kia", "2022-04-19"],
  ["ngày mai", "2022-04-22"],
  ["mai", "2022-04-22"],
  ["bây giờ", "2022-04-21"],
  ["tuần này", "2022-04-18..2022-04-24"],
  ["tuần trước", "2022-04-11..2022-04-17"],
  ["tuần rồi", "2022-04-11..2022-04-17"],
  ["tháng này", "month 2022-04-01..2022-04-30"],
  ["tháng trước", "month 2022-03-01..2022-03-31"],
  ["quý này", "2022-04-01..2022-06-30"],
  ["quý trước", "2022-01-01..2022-03-31"],
  ["năm nay", "2022-01-01..2022-12-31"],
  ["năm ngoái", "2021-01-01..2021-12-31"],
  ["năm trước", "2021-01-01..2021-12-31"],
  ["từ tháng trước", "month 2022-03-01..2022-03-31"],
  ["từ năm ngoái", "2021-01-01..2021-12-31"],
  ["3 ngày trước", "2022-04-18"],
  ["cách đây 3 ngày", "2022-04-18"],
  ["cách đây khoảng 3 tháng", "month 2022-01-01..2022-01-31"],
  ["3 tháng trước", "month 2022-01-01..2022-01-31"],
  ["ngày 3 tháng trước", "2022-03-03"],
  ["mùng 3 tháng này", "2022-04-03"],
  ["ngày 31 tháng sau", "2022-05-31"],
  ["ngày 31 tháng này", "unreadable"],
  ["năm kia", "2020-01-01..2020-12-31"],
  ["dùng từ tháng 3/2022", "month 2022-03-01..2022-03-31"],
  ["triển khai từ 1/3/2022", "2022-03-01"],
  ["2021-2022", "2021-01-01..2022-12-31"],
  ["năm học 2021-2022", "unreadable"],
  ["đầu năm 2022", "unreadable"],
  ["2 tuần trước", "2022-04-07"],
  ["2 tháng trước", "month 2022-02-01..2022-02-28"],
  ["3 năm trước", "2019-01-01..2019-12-31"],
  ["thứ sáu", "2022-04-15"],
  ["thứ 6", "2022-04-15"],
  ["thứ năm", "2022-04-21"],
  ["chủ nhật", "2022-04-17"],
  ["CN", "2022-04-17"],
  ["thứ 6 tuần trước", "2022-04-15"],
  ["thứ hai tuần này", "2022-04-18"],
  ["chủ nhật tuần trước", "2022-04-17"],
  ["31.3-8.4.2022", "2022-03-31..2022-04-08"],
  ["31.3–8.4.2022", "2022-03-31..2022-04-08"],
  ["31/3-8/4/2022", "2022-03-31..2022-04-08"],
  ["31/3 - 8/4/2022", "2022-03-31..2022-04-08"],
  ["từ 31/3 đến 8/4/2022", "2022-03-31..2022-04-08"],
  ["từ ngày 31/3 đến ngày 8/4/2022", "2022-03-31..2022-04-08"],
  ["tu 31.3 den 8.4.2022", "2022-03-31..2022-04-08"],
  ["31/3/2022-8/4/2022", "2022-03-31..2022-04-08"],
  ["31/3/2022 đến hết ngày 8/4/2022", "2022-03-31..2022-04-08"],
  ["30/4-1/5", "2021-04-30..2021-05-01?"],
  ["30.4-1.5", "2021-04-30..2021-05-01?"],
  ["31/3-8/4", "2022-03-31..2022-04-08?"],
  ["18/4-24/4", "2022-04-18..2022-04-24?"],
  ["1-15/4/2022", "2022-04-01..2022-04-15"],
  ["1–15.4", "2022-04-01..2022-04-15?"],
  ["từ 1 đến 15/4/2022", "2022-04-01..2022-04-15"],
  ["ngày 1-3 tháng 5 năm 2021", "2021-05-01..2021-05-03"],
  ["1-9-2021 - 31-5-2022", "2021-09-01..2022-05-31"],
  ["21-4-2022 đến 30-4-2022", "2022-04-21..2022-04-30"],
  ["25/12-5/1/2023", "2022-12-25..2023-01-05"],
  ["1.9.2021–5.2022", "2021-09-01..2022-05-31"],
  ["6.2022–9.2023", "2022-06-01..2023-09-30"],
  ["từ 1.9.2021 đến tháng 5.2022", "2021-09-01..2022-05-31"],
  ["tháng 3 đến tháng 5/2022", "2022-03-01..2022-05-31"],
  ["tháng 3 - tháng 5/2022", "2022-03-01..2022-05-31"],
  ["tháng 11 đến tháng 2/2022", "2021-11-01..2022-02-28"],
  ["từ tháng 1 đến tháng 3", "2022-01-01..2022-03-31?"],
  ["3-5/2022", "2022-05-03 | 2022-03-01..2022-05-31"],
  ["15-16/2022", "unreadable"],
  ["2022-04-01 đến 2022-04-15", "2022-04-01..2022-04-15"],
  ["T5", "2022-04-21 | month 2021-05-01..2021-05-31?"],
  ["t3", "2022-04-19 | month 2022-03-01..2022-03-31?"],
  ["24h ngày 31/5/2022", "2022-05-31 24:00"],
  ["15h34 ngày 3/10/2022", "2022-10-03 15:34"],
  ["8h30 21/4/2022", "2022-04-21 08:30"],
  ["8h 21/4/2022", "2022-04-21 08:00"],
  ["8h 21-4-2022", "2022-04-21 08:00"],
  ["21/4/2022 8h30", "2022-04-21 08:30"],
  ["21/4/2022 08:30", "2022-04-21 08:30"],
  ["21/4/2022, 08:30", "2022-04-21 08:30"],
  ["08:30 21/4/2022", "2022-04-21 08:30"],
  ["08:30:15 ngày 21/4/2022", "2022-04-21 08:30"],
  ["8g30 ngày 21/4/2022", "2022-04-21 08:30"],
  ["8 giờ ngày 21/4/2022", "2022-04-21 08:00"],
  ["8 giờ 30 ngày 21/4/2022", "2022-04-21 08:30"],
  ["8 giờ 30 phút ngày 21 tháng 4 năm 2022", "2022-04-21 08:30"],
  ["8 giờ rưỡi ngày 21/4/2022", "2022-04-21 08:30"],
  ["lúc 16h00 ngày 22/4/2022", "2022-04-22 16:00"],
  ["vào lúc 8h ngày 21/4", "2022-04-21 08:00?"],
  ["8h sáng 21/4", "2022-04-21 08:00?"],
  ["8h sáng ngày 21/4/2022", "2022-04-21 08:00"],
  ["3h chiều 21/4/2022", "2022-04-21 15:00"],
  ["3 giờ chiều ngày 21/4/2022", "2022-04-21 15:00"],
  ["7h tối 20/4/2022", "2022-04-20 19:00"],
  ["12h trưa 20/4/2022", "2022-04-20 12:00"],
  ["12h đêm ngày 20/4/2022", "2022-04-20 24:00"],
  ["0h ngày 1/4/2022", "2022-04-01 00:00"],
  ["00:00 1/4/2022", "2022-04-01 00:00"],
  ["hôm nay lúc 8h", "2022-04-21 08:00"],
  ["8h hôm nay", "2022-04-21 08:00"],
  ["8h sáng mai", "2022-04-22 08:00"],
  ["16h thứ sáu", "2022-04-15 16:00"],
  ["8h00 ngày 21/4/2022", "2022-04-21 08:00"],
  ["8H30 NGÀY 21/4/2022", "2022-04-21 08:30"],
  ["8h30 sáng hôm qua", "2022-04-20 08:30"],
  ["16:00, 15/4/2022", "2022-04-15 16:00"],
  ["30/2/2022", "unreadable"],
  ["31/4", "unreadable"],
  ["31/4/2022", "unreadable"],
  ["29/2/2022", "unreadable"],
  ["0/5/2022", "unreadable"],
  ["32/1/2022", "unreadable"],
  ["21/13/2022", "unreadable"],
  ["00/00/0000", "unreadable"],
  ["1/1/1800", "unreadable"],
  ["1/1/3000", "unreadable"],
  ["21", "unreadable"],
  ["5", "unreadable"],
  ["21/4/202", "unreadable"],
  ["21/4/20222", "unreadable"],
  ["1.2.3.4", "unreadable"],
  ["25h ngày 1/1/2022", "unreadable"],
  ["24h30 ngày 1/1/2022", "unreadable"],
  ["8h61 1/1/2022", "unreadable"],
  ["8:60 1/1/2022", "unreadable"],
  ["8h30", "unreadable"],
  ["tháng 13", "unreadable"],
  ["tháng 0/2022", "unreadable"],
  ["quý 5/2022", "unreadable"],
  ["quý V/2022", "unreadable"],
  ["15 tháng đầu năm", "unreadable"],
  ["đầu tháng 5", "unreadable"],
  ["cuối năm", "unreadable"],
  ["abc", "unreadable"],
  ["ok", "unreadable"],
  ["bỏ qua", "unreadable"],
  ["", "unreadable"],
  ["/", "unreadable"],
  ["-", "unreadable"],
  ["...", "unreadable"],
  ["ngày", "unreadable"],
  ["tháng", "unreadable"],
  ["năm", "unreadable"],
  ["8/4/2022-31/3/2022", "unreadable"],
  ["8h tháng 5/2022", "unreadable"],
  ["8h từ 1/4 đến 3/4", "unreadable"],
  ["mùng 5 tháng giêng âm lịch", "unreadable"],
  ["5/1 ÂL", "unreadable"],
  ["21/4/2022 22/4/2022", "unreadable"],
  ["120.000.000", "unreadable"],
  ["12/22", "unreadable"],
  ["ngày 21/4 hoặc 22/4", "unreadable"],
])("on 21/4/2022, %j is read as %s", (typed, meaning) => {
  expect(brief(parseDate(typed, TODAY))).toBe(meaning)
})

test.each([
  ["31/5", "2022-05-31?"],
  ["21/4", "2022-04-21?"],
  ["20/4", "2023-04-20?"],
  ["29/2", "2024-02-29?"],
  ["ngày 20", "2022-05-20?"],
  ["thứ hai", "2022-04-25"],
  ["tháng 5", "month 2022-05-01..2022-05-31?"],
  ["tháng 4", "month 2022-04-01..2022-04-30?"],
  ["quý I", "2023-01-01..2023-03-31?"],
  ["30/4-1/5", "2022-04-30..2022-05-01?"],
])("for a plan, %j without a year is the coming %s", (typed, meaning) => {
  expect(brief(parseDate(typed, TODAY, "future"))).toBe(meaning)
})

test("a range that is running is the nearest one", () => {
  expect(brief(parseDate("31.3-8.4", "2022-04-04"))).toBe("2022-03-31..2022-04-08?")
  expect(brief(parseDate("25/12-5/1", "2022-12-30"))).toBe("2022-12-25..2023-01-05?")
})

test("a date typed in NFD is read like one typed in NFC", () => {
  expect(brief(parseDate("15h34 ngày 3 tháng mười năm 2022".normalize("NFD"), TODAY))).toBe(
    "2022-10-03 15:34",
  )
})

test.each([
  ["8h", "08:00"],
  ["8h30", "08:30"],
  ["lúc 8h", "08:00"],
  ["16:00", "16:00"],
  ["8 giờ", "08:00"],
  ["8 giờ 5 phút", "08:05"],
  ["8 giờ rưỡi", "08:30"],
  ["3 giờ chiều", "15:00"],
  ["24h", "24:00"],
  ["0h", "00:00"],
  ["25h", undefined],
  ["8", undefined],
  ["", undefined],
])("the hour %j is %s", (typed, time) => {
  expect(takeTime(normalise(typed)).time).toBe(time)
})

test.each([
  ["2022-01-09T08:27+07:00", "2022-01-09T01:27:00.000Z"],
  ["2022-01-09T08:27:00.000Z", "2022-01-09T08:27:00.000Z"],
  ["2022-01-09T08:27", "2022-01-09T01:27:00.000Z"],
  ["2022-01-09 08:27", "2022-01-09T01:27:00.000Z"],
  ["2022-01-09", "2022-01-08T17:00:00.000Z"],
  ["9/1/2022", "2022-01-08T17:00:00.000Z"],
  ["09/01/2022", "2022-01-08T17:00:00.000Z"],
  ["9.1.2022", "2022-01-08T17:00:00.000Z"],
  ["9-1-2022", "2022-01-08T17:00:00.000Z"],
  ["9/1/22", "2022-01-08T17:00:00.000Z"],
  ["9/1/2022 08:27", "2022-01-09T01:27:00.000Z"],
  ["9/1/2022 8:27:15", "2022-01-09T01:27:15.000Z"],
  ["9/1/2022 8:27:15 CH", "2022-01-09T13:27:15.000Z"],
  ["9/1/2022 12:05:00 SA", "2022-01-08T17:05:00.000Z"],
  ["9/1/2022, 08:27", "2022-01-09T01:27:00.000Z"],
  ["08:27 9/1/2022", "2022-01-09T01:27:00.000Z"],
  ["8h27 ngày 9/1/2022", "2022-01-09T01:27:00.000Z"],
  ["9/1/2022 24:00", "2022-01-09T17:00:00.000Z"],
])("the cell %j is the moment %s", (cell, moment) => {
  expect(parseTimestamp(cell, ZONE)).toBe(Date.parse(moment))
})

test.each([
  "31/2/2022",
  "2022-02-31",
  "29/2/2022",
  "1/13/2022",
  "9/1",
  "9/1/2022 25:00",
  "9/1/2022 8:61",
  "2022-01-09T25:00",
  "2022-01-09+07:00",
  "9/1/2022 hoặc 10/1/2022",
  "44570",
  "abc",
  "",
  "9".repeat(10_000),
])("the cell %j is no moment", (cell) => {
  expect(parseTimestamp(cell, ZONE)).toBeUndefined()
})

const someDay = fc
  .date({ min: new Date("1900-01-01T00:00Z"), max: new Date("2100-12-31T00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test("every day survives being written day first and read again", () => {
  const mark = fc.constantFrom("/", ".", "-")
  fc.assert(
    fc.property(someDay, mark, fc.boolean(), (date, separator, padded) => {
      const [year = "", month = "", day = ""] = date.split("-")
      const written = (padded ? [day, month, year] : [Number(day), Number(month), year]).join(separator)
      expect(parseDate(written, TODAY)).toEqual({ kind: "day", date, assumedYear: false })
      expect(parseDate(`ngày ${Number(day)} tháng ${Number(month)} năm ${year}`, TODAY)).toEqual({
        kind: "day",
        date,
        assumedYear: false,
      })
    }),
  )
})

test("a day without a year is never in the future, and within the last year unless it is 29/2", () => {
  fc.assert(
    fc.property(someDay, (date) => {
      const [, month, day] = date.split("-")
      const reading = parseDate(`${day}/${month}`, TODAY)
      expect(reading.kind).toBe("day")
      if (reading.kind !== "day") return
      expect(reading.date <= TODAY).toBe(true)
      expect(reading.date > "2021-04-21" || reading.date === "2020-02-29").toBe(true)
      expect(reading.date.slice(5)).toBe(`${month}-${day}`)
    }),
  )
})

const hostile = fc.oneof(
  anyText({ maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ..."ngày tháng năm quý III 6 31 2 2022 / . - đến từ 24h 8h30 15:34 sáng hôm nay tuần trước thứ T5 mùng 99999999 \u0301 \ud800".split(
          " ",
        ),
      ),
      { maxLength: 14 },
    )
    .map((words) => words.join(" ")),
  fc.array(fc.constantFrom(..."0123459/.-:h "), { maxLength: 24 }).map((letters) => letters.join("")),
)

test("no text makes the date readers throw", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      parseDate(text, TODAY)
      parseDate(text, TODAY, "future")
      parseTimestamp(text, ZONE)
    }),
    { numRuns: 10_000 },
  )
})

test("a text beyond any date is unreadable", () => {
  expect(parseDate("21/4/2022 ".repeat(1000), TODAY).kind).toBe("unreadable")
})

test.each([
  ["30/2", "no_such_day"],
  ["31/4/2026", "no_such_day"],
  ["rằm tháng Giêng", "lunar"],
  ["mùng 3 Tết", "lunar"],
  ["23 tháng Chạp năm ngoái", "lunar"],
  ["mùng 10/3 âm", "lunar"],
  ["giữa tháng 2", "vague"],
  ["đầu năm học trước", "vague"],
  ["hai năm nay", "vague"],
  ["cuối chuyền", undefined],
  ["năm công đoạn", undefined],
  ["tết tóc cho búp bê", undefined],
] as const)("%j cannot be read, for %s", (typed, why) => {
  expect(parseDate(typed, TODAY)).toEqual(
    why === undefined ? { kind: "unreadable" } : { kind: "unreadable", why },
  )
})

test.each([
  ["5/3/2026 ở 2 chuyền", "5/3/2026"],
  ["mùng 5 tháng trước, làm lợi 20tr", "mùng 5 tháng trước"],
  ["rằm tháng Giêng ở cả xưởng", "rằm tháng Giêng"],
  ["2 chuyền lên 5 chuyền", ""],
  ["", ""],
])("%j begins with the date %j", (text, date) => {
  expect(dateAhead(text)).toBe(date)
})
