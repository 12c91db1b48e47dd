import { expect, test } from "vitest"
import { isPastedList, pastedForm, pastedTable } from "./pasted-table.ts"

const shown = (text: string) =>
  pastedTable(text)?.map((line) =>
    "problem" in line
      ? `${line.line} ${line.problem}`
      : [line.line, line.author, line.registration.title, line.registration.benefit?.amount, line.place].join(
          "|",
        ),
  )

test("a table of Excel: cells by their headings, empty ones too, rows by the numbers of its own column", () => {
  expect(
    shown(
      "STT\tHọ và tên\tĐơn vị\tTên sáng kiến\tGiá trị làm lợi\n" +
        "7\tPhạm Văn Tú\t\tGá kẹp nhanh cho máy khoan\t12 triệu/năm\n8\tLê Thị Hoa\tKCN-02\tGiá treo súng hàn\n9\tLê Minh\t\tasdf",
    ),
  ).toEqual([
    "7|Phạm Văn Tú|Gá kẹp nhanh cho máy khoan|12000000|",
    "8|Lê Thị Hoa|Giá treo súng hàn||KCN-02",
    "9 short",
  ])
})

test("columns in another order, without numbers", () => {
  expect(shown("Tên sáng kiến\tTác giả\nMáng trượt đưa phôi\tLê Hoa\nKệ xoay để khuôn\tLê Nam")).toEqual([
    "1|Lê Hoa|Máng trượt đưa phôi||",
    "2|Lê Nam|Kệ xoay để khuôn||",
  ])
})

test("a table of Word whose every cell became a line", () => {
  expect(
    shown(
      "STT\nHọ và tên\nTên sáng kiến\nGiá trị\n1\nPhạm Văn Tú\nGá kẹp nhanh cho máy\n12 triệu/năm\n2\nLê Thị Hoa\nGiá treo súng hàn",
    ),
  ).toEqual(["1|Phạm Văn Tú|Gá kẹp nhanh cho máy|12000000|", "2|Lê Thị Hoa|Giá treo súng hàn||"])
})

test.each([
  [
    "Dấu thời gian\tHọ và tên\tĐơn vị\tTên sáng kiến\tGiá trị làm lợi (triệu đồng)\tGhi chú\n" +
      "12/3/2026 8:01:02\tLê Hoa\tMay TNG\tMáng trượt đưa phôi\t85\t",
    "Dấu thời gian: 12/3/2026 8:01:02\nHọ và tên: Lê Hoa\nĐơn vị: May TNG\nTên sáng kiến: Máng trượt đưa phôi\nGiá trị làm lợi (triệu đồng): 85",
  ],
  [
    "đăng ký:\nTên sáng kiến\tMô tả\nMáng trượt đưa phôi\tphôi tự trượt",
    "đăng ký:\nTên sáng kiến: Máng trượt đưa phôi\nMô tả: phôi tự trượt",
  ],
  ["Tên sáng kiến\tMáng trượt đưa phôi\nTác giả\tLê Hoa", undefined],
  ["Tên sáng kiến\tTác giả\nMáng trượt đưa phôi\tLê Hoa\nKệ xoay để khuôn\tLê Nam", undefined],
  ["Tên sáng kiến\tTác giả\nasdf\tLê Hoa", undefined],
  ["ca sáng\tca chiều\n12\t14", undefined],
])("a row of a sheet under its headings is read as a form: %j", (text, form) => {
  expect(pastedForm(text)).toBe(form)
})

test.each([
  ["STT Họ và tên Tên sáng kiến\n1 Lê Hoa Máng trượt đưa phôi", true],
  ["STT\tHọ tên\tTên sáng kiến\n1\tLê Hoa\tMáng trượt", true],
  ["chào em\nchiều nay họp lúc 3 giờ", false],
  ["đăng ký: Cải tiến cữ gá\nTác giả: Lê Hoa", false],
  ["1\n2\n3", false],
])("a list under headings is told from talk: %j", (text, expected) => {
  expect(isPastedList(text)).toBe(expected)
})
