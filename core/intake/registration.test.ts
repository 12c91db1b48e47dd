import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { clean } from "../text/fold.ts"
import { readRegistration } from "./registration.ts"
import { isTitle, LONGEST_REGISTRATION } from "./title.ts"

type Published = { readonly title: string; readonly description: string }
const PUBLISHED: readonly Published[] = JSON.parse(
  readFileSync(new URL("./initiatives.sample.json", import.meta.url), "utf8"),
)

/** What was read, with the money as "amount/period". */
function read(text: string) {
  const { benefit, ...rest } = readRegistration(text)
  return {
    ...rest,
    ...(benefit === undefined ? {} : { benefit: `${benefit.amount}/${benefit.period ?? ""}` }),
  }
}

test.each(PUBLISHED)("the published title $title is taken as it is", ({ title }) => {
  expect(isTitle(title)).toBe(true)
  expect(readRegistration(title)).toEqual({ title: clean(title) })
  expect(readRegistration(`Tên sáng kiến: ${title}`)).toEqual({ title: clean(title) })
})

test.each(PUBLISHED)("the published record $title is read from labelled lines", ({ title, description }) => {
  const record = readRegistration(`Mô tả: ${description}\nTên: ${title}`)
  expect(record.title).toBe(clean(title))
  expect(record.description).toBe(clean(description))
})

test.each([
  ["Áo chống sốc nhiệt", true],
  ["Băng tải lựa ớt", true],
  ["Tối ưu nguồn khí bypass V-101A", true],
  ["Cải tạo bơm ngầm ЭЦВ6-6,3 dùng để bơm dầu", true],
  ["Бơm hút ЭЦВ cải tiến", true],
  ["Bộ gá (jacket) +/- 5 mm", true],
  ["5S kho vật tư", true],
  ["may ep", false],
  ["ok", false],
  ["ok em nhé", false],
  ["asdfasdfasdf", false],
  ["12345678 90", false],
  ["", false],
  ["???", false],
  ["👍👍👍👍 👍👍👍👍", false],
  ["chưa nghĩ ra tên, mai em gửi", false],
  ["em hỏi chút", false],
  ["test thử xem sao", false],
  ["không biết gì", false],
  ["được không ạ", false],
  ["Test thử độ kín bằng khí nén", true],
  ["Không biết chữ vẫn dùng được máy", true],
])("%j as a title: %s", (text, is) => {
  expect(isTitle(text)).toBe(is)
})

test.each([
  ["sáng kiến là Giá treo dây điện ở xưởng", "Giá treo dây điện ở xưởng"],
  ["sáng kiến của em là giá treo dây điện", "giá treo dây điện"],
  ["Sáng kiến: giá treo dây điện ở xưởng", "giá treo dây điện ở xưởng"],
  ["tên sáng kiến là Giá treo dây điện", "Giá treo dây điện"],
  ["tên sk Giá treo dây điện", "Giá treo dây điện"],
  ["sk giá treo dây điện", "giá treo dây điện"],
  ["Sáng kiến giá treo dây điện", "Giá treo dây điện"],
  ["sáng kiến, giá treo dây điện", "giá treo dây điện"],
  ["sang kien cua toi la gia treo day dien", "gia treo day dien"],
  // What is part of the name stays.
  ["Sáng kiến kinh nghiệm dạy toán lớp 5", "Sáng kiến kinh nghiệm dạy toán lớp 5"],
  ["Sáng kiến về tiết kiệm điện ở xưởng", "Sáng kiến về tiết kiệm điện ở xưởng"],
  ["Tên thiết bị in trên nhãn mica", "Tên thiết bị in trên nhãn mica"],
])("that %j is an initiative is no part of its title", (text, title) => {
  expect(readRegistration(text).title).toBe(title)
})

