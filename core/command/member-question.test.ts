import { expect, test } from "vitest"
import { readCommand } from "./read.ts"

test.each([
  ["được mấy điểm", "points"],
  ["em được bao nhiêu điểm rồi ạ", "points"],
  ["sao em được 3 điểm", "points"],
  ["điểm tính sao", "points"],
  ["có được cộng điểm thi đua không", "points"],
  ["ai gửi nhiều nhất", "most"],
  ["người nào nộp nhiều sáng kiến nhất", "most"],
  ["em đứng thứ mấy", "most"],
  ["đừng cho sếp biết", "boss"],
  ["đừng nói với sếp nhé", "boss"],
  ["sếp có biết không", "boss"],
  ["có ai biết em gửi không", "boss"],
  ["gửi có lộ tên không", "boss"],
  ["bữa ni còn nhận không", "open"],
  ["con han khong", "open"],
  ["hết hạn chưa", "open"],
  ["muộn chưa em", "open"],
  ["còn gửi kịp không", "open"],
  ["hạn cuối là bao giờ", "open"],
  ["bao giờ hết hạn đợt này", "open"],
  ["cho hỏi tháng này ai ở đơn vị mình nhiều sk nhất", "most"],
  ["trong tổ em ai nộp nhiều nhất tuần này", "most"],
  ["sao không thấy tên em", "unnamed"],
  ["sao có số của tôi", "number"],
  ["có gì báo em nhé", "news"],
])("«%s» asks about %s", (said, rule) => {
  expect(readCommand(said)).toMatchObject({ name: "askRule", rest: rule })
})

test.each([
  "em gửi rồi sao không thấy",
  "nộp hôm qua rồi mà không thấy đâu",
  "sáng kiến của em đâu mất rồi",
  "sao không thấy sáng kiến của em",
  "xong rồi à",
])("«%s» asks for one's own", (said) => {
  expect(readCommand(said)).toMatchObject({ name: "mine", rest: "" })
})

test.each([
  "tắt đi",
  "tắt giúp chị",
  "đừng nhắn nhắc tôi nữa",
  "thôi khỏi nhắc em hoài",
  "không muốn nhận tin nhắc nữa",
])("«%s» wants no reminders", (said) => {
  expect(readCommand(said)).toMatchObject({ name: "remind", rest: "tắt nhắc" })
})

test.each([
  "Đo nhiệt độ 3 điểm trên khuôn",
  "Bảng điểm thi đua treo ở xưởng",
  "Hạn chế bụi ở tổ cắt",
  "Mở nắp thùng bằng chân",
  "Đừng để dao gần tay",
  "Tắt điện tự động khi hết ca",
  "Đừng nhắc ai cũng nhớ khóa van",
  "Dùng loa nhắc nhở an toàn đầu ca",
  "Bớt nhắn tin, giao ca bằng sổ",
  "Thu hồi hơi nóng máy nén",
])("«%s» asks nothing", (said) => {
  expect(readCommand(said)).toBeUndefined()
})
