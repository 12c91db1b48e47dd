import { describe, expect, test } from "vitest"
import { readCommand } from "../command/read.ts"
import { isOrder, wordsFor } from "./for-author.ts"

const NO_UNITS = { units: async () => [] }

/** Whether what was written is an order of the bot; else what the words behind "hỏi thêm" are. */
async function meant(text: string) {
  const command = readCommand(text, { officer: true })
  return command !== undefined && (await isOrder(text, command, NO_UNITS)) ? "order" : wordsFor(text)
}

describe("what an officer writes where the words to an author are awaited", () => {
  test.each([
    "cho em xin số liệu trước và sau",
    "bổ sung thêm ảnh minh họa giúp chị",
    "áp dụng ở chuyền nào, từ bao giờ?",
    "lam loi tinh the nao",
    "đã áp dụng từ bao giờ",
    "chào em, cho chị xin số liệu",
    "cho em xin số liệu",
    "cho xin số liệu",
    "hình ảnh đâu em",
    "trùng với SK-000003",
    "không phải sáng kiến",
    "không có tính mới",
    "chưa đủ số liệu",
    "ok em nhưng cần thêm ảnh",
    "thời gian thử là bao lâu",
    "khoan giếng ở đâu",
    "để ở đâu vậy em",
    "sau khi lắp thì sao",
    "gửi thêm ảnh và bảng tính giúp chị",
    "gửi file thuyết minh",
    "làm ở tổ nào",
    "kiểm tra lại số tiền làm lợi",
    "trùng",
    "sơ sài",
    "thiếu ảnh",
    "2",
  ])("%s: for the author, or no word at all", async (text) => {
    expect(await meant(text)).toBe(/\p{L}/u.test(text) ? "send" : "nothing")
  })

  test.each([
    "nhắc đơn vị chưa đạt 8h sáng mai",
    "tiến độ",
    "duyệt",
    "duyệt KCN",
    "tổng hợp tuần",
    "đơn vị nào chưa đạt",
    "ai chưa nộp",
    "tháng 3 được bao nhiêu",
    "top 5",
    "trợ giúp",
    "chào em",
    "cảm ơn em",
    "công nhận SK-000002",
    "gửi tin cho tất cả các nhóm: mai họp",
    "mời cán bộ KCN",
    "nhầm rồi, hủy giúp chị",
    "của tôi",
    "SK-000002",
  ])("%s: an order", async (text) => {
    expect(await meant(text)).toBe("order")
  })

  test.each([
    "thôi",
    "hủy",
    "không",
    "để sau",
    "bỏ qua",
    "quay lại",
    "thôi để sau",
    "thôi không hỏi nữa",
    "không hỏi nữa",
    "đừng gửi",
    "khoan đã",
    "chờ chút",
    "để xem đã",
    "xem lại hồ sơ",
    "hồ sơ tiếp theo",
    "công nhận",
    "thôi công nhận đi",
    "từ chối",
  ])("%s: a step back", async (text) => {
    expect(await meant(text)).toBe("back")
  })

  test.each([
    "kết quả thế nào",
    "tiến độ áp dụng đến đâu rồi",
    "danh sách tác giả",
    "nhóm tác giả gồm ai",
    "tháng 3 tiết kiệm được bao nhiêu",
    "2 lần thử kết quả ra sao",
    "2. cho em xin số liệu",
    "đã có rồi",
    "nhac KCN nop di",
    "gui bc vao nhom tinh",
    "soạn giúp công văn đôn đốc",
    "gửi file báo cáo cho lãnh đạo",
    "bc tuần",
    "gửi đi",
    "làm lại",
    "số 1",
    "sao vậy",
    "mai đi",
    "KCN",
  ])("%s: asked about first", async (text) => {
    expect(await meant(text)).toBe("unsure")
  })
})