test("what was dictated in one breath is a title and the story behind it", () => {
  const said =
    "làm cái khay đựng ốc vít bằng nam châm gắn ở đầu máy trước thì ốc vít rơi mất giờ thì không rơi nữa mỗi tháng đỡ được khoảng hai triệu tiền ốc vít"
  expect(read(said)).toMatchObject({
    title: "làm cái khay đựng ốc vít bằng nam châm gắn ở đầu máy",
    benefit: "2000000/month",
  })
  expect(
    read("Bảng đo lực siết trước và sau khi thay đầu vặn, nay dùng chung cho cả hai chuyền may").title,
  ).toBe("Bảng đo lực siết trước và sau khi thay đầu vặn, nay dùng chung cho cả hai chuyền may")
})

const WHOLE = {
  title: "Cải tiến cữ gá may túi hộp",
  description: "trước đo tay, nay dùng cữ",
  benefit: "120000000/year",
  sector: "Kỹ thuật",
  coAuthors: "Trần Thị Lan, Lê Minh",
}

test.each([
  [
    "Tên: Cải tiến cữ gá may túi hộp\nMô tả: trước đo tay, nay dùng cữ\nLàm lợi: 120tr/năm\nLĩnh vực: Kỹ thuật\nĐồng tác giả: Trần Thị Lan, Lê Minh",
  ],
  [
    "Đồng tác giả: Trần Thị Lan, Lê Minh\nLĩnh vực: Kỹ thuật\nLàm lợi: 120tr/năm\nMô tả: trước đo tay, nay dùng cữ\nTên: Cải tiến cữ gá may túi hộp",
  ],
  [
    "Tên: Cải tiến cữ gá may túi hộp; Mô tả: trước đo tay, nay dùng cữ; Làm lợi: 120tr/năm; Lĩnh vực: Kỹ thuật; Đồng tác giả: Trần Thị Lan, Lê Minh",
  ],
  [
    "tên: Cải tiến cữ gá may túi hộp; mô tả: trước đo tay, nay dùng cữ; làm lợi: 120tr/năm; lĩnh vực: Kỹ thuật; đồng tác giả: Trần Thị Lan, Lê Minh",
  ],
  [
    "Tên: Cải tiến cữ gá may túi hộp Mô tả: trước đo tay, nay dùng cữ Làm lợi: 120tr/năm Lĩnh vực: Kỹ thuật Đồng tác giả: Trần Thị Lan, Lê Minh",
  ],
  [
    "ten: Cải tiến cữ gá may túi hộp\nmo ta: trước đo tay, nay dùng cữ\nlam loi: 120tr/năm\nlinh vuc: Kỹ thuật\ndong tac gia: Trần Thị Lan, Lê Minh",
  ],
  [
    "1. Tên sáng kiến: “Cải tiến cữ gá may túi hộp”\n2. Nội dung: trước đo tay, nay dùng cữ\n3. Giá trị làm lợi: 120tr/năm\n4. Lĩnh vực áp dụng: Kỹ thuật\n5. Nhóm tác giả: Trần Thị Lan, Lê Minh",
  ],
  [
    "- TÊN SÁNG KIẾN: Cải tiến cữ gá may túi hộp.\n- MÔ TẢ: trước đo tay, nay dùng cữ\n- LÀM LỢI: 120tr/năm\n- LĨNH VỰC: Kỹ thuật\n- ĐỒNG TÁC GIẢ: Trần Thị Lan, Lê Minh",
  ],
  [
    "•\tTên sáng kiến\tCải tiến cữ gá may túi hộp\n•\tMô tả\ttrước đo tay, nay dùng cữ\n•\tLàm lợi\t120tr/năm\n•\tLĩnh vực\tKỹ thuật\n•\tĐồng tác giả\tTrần Thị Lan, Lê Minh",
  ],
  [
    "Tên sáng kiến:\nCải tiến cữ gá may túi hộp\n\nMô tả:\ntrước đo tay, nay dùng cữ\n\nLàm lợi:\n120tr/năm\n\nLĩnh vực:\nKỹ thuật\n\nĐồng tác giả:\nTrần Thị Lan, Lê Minh",
  ],
  [
    "Cải tiến cữ gá may túi hộp. Mô tả: trước đo tay, nay dùng cữ. Làm lợi: 120tr/năm. Lĩnh vực: Kỹ thuật. Đồng tác giả: Trần Thị Lan, Lê Minh",
  ],
  [
    "Họ tên: Nguyễn Văn An\nĐơn vị: May TNG\nTên: Cải tiến cữ gá may túi hộp | Mô tả: trước đo tay, nay dùng cữ | Làm lợi: 120tr/năm | Lĩnh vực: Kỹ thuật | Đồng tác giả: Trần Thị Lan, Lê Minh",
  ],
])("the whole record is read from %j", (text) => {
  const { author, unit, ...record } = read(text)
  expect([author, unit]).toEqual(
    text.startsWith("Họ tên") ? ["Nguyễn Văn An", "May TNG"] : [undefined, undefined],
  )
  const withoutStop = (part: string | undefined) => part?.replace(/\.$/, "")
  expect({
    ...record,
    description: withoutStop(record.description),
    sector: withoutStop(record.sector),
  }).toEqual(WHOLE)
})

