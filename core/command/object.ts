import { fold } from "../text/fold.ts"
import { type Head, isSpelled, marksOf } from "./head.ts"

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
  "nguyện vọng|xét nghiệm|hội thi/thao/nghị|size|team|tour|lịch phòng|gửi xe/con/đồ|làm thẻ/hộ/giấy/bảo/sổ/thủ/căn/ca|kết nạp/nghĩa|nhu cầu|trễ|muộn|sớm|tên"

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

/** What titles begin with: what is done, or the thing that is made or changed. */
const OPENINGS = phraseList(
  "cải tiến, cải tạo, thiết kế, chế tạo, chế phẩm, tự chế, ứng dụng, giải pháp, quy trình, sử dụng, dùng, thay, thay thế, lắp, làm, máy, thiết bị, hệ thống, phần mềm, " +
    "một số, biện pháp, phương pháp, nâng cao, giảm, tăng, tiết kiệm, chống, tránh, tận dụng, tái sử, số hóa, tự động, mô hình, bộ, khuôn, gá, kệ, giá, xe, tủ, lò, " +
    "bảng, hộp, khay, van, cảm biến, tối ưu, rút ngắn, rút gọn, sắp xếp, bố trí, xây dựng, nghiên cứu, đổi mới, app, web, website, sổ tay, sơ đồ, kỹ thuật, công nghệ, " +
    "5s, kaizen, robot, băng tải, băng chuyền, đồ, trò chơi, góc, bàn, thùng, túi, đèn, quạt, bơm, cân, dao, kẹp, thước, phiếu, mã, tem, vòi, ống, lưới, cửa, nắp, cột, " +
    "dây, chuyển đổi, dán, gắn, sơn, đóng, hàn, may, cắt, đo, in, trồng, ủ, sấy, nuôi, chăm sóc, phòng, thu, tách, lọc, xử lý, kiểm soát, quản lý, theo dõi, giám sát, cảnh báo, " +
    "phân loại, vườn, chuồng, bồn, bể, hố, mái, tháp, cầu, cổng, camera, clip, video, nhóm zalo, kênh, thư viện, sân, khu, bẫy, men, phân, thuốc, dụng cụ, mẫu, biểu mẫu, " +
    "dạy, rèn, hướng dẫn, giáo dục, bài giảng, kỹ năng, phát huy, phát triển, tổ chức, vận động, tuyên truyền, vận hành, bảo dưỡng, bảo quản, chuẩn hóa, mạch, biến tần, tăng năng",
)
/** What is gained or how it works, wherever it stands. */
const GAINS = phraseList(
  "giảm, tiết kiệm, tăng năng, chống, tránh, tự động, cải tiến, nâng cao, rút ngắn, tận dụng, thay cho, thay thế, thay vì, tái chế, tự chế, báo sự, cảnh báo, đa năng, làm lợi, " +
    "năng suất, hiệu quả, thông minh",
)

type Spelled = { readonly key: string; readonly marks: ReadonlySet<string> }

function phraseList(list: string): ReadonlyMap<string, readonly (readonly Spelled[])[]> {
  const phrases = list
    .split(", ")
    .map((phrase) => phrase.split(" ").map((word) => ({ key: fold(word), marks: marksOf(word) })))
  return Map.groupBy(phrases, ([first]) => first?.key ?? "")
}

/** Work and family life: "dùng xe công đi Hà Nội", "thay ca với chị Thu". Only what names a gain is an idea beside these. */
const DAILY = phraseList(
  "tăng ca, thay ca, đổi ca, cuộc họp, hội trường, xe công, xe đi, đi công, đi viếng, đám ma, đám cưới, đám giỗ, đám hiếu, với chị, với anh, với em, tuần tới, tuần sau, tuần này, " +
    "tháng tới, tháng sau, ngày mai, sáng mai, chiều mai, chiều nay, tối nay, sáng nay, trưa nay, thứ bảy, chủ nhật, thai sản, nghỉ phép, hội nghị, phòng kế, sinh nhật, liên hoan, đi chơi, đi làm",
)

/** So many words with a machine or a deed among them are a title, though it begins otherwise. */
const MANY_WORDS = 6

/** Whether the words speak of something that is made, changed or gained; what somebody puts in quotes is a title too. */
export function tellsAnIdea(head: Head): boolean {
  const has = (list: ReturnType<typeof phraseList>) => head.words.some((_, at) => stands(head, at, list))
  if (/^\s*["“«]/u.test(head.text) || has(GAINS)) return true
  const mayBe = opens(head) || (head.words.length >= MANY_WORDS && has(OPENINGS))
  return mayBe && !has(DAILY)
}

/** "AI nhận diện lỗi vải"; "ai" in small letters asks who. */
function opens(head: Head): boolean {
  return stands(head, 0, OPENINGS) || /^AI /.test(head.text)
}

/** Whether the words begin as titles do, and not as a day's plan does. */
export function beginsLikeTitle(head: Head): boolean {
  return opens(head) && !head.words.some((_, at) => stands(head, at, DAILY))
}

/** Whether the words name what is gained. */
export function tellsAGain(head: Head): boolean {
  return head.words.some((_, at) => stands(head, at, GAINS))
}

function stands(head: Head, at: number, list: ReturnType<typeof phraseList>): boolean {
  return (list.get(head.key(at)) ?? []).some((phrase) =>
    phrase.every(({ key, marks }, word) => {
      const said = head.words[at + word]
      return said?.key === key && isSpelled(said.typed, marks)
    }),
  )
}
