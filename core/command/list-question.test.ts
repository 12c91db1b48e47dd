import { expect, test } from "vitest"
import { readCommand } from "./read.ts"

const said = (text: string) => {
  const command = readCommand(text, { officer: true })
  return command && `${command.name} ${command.rest}`.trim()
}

test.each([
  ["sk nào trên 150tr", "tally làm lợi trên 150tr"],
  ["sáng kiến làm lợi trên 1 tỷ", "tally làm lợi trên 1 tỷ"],
  ["mấy cái làm lợi từ 500 triệu trở lên", "tally làm lợi từ 500 triệu trở lên"],
  ["Lọc riêng những cái làm lợi từ 150 triệu trở lên", "tally làm lợi từ 150 triệu trở lên"],
  ["tháng 3 KCN có sáng kiến nào làm lợi trên 1,5 tỷ không", "tally làm lợi trên 1,5 tỷ tháng 3 KCN"],
  ["KCN có bao nhiêu sáng kiến trên 200 triệu", "tally làm lợi trên 200 triệu KCN"],
  ["sáng kiến nào của May TNG làm lợi hơn 1 tỷ 2", "tally làm lợi hơn 1 tỷ 2 May TNG"],
  ["làm lợi trên 1 tỷ có những sáng kiến nào", "tally làm lợi trên 1 tỷ"],
  ["tổng hợp làm lợi từ 500 triệu KCN", "tally làm lợi từ 500 triệu KCN"],
])("%s: records by what they are worth", (text, command) => {
  expect(said(text)).toBe(command)
})

test.each([
  ["khoản làm lợi nào chưa quy ra tiền được, kể ra chị xem", "tally chưa quy đổi"],
  ["sáng kiến nào chưa quy đổi được làm lợi", "tally chưa quy đổi"],
  ["Liệt kê các sáng kiến chưa quy đổi được ra tiền", "tally chưa quy đổi"],
  ["bao nhiêu sáng kiến chưa quy đổi được của KCN", "tally chưa quy đổi KCN"],
  ["chưa quy đổi được là những cái nào", "tally chưa quy đổi"],
  ["tổng hợp chưa quy đổi tháng 3", "tally chưa quy đổi tháng 3"],
])("%s: records that state no đồng", (text, command) => {
  expect(said(text)).toBe(command)
})

test.each([
  ["mấy cái bị trả về đòi bổ sung mà chưa ai gửi lại", "review chờ bổ sung"],
  ["những hồ sơ đã hỏi thêm mà chưa trả lời", "review chờ bổ sung"],
  ["sáng kiến nào đang chờ tác giả bổ sung", "review chờ bổ sung"],
  ["danh sách hồ sơ cần bổ sung", "review chờ bổ sung"],
  ["hồ sơ nào cần bổ sung của KCN", "review chờ bổ sung KCN"],
  ["mấy cái chị hỏi thêm đã ai trả lời chưa", "review chờ bổ sung"],
  ["sk nào bị trả lại chưa nộp lại", "review chờ bổ sung"],
  ["duyệt chờ bổ sung KCN trang 2", "review chờ bổ sung KCN trang 2"],
])("%s: what waits for its authors", (text, command) => {
  expect(said(text)).toBe(command)
})

test.each([
  ["bao nhiêu người tham gia", "tally người tham gia"],
  ["có bao nhiêu đoàn viên đã gửi sáng kiến", "tally người tham gia"],
  ["Toàn tỉnh có bao nhiêu người đã tham gia đăng ký", "tally người tham gia Toàn tỉnh"],
  ["bao nhiêu đoàn viên tham gia tháng 3", "tally người tham gia tháng 3"],
  ["có bao nhiêu người đăng ký trong tháng 3 ở KCN", "tally người tham gia tháng 3 KCN"],
  ["tuần này thêm bao nhiêu người tham gia", "tally người tham gia tuần này"],
  ["May TNG bao nhiêu người nộp rồi", "tally người tham gia May TNG"],
  ["tổng hợp người tham gia giai đoạn 1", "tally người tham gia giai đoạn 1"],
])("%s: people, and no records", (text, command) => {
  expect(said(text)).toBe(command)
})

test.each([
  ["có bao nhiêu đoàn viên", "unitList"],
  ["May TNG có bao nhiêu công nhân", "unitList May TNG"],
  ["bao nhiêu người chưa nộp", "whoLags ai chua nop"],
  ["hỏi thêm SK-3 cho em xin số liệu", "askMore SK-3 cho em xin số liệu"],
  ["trường nào có sáng kiến trên 1 tỷ", undefined],
  ["mỗi đơn vị bao nhiêu người tham gia", undefined],
  ["đơn vị nào trên 90%", "whoLags don vi da dat 90"],
  ["xem các hồ sơ đã từ chối", "askRule states"],
])("%s: %s, and no list of these", (text, command) => {
  expect(said(text)).toBe(command)
})

test.each(["sáng kiến làm lợi trên 1 tỷ", "sk nào trên 150tr", "bao nhiêu người tham gia", "chờ bổ sung"])(
  "%s: of nobody but an officer",
  (text) => {
    expect(["tally", "review"]).not.toContain(readCommand(text)?.name)
  },
)