test("the state's request form, pasted", () => {
  const form = `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
ĐƠN YÊU CẦU CÔNG NHẬN SÁNG KIẾN
Kính gửi: Hội đồng sáng kiến Công ty May TNG
Tôi (chúng tôi) ghi tên dưới đây:
Họ và tên: Nguyễn Văn An
Ngày tháng năm sinh: 1/2/1990
Tỷ lệ (%) đóng góp: 100%
Tên sáng kiến: “Cải tiến cữ gá may túi hộp”
Chủ đầu tư tạo ra sáng kiến (trường hợp tác giả không đồng thời là chủ đầu tư): Công ty May TNG
Lĩnh vực áp dụng sáng kiến: Kỹ thuật may
Ngày sáng kiến được áp dụng lần đầu hoặc áp dụng thử: 05/9/2021
Mô tả bản chất của sáng kiến: Trước đây công nhân đo tay từng túi.
Nay cữ gá định vị một lần.
Những thông tin cần được bảo mật (nếu có): bản vẽ cữ gá
Các điều kiện cần thiết để áp dụng sáng kiến: máy một kim
Đánh giá lợi ích thu được hoặc dự kiến có thể thu được do áp dụng sáng kiến theo ý kiến của tác giả: tiết kiệm 120 triệu đồng/năm`
  expect(read(form)).toEqual({
    author: "Nguyễn Văn An",
    title: "Cải tiến cữ gá may túi hộp",
    sector: "Kỹ thuật may",
    firstAppliedOn: "05/9/2021",
    description:
      "Trước đây công nhân đo tay từng túi.\nNay cữ gá định vị một lần.\nCác điều kiện cần thiết để áp dụng sáng kiến: máy một kim",
    confidential: "bản vẽ cữ gá",
    benefit: "120000000/year",
  })
})

test("the form's table of authors, with and without its cells, and authors with shares on one line", () => {
  const table = `Tôi (chúng tôi) ghi tên dưới đây:
Số TT\tHọ và tên\tNgày tháng năm sinh\tNơi công tác\tChức danh\tTrình độ chuyên môn\tTỷ lệ (%) đóng góp
1\tNguyễn Thị Bích\t02/03/1988\tTổ 5\tTổ trưởng\tTrung cấp\t60
2\tLê Văn Hùng\t12/10/1990\tTổ cơ điện\tCông nhân\tCao đẳng\t39,5
3\tVi Thị Lan\t1/1/1991\tTổ 5\tCông nhân\tTrung cấp\t0,5
Là tác giả (nhóm tác giả) đề nghị xét công nhận sáng kiến: Khay phân loại cúc áo`
  const coAuthors = "Nguyễn Thị Bích 60%, Lê Văn Hùng 39,5%, Vi Thị Lan 0,5%"
  for (const form of [table, table.replaceAll("\t", " ")]) {
    expect(readRegistration(form)).toEqual({ title: "Khay phân loại cúc áo", coAuthors })
  }
  const line = "Tên sáng kiến: Khay phân loại cúc áo\nTác giả: Lý Văn Páo (60%), Hầu Văn Sính (40%)"
  expect(readRegistration(line).coAuthors).toBe("Lý Văn Páo (60%), Hầu Văn Sính (40%)")
  expect(readRegistration(line.replace("Hầu Văn Sính (40%)", "giảm 40% lỗi")).coAuthors).toBeUndefined()
})

