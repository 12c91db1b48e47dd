import { describe, expect, test } from "vitest"
import { formatMoney } from "../text/money.ts"
import { readCorrection, readCorrections, readSupplement } from "./details.ts"

const TODAY = "2026-03-10"

describe("a supplement: what has a field of its own, and what belongs to the description", () => {
  test.each([
    ["làm lợi 50tr/năm", { benefit: "50.000.000 đ/năm" }],
    ["lam loi 50tr/nam", { benefit: "50.000.000 đ/năm" }],
    ["50tr/năm", { benefit: "50.000.000 đ/năm" }],
    ["lĩnh vực an toàn lao động", { sector: "an toàn lao động" }],
    ["ngày áp dụng lần đầu 5/2/2026", { firstAppliedOn: "2026-02-05" }],
    ["áp dụng lần đầu: 5/2/2026", { firstAppliedOn: "2026-02-05" }],
    [
      "Làm lợi: 50tr/năm\nLĩnh vực: Kỹ thuật\nMô tả: trước 30 phút, nay 20 phút",
      { benefit: "50.000.000 đ/năm", sector: "Kỹ thuật", text: "trước 30 phút, nay 20 phút" },
    ],
    [
      "đã áp dụng 2 chuyền, làm lợi 50tr/năm",
      { text: "đã áp dụng 2 chuyền, làm lợi 50tr/năm", benefit: "50.000.000 đ/năm" },
    ],
    ["lĩnh vực là môi trường", { sector: "môi trường" }],
    [
      "làm lợi 20 triệu/năm, lĩnh vực môi trường, đồng tác giả Trần Thị Lan 30%",
      { benefit: "20.000.000 đ/năm", sector: "môi trường", text: "Trần Thị Lan 30%" },
    ],
    ["trước 30 phút, nay 20 phút mỗi túi", { text: "trước 30 phút, nay 20 phút mỗi túi" }],
    ["giảm thêm 2 người", { text: "giảm thêm 2 người" }],
    ["chi phí 10 triệu", { text: "chi phí 10 triệu" }],
    ["làm lợi không tính được", { text: "làm lợi không tính được" }],
    ["Trước: 3 người. Nay: 1 người", { text: "Trước: 3 người.\nNay: 1 người" }],
  ])("%j", (typed, expected) => {
    const { text, benefit, sector, firstAppliedOn } = readSupplement(typed, TODAY)
    expect({
      text,
      benefit: benefit === undefined ? undefined : formatMoney(benefit),
      sector,
      firstAppliedOn,
    }).toEqual({
      text: undefined,
      benefit: undefined,
      sector: undefined,
      firstAppliedOn: undefined,
      ...expected,
    })
  })

  test("an amount that can be read in two ways is not guessed", () => {
    expect(readSupplement("làm lợi 3.843 tỷ", TODAY).ambiguous).toHaveLength(2)
  })
})

test.each([
  ["Cải tiến khuôn dập chi tiết loa", { title: "Cải tiến khuôn dập chi tiết loa" }],
  ["tên: Cải tiến khuôn dập", { title: "Cải tiến khuôn dập" }],
  ["tên thành Cải tiến khuôn dập", { title: "Cải tiến khuôn dập" }],
  ["tên thành: Cải tiến khuôn dập", { title: "Cải tiến khuôn dập" }],
  ["tên tác giả", undefined],
  ["tên tác giả SK-000001", undefined],
  ["lĩnh vực An toàn", { sector: "An toàn" }],
  ["mô tả: trước mài tay, nay có vát sẵn", { description: "trước mài tay, nay có vát sẵn" }],
  ["tác giả Nguyễn Văn Bình", { author: "Nguyễn Văn Bình" }],
  ["tac gia: nguyen van binh", { author: "nguyen van binh" }],
  ["Tác giả tự chế máy dập khuôn mới", { title: "Tác giả tự chế máy dập khuôn mới" }],
  ["Lĩnh vực giáo dục: ứng dụng bảng số", { title: "Lĩnh vực giáo dục: ứng dụng bảng số" }],
  ["ngày áp dụng lần đầu: 5/2/2026", { firstAppliedOn: "2026-02-05" }],
  ["làm lợi: nhiều lắm", undefined],
  ["ngày áp dụng: 31/2", undefined],
  ["ok", undefined],
])("a correction: %j", (typed, expected) => {
  const read = readCorrection(typed, TODAY)
  expect(read).toEqual(expected === undefined ? undefined : expect.objectContaining(expected))
})

test("the benefit, with a colon or without", () => {
  for (const typed of ["làm lợi: 60tr", "làm lợi 60tr", "giá trị làm lợi thành 60tr"]) {
    expect(readCorrection(typed, TODAY)).toMatchObject({ field: "benefit", benefit: { amount: "60000000" } })
  }
  expect(readCorrection("làm lợi: 3.843 tỷ", TODAY)).toHaveProperty("ambiguous")
})

test("several fields are put right at once; a title with commas is one", () => {
  const fields = (typed: string) => {
    const read = readCorrections(typed, TODAY)
    return read === undefined || "ambiguous" in read ? read : read.map(({ field }) => field)
  }
  expect(fields("tên: Máng hứng dầu, làm lợi 20 triệu/năm, lĩnh vực môi trường")).toEqual([
    "title",
    "benefit",
    "sector",
  ])
  expect(fields("tên: Máng hứng dầu, làm lợi nhiều lắm")).toEqual(["title"])
  expect(fields("Máng hứng dầu, giá để khuôn và tấm chắn")).toEqual(["title"])
  expect(fields("làm lợi: 3.843 tỷ, lĩnh vực môi trường")).toMatchObject({ ambiguous: [{}, {}] })
})
