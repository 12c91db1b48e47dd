import { expect, test } from "vitest"
import { effectiveDay } from "./effective-day.ts"
import { movedDay } from "./moved-edge.ts"
import { readTarget } from "./set-target.ts"
import { readPeriod } from "./typed-period.ts"
import { readReorganisation } from "./typed-reorganisation.ts"

test.each([
  ["may tng 80", { unit: "may tng", amount: 80 }],
  ["May TNG: 1.500 sáng kiến", { unit: "May TNG", amount: 1500 }],
  ["80", { unit: "", amount: 80 }],
  ["GD lên 20 từ 1/12", { unit: "GD", amount: 20, from: "1/12" }],
  ["may tng xuống còn 55", { unit: "may tng", amount: 55 }],
  ["cho THCS 19/8 60", { unit: "THCS 19/8", amount: 60 }],
  ["may tng 80 lý do có nhà máy mới", { unit: "may tng", amount: 80, reason: "có nhà máy mới" }],
  ["may tng 80 (vì sáp nhập 2 xưởng)", { unit: "may tng", amount: 80, reason: "sáp nhập 2 xưởng" }],
  ["may tng 80 tu 1/7 ly do mo rong", { unit: "may tng", amount: 80, from: "1/7", reason: "mo rong" }],
  ["may tng 80 từ ngày 1/7/2026", { unit: "may tng", amount: 80, from: "1/7/2026" }],
  ["may tng 80 từ tháng sau", { unit: "may tng", amount: 80, from: "tháng sau" }],
  ["May TNG từ đầu tháng 4 là 80", { unit: "May TNG", amount: 80, from: "đầu tháng 4" }],
  ["KCN nâng lên 250 nghe em", { unit: "KCN", amount: 250 }],
  ["bỏ chỉ tiêu giao cho KCN-02", { unit: "KCN-02", amount: null }],
  ["may tng bỏ", { unit: "may tng", amount: null }],
  [
    "KCN-17 theo tỷ lệ từ 1/7 lý do tính lại",
    { unit: "KCN-17", amount: null, from: "1/7", reason: "tính lại" },
  ],
  ["bỏ chỉ tiêu THCS 19/8 từ 1/7", { unit: "THCS 19/8", amount: null, from: "1/7" }],
  ["của KCN đặt 2.300 nhé", { unit: "KCN", amount: 2300 }],
  ["May TNG đang là 7 sửa thành 10 nhé", { unit: "May TNG", amount: 10 }],
  ["bỏ chỉ tiêu riêng của KCN, chia lại theo quân số", { unit: "KCN", amount: null }],
  ["GD 300", { unit: "GD", amount: 300 }],
  ["bỏ phấn đấu", { unit: "", amount: null }],
  ["bo phan dau may tng", { unit: "may tng", amount: null }],
  ["bỏ phấn đấu may tng", { unit: "may tng", amount: null }],
])("the target %j is read", (text, read) => {
  expect(readTarget(text)).toEqual({ from: undefined, reason: undefined, ...read })
})

test.each(["GD thêm 5", "", "may tng", "của đơn vị em", "may tng 80 thôi nhé", "9999999999"])(
  "%j names no target",
  (text) => {
    expect(readTarget(text)).toBeUndefined()
  },
)

