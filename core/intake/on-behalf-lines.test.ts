import { expect, test } from "vitest"
import { arePastedRows, listOfPeople, readLines } from "./on-behalf-lines.ts"

const isUnit = (typed: string) => typed === "KCN-02"

/** Each record as "line author | title | amount @place", or its problem. */
function read(text: string, isList = true): readonly string[] {
  return readLines(text, { isList, isUnit }).map((line) =>
    "problem" in line
      ? `${line.line} ${line.problem}`
      : `${line.line} ${line.author} | ${line.registration.title}${
          line.registration.benefit === undefined ? "" : ` | ${line.registration.benefit.amount}`
        }${line.place === undefined ? "" : ` @${line.place}`}`,
  )
}

test("where somebody belongs stands between their name and the title, and is no part of either", () => {
  expect(
    read(`Lê Thị Hoa ở Trạm Y tế Trại Cau: Đèn báo giường bệnh
      chị Hoa của may tng: Giá treo kéo bấm chỉ - 5tr
      Ma Văn Chín, KCN-02: Gá kẹp nhanh cho máy
      Hà Thị Vân - KCN-02 - Kéo bấm đeo cổ tay - 45tr
      Lò Thị Hai, Vũ Văn Thuộc thuộc KCN-02: Máng trượt đưa phôi`),
  ).toEqual([
    "1 Lê Thị Hoa | Đèn báo giường bệnh @Trạm Y tế Trại Cau",
    "2 Hoa | Giá treo kéo bấm chỉ | 5000000 @may tng",
    "3 Ma Văn Chín | Gá kẹp nhanh cho máy @KCN-02",
    "4 Hà Thị Vân | Kéo bấm đeo cổ tay | 45000000 @KCN-02",
    "5 Lò Thị Hai | Máng trượt đưa phôi @KCN-02",
  ])
})

test("behind a name neither a job, nor a part of the unit, nor what only may be a title is a unit", () => {
  expect(
    read(`Lê Thị Hoa ở nhà bếp: Khay inox chia ngăn
      Nguyễn Văn Tám ở chuyền 3: Giá treo kéo bấm chỉ
      Vũ Văn Thuộc - Giá đỡ cuộn chỉ: hai tầng
      Hà Thị Vân - Kéo bấm chỉ - đeo cổ tay`),
  ).toEqual([
    "1 Lê Thị Hoa | Khay inox chia ngăn",
    "2 Nguyễn Văn Tám | Giá treo kéo bấm chỉ",
    "3 Vũ Văn Thuộc | Giá đỡ cuộn chỉ: hai tầng",
    "4 Hà Thị Vân | Kéo bấm chỉ - đeo cổ tay",
  ])
})

test("a list with numbers; each bad line is known by its own", () => {
  expect(
    read(`1. Nguyễn Văn Hùng - Cải tiến máy ép keo cổ áo - 45tr
      2) Trần Thị Lan – Sắp xếp lại chuyền may giảm bước đi
      3. Lê Minh - asdf
      4. Cải tiến gì đó
      5/ Giá treo`),
  ).toEqual([
    "1 Nguyễn Văn Hùng | Cải tiến máy ép keo cổ áo | 45000000",
    "2 Trần Thị Lan | Sắp xếp lại chuyền may giảm bước đi",
    "3 short",
    "4 form",
    "5 form",
  ])
})

test("lines without numbers, by colon, tab (as a bar), comma and bullet", () => {
  expect(
    read(`Nguyễn Văn Hùng: Cải tiến máy ép keo
      - Trần Thị Lan - Sắp xếp lại chuyền may
      • tran van tu, giá để khuôn dập hai tầng
      anh lê văn nam: Ke xoay de khuon
      anh nam: Ke xoay de khuon
      Lê Hoa | Máng trượt đưa phôi | 12.000.000 đ (KCN-02)
      Họ - `),
  ).toEqual([
    "1 Nguyễn Văn Hùng | Cải tiến máy ép keo",
    "2 Trần Thị Lan | Sắp xếp lại chuyền may",
    "3 tran van tu | giá để khuôn dập hai tầng",
    "4 lê văn nam | Ke xoay de khuon",
    "5 anh nam | Ke xoay de khuon",
    "6 Lê Hoa | Máng trượt đưa phôi | 12000000 @KCN-02",
    "7 short",
  ])
})

test("a list without marks below its heading, as it is passed on in a chat", () => {
  const list = "Hoàng Thị Liên: Gá kẹp nẹp áo\nĐàm Quang Huy - Cảm biến báo hết chỉ suốt"
  expect(listOfPeople(`Danh sách sáng kiến tổ 5:\n${list}`)).toBe(list)
  expect(listOfPeople(list)).toBeUndefined()
  expect(listOfPeople("Sáng kiến của tôi:\nTên: Gá kẹp nẹp áo\nLàm lợi: 5 triệu")).toBeUndefined()
})

