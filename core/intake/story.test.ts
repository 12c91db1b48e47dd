import { expect, test } from "vitest"
import { ideaInPassing, madeIn } from "./story.ts"

test.each([
  ["em với mấy chị em trong tổ có làm cái giá treo kéo", "giá treo kéo"],
  [
    "hồi tháng 3 em có chế cái xe đẩy cuộn vải 3 tầng đỡ phải bê 2 người, dùng từ hôm rằm",
    "xe đẩy cuộn vải 3 tầng",
  ],
  [
    "cái line 5 hay bị kẹt phôi em lắp thêm cái chặn bằng nhựa pom là hết, QC khỏi phải lựa lại",
    "lắp thêm cái chặn bằng nhựa pom",
  ],
  [
    "em là giáo viên mầm non, em làm bộ thẻ học chữ bằng bìa lịch cũ, đỡ mua đồ chơi 2 triệu/lớp",
    "bộ thẻ học chữ bằng bìa lịch cũ",
  ],
  [
    "anh lái xe đây, anh gắn thêm tấm chắn bùn tự cắt từ lốp cũ, 1 xe đỡ 400 nghìn",
    "gắn thêm tấm chắn bùn tự cắt từ lốp cũ",
  ],
  [
    "thợ điện tụi em đấu thêm cái rơ le thời gian cho đèn hành lang, tháng giảm 3 triệu tiền điện",
    "đấu thêm cái rơ le thời gian cho đèn hành lang",
  ],
  ["chị em tổ 2 mới làm được cái bàn xoay dán nhãn, khỏi phải với, năng suất tăng 15%", "bàn xoay dán nhãn"],
  ["chi lay vai vun may thanh gie lau may khoi phai mua gie", "lay vai vun may thanh gie lau may"],
])("«%s» tells of: %s", (told, title) => {
  expect(madeIn(told)).toEqual({ title, told })
})

test.each([
  "hôm qua em làm ca đêm mệt quá lương có 200k một ngày",
  "em lấy xe đi công tác hết 200k tiền xăng rồi anh ạ",
  "em làm ở tổ cắt công ty may tng được 5 năm rồi",
  "em đang làm dở cái báo cáo cho sếp mai phải nộp rồi",
  "em đặt cơm trưa cho cả tổ rồi nhé mọi người",
  "chị mới lấy thuốc ở trạm y tế về từ sáng",
  "em làm cái này có được thưởng gì không chị",
])("«%s» tells of nothing that was made", (told) => {
  expect(madeIn(told)).toBeUndefined()
})

test.each([
  [
    "em điều dưỡng khoa nội: dán mã màu lên tủ thuốc để khỏi lấy nhầm",
    "dán mã màu lên tủ thuốc để khỏi lấy nhầm",
  ],
  [
    "mình có ý này, treo bảng phân công ở cửa để ai vào cũng thấy",
    "treo bảng phân công ở cửa để ai vào cũng thấy",
  ],
  ["nên lắp thêm quạt hút ở tổ ủi cho đỡ nóng", "lắp thêm quạt hút ở tổ ủi cho đỡ nóng"],
  ["em nghĩ là nên đổi khay nhựa sang inox", "đổi khay nhựa sang inox"],
  ["nhà ăn nên đổi khay nhựa sang inox", "nhà ăn đổi khay nhựa sang inox"],
  ["ghi hộ em: bàn xoay dán nhãn", "bàn xoay dán nhãn"],
  ["phiền em ghi nhận giúp chị sáng kiến sắp xếp lại kho vải theo màu", "sắp xếp lại kho vải theo màu"],
])("«%s» puts forward: %s", (said, title) => {
  expect(ideaInPassing(said)).toBe(title)
})

test.each([
  "nên đi sớm cho khỏi tắc đường",
  "gửi em: mai nộp quỹ nhé",
  "em hỏi: bao giờ có kết quả",
  "ghi cho chị nhé",
])("«%s» puts nothing forward", (said) => {
  expect(ideaInPassing(said)).toBeUndefined()
})