test.each([
  ["thêm CĐCS Công ty A thuộc KCN", { kind: "add", name: "CĐCS Công ty A", other: "KCN", code: undefined }],
  [
    "thêm CĐCS A mã KCN-21, thuộc KCN từ 1/7",
    { kind: "add", name: "CĐCS A", code: "KCN-21", other: "KCN", from: "1/7" },
  ],
  [
    "thêm CĐCS A thuộc KCN gồm 120 đoàn viên, 1.300 người lao động từ 1/7",
    { kind: "add", name: "CĐCS A", other: "KCN", headcount: { members: 120, workers: 1300 }, from: "1/7" },
  ],
  [
    "tách CĐCS Xưởng 2 mã TNG-2 khỏi CĐCS Công ty May TNG gồm 80 đoàn viên từ 1/7",
    {
      kind: "split",
      name: "CĐCS Xưởng 2",
      code: "TNG-2",
      other: "CĐCS Công ty May TNG",
      headcount: { members: 80 },
      from: "1/7",
    },
  ],
  ["tach cdcs b khoi may tng", { kind: "split", name: "cdcs b", other: "may tng" }],
  [
    "May TNG có 350 đoàn viên, 900 lao động từ 1/7",
    { kind: "count", unit: "May TNG", headcount: { members: 350, workers: 900 }, from: "1/7" },
  ],
  ["THCS 19/8 gồm 40 đv", { kind: "count", unit: "THCS 19/8", headcount: { members: 40 } }],
  ["đổi tên May TNG thành May TNG Sông Công", { kind: "rename", unit: "May TNG", name: "May TNG Sông Công" }],
  ["chuyển May TNG về LĐLĐ TP Thái Nguyên", { kind: "move", unit: "May TNG", other: "LĐLĐ TP Thái Nguyên" }],
  [
    "gộp THCS 19/8 vào THCS Tân Long từ 1/7/2026",
    { kind: "merge", unit: "THCS 19/8", other: "THCS Tân Long", from: "1/7/2026" },
  ],
  ["sáp nhập A vào B", { kind: "merge", unit: "A", other: "B" }],
  ["gop cdcs a vao cdcs b tu 1/7", { kind: "merge", unit: "cdcs a", other: "cdcs b", from: "1/7" }],
  ["doi ten may tng thanh May Sông Công", { kind: "rename", unit: "may tng", name: "May Sông Công" }],
  ["đóng CĐCS A kể từ ngày 1.7.2026", { kind: "close", unit: "CĐCS A", from: "1.7.2026" }],
  ["giải thể CĐCS A", { kind: "close", unit: "CĐCS A" }],
])("đơn vị %s", (text, read) => {
  expect(readReorganisation(text)).toEqual({ from: undefined, ...read })
})

test("a day without a year is the nearest one", () => {
  expect(effectiveDay("1/7", "2026-07-10")).toBe("2026-07-01")
  expect(effectiveDay("1/12", "2026-11-27")).toBe("2026-12-01")
  expect(effectiveDay("1/1", "2026-12-20")).toBe("2027-01-01")
  expect(effectiveDay("1/7/2025", "2026-07-10")).toBe("2025-07-01")
  expect(effectiveDay("31/2", "2026-07-10")).toBeUndefined()
})

test("of a week, a month or a quarter it is the first day", () => {
  expect(effectiveDay("tháng sau", "2026-07-10")).toBe("2026-08-01")
  expect(effectiveDay("thang toi", "2026-12-10")).toBe("2027-01-01")
  expect(effectiveDay("đầu tháng 9", "2026-07-10")).toBe("2026-09-01")
  expect(effectiveDay("tháng này", "2026-07-10")).toBe("2026-07-01")
  expect(effectiveDay("tuần sau", "2026-07-10")).toBe("2026-07-13")
  expect(effectiveDay("quý sau", "2026-07-10")).toBe("2026-10-01")
  expect(effectiveDay("mai", "2026-07-10")).toBe("2026-07-11")
})

test.each(["", "em", "chuyển văn phòng", "gộp A", "đổi tên", "tách", "chuyển 20 đoàn viên", "120 đoàn viên"])(
  "đơn vị %j is no change of the tree",
  (text) => {
    expect(readReorganisation(text)).toBeUndefined()
  },
)