test("the form's own sentence names the title", () => {
  const form =
    "Là tác giả đề nghị xét công nhận sáng kiến: Khay phân loại cúc áo\nChủ đầu tư: không\nThông tin cần bảo mật: Không có"
  expect(read(form)).toEqual({ title: "Khay phân loại cúc áo" })
})

test.each([
  [
    "Tên: Nguyễn Văn An\nSáng kiến: Khay phân loại cúc áo",
    { title: "Khay phân loại cúc áo", author: "Nguyễn Văn An" },
  ],
  [
    "Khay phân loại cúc áo\nTác giả: Nguyễn Văn An",
    { title: "Khay phân loại cúc áo", author: "Nguyễn Văn An" },
  ],
  [
    "Khay phân loại cúc áo\nTác giả: Nguyễn Văn An và Trần Thị Lan",
    { title: "Khay phân loại cúc áo", author: "Nguyễn Văn An", coAuthors: "Trần Thị Lan" },
  ],
  [
    "Khay phân loại cúc áo\nTác giả: ThS. Nguyễn Văn An - Trần Thị Lan, tổ trưởng tổ 5",
    { title: "Khay phân loại cúc áo", author: "Nguyễn Văn An", coAuthors: "Trần Thị Lan" },
  ],
  [
    "Khay phân loại cúc áo, đồng tác giả Trần Thị Lan và Lê Văn Tám",
    { title: "Khay phân loại cúc áo", coAuthors: "Trần Thị Lan, Lê Văn Tám" },
  ],
  [
    "tên sáng kiến: Khay phân loại cúc áo; tác giả: Nguyễn Văn An; lợi ích: 10 triệu",
    { title: "Khay phân loại cúc áo", author: "Nguyễn Văn An", benefit: "10000000/" },
  ],
  [
    "Xếp lại kho theo FIFO (làm ở kho A, B; tiết kiệm 1,2 tỷ)",
    { title: "Xếp lại kho theo FIFO (làm ở kho A, B)", benefit: "1200000000/" },
  ],
  [
    "Quy trình 5S gồm 1. Sàng lọc 2. Sắp xếp 3. Sạch sẽ",
    { title: "Quy trình 5S gồm 1. Sàng lọc 2. Sắp xếp 3. Sạch sẽ" },
  ],
  ["Khay phân loại cúc áo theo màu =))", { title: "Khay phân loại cúc áo theo màu" }],
  [
    "“Khay phân loại cúc áo”, tác giả Nguyễn Văn An, tổ Kho",
    { title: "Khay phân loại cúc áo", description: "tác giả Nguyễn Văn An, tổ Kho" },
  ],
  [
    "Khay phân loại cúc áo, đồng tác giả Lan và Hùng",
    { title: "Khay phân loại cúc áo", coAuthors: "Lan và Hùng" },
  ],
  [
    "Khay phân loại cúc áo, đồng tác giả Trần Thị Lan và Lê Văn Tám chia đều nhé",
    { title: "Khay phân loại cúc áo", coAuthors: "Trần Thị Lan, Lê Văn Tám" },
  ],
  [
    "Khay phân loại cúc áo\nNhóm tác giả: Nguyễn Văn An (chủ trì), Trần Thị Lan",
    { title: "Khay phân loại cúc áo", coAuthors: "Nguyễn Văn An, Trần Thị Lan" },
  ],
  [
    "Xe đẩy phôi ba tầng, tác giả Ma Thị Bích, Hoàng Lộc, Bế Văn Phú chia 50/30/20",
    { title: "Xe đẩy phôi ba tầng", coAuthors: "Ma Thị Bích 50%, Hoàng Lộc 30%, Bế Văn Phú 20%" },
  ],
  [
    "Móc treo kim tuyến, tác giả Ngô Thị Thắm 50%, Trịnh Văn Hưng 50%",
    { title: "Móc treo kim tuyến", coAuthors: "Ngô Thị Thắm 50%, Trịnh Văn Hưng 50%" },
  ],
  [
    "Xe đẩy phôi ba tầng, đồng tác giả Trần Thị Lan 30%, làm lợi trăm rưỡi triệu/năm",
    { title: "Xe đẩy phôi ba tầng", benefit: "150000000/year", coAuthors: "Trần Thị Lan 30%" },
  ],
  [
    "Xe đẩy phôi ba tầng, đồng tác giả Trần Thị Lan chia 70 30",
    { title: "Xe đẩy phôi ba tầng", coAuthors: "Trần Thị Lan 30%" },
  ],
  [
    "Khay phân loại cúc áo, tác giả Nguyễn Văn An",
    { title: "Khay phân loại cúc áo", author: "Nguyễn Văn An" },
  ],
  ["Thư viện số, tác giả và nhà xuất bản", { title: "Thư viện số, tác giả và nhà xuất bản" }],
  ["Góc trưng bày tranh, tác giả nhí của lớp", { title: "Góc trưng bày tranh, tác giả nhí của lớp" }],
  ["Tỷ lệ trộn vữa mới 50/30/20", { title: "Tỷ lệ trộn vữa mới 50/30/20" }],
  [
    "Khay phân loại cúc áo, áp dụng từ đầu năm",
    { title: "Khay phân loại cúc áo", firstAppliedOn: "đầu năm" },
  ],
  [
    "Khay cúc áo, áp dụng từ 5/2/2026 ở tổ 2",
    { title: "Khay cúc áo, áp dụng từ 5/2/2026 ở tổ 2", firstAppliedOn: "5/2/2026" },
  ],
  ["Khay cúc áo, áp dụng đầu năm", { title: "Khay cúc áo", firstAppliedOn: "đầu năm" }],
  [
    "Máng hứng dầu máy tiện, áp dụng từ mùng 5 tháng trước",
    { title: "Máng hứng dầu máy tiện", firstAppliedOn: "mùng 5 tháng trước" },
  ],
  [
    "Máng hứng dầu máy tiện, đã áp dụng từ hôm kia, làm lợi 20tr/năm",
    { title: "Máng hứng dầu máy tiện", benefit: "20000000/year", firstAppliedOn: "hôm kia" },
  ],
  [
    "Máng hứng dầu máy tiện, áp dụng từ rằm tháng Giêng",
    { title: "Máng hứng dầu máy tiện", firstAppliedOn: "rằm tháng Giêng" },
  ],
  ["Khay cúc áo, áp dụng vào năm công đoạn", { title: "Khay cúc áo, áp dụng vào năm công đoạn" }],
  // Without a comma the words stay where they are, as those of a benefit do.
  [
    "Cải tiến máy cắt áp dụng từ 2/2026",
    { title: "Cải tiến máy cắt áp dụng từ 2/2026", firstAppliedOn: "2/2026" },
  ],
  ["Khay cúc áo, áp dụng từ cuối chuyền", { title: "Khay cúc áo, áp dụng từ cuối chuyền" }],
  ["Khay cúc áo, áp dụng 2 chuyền", { title: "Khay cúc áo, áp dụng 2 chuyền" }],
  [
    "KHAY PHÂN LOẠI CÚC ÁO, LÀM LỢI 45 TRIỆU ĐỒNG/NĂM. EM CẢM ƠN!",
    { title: "KHAY PHÂN LOẠI CÚC ÁO", benefit: "45000000/year" },
  ],
  ["Khay phân loại cúc áo và cảm ơn cả nhà", { title: "Khay phân loại cúc áo" }],
  ["Thiết kế mẫu thư cảm ơn", { title: "Thiết kế mẫu thư cảm ơn" }],
  [
    "Khay phân loại cúc áo. Giá trị làm lợi: chưa tính được, chủ yếu là công nhân đỡ mỏi mắt",
    { title: "Khay phân loại cúc áo", description: "chưa tính được, chủ yếu là công nhân đỡ mỏi mắt" },
  ],
  [
    "📌 Tên SK: Khay phân loại cúc áo\n👤 Tác giả: Nguyễn Văn An\n💰 Làm lợi: 12tr/tháng\n📝 mô tả: đỡ mỏi mắt",
    {
      title: "Khay phân loại cúc áo",
      author: "Nguyễn Văn An",
      benefit: "12000000/month",
      description: "đỡ mỏi mắt",
    },
  ],
  // What an answer of a Google form looks like, and a page of a portal.
  [
    "Dấu thời gian: 12/03/2026 08:15:22\nHọ và tên: Nguyễn Thị Hạnh\nĐơn vị công tác: Tổ may 3\nTên sáng kiến: Khay phân loại cúc áo\nNội dung: Trước nhặt tay\nHiệu quả: Giảm lỗi từ 3% xuống 0,5%\nGiá trị làm lợi: không tính được bằng tiền",
    {
      author: "Nguyễn Thị Hạnh",
      unit: "Tổ may 3",
      title: "Khay phân loại cúc áo",
      description: "Trước nhặt tay\nGiảm lỗi từ 3% xuống 0,5%",
    },
  ],
  [
    "Tên sáng kiến *: Khay phân loại cúc áo\nHiệu quả: đỡ mỏi mắt\nGiá trị làm lợi (triệu đồng): 85\nFile đính kèm: khay.pdf",
    { title: "Khay phân loại cúc áo", description: "đỡ mỏi mắt", benefit: "85000000/" },
  ],
  [
    "Tên sáng kiến\nKhay phân loại cúc áo\nHiệu quả\nTiết kiệm 20 phút mỗi ca\nGiá trị làm lợi (VNĐ) *\n36.000.000",
    { title: "Khay phân loại cúc áo", description: "Tiết kiệm 20 phút mỗi ca", benefit: "36000000/" },
  ],
  [
    'Kính gửi Ban tổ chức!\nTôi tên là Nguyễn Văn An.\nTôi xin gửi báo cáo sáng kiến kinh nghiệm "Dạy Lịch sử bằng sơ đồ tư duy".\nI. Thực trạng: Học sinh nhanh quên.\nII. Giải pháp: Tự vẽ sơ đồ.\nIII. Kết quả: Khá giỏi tăng từ 45% lên 68%.\nTrân trọng cảm ơn!',
    {
      title: "Dạy Lịch sử bằng sơ đồ tư duy",
      description: "Thực trạng: Học sinh nhanh quên.\nGiải pháp: Tự vẽ sơ đồ.\nKhá giỏi tăng từ 45% lên 68%",
    },
  ],
  ['"Khay phân loại cúc áo"', { title: "Khay phân loại cúc áo" }],
  ["«Khay phân loại cúc áo».", { title: "Khay phân loại cúc áo" }],
  ["1. Khay phân loại cúc áo", { title: "Khay phân loại cúc áo" }],
  ['Thay "bốc tay" bằng "băng tải"', { title: 'Thay "bốc tay" bằng "băng tải"' }],
  ['"Bốc tay" thành "băng tải"', { title: '"Bốc tay" thành "băng tải"' }],
  [
    "“Khay phân loại cúc áo”, làm lợi 20tr/tháng",
    { title: "Khay phân loại cúc áo", benefit: "20000000/month" },
  ],
  [
    "Khay phân loại cúc áo. Trước đây phải nhặt từng cái, nay đổ ra là xong. Tiết kiệm 20 triệu/năm.",
    {
      title: "Khay phân loại cúc áo",
      description: "Trước đây phải nhặt từng cái, nay đổ ra là xong",
      benefit: "20000000/year",
    },
  ],
  [
    "Khay phân loại cúc áo\nMỗi năm tiết kiệm 20 triệu đồng, áp dụng ở tổ 3.",
    {
      title: "Khay phân loại cúc áo",
      description: "Mỗi năm tiết kiệm 20 triệu đồng, áp dụng ở tổ 3.",
      benefit: "20000000/year",
    },
  ],
  [
    "Khay phân loại cúc áo\nHiệu quả: công nhân đỡ mỏi mắt",
    { title: "Khay phân loại cúc áo", description: "công nhân đỡ mỏi mắt" },
  ],
  ["Khay phân loại cúc áo\nLàm lợi: không tính được", { title: "Khay phân loại cúc áo" }],
  [
    "Khay phân loại cúc áo\nTrước đây: nhặt tay\nNay: đổ ra khay\nÁp dụng từ: 9.2021",
    {
      title: "Khay phân loại cúc áo",
      description: "Trước đây: nhặt tay\nNay: đổ ra khay",
      firstAppliedOn: "9.2021",
    },
  ],
  [
    "Cải tiến dây chuyền đồ hộp: thay bốc xếp tay bằng băng tải",
    { title: "Cải tiến dây chuyền đồ hộp: thay bốc xếp tay bằng băng tải" },
  ],
  [
    "Đồ gá hai nấc, kết quả: giảm 3 người, giải pháp: kẹp nhanh",
    { title: "Đồ gá hai nấc, kết quả: giảm 3 người, giải pháp: kẹp nhanh" },
  ],
  ["Lắp đèn ở TP. Thái Nguyên theo giờ", { title: "Lắp đèn ở TP. Thái Nguyên theo giờ" }],
  [
    "Tên sáng kiến Khay phân loại cúc áo\nLĩnh vực áp dụng Kỹ thuật",
    { title: "Khay phân loại cúc áo", sector: "Kỹ thuật" },
  ],
  [
    "Tên: Khay phân loại cúc áo\nLí do: nhặt lâu",
    { title: "Khay phân loại cúc áo", description: "Lí do: nhặt lâu" },
  ],
  ["", { title: "" }],
  ["Tên: Tổ may 3\nSáng kiến: Khay phân loại cúc áo", { title: "Khay phân loại cúc áo" }],
  ["Tên:", { title: "" }],
])("%j", (text, record) => {
  expect(read(text)).toEqual(record)
})

