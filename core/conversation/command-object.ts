import { fold } from "../text/fold.ts"
import { type Head, isSpelled, marksOf } from "./command-head.ts"

/** What is "đăng ký"-ed every day and is no initiative: a first word and, behind it, one of several or anything. */
const EVERYDAY =
  "khám|nghỉ phép/ốm/bù/lễ/mát/ngày/việc/nửa/hai/ba/1/2/3|suất|ăn ca/trưa/tối/sáng/cơm/chay/uống/đêm/giữa|cơm ca/trưa/chay/hộp/tối|" +
  "ca làm/đêm/sáng/chiều/tối/ngày/trực/1/2/3/hai/ba|tăng ca/cường|làm thêm/bù/việc|đi du/chơi/làm/ăn/tham/học/thi/nghỉ/bơi/biển/chợ/về/công/xem/lễ/chùa|du lịch|" +
  "tham quan/gia/dự|tiêm|xe đưa/máy/ô/oto/ôm/bus/buýt/khách/về/đạp|vé xe/tàu/về/tết/máy/xem|mua|vay|học lại/phí/lớp/thêm/bổng/kỳ/nghề/an/lái/võ/bơi/đàn|lớp|" +
  "khóa|thi đua/đấu/tay/nâng/năng/bằng/chứng/lái/hát/trạng|danh hiệu/sách|chiến sĩ|hiến máu|ủng hộ|dự họp/tiệc/thi/cưới/hội/lễ|" +
  "họp lúc/ở/tổ/cơ/giao/đảng/công/chi/với/hội/nội/tuần/tháng/quý/chuyên/phụ/đầu/lại/gấp/mấy/khi/sáng/chiều/tối/mai/nay/zoom/tại/phòng|phòng họp/ở/trọ/khách|" +
  "lịch họp/khám/nghỉ/làm/trực/thi|trực|kết hôn|khai sinh|tạm trú|hộ khẩu/chiếu|kinh doanh|biển số|đăng kiểm|bảo hiểm|thẻ bhyt/atm/ngân/từ/xe/bảo|tài khoản|" +
  "sim|gói cước/4g/5g|wifi|4g|kênh|bóng đá/chuyền/bàn/rổ|cầu lông|giải cầu/bóng/chạy/cờ/quần/tennis/đấu/thể/pickleball|văn nghệ|chạy|đồng phục|áo đồng/phông/thun/mưa|" +
  "quà tết|nhận quà/tiền/lương/thưởng|số lượng/người|giấy tờ/phép|ở ký/ghép/trọ|nhà ở/trọ|cho con/cháu/bé|giúp nhau|với ai/tổ|vacxin|vắc xin|mail|email|zalo|facebook|" +
  "nguyện vọng|xét nghiệm|hội thi/thao/nghị|size|team|tour|khám"

type Object = {
  readonly first: ReadonlySet<string>
  readonly next: readonly { readonly key: string; readonly marks: ReadonlySet<string> }[]
}

const OBJECTS = new Map<string, readonly Object[]>(
  [...Map.groupBy(EVERYDAY.split("|"), (entry) => fold(entry.split(" ")[0] ?? "")).entries()].map(
    ([key, entries]) => [
      key,
      entries.map((entry) => {
        const [first = "", next = ""] = entry.split(" ")
        const words = next === "" ? [] : next.split("/")
        return {
          first: marksOf(first),
          next: words.map((word) => ({ key: fold(word), marks: marksOf(word) })),
        }
      }),
    ],
  ),
)

/** Whether the words begin with something of everyday life: "khám sức khỏe", "suất ăn"; "hộp phân loại" is not "họp". */
export function isEverydayObject(head: Head): boolean {
  const [first, second] = head.words
  if (first === undefined) return false
  return (OBJECTS.get(first.key) ?? []).some(
    ({ first: marks, next }) =>
      isSpelled(first.typed, marks) &&
      (next.length === 0 ||
        next.some((word) => word.key === second?.key && isSpelled(second.typed, word.marks))),
  )
}

const IDEA = new RegExp(
  `(?:^| )(?:${fold(
    "cải tiến|cải tạo|thiết kế|chế tạo|ứng dụng|giải pháp|quy trình|sử dụng|dùng|thay|lắp|làm|máy|thiết bị|hệ thống|phần mềm|một số|" +
      "biện pháp|phương pháp|nâng cao|giảm|tăng năng|tiết kiệm|chống|tránh|tận dụng|số hóa|tự động|mô hình|bộ|khuôn|gá|kệ|giá|xe|tủ|lò|bảng|hộp|khay|van|" +
      "cảm biến|tối ưu|rút ngắn|sắp xếp|xây dựng|nghiên cứu|đổi mới|app|web|sổ tay|sơ đồ|kỹ thuật|công nghệ|5s|kaizen|robot|ai|băng tải|đồ dùng|" +
      "trò chơi|góc|bàn|thùng|túi|đèn|quạt|bơm|cân|dao|kẹp|thước|phiếu|thẻ|mã|tem|vòi|ống|lưới|cửa|nắp|cột|dây|chuyển đổi",
  )})(?= |$)`,
)

/** Whether the words speak of something made, changed or gained. */
export function tellsAnIdea(head: Head): boolean {
  return IDEA.test(head.words.map(({ key }) => key).join(" "))
}
