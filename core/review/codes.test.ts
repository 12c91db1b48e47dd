import { describe, expect, test } from "vitest"
import { readCodes, readPaper, readPortalList, readRecognition } from "./codes.ts"

describe("codes at the head of a command", () => {
  test.each([
    [
      "SK-000010, SK-000011, 12-17 cấp cơ sở QĐ 45/QĐ-CĐCS",
      [10, 11, 12, 13, 14, 15, 16, 17],
      "cấp cơ sở QĐ 45/QĐ-CĐCS",
    ],
    ["sk 12", [12], ""],
    ["12-17", [12, 13, 14, 15, 16, 17], ""],
    ["17-15", [15, 16, 17], ""],
    ["SK-000012 - SK-000014", [12, 13, 14], ""],
    ["sk12 đến sk14 cấp tỉnh", [12, 13, 14], "cấp tỉnh"],
    ["10,11,12", [10, 11, 12], ""],
    ["SK-000010 SK-000011", [10, 11], ""],
    ["10 và 11, 10", [10, 11], ""],
    ["SK-10\nSK-11", [10, 11], ""],
    ["SK-000012, QĐ 45/QĐ-CĐCS", [12], "QĐ 45/QĐ-CĐCS"],
    ["SK-000012 45/QĐ-CĐCS", [12], "45/QĐ-CĐCS"],
    ["SK-40 đến SK-43, trừ SK-42 cấp tỉnh", [40, 41, 43], "cấp tỉnh"],
    ["12-16 ngoại trừ 13, 15", [12, 14, 16], ""],
    ["sk 12 toi 14 bo qua sk 13", [12, 14], ""],
    ["3 cái SK-51, SK-52, SK-53 cấp tỉnh", [51, 52, 53], "cấp tỉnh"],
    ["2 hồ sơ: sk 61, sk 62", [61, 62], ""],
  ])("%s", (text, numbers, rest) => {
    expect(readCodes(text, { words: false })).toEqual({ numbers, rest })
  })

  test.each([
    ["SK-4456 4457 cấp tỉnh QĐ 12/QĐ-LĐLĐ", [4456, 4457], "cấp tỉnh QĐ 12/QĐ-LĐLĐ"],
    ["12 13 14", [12, 13, 14], ""],
    ["12 13-15, 20", [12, 13, 14, 15, 20], ""],
    ["SK-000012 45/QĐ-CĐCS", [12], "45/QĐ-CĐCS"],
    ["SK-000012 45 ngày 5/4", [12], "45 ngày 5/4"],
    ["SK-000012 2 sáng kiến", [12], "2 sáng kiến"],
    ["SK-000012 5/4", [12], "5/4"],
    ["SK-000012 30% thời gian", [12], "30% thời gian"],
  ])("without commas: %s", (text, numbers, rest) => {
    expect(readCodes(text, { words: false, spaced: true })).toEqual({ numbers, rest })
  })

  test.each([
    ["SK-000012 cho em xin số liệu trước và sau", [12], "cho em xin số liệu trước và sau"],
    ["12, 13: cho em xin số liệu", [12, 13], "cho em xin số liệu"],
    ["SK-000012, 2 người cùng gửi", [12], "2 người cùng gửi"],
    ["SK-000012 2 chuyền nào áp dụng", [12], "2 chuyền nào áp dụng"],
    ["SK-000012 - 30% thời gian là so với đâu", [12], "30% thời gian là so với đâu"],
    ["sk 12 - 2 người cùng gửi", [12], "2 người cùng gửi"],
    ["SK-000012 50tr tính thế nào", [12], "50tr tính thế nào"],
    ["SK-12, SK-13 trừ SK-13: trùng", [12], "trùng"],
    ["SK-000012 trừ 2 ngày nghỉ thì còn mấy", [12], "trừ 2 ngày nghỉ thì còn mấy"],
    ["sk 51 52 53 lý do không có tính mới", [51, 52, 53], "lý do không có tính mới"],
    ["SK-51 52: gửi thêm ảnh", [51, 52], "gửi thêm ảnh"],
    ["SK-51 2 ảnh mờ vì chụp đêm", [51], "2 ảnh mờ vì chụp đêm"],
  ])("with words: %s", (text, numbers, rest) => {
    expect(readCodes(text, { words: true })).toEqual({ numbers, rest })
  })

  test("nothing, and too many", () => {
    for (const text of ["", "SK-3 trừ SK-3", "tất cả", "QĐ 45", "0", "30% thời gian", "2026.5"]) {
      expect(readCodes(text, { words: false }), text).toBeUndefined()
    }
    expect(readCodes("1-201", { words: false })).toBe("too_many")
    expect(readCodes("1-999999999", { words: false })).toBe("too_many")
  })
})