test("several people on one line, each behind a semicolon", () => {
  expect(
    read(
      "3 người: Hà Thị Vân: Kéo bấm đeo cổ tay; Lý Văn Tài: Đèn soi lỗi sợi; chị Tươi: Ghế tựa cho thợ là",
    ),
  ).toEqual([
    "1 Hà Thị Vân | Kéo bấm đeo cổ tay",
    "2 Lý Văn Tài | Đèn soi lỗi sợi",
    "3 Tươi | Ghế tựa cho thợ là",
  ])
  expect(read("Nguyễn Văn Hùng: Cải tiến máy ép keo; giảm tiếng ồn")).toEqual([
    "1 Nguyễn Văn Hùng | Cải tiến máy ép keo; giảm tiếng ồn",
  ])
})

test("a unit in brackets at the end, and brackets that belong to the title", () => {
  expect(
    read(`1. Lê Hoa - Máng trượt đưa phôi (KCN-02)
      2. Lê Hoa - Gá kẹp phôi (máy CNC)`),
  ).toEqual(["1 Lê Hoa | Máng trượt đưa phôi @KCN-02", "2 Lê Hoa | Gá kẹp phôi (máy CNC)"])
})

test.each([
  ["1. Nguyễn Văn Nam - Giá để chỉ ba tầng", "1. Nguyễn Văn Nam - Giá để chỉ ba tầng"],
  [
    "chị gửi sáng kiến chuyền 3, em nhập giúp chị với\n- Nguyễn Thị Hoa: Cữ may túi, lợi 20tr\n- lê thị nga: dùng nam châm hút kim gãy",
    "- Nguyễn Thị Hoa: Cữ may túi, lợi 20tr\n- lê thị nga: dùng nam châm hút kim gãy",
  ],
  ["Họp tổ:\n- Nguyễn Thị Hoa: trực nhật\n- Lê Thị Nga: quét xưởng", undefined],
  ["Hạn nộp sáng kiến:\n- Hạn nộp: 30/11\n- Mỗi tổ: 02 sáng kiến", undefined],
  ["- Nguyễn Thị Hoa: Cữ may túi", undefined],
  ["chiều nay họp nhé", undefined],
])("%j holds the list %j", (text, list) => {
  expect(listOfPeople(text)).toBe(list)
})

test("a pasted table with its heading", () => {
  expect(
    read(
      "STT | Họ và tên | Tên sáng kiến | Làm lợi\n1 | Lê Hoa | Máng trượt đưa phôi | 45tr\n2 | Lê Nam | Gá kẹp phôi CNC |",
    ),
  ).toEqual(["1 Lê Hoa | Máng trượt đưa phôi | 45000000", "2 Lê Nam | Gá kẹp phôi CNC"])
})

test("rows whose tabs became single spaces: the words tell where the name ends, or nobody guesses", () => {
  expect(
    read(`STT Họ và tên Tên sáng kiến Giá trị làm lợi
      1 Phạm Văn Tú Gá kẹp nhanh cho máy khoan bàn 12 triệu/năm
      2 Lê Thị Hoa Giá treo súng hàn xoay được
      3 NGUYỄN VĂN HÙNG Cải tiến máy ép keo 45tr
      4 nguyen thi lan cai tien chuyen may 3.843 tỷ
      5 Lê Nam 5S cho xưởng cắt vải
      6 Tổ cơ điện Máng trượt đưa phôi
      7 tran van nam ke xoay de khuon`),
  ).toEqual([
    "1 Phạm Văn Tú | Gá kẹp nhanh cho máy khoan bàn | 12000000",
    "2 Lê Thị Hoa | Giá treo súng hàn xoay được",
    "3 NGUYỄN VĂN HÙNG | Cải tiến máy ép keo | 45000000",
    "4 money",
    "5 Lê Nam | 5S cho xưởng cắt vải",
    "6 form",
    "7 form",
  ])
  expect(
    read(
      "STT Họ tên Đơn vị Tên sáng kiến\n1 Phạm Văn Tú KCN-02 Gá kẹp nhanh cho máy\n2 Lê Hoa Tổ may 3 Máng trượt đưa phôi",
    ),
  ).toEqual(["1 Phạm Văn Tú | Gá kẹp nhanh cho máy @KCN-02", "2 form"])
  expect(read("Nguyễn Văn Hùng Cải tiến máy may - giảm 30% thời gian", false)).toEqual([
    "1 Nguyễn Văn Hùng | Cải tiến máy may - giảm 30% thời gian",
  ])
})

test("whoever is called chị or anh is a person, however their name goes on", () => {
  expect(read("chị Lan tổ 3: Thay bóng đèn huỳnh quang", false)).toEqual([
    "1 Lan tổ 3 | Thay bóng đèn huỳnh quang",
  ])
})

