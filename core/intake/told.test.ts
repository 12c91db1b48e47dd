import { expect, test } from "vitest"
import {
  asksBack,
  complains,
  givesUp,
  isQuestion,
  mayTell,
  tellsHowItWas,
  tellsIdea,
  tellsMore,
} from "./told.ts"

test.each([
  "a co cai nay hay lam ne, truoc day to a phai mai tay cai khuon dap mat 30 phut 1 cai gio a lam cai do ga xoay duoc chi con 10 phut dang ky cho a voi",
  "Em mới làm cái giá để chỉ ba tầng ở đầu chuyền, lấy chỉ không phải cúi nữa, đăng ký giúp em nhé",
  "trước đây tổ em toàn phải bê tay từng cuộn vải giờ em hàn cái xe đẩy hai tầng một người đẩy là được",
  // A story: a trouble, and who found a way out of it.
  "Em là điều dưỡng khoa Hồi sức. Khoa em hay bị nhầm bơm tiêm điện giữa các giường vì dây chằng chịt. Đợt vừa rồi em với chị Hòa nghĩ ra cách dán băng màu theo giường lên cả dây, bơm và tủ thuốc.",
])("%j tells an idea", (text) => {
  expect(tellsIdea(text)).toBe(true)
})

test.each([
  ["sáng kiến của anh có được tính tăng lương ko", true],
  ["hôm nay trời đẹp nhỉ", true],
  ["bao giờ có kết quả ạ?", true],
  ["trước 30 phút, nay 20 phút mỗi túi", false],
  ["cả xưởng dùng 120 bóng", false],
  ["lọc nước chảy về bể chứa", false],
  ["be chua", true],
])("%j asks: %j", (text, asks) => {
  expect(isQuestion(text)).toBe(asks)
})

test.each([
  ["tên là tên gì hả em?", true],
  ["thế có cần ghi dài không", true],
  ["cái này tính sao hả em, chị không biết tính tiền", true],
  ["là sao em", true],
  ["lĩnh vực gì vậy", true],
  ["báo cáo tuần nộp cho ai", true],
  ["ca sau mấy giờ vào hả em", true],
  ["sáng kiến em vừa gửi ghi đơn vị nào", true],
  ["ai là người quản lý con bot này", true],
  ["mấy người ăn tiền thưởng của công nhân à", true],
  ["làm sao để giảm béo", true],
  ["sao không thấy tiền", true],
  ["Lắp van một chiều chống nước chảy ngược ở bể chứa", false],
  ["Bảng ghim mẫu treo ở đầu", false],
  ["Quạt thổi cho máy gió", false],
  ["Sao chép dữ liệu sang ổ dự phòng", false],
  ["Ứng dụng trợ lý AI", false],
  ["gá hàn xoay được ạ", false],
  ["Hệ thống hút chân không", false],
  ["Gạch không nung thay gạch đỏ", false],
  ["Cải tiến khay đựng kim gãy", false],
  ["không tính được bằng tiền đâu", false],
  ["trước có người canh, nay không", false],
])("%j asks back: %j", (text, asks) => {
  expect(asksBack(text)).toBe(asks)
})

test.each([
  ["Làm ăn kiểu gì thế, gửi từ tuần trước tới giờ chả thấy ai trả lời", true],
  ["tao gửi 3 lần rồi mà vẫn bảo chưa hiểu", true],
  ["nhắn hoài mà không thấy phản hồi gì", true],
  ["trước không có ai trông máy, giờ cảm biến báo", false],
  ["báo cáo gửi 2 lần mỗi ngày, nay gửi tự động", false],
  ["van báo không khí lẫn nước", false],
  ["hộp thư trả lời câu hỏi của công nhân", false],
  ["dùng thử 3 lần rồi mới nhân rộng", false],
])("%j complains: %j", (text, does) => {
  expect(complains(text)).toBe(does)
})

test.each([
  ["thôi cái đấy bỏ đi cô không làm nữa", true],
  ["bỏ cái đấy đi", true],
  ["hủy hết đi em", true],
  ["thôi hủy đi tôi ghi lại", true],
  ["xóa hết của tôi đi, không chơi nữa", true],
  ["xoá giùm e cái đó đi", true],
  ["bỏ cái tưới nhỏ giọt, tôi chỉ hỏi thử", true],
  ["thôi khỏi đăng ký", true],
  ["bỏ bộ gá đó đi", false],
  ["bỏ công đoạn mài đi", false],
  ["bỏ khuôn cũ đi thay khuôn mới", false],
  ["không làm tay nữa", false],
  ["xóa vết bẩn đi bằng cồn", false],
  ["thôi", false],
])("%j gives up: %j", (text, does) => {
  expect(givesUp(text)).toBe(does)
})

test.each([
  ["sáng kiến này tiết kiệm mỗi ngày 15 phút cho 1 chuyền", true],
  ["trước các em học chay, nay vừa chơi vừa học", true],
  ["mỗi tháng đỡ ba triệu rưỡi tiền công", true],
  ["xóa giùm em cái cuối", false],
  ["thôi để lĩnh vực như cũ", false],
  ["lam ho toi cai giay de nghi cong nhan", false],
  ["ca sau mấy giờ vào hả em", false],
  ["em đi làm đây", false],
  ["vui quá", false],
])("%j may tell more: %j", (text, does) => {
  expect(mayTell(text) && tellsMore(text)).toBe(does)
})

test.each([
  "Làm ăn kiểu gì thế, gửi từ tuần trước tới giờ chả thấy ai trả lời",
  "đăng ký giúp em nhé",
  "trước đây anh làm ở tổ ba giờ chuyển sang tổ năm rồi thì có phải đổi gì không",
  "chiều nay họp tổ lúc ba giờ ở phòng lớn nhé các anh chị em ơi",
  "hôm trước em gửi cái sáng kiến mà không thấy ai trả lời gì hết vậy",
])("%j tells none", (text) => {
  expect(tellsIdea(text)).toBe(false)
})

test.each([
  "trước phải mài tay mất 2 tiếng",
  "dạ hồi trước toàn làm tay thôi",
  "truoc phai mai tay",
  "hiện nay bệnh nhân phải chờ lâu",
  "phải mài tay mất 2 tiếng",
  "mỗi lần thay khuôn mất 2 tiếng",
])("%j tells how it was and is no title", (text) => {
  expect(tellsHowItWas(text)).toBe(true)
})

test.each([
  "Giỏ đựng dụng cụ y tế",
  "Phai màu vải: cách giữ màu",
  "Trước giờ học năm phút ôn bài",
  "Giờ học vui",
])("%j may be a title", (text) => {
  expect(tellsHowItWas(text)).toBe(false)
})

test("how it is now is no title once it was told how it was", () => {
  expect(tellsHowItWas("giờ khuôn có vát sẵn", true)).toBe(true)
  expect(tellsHowItWas("Giá treo kéo cắt chỉ", true)).toBe(false)
})

test.each(["ai công nhận", "ai ký cho em", "sao có 2 cái"])("%j asks back", (text) => {
  expect(asksBack(text)).toBe(true)
})