test.each([
  ["1 chỉ tiêu 6.000", { name: "1", days: undefined, goal: 6000 }],
  ["gd1 6000", { name: "gd1", days: undefined, goal: 6000 }],
  ["2 từ 1/6/2022 đến 30/9/2023", { name: "2", days: ["1/6/2022", "30/9/2023"], goal: undefined }],
  [
    "2 từ ngày 1/6 đến hết 30/9, chỉ tiêu 11.000 sáng kiến",
    { name: "2", days: ["1/6", "30/9"], goal: 11_000 },
  ],
  [
    "thêm Tuần lễ sáng kiến 31/3 - 8/4 chỉ tiêu 1.500",
    { name: "Tuần lễ sáng kiến", days: ["31/3", "8/4"], goal: 1500, added: true },
  ],
  ["them 31/3-8/4 1500", { name: "", days: ["31/3", "8/4"], goal: 1500, added: true }],
  [
    "thêm nữa, từ 3/5 đến hết 20/5, phấn đấu 800 cái",
    { name: "", days: ["3/5", "20/5"], goal: 800, added: true },
  ],
  ["thêm 16-22/5, mục tiêu 800", { name: "", days: ["16/5", "22/5"], goal: 800, added: true }],
  ["2 từ 1 đến 30/6", { name: "2", days: ["1/6", "30/6"], goal: undefined }],
  ["1 toàn tỉnh còn 4.800", { name: "1", days: undefined, goal: 4800 }],
  ["2 bỏ", { name: "2", days: undefined, goal: undefined, removed: true }],
  ["Tuần lễ xanh xóa đi em", { name: "Tuần lễ xanh", days: undefined, goal: undefined, removed: true }],
  ["2 huy giup chi", { name: "2", days: undefined, goal: undefined, removed: true }],
])("the period %j is read", (text, read) => {
  expect(readPeriod(text)).toEqual(read)
})

const PHASE = { code: "gd1", name: "Giai đoạn 1", startsOn: "2026-04-10", endsOn: "2027-01-07", goal: 260 }

test.each([
  ["1 gia hạn đến 15/6", "1", "endsOn", "2027-06-15"],
  ["1 gia hạn đến 31/12", "1", "endsOn", "2027-12-31"],
  ["1 kết thúc 31/12", "1", "endsOn", "2026-12-31"],
  ["1 kết thúc sớm hơn, 20/12 thôi", "1", "endsOn", "2026-12-20"],
  ["gd1 lui han mot tuan", "1", "endsOn", "2027-01-14"],
  ["1 gia hạn thêm 1 tháng", "1", "endsOn", "2027-02-07"],
  ["1 kéo đến 15/6", "1", "endsOn", "2027-06-15"],
  ["1 rút ngắn 10 ngày", "1", "endsOn", "2026-12-28"],
  ["1 kéo dài đến hết tháng 2", "1", "endsOn", "2027-02-28"],
  ["1 đóng ngày 5 tháng 1", "1", "endsOn", "2027-01-05"],
  ["1 bắt đầu từ 1/4", "1", "startsOn", "2026-04-01"],
  ["1 từ 1/4/2026", "1", "startsOn", "2026-04-01"],
  ["1 bắt đầu muộn hơn 2 tuần", "1", "startsOn", "2026-04-24"],
  ["1 dời một tuần", "1", undefined, undefined],
  // Words of one key that mean other things.
  ["1 anh muốn chốt ngày 5/1", "1", "endsOn", "2027-01-05"],
  ["1 bot ơi gia hạn đến 15/6", "1", "endsOn", "2027-06-15"],
  ["1 tôi muốn dời một tuần", "1", undefined, undefined],
  ["1 đồng chí dời một tuần", "1", undefined, undefined],
  ["1 kết thúc chậm nhất 20/12", "1", "endsOn", "2026-12-20"],
  ["1 bắt đầu sớm nhất 15/4", "1", "startsOn", "2026-04-15"],
  ["gia hạn đến 15/1", "", "endsOn", "2027-01-15"],
])("of the phase %j only one end moves", (text, name, edge, day) => {
  const read = readPeriod(text)
  expect(read).toMatchObject({ name, days: undefined, goal: undefined })
  expect(read.moved?.edge).toBe(edge)
  const { moved } = read
  expect(moved?.edge && movedDay(PHASE, moved.edge, moved)).toBe(day)
})

test("a day without its year leaves a period its first day before its last", () => {
  const early = { ...PHASE, startsOn: "2026-01-01", endsOn: "2026-05-31" }
  const { moved } = readPeriod("1 kết thúc 31/12")
  expect(moved && movedDay(early, "endsOn", moved)).toBe("2026-12-31")
})

test("with its end a phase's goal may change too", () => {
  expect(readPeriod("1 gia hạn đến ngày 15 tháng 1 chỉ tiêu 300")).toMatchObject({
    ...{ name: "1", goal: 300, moved: { edge: "endsOn", to: "15 tháng 1" } },
  })
})