test("one person with details on further lines, or a list without a colon", () => {
  const [one] = readLines(
    "của anh Nguyễn Văn Nam: Kệ xoay để khuôn\nMô tả: quay được bốn phía\nLàm lợi: 20tr/năm",
    {
      isList: false,
      isUnit,
    },
  )
  expect(one).toMatchObject({
    author: "Nguyễn Văn Nam",
    registration: { title: "Kệ xoay để khuôn", benefit: { amount: "20000000", period: "year" } },
  })
  expect(read("Lê Hoa - Máng trượt đưa phôi\nLê Nam - Gá kẹp phôi CNC", false)).toHaveLength(2)
  expect(read("Lê Hoa - Máng trượt đưa phôi\nLàm lợi: 3 triệu\nLê Nam - Gá kẹp phôi CNC")).toHaveLength(2)
})

test("where an author works stands in brackets behind the name, and is the unit where it names one", () => {
  expect(read("Nguyễn Văn Tám (bảo vệ): gắn gương cầu ở cổng")).toEqual([
    "1 Nguyễn Văn Tám | gắn gương cầu ở cổng",
  ])
  expect(read("Nguyễn Văn Tám (KCN-02) - Gắn gương cầu ở cổng - 5tr")).toEqual([
    "1 Nguyễn Văn Tám | Gắn gương cầu ở cổng | 5000000 @KCN-02",
  ])
})

test("a line that forgot its author takes no title for a name", () => {
  expect(
    read(`1. Cải tiến máy may - giảm 30% thời gian
      2. sắp xếp lại chuyền may - giảm bước đi
      3. Cải tiến máy ép keo cổ áo - Nguyễn Văn Hùng
      4. nguyen van hung - cải tiến máy may`),
  ).toEqual(["1 form", "2 form", "3 form", "4 nguyen van hung | cải tiến máy may"])
})

test("money that can be read in two ways is asked, authors named together are several", () => {
  expect(read("1. Lê Hoa - Máng trượt đưa phôi - 3.843 tỷ")).toEqual(["1 money"])
  const beside = (text: string) =>
    readLines(text, { isList: true, isUnit }).map((line) =>
      "problem" in line
        ? line.problem
        : `${line.author} + ${line.registration.coAuthors} | ${line.registration.title}`,
    )
  expect(
    beside(`1. Lê Hoa, Trần Nam - Máng trượt đưa phôi
      2. Nguyễn Văn Hùng và Trần Thị Lan: Xe đẩy bán thành phẩm
      3. Hoàng Văn Nam, Nông Thị Én, Ma Văn Bé (đồng tác giả) - Kệ để kéo bấm có đánh số
      4. Lê Hoàng Anh & Vũ Minh Đức: Bộ gá khoan mặt bích
      5. nguyen van a va tran thi b - may hut bui go tu che
      6. Bác sĩ Trần Hoà, trưởng khoa Nhi - Bảng kiểm tiêm chủng
      7. TS. Nguyễn Văn Hải - Quy trình kiểm vải bằng đèn
      8. Lò Văn Và - Máng nước tự chảy
      9. Nguyễn Văn Hùng, cải tiến khay và hộp - 20tr
      10. Lê Nam (60%), Phạm Hoa (40%) - Máng cấp phôi rung`),
  ).toEqual([
    "Lê Hoa + Trần Nam | Máng trượt đưa phôi",
    "Nguyễn Văn Hùng + Trần Thị Lan | Xe đẩy bán thành phẩm",
    "Hoàng Văn Nam + Nông Thị Én, Ma Văn Bé | Kệ để kéo bấm có đánh số",
    "Lê Hoàng Anh + Vũ Minh Đức | Bộ gá khoan mặt bích",
    "nguyen van a + tran thi b | may hut bui go tu che",
    "Trần Hoà + undefined | Bảng kiểm tiêm chủng",
    "Nguyễn Văn Hải + undefined | Quy trình kiểm vải bằng đèn",
    "Lò Văn Và + undefined | Máng nước tự chảy",
    "Nguyễn Văn Hùng + undefined | cải tiến khay và hộp",
    "Lê Nam + Phạm Hoa (40%) | Máng cấp phôi rung",
  ])
})

test("a flood of odd characters is read in time", () => {
  for (const odd of [
    "- ".repeat(6_000),
    "1. ".repeat(4_000),
    "a - ".repeat(3_000),
    `${" ".repeat(9_000)}x:`,
  ]) {
    expect(readLines(odd, { isList: true, isUnit }).length).toBeGreaterThan(0)
  }
})

test("rows copied from a sheet without their heading are told by a person's name and a title in each", () => {
  const rows =
    "1\tĐỗ Văn Bình\tMáng trượt đưa phôi vào máy dập\t20tr\n2\tVũ Thị Mai\tBảng màu nhận biết lỗi đường may\t"
  expect(arePastedRows(rows)).toBe(true)
  expect(arePastedRows(rows.replaceAll(/^\d\t/gm, ""))).toBe(true)
  expect(arePastedRows(rows.split("\n")[0] ?? "")).toBe(false)
  expect(arePastedRows("Tháng 3\t120\nTháng 4\t130")).toBe(false)
  expect(arePastedRows("Đỗ Văn Bình\t0912345678\nVũ Thị Mai\t0987654321")).toBe(false)
})
