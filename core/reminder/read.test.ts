import { expect, test } from "vitest"
import { foldWords } from "../text/fold.ts"
import { formatWhen } from "../text/when.ts"
import { readReminder } from "./read.ts"
import { readReminderCode } from "./reminder.ts"

const CONTEXT = {
  now: Date.parse("2026-03-10T09:00:00+07:00"),
  timeZone: "Asia/Ho_Chi_Minh",
  phaseEndsOn: "2026-05-31",
}
const UNITS = [
  ["tinh", "LDLD-TN", "Liên đoàn Lao động tỉnh Thái Nguyên"],
  ["kcn", "KCN", "Công đoàn các KCN tỉnh"],
  ["tng", "KCN-01", "CĐCS Công ty May TNG"],
  ["tan-long", "GD-02", "CĐCS Trường Tiểu học Tân Long"],
].map(([id = "", code = "", name = ""]) => ({ id, code, name, nameKey: foldWords(name) }))

/** "who [kinds] @ unit | when | words", "-" for what was not said, "?" for what nobody understands. */
function read(text: string): string {
  const { audience, when, words, unread } = readReminder(text, UNITS, CONTEXT)
  if (unread !== undefined) return "?"
  const units = (audience?.units ?? []).map((unit) => ("id" in unit ? unit.id : "?"))
  const under = audience?.under === undefined ? "" : ` < ${audience.under}%`
  const kinds = [audience?.of ?? [], audience?.furtherKinds ?? []].flat()
  const of = kinds.length === 0 ? "" : ` [${kinds.join(", ")}]`
  const left = (audience?.leaves ?? []).map((unit) => ("id" in unit ? unit.id : unit.typed)).join(" + ")
  const unit = `${of}${under}${units.length === 0 ? "" : ` @ ${units.join(" + ")}`}`
  const moment =
    when === undefined ? "-" : when.kind === "when" ? formatWhen(when.when, "2026-03-10") : when.kind
  const but = left === "" ? "" : ` but ${left}`
  return `${audience === undefined ? "-" : `${audience.kind}${unit}${but}`} | ${moment} | ${words ?? "-"}`
}

