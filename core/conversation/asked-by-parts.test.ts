import { describe, expect, test } from "vitest"
import { campaignOf } from "../campaign/campaign.ts"
import { demoCampaign } from "../campaign/demo.ts"
import { partsIn } from "./asked-by-parts.ts"
import { commandOf } from "./command-of-parts.ts"
import { NAMED_UNITS } from "./testing.ts"

const CALENDAR = {
  campaign: campaignOf(demoCampaign("2026-03-10")),
  now: Date.parse("2026-03-10T08:00:00+07:00"),
  zone: "Asia/Ho_Chi_Minh",
}

function read(text: string): string | undefined {
  const parts = partsIn(text, CALENDAR, NAMED_UNITS)
  const command = parts && commandOf(parts)
  return command && `${command.name} ${command.rest}`.trim()
}

describe("what an officer asks to see is told from its parts, in whichever order they stand", () => {
  test.each([
    // How far a unit is
    ["Võ Nhai tới đâu rồi em", "progress H-VN"],
    ["LĐLĐ TP Phổ Yên đk bn, công nhận bn, lên cổng bn", "progress TP-PY"],
    ["Với đà này thì đến 31/5 có kịp 5.000 không em", "progress"],
    ["mỗi ngày Phổ Yên cần thêm bao nhiêu nữa mới đủ chỉ tiêu giai đoạn", "progress TP-PY"],
    ["tien do KCN ra sao roi", "progress KCN"],
    // What a period brought
    ["Tổng tiền làm lợi đến giờ này là bao nhiêu", "tally đến giờ"],
    ["tong gia tri lam loi nganh cong thuong quy 1", "tally quy 1 CT"],
    ["Trong tuần cao điểm mình đạt bao nhiêu so với 1.500", "tally tuần cao điểm"],
    ["Anh cần một bản tóm tắt giai đoạn 1 để đưa vào báo cáo sơ kết", "tally giai đoạn 1"],
    ["bc nhanh cho lđ: toàn tỉnh đạt bn % GĐ1, bn % cả chương trình", "tally GĐ1 và cả chương trình LDLD-TN"],
    ["tháng này lĩnh vực nào nhiều nhất", "tally theo lĩnh vực tháng này"],
    ["số liệu ATVSLĐ của KCN", "tally lĩnh vực ATVSLĐ KCN"],
    ["số liệu lĩnh vực ATVSLĐ bên Công Thương tháng 2", "tally lĩnh vực ATVSLĐ tháng 2 CT"],
    // Records behind the numbers
    ["danh sách sáng kiến tháng này của may tng", "tally tháng này KCN-01 chi tiết đăng ký"],
    ["co bao nhieu ho so bi tu choi roi, ly do gi", "tally cả chương trình chi tiết điều chỉnh"],
    ["cho chị danh sách được công nhận tháng 2 của KCN", "tally tháng 2 KCN chi tiết công nhận"],
    ["cho a ds sk của CĐCS THPT Bảo Cường bên GD", "tally cả chương trình GD-07 chi tiết đăng ký"],
    // Who is first, who is last
    ["don vi nao dan dau khoi kcn vay bot", "ranking KCN"],
    ["may tng xếp hạng mấy trong KCN", "ranking vị trí KCN-01"],
    ["5 đơn vị đứng đầu là những ai", "ranking top 5"],
    ["đơn vị chậm tháng này", "whoLags don vi cham"],
    ["Huyện Võ Nhai có mấy công đoàn cơ sở chưa có sáng kiến nào?", "whoLags don vi chua co của H-VN"],
    ["đv nào chưa có sk nào từ đầu tháng", "whoLags don vi chua co từ đầu tháng"],
    ["cđcs nào của Phổ Yên dưới 50% chỉ tiêu", "whoLags don vi duoi 50% của TP-PY"],
    ["có cơ sở nào của Võ Nhai vượt 80% chưa", "whoLags don vi da dat 80 của H-VN"],
    ["mấy đơn vị đạt chỉ tiêu tháng này", "whoLags don vi da dat"],
    ["các đơn vị đạt bao nhiêu phần trăm rồi", "ranking"],
    ["Sáng kiến làm lợi cao nhất tỉnh hiện nay là của ai", "honour cả chương trình LDLD-TN"],
    // Side by side
    ["GD với YT bên nào nhiều hơn", undefined],
    ["GD với KCN bên nào nhiều hơn v", "compare GD với KCN"],
    ["KCN tuan truoc voi tuan nay chenh nhau bn", "compare tuan truoc với tuan nay KCN"],
    ["Tháng 3 so với tháng 2 tăng hay giảm", "compare Tháng 3 với tháng 2"],
    ["Đặt Phổ Yên cạnh Võ Nhai xem bên nào khá hơn", "compare TP-PY với H-VN"],
    ["Q1/2026 so vs Q4/2025 tăng giảm ntn", "compare Q1/2026 với Q4/2025"],
    ["Công Thương tuần này lên hạng hay xuống hạng", "ranking vị trí CT tuần này"],
    ["Năm đơn vị bét bảng tính theo phần trăm chỉ tiêu", "whoLags top 5 don vi cham"],
    ["top 3 GD theo số lượng rồi top 3 theo % luôn nha", "ranking top 3 GD"],
    ["Bên khu công nghiệp còn bao nhiêu cơ sở trắng bảng", "whoLags don vi chua co của KCN"],
    ["Trên cổng với trong bot lệch nhau bao nhiêu hồ sơ?", "askRule figures"],
    ["sk ATVSLĐ của Võ Nhai dc mấy cái", "tally lĩnh vực ATVSLĐ H-VN"],
    ["hqua thêm đc bn sk v e", "tally hôm qua"],
    // Who is in charge, what is to be done, when
    ["đ/c nào phụ trách GD v ad", "roles GD"],
    ["the tuan nay viec can lam la gi", "askRule today"],
    ["GĐ2 bắt đầu khi nào, ct bn", "targets giai đoạn"],
    // What waits
    ["Có hồ sơ nào đang chờ tôi xét không", "review"],
    ["bn sk chờ xét ở KCN r em", "review KCN"],
    ["còn mấy hồ sơ nữa chưa duyệt vậy em", "review"],
    ["con bao nhieu ho so cho minh duyet vay em", "review"],
    ["Tuần cao điểm vừa rồi có cán mốc 1.500 không", "tally Tuần cao điểm vừa rồi"],
    // Files
    [
      "Xuất cho anh file Excel tất cả sáng kiến của khối KCN để sáng mai báo cáo Thường trực",
      "export sáng kiến KCN",
    ],
    ["chị cần file excel để trình lãnh đạo", "export tổng hợp"],
    ["Cho em danh sách những sáng kiến đã công nhận mà chưa đưa lên cổng", "export chưa lên cổng"],
  ])("%s → %s", (text, command) => {
    expect(read(text)).toBe(command)
  })
})

describe("what holds one word more than its parts, or only tells, is not guessed at", () => {
  test.each([
    "4317 của ai thế",
    "giao cho Võ Nhai 180 cái trong gđ1",
    "chị nộp rồi nhé",
    "đạt rồi em ạ",
    "cái này hỏi lại xem làm lợi bao nhiêu",
    "xuất giúp chị",
    "tôi không có sáng kiến gì đâu",
    "con so 3.801 trong ban tong hop hom no gom nhung ho so nao",
    "đợi chị tí",
    "chờ chút nhé",
    "thêm 1 tuần cao điểm 16-22/5, mục tiêu 800 đc ko",
    "SK 101 với SK 98 có trùng k e",
    "sáng kiến của em tới đâu rồi",
    "hồ sơ chị gửi hôm qua sao rồi",
    "Toàn tỉnh có bao nhiêu người tham giá",
    "làm sao để xem tiến độ KCN",
    "KCN nhắc giúp chị",
    "bảng theo dõi tiến độ may bằng mã QR",
    "số liệu điện của máy nén khí tháng 3",
    "tiết kiệm điện nước tại Phổ Yên",
  ])("%s", (text) => {
    expect(read(text)).toBeUndefined()
  })
})