test.each([
  ["", { scope: "co_so" }],
  ["cấp cơ sở QĐ 45/QĐ-CĐCS", { scope: "co_so", decision: "45/QĐ-CĐCS" }],
  ["cap tinh qd 45/qd-ldld ngay 5/4", { scope: "tinh", decision: "45/qd-ldld", decidedOn: "2026-04-05" }],
  [
    "cấp toàn quốc, quyết định số 7/QĐ-TLĐ, ngày 5.4.2025",
    { scope: "toan_quoc", decision: "7/QĐ-TLĐ", decidedOn: "2025-04-05" },
  ],
  ["tỉnh", { scope: "tinh" }],
  [
    "QĐ 45/QĐ-CĐCS ngày 5 tháng 4 năm 2026",
    { scope: "co_so", decision: "45/QĐ-CĐCS", decidedOn: "2026-04-05" },
  ],
  [
    "đi em cấp cơ sở, quyết định số 12/QĐ-CĐCS ngày hôm qua",
    { scope: "co_so", decision: "12/QĐ-CĐCS", decidedOn: "2026-11-21" },
  ],
  ["hôm qua", { scope: "co_so", decidedOn: "2026-11-21" }],
  ["QĐ 45/QĐ-CĐCS ngày 45/4", "date"],
  ["cấp quốc gia", { scope: "toan_quoc" }],
  ["cấp trung ương", "scope"],
  ["cap huyen qd so 5", "scope"],
])("recognition: %s", (text, expected) => {
  expect(readRecognition(text, "2026-11-22")).toEqual(expected)
})

test("the level that it is not is no level", () => {
  expect(readPaper("cấp cơ sở chứ không phải cấp tỉnh", "2026-04-21")).toEqual({ scope: "co_so" })
  expect(readPaper("cấp tỉnh, ko phải cơ sở", "2026-04-21")).toEqual({ scope: "tinh" })
})

test("the portal's codes", () => {
  expect(readPortalList("SK-000010 CP-889123, SK-000011 mã CP-889124; 12: 889125")).toEqual({
    codes: new Map([
      [10, "CP-889123"],
      [11, "CP-889124"],
      [12, "889125"],
    ]),
    unread: [],
  })
  expect(readPortalList("sk10 sk11 rồi, mã lần lượt CP-90112 với CP-90113")).toEqual({
    codes: new Map([
      [10, "CP-90112"],
      [11, "CP-90113"],
    ]),
    unread: [],
  })
  expect(readPortalList("SK-000010 CP-1 SK-000011 CP-2")).toEqual({
    codes: new Map([
      [10, "CP-1"],
      [11, "CP-2"],
    ]),
    unread: [],
  })
  expect(readPortalList("SK-000010 rồi, mã TN-2026-0012")).toEqual({
    codes: new Map([[10, "TN-2026-0012"]]),
    unread: [],
  })
  expect(readPortalList("12-14, abc, SK-15")).toEqual({
    codes: new Map([
      [12, undefined],
      [13, undefined],
      [14, undefined],
      [15, undefined],
    ]),
    unread: ["abc"],
  })
  expect(readPortalList("1 lượt: sk 61 CP-2210, sk 62 CP-2211")).toEqual({
    codes: new Map([
      [61, "CP-2210"],
      [62, "CP-2211"],
    ]),
    unread: [],
  })
  expect(readPortalList("tất cả")).toBeUndefined()
})