test("a benefit that can be read in two ways is handed on to be asked", () => {
  const { benefit, ambiguous } = readRegistration("Tên: Khay phân loại cúc áo\nLàm lợi: 3.843 tỷ")
  expect(benefit).toBeUndefined()
  expect(ambiguous?.map(({ amount }) => amount)).toEqual(["3843000000", "3843000000000"])
})

test("of two amounts behind the label it is asked which is the benefit, and both are kept", () => {
  const line = "làm lợi trên 3,843 tỷ đồng; ước khoảng 30,7 tỷ đồng/năm"
  const record = readRegistration(`Tên: Khay phân loại cúc áo\nLàm lợi: ${line}`)
  expect(record.benefit).toBeUndefined()
  expect(record.ambiguous?.map(({ amount, period }) => `${amount}/${period}`)).toEqual([
    "3843000000/null",
    "30700000000/year",
  ])
  expect(record.description).toBe(line)
  expect(
    readRegistration("Tên: Khay phân loại cúc áo\nLàm lợi: 30 triệu; 20 lít dầu").ambiguous,
  ).toBeUndefined()
})

test("an overlong line becomes a title of at most 300 characters, the rest its description", () => {
  const long = `${"Cải tiến khuôn dập chi tiết loa ".repeat(20).trim()}`
  const { title, description } = readRegistration(long)
  expect(title.length).toBeLessThanOrEqual(300)
  expect(`${title} ${description}`).toBe(long)
})

test("nothing beyond the longest registration is read", () => {
  const { title, description = "" } = readRegistration(`Khay phân loại cúc áo\n${"x".repeat(20_000)}`)
  expect(title).toBe("Khay phân loại cúc áo")
  expect(title.length + description.length).toBeLessThan(LONGEST_REGISTRATION)
})