test.each([
  [
    "đơn vị chưa đạt 8h thứ hai hằng tuần đến 31/5: Đề nghị các đồng chí đẩy nhanh",
    "short | lúc 8:00 các thứ Hai đến 31/5 | Đề nghị các đồng chí đẩy nhanh",
  ],
  ["don vi chua dat 8h thu hai hang tuan den 31/5", "short | lúc 8:00 các thứ Hai đến 31/5 | -"],
  ["đơn vị chưa đạt lúc 8:00 các thứ Hai: họp lúc 9:30", "short | lúc 8:00 các thứ Hai | họp lúc 9:30"],
  ["8h sáng mai đơn vị chưa đạt", "short | lúc 8:00 thứ Tư 11/3/2026 | -"],
  ["ngay các đơn vị chậm tiến độ", "behind | ngay | -"],
  [
    "các đv dưới 70% GĐ1 vào sáng T2 hằng tuần tới hết 31/5",
    "short < 70% | lúc 8:00 các thứ Hai đến 31/5 | -",
  ],
  ["đơn vị chậm nhất khối KCN mỗi sáng thứ 3", "behind @ kcn | lúc 8:00 các thứ Ba | -"],
  [
    "kcn voi tan long 8h sang mai, noi la con 10 ngay nua",
    "unit @ kcn + tan-long | lúc 8:00 thứ Tư 11/3/2026 | Con 10 ngay nua",
  ],
  [
    "tất cả 8h sáng mai với nội dung tuần cao điểm bắt đầu rồi",
    "all | lúc 8:00 thứ Tư 11/3/2026 | Tuần cao điểm bắt đầu rồi",
  ],
  ["kcn nộp trước thứ sáu", "unit @ kcn | - | Nộp trước thứ sáu"],
  ["KCN là sắp hết hạn rồi", "unit @ kcn | - | Sắp hết hạn rồi"],
  ["chiều mai KCN nộp hồ sơ", "unit @ kcn | lúc 14:00 thứ Tư 11/3/2026 | Nộp hồ sơ"],
  ["đơn vị chậm", "behind | - | -"],
  ["các đơn vị chưa đạt 3 ngày một lần", "short | lúc 8:00 các thứ Hai, thứ Năm | -"],
  ["3 ngày một lần đơn vị chưa có sáng kiến", "zero | lúc 8:00 các thứ Hai, thứ Năm | -"],
  ["các đơn vị chưa đạt cách ngày", "short | lúc 8:00 các thứ Hai, thứ Tư, thứ Sáu | -"],
  ["các đơn vị chưa đạt sáng thứ 2 và chiều thứ 5: Cố lên", "short | lúc 8:00 các thứ Hai | Cố lên"],
  ["mấy đơn vị chậm giúp anh, sáng mai 8h", "behind | lúc 8:00 thứ Tư 11/3/2026 | -"],
  ["những đơn vị chưa đạt chỉ tiêu của KCN chiều mai", "short @ kcn | lúc 14:00 thứ Tư 11/3/2026 | -"],
  ["đơn vị chưa có sáng kiến", "zero | - | -"],
  ["cdcs nao chua co sk ngay", "zero | ngay | -"],
  ["đơn vị chưa có sáng kiến tuần này thứ sáu 9h", "zero_week | lúc 9:00 thứ Sáu 13/3/2026 | -"],
  ["người còn bản nháp ngay", "drafts | ngay | -"],
  ["nguoi con nhap do", "drafts | - | -"],
  ["tất cả 14h: Mai họp tổng kết", "all | lúc 14:00 thứ Ba 10/3/2026 | Mai họp tổng kết"],
  ["tất cả các đơn vị", "all | - | -"],
  ["đơn vị dưới 50% 8h sáng mai", "short < 50% | lúc 8:00 thứ Tư 11/3/2026 | -"],
  ["những đơn vị chưa đạt 30 phần trăm của KCN ngay", "short < 30% @ kcn | ngay | -"],
  ["đơn vị chưa được một nửa chỉ tiêu ngay", "short < 50% | ngay | -"],
  ["don vi nao duoi 50", "short < 50% | - | -"],
  ["KCN và may tng 8h sáng mai", "unit @ kcn + tng | lúc 8:00 thứ Tư 11/3/2026 | -"],
  ["kcn, may tng, tieu hoc tan long ngay", "unit @ kcn + tng + tan-long | ngay | -"],
  ["đơn vị chậm của KCN và tiểu học Tân Long ngay", "behind @ kcn + tan-long | ngay | -"],
  ["các trường", "all [school] | - | -"],
  ["cac truong chua dat 8h sang mai", "short [school] | lúc 8:00 thứ Tư 11/3/2026 | -"],
  ["trường nào chưa có sáng kiến ngay", "zero [school] | ngay | -"],
  [
    "các bệnh viện và các trường 8h sáng mai: Nộp đi",
    "all [health, school] | lúc 8:00 thứ Tư 11/3/2026 | Nộp đi",
  ],
  ["khối doanh nghiệp dưới 50% ngay", "short [enterprise] < 50% | ngay | -"],
  ["các công ty của KCN ngay", "all [enterprise] @ kcn | ngay | -"],
  ["các công ty của KCN chậm tiến độ ngay", "behind [enterprise] @ kcn | ngay | -"],
  ["các trường tiểu học chưa đạt của KCN", "short [primary] @ kcn | - | -"],
  ["trường tiểu học Tân Long ngay", "unit @ tan-long | ngay | -"],
  ["công ty may tng ngay", "unit @ tng | ngay | -"],
  ["khối hành chính sự nghiệp ngay", "?"],
  ["KCN và con mèo ngay", "?"],
  ["may tng ngay", "unit @ tng | ngay | -"],
  ["KCN-01 8h thứ 2, 4, 6", "unit @ tng | lúc 8:00 các thứ Hai, thứ Tư, thứ Sáu | -"],
  ["tiểu học tân long mỗi ngày 7h30 đến hết tháng", "unit @ tan-long | lúc 7:30 mỗi ngày đến 31/3 | -"],
  ['đơn vị chưa đạt ngay "Đẩy nhanh nhé"', "short | ngay | Đẩy nhanh nhé"],
  ["đơn vị chưa đạt ngay\nĐẩy nhanh nhé", "short | ngay | Đẩy nhanh nhé"],
  ["đơn vị chưa đạt 3h", "short | ambiguous | -"],
  ["đơn vị chưa đạt hôm qua", "short | past | -"],
  ["9h30 thứ sáu", "- | lúc 9:30 thứ Sáu 13/3/2026 | -"],
  [": chỉ đổi lời", "- | - | chỉ đổi lời"],
  ["mọi người nộp sáng kiến trước thứ 6", "all | - | Nộp sáng kiến trước thứ 6"],
  [
    "các đơn vị chưa đạt 8h sáng mai hoàn thành trước 31/3",
    "short | lúc 8:00 thứ Tư 11/3/2026 | Hoàn thành trước 31/3",
  ],
  ["con mèo nộp sáng kiến trước thứ 6", "?"],
  ["con mèo nhà hàng xóm", "?"],
  ["tất cả trừ KCN ngay", "all but kcn | ngay | -"],
  [
    "tat ca tru kcn va tieu hoc tan long 8h sang mai",
    "all but kcn + tan-long | lúc 8:00 thứ Tư 11/3/2026 | -",
  ],
  [
    "đơn vị chưa đạt, ngoại trừ May TNG 8h sáng mai: Cố lên",
    "short but tng | lúc 8:00 thứ Tư 11/3/2026 | Cố lên",
  ],
  ["các trường chưa đạt không kể tiểu học Tân Long", "short [school] but tan-long | - | -"],
  ["đơn vị chậm của KCN trừ may tng", "behind @ kcn but tng | - | -"],
  ["tất cả trừ phòng lạnh ngay", "all but phòng lạnh | ngay | -"],
  ["đơn vị chưa đạt trừ trường học 8h sáng mai", "short but trường học | lúc 8:00 thứ Tư 11/3/2026 | -"],
  ["don vi chua dat tru khoi truong hoc va kcn nhe ngay", "short but khoi truong hoc + kcn | ngay | -"],
  [
    "tất cả trừ các trường, tiểu học Tân Long, và Samsung ngay",
    "all but các trường + tan-long + Samsung | ngay | -",
  ],
  ["đơn vị chưa đạt lúc mèo kêu", "?"],
])("%s", (text, meaning) => {
  expect(read(text)).toBe(meaning)
})

test.each([
  ["bỏ NH-3", { verb: "bỏ", number: 3, rest: "" }],
  ["bo nh 3 nhé", { verb: "bo", number: 3, rest: "nhé" }],
  ["sửa NH-12 8h mai", { verb: "sửa", number: 12, rest: "8h mai" }],
  ["sửa nh-12: lời mới", { verb: "sửa", number: 12, rest: ": lời mới" }],
  ["NH-3", { verb: "", number: 3, rest: "" }],
  ["NH-1234567", undefined],
  ["nhóm 3", undefined],
])("the code in %s", (text, found) => {
  expect(readReminderCode(text)).toEqual(found)
})
