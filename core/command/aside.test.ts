import { expect, test } from "vitest"
import { asideIn, lackingWords } from "./aside.ts"
import { choiceFails } from "./beside.ts"

test.each([
  ["tôi không muốn nêu tên", "no_name"],
  ["đừng đưa tên tôi lên nhóm", "no_name"],
  ["thôi không cho nêu tên nữa", "no_name"],
  ["Không muốn nêu tên tôi lên nhóm chung đâu nhé", "no_name"],
  ["đừng để lộ tên em ra ngoài nhóm nha", "no_name"],
  ["thôi khỏi đăng tên chị lên zalo", "no_name"],
  ["bot còn thức không đó", "chat"],
  ["cho phép nêu tên tôi", "name"],
  ["em đồng ý cho nêu tên em trong nhóm nhé", "name"],
  ["cho em đừng nêu tên em nhé", "no_name"],
  ["tôi đã nộp trên cổng rồi", "elsewhere"],
  ["em gửi bằng giấy rồi ạ", "elsewhere"],
  ["tôi đăng ký trên google form rồi mà", "elsewhere"],
  ["tôi là công nhân thời vụ", "who"],
  ["em chưa vào công đoàn", "who"],
  ["danh sách lĩnh vực", "sectors"],
  ["thêm lĩnh vực Nông nghiệp", "sectors"],
  ["ẩn tên tôi đi", "no_name"],
  ["cái này thuộc lĩnh vực nào", "sectors"],
  ["không có tiền bạc gì đâu em", "no_money"],
  ["cái này đỡ mệt thôi chứ không ra tiền", "no_money"],
  ["chưa áp dụng", "not_applied"],
  ["mới thử thôi ạ", "not_applied"],
  ["lỡ gửi 2 lần rồi", "twice"],
  ["gửi trùng rồi thì sao", "twice"],
  ["tôi già rồi không biết bấm", "hard"],
  ["chữ nhỏ quá", "hard"],
  ["ăn cơm chưa em", "chat"],
  ["cái này của cả tổ", "team"],
  ["em chưa có sáng kiến gì", "no_idea"],
  ["bác không có ý tưởng gì cả", "no_idea"],
  ["tổ trưởng bảo em gửi", "sent"],
  ["em quét mã qr", "sent"],
  ["dạ em là công nhân mới", "sent"],
  ["em bấm nhầm rồi", "slip"],
  ["gửi nhầm người", "slip"],
  ["em muốn ẩn danh", "no_name"],
  ["Quét mã QR điểm danh ca", undefined],
  ["Chống bấm nhầm nút khởi động", undefined],
  ["chưa có sáng kiến nào giống của em", undefined],
  ["Thu tiền điện không tiền mặt", undefined],
  ["Gửi vật tư hai lần mỗi ngày", undefined],
  ["Chữ nhỏ trên bao bì được in lại", undefined],
  ["không ghi tên thuốc nên hay nhầm", undefined],
  ["tôi nộp rồi", undefined],
  ["Nộp hồ sơ qua cổng dịch vụ công rút ngắn 3 ngày", undefined],
  ["lĩnh vực nào nhiều nhất", undefined],
  ["Phần mềm chấm công cho lao động thời vụ", undefined],
])("%s: %s", (text, aside) => {
  expect(asideIn(text)).toBe(aside)
})

test.each([
  ["từ chối vì trùng", "refuse-how"],
  ["hỏi thêm số liệu làm lợi", "ask-more-how"],
  ["quân số May TNG 500", "headcount-how"],
  ["đơn vị May TNG có 500 người", "headcount-how"],
  ["đơn vị May TNG có 3 sáng kiến", undefined],
])("%s of an officer lacks what %s says", (text, key) => {
  expect(lackingWords(text)).toBe(key)
})

test.each([
  ["bấm 1 không được", true],
  ["gõ số 2 hoài mà không thấy gì", true],
  ["sao em chọn 1 mãi không được vậy", true],
  ["bấm nút đồng ý không được", true],
  ["không bấm được nút đồng ý", true],
  ["không chọn được số 2", true],
  ["Không bấm được 2 nút một lúc thì máy dừng", false],
  ["Bấm 1 nút không được thì dùng nút phụ trên tủ điện", false],
  ["Nhấn 2 tay máy dập mới chạy", false],
  ["chọn 1 người không được nghỉ", false],
])("%s: a choice cannot be made: %s", (text, fails) => {
  expect(choiceFails(text)).toBe(fails)
})
