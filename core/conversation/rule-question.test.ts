import { expect, test } from "vitest"
import { readCommand } from "./command.ts"

test.each([
  ["theo luật nào thì được thưởng 7%", "law"],
  ["can cu nghi dinh nao vay em", "law"],
  ["sáng kiến năm ngoái có nộp được không", "earlier"],
  ["em làm từ năm ngoái rồi thì đăng ký được không", "earlier"],
  ["một sáng kiến được tối đa mấy đồng tác giả", "authors"],
  ["1 sk mấy người", "authors"],
  ["nếu bị từ chối thì có nộp lại được không", "again"],
  ["thông tin của tôi lưu ở đâu, có bị lộ không", "privacy"],
  ["vậy ai xem được sáng kiến của em", "privacy"],
  ["em muốn giữ bí mật nội dung có được không", "secret"],
  ["giấy chứng nhận sáng kiến nhận ở đâu", "certificate"],
  ["tôi gửi 3 sáng kiến một lúc được không", "several"],
  ["thế tôi nộp giúp anh em tổ tôi kiểu gì", "behalf"],
  ["có phải viết báo cáo dài không", "form"],
  ["cho e xin link form cũ", "form"],
  ["e mún sửa lại xíu dc hk", "change"],
  ["chu chua biet cach gui anh", "photo"],
  ["video được không", "photo"],
  ["khong biet tinh tien lam loi the nao", "benefit"],
  ["mk k bt ghi lĩnh vực j lun", "sector"],
  ["bac khong biet lam loi bao nhieu", "benefit"],
  ["đồng chí ơi cho tôi hỏi sáng kiến phải đánh máy hay viết tay cũng được", "form"],
  ["tôi là cán bộ thì có được đăng ký không", "who"],
  ["bot có bán thông tin cho bên khác không", "privacy"],
  ["tôi muốn biết ai đã xem sáng kiến của tôi", "privacy"],
  ["nộp cho cả tổ một cái chung được không", "authors"],
  ["em ở phòng hcns thì đki ở đây đc ko", "who"],
])("%j asks about a rule: %s", (text, rule) => {
  expect(readCommand(text)).toMatchObject({ name: "askRule", rest: rule })
})

test.each([
  "giấy nghỉ phép có phải xin chữ ký không",
  "theo sếp thì nên làm gì",
  "sửa quạt được không em",
  "luật giao thông mới nói gì",
  "mẫu áo đồng phục đâu rồi",
  "gửi ảnh liên hoan lên nhóm đi",
  "ai xem bóng đá không",
  "máy này mấy người đứng",
  "Form nhập liệu tự động cho kho vải",
  "Ứng dụng bảo mật thông tin khách hàng",
])("%j asks about none", (text) => {
  expect(readCommand(text)?.name).not.toBe("askRule")
})

test.each([
  ["Khi nào hội đồng họp xét ạ?", "mine"],
  // However old or young whoever asks
  ["chau oi bac hoi cai nay dung the nao", "help"],
  ["may cai cua bac den dau roi", "mine"],
  ["bác quên mã rồi", "mine"],
  ["bac muon xem lai cai bac gui", "mine"],
  ["mà sk của t bao h đc duyệt v", "mine"],
  ["xong chưa em", "mine"],
  ["xem những cái chị nộp hộ", "mine"],
  ["tuần này cty mình top mấy r", "ranking"],
  ["tổ mình được mấy cái rồi", "progress"],
  ["check giúp mình xem có ai làm giống chưa", "search"],
  ["mình đang làm dở cái gì ấy nhỉ", "resume"],
  ["tao không đăng ký nữa, xóa hết thông tin của tao đi", "myData"],
  ["tắt thông báo đi phiền quá", "remind"],
  ["đơn vị tôi sai rồi", "correctUnit"],
  ["em rút khỏi SK-000007", "coAuthor"],
  ["cảm ơn cháu nhé", "thanks"],
  ["a lô a lô nghe rõ không", "greet"],
  ["bác là tổ trưởng tổ cơ điện bác muốn gửi cái sáng kiến", "register"],
  ["bể chứa xong chưa sơn", undefined],
  ["gửi từ tuần trước tới giờ chả thấy ai trả lời", "mine"],
  ["em đọc lại cho cô nghe cô đã đăng ký những cái gì rồi", "mine"],
  ["xóa hết đi, tôi không tham gia nữa", "myData"],
  ["khi nào họp công đoàn", undefined],
  ["bỏ công đoạn mài, không dùng đá nữa", undefined],
])("%j is %j", (text, name) => {
  expect(readCommand(text)?.name).toBe(name)
})
