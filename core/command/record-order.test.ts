import { expect, test } from "vitest"
import { readCommand } from "./read.ts"
import { recordOrder } from "./record-order.ts"

test.each([
  ["cho tôi sửa lại số tiền của SK-12, đúng ra là 80 triệu một năm", "sửa SK-12 làm lợi 80 triệu một năm"],
  ["số tiền của SK-12 sai rồi, phải là 80 triệu mới đúng", "sửa SK-12 làm lợi 80 triệu"],
  ["SK-12 ghi nhầm tiền, 80tr/năm chứ không phải 20", "sửa SK-12 làm lợi 80tr/năm"],
  ["em khai thiếu tiền ở SK-12, cho em sửa thành 80 triệu", "sửa SK-12 làm lợi 80 triệu"],
  ["tien lam loi trong sk 12 len 80tr nhe", "sửa sk 12 làm lợi 80tr"],
  ["sk 12 em ghi lộn 5tr thành 50tr", "sửa sk 12 làm lợi 5tr"],
  ["tên sáng kiến SK-12 sửa thành: Lắp cảm biến tự ngắt máy", "sửa SK-12 tên: Lắp cảm biến tự ngắt máy"],
  ["SK-12 tên sai, phải là Cữ khoan bản lề cửa", "sửa SK-12 tên: Cữ khoan bản lề cửa"],
  ["đổi giúp em tên của SK-12 là Cữ khoan bản lề cửa", "sửa SK-12 tên: Cữ khoan bản lề cửa"],
  ["sk-12 đổi thành Cữ khoan bản lề cửa gỗ nhé em", "sửa sk-12 tên: Cữ khoan bản lề cửa gỗ"],
  ["thêm cho tôi lĩnh vực môi trường vào SK-12", "sửa SK-12 lĩnh vực: môi trường"],
  ["SK-12 cho sang lĩnh vực an toàn nhé", "sửa SK-12 lĩnh vực: an toàn"],
  ["SK-12 thuộc lĩnh vực an toàn chứ không phải kỹ thuật", "sửa SK-12 lĩnh vực: an toàn"],
  ["cho em thêm ngày áp dụng 5/3/2022 vào SK-12", "sửa SK-12 ngày áp dụng: 5/3/2022"],
  ["mô tả của SK-12 thêm giúp em là trước khoan tay", "bổ sung SK-12 trước khoan tay"],
  ["SK-12 em muốn nói thêm là nay còn 3 phút", "bổ sung SK-12 nay còn 3 phút"],
  ["SK-12 à, cái đó bỏ tiền đi, không tính được", "sửa SK-12 bỏ phần tiền"],
  ["SK-12 tháng 2 năm nay mới làm", "sửa SK-12 ngày áp dụng: tháng 2 năm nay"],
  ["gấp gấp, hủy dùm SK-12 nha, sai bét rồi", "hủy SK-12 sai bét rồi"],
  ["SK-12 tôi rút lại nhé, làm chưa xong", "hủy SK-12 làm chưa xong"],
  ["SK-12 chưa làm xong nên cho em rút lại", "hủy SK-12 vì chưa làm xong"],
  ["sk 12 huy giup e nha, trung voi cua a Tuan", "hủy sk 12 trung voi cua a Tuan"],
  ["thôi không nộp SK-12 nữa đâu", "hủy SK-12 vì không nộp nữa"],
  ["đừng công khai SK-12", "bảo mật SK-12"],
  ["đồng ý làm đồng tác giả SK-12", "đồng tác giả SK-12 đồng ý"],
  ["em không đồng ý làm chung SK-12 đâu", "đồng tác giả SK-12 không đồng ý"],
  ["chia lại phần trăm SK-12 giúp em: em 70, chị Ngọc 30", "đồng tác giả SK-12 em 70%, chị Ngọc 30%"],
  ["sk 12 em làm 70% anh Tuấn 30%", "đồng tác giả sk 12 em 70%, anh Tuấn 30%"],
  ["thêm anh Quân tổ cắt làm đồng tác giả SK-12, mỗi người một nửa", "đồng tác giả SK-12 anh Quân"],
  ["ghi thêm Trần Thị Ngọc vào SK-12, chị ấy 30%", "đồng tác giả SK-12 Trần Thị Ngọc 30%"],
  ["chị ơi SK-12 chị Trần Thị Nga làm chung với em nha", "đồng tác giả SK-12 Trần Thị Nga"],
  ["SK-12 giữ kín giúp em nhé, đừng cho bên khác xem", "bảo mật SK-12"],
  ["ko muốn lm đồng tác giả sk 12 nữa", "đồng tác giả sk 12 không đồng ý"],
  ["SK-12 làm cùng chị Trần Thị Ngọc nữa", "đồng tác giả SK-12 chị Trần Thị Ngọc"],
])("%s: the code may stand anywhere in what is told", (text, order) => {
  expect(recordOrder(text)).toBe(order)
  expect(readCommand(text)?.rest).toContain(/sk[- ]12/iu.exec(text)?.[0])
})

test.each([
  // What is registered, or added, speaks of whatever it will.
  "đăng ký: Cải tiến SK-12 thành máy mới làm lợi 20tr",
  "Cải tiến SK-000004 thành máy mới",
  "bổ sung SK-3: đổi tên van thành van an toàn",
  // Parts of a record, and what is done by it.
  "xóa ảnh trong SK-3",
  "em rút khỏi SK-3",
  "thêm ảnh vào SK-3",
  "SK-3 bỏ công đoạn mài nên nhanh hơn",
  "SK-3 rút ngắn thời gian khoan",
  "SK-3 thay dao cũ bỏ đi",
  "SK-3 giảm tiền điện 20 triệu",
  "SK-3 tiền điện giảm còn 3 triệu một tháng",
  // Who forbids it, or only thinks of it, orders nothing.
  "đừng sửa tên SK-12 thành Cữ khoan nhanh",
  "dung sua ten SK-12 thanh Cu khoan nhanh",
  "đừng ghi SK-12 làm lợi 80 triệu",
  "SK-12 chưa làm xong nên em tính rút",
  "SK-12 đăng ký nhầm nên chắc em rút",
  // Nor does who asks.
  "SK-3 tên gì vậy",
  "SK-3 thuộc lĩnh vực nào",
  "SK-3 hủy được không",
  "em đã rút SK-3 hôm qua rồi",
  // Of two it is not told which.
  "SK-3 và SK-4 bỏ đi",
])("%s: no such order", (text) => {
  expect(recordOrder(text)).toBeUndefined()
})

test("an officer puts fields right in the same words, and what they say of the record as a whole is theirs", () => {
  const officer = { officer: true }
  expect(readCommand("số tiền của SK-12 sai rồi, phải là 80 triệu", officer)).toMatchObject({
    name: "edit",
    rest: "SK-12 làm lợi 80 triệu",
  })
  expect(readCommand("SK-12 chưa làm xong nên cho em rút lại", officer)?.name).not.toBe("cancel")
})
