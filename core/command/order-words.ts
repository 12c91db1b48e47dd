import { ASKS_NOTHING } from "./figure-words.ts"
import { type Row, vocabularyOf } from "./vocabulary.ts"

/** A part of what an officer may order, as the field calls it. */
export type OrderPart = keyof typeof SAID

/** How each part is said, with its marks; of words that begin alike the longest count, four at most. */
const SAID = {
  // Of a record
  recognize:
    "công nhận, duyệt, ký duyệt, thông qua, chấp thuận, đồng ý, cho qua, cho đạt, phê duyệt, duyệt luôn, nhất trí, tán thành, ưng, đạt, ok, oke, ký",
  refuse:
    "từ chối, bác, loại, không duyệt, không đạt, ko đạt, chưa đạt, gạch, đánh trượt, trượt, không công nhận, không thông qua, bác bỏ, cho trượt, cho rớt, gạt, gạt bỏ, gạch bỏ, rớt, không chấp nhận, đánh rớt, chưa duyệt được, không được công nhận",
  askMore:
    "hỏi lại, hỏi thêm, hỏi, bổ sung, yêu cầu bổ sung, làm rõ, giải trình, giải thích, nói rõ, thiếu, trả lại, trả về, hỏi tác giả, gửi thêm, chưa rõ, bảo tác giả, nhắn tác giả, minh chứng, chụp lại",
  onPortal:
    "lên cổng, trên cổng, đưa lên cổng, up lên cổng, lên cổng quốc gia, mã cổng, up cổng, nhập cổng, cổng cấp, cổng quốc gia, đẩy lên cổng, nạp lên cổng, vào cổng",
  undo: "thu hồi, hủy, bỏ, gỡ, rút, nhầm, bấm nhầm, lỡ, như cũ, mở lại, xét lại, khôi phục, lấy lại, hoàn tác, quay lại, phục hồi, bỏ dấu, lộn, bấm lộn, xem xét lại, duyệt lại, ghi nhầm, duyệt nhầm, lỡ tay, chấm lại",
  duplicate:
    "trùng, giống, giống hệt, trùng lặp, y hệt, y chang, là một, gộp, giống nhau, trùng nhau, gộp vào, gộp lại, nhập lại, cùng một, bản sao, hai lần, 2 lần, nhập làm một, nhập một, nhập, na ná, trùng lắp",
  history:
    "ai duyệt, ai công nhận, lịch sử, ai xét, ai ký, duyệt hôm nào, ai từ chối, ai chấm, ai sửa, qua những bước nào, ai đưa lên, ai bác, duyệt khi nào, ai loại",
  correct:
    "sửa, đính chính, gõ thiếu, ghi sai, sai tên, đổi tên, sửa lại, sửa giùm, sửa hộ, gõ sai, viết sai, nhập sai, chỉnh lại, ghi lại, sửa thành",
  benefit: "làm lợi, tiền làm lợi, giá trị làm lợi, tiết kiệm, lợi ích, số tiền",
  all: "tất cả, toàn bộ, hết, cả loạt, một loạt, hàng loạt",
  accept: "tiếp nhận, nhận đơn, nhận hồ sơ, ngày nhận, đã nhận, nhận giấy",
  // Of a unit
  target:
    "chỉ tiêu, chỉ tiêu giao, được giao, mức giao, số giao, kế hoạch, chỉ tiêu được giao, khoán, giao chỉ tiêu, giao",
  pledge:
    "phấn đấu, tự phấn đấu, đăng ký phấn đấu, xin phấn đấu, chỉ tiêu phấn đấu, cam kết, tự giao, quyết tâm, phấn đấu đạt",
  members: "đoàn viên, công đoàn viên, đv, đoàn viên công đoàn",
  workers: "lao động, người lao động, nlđ, công nhân, cnlđ, công nhân lao động",
  headcount: "quân số, số người, sĩ số, nhân sự, số lượng người, biên chế",
  mergeUnits:
    "sáp nhập, sáp nhập vào, sát nhập, sát nhập vào, nhập về, nhập vào, hợp nhất, hợp nhất vào, nhập chung, sáp nhập với, sáp nhập về",
  moveUnit:
    "chuyển về, chuyển sang, chuyển qua, điều về, đưa về, trực thuộc, thuộc về, chuyển, thuộc, từ giờ thuộc, nay thuộc, điều chuyển, chuyển hết sang",
  closeUnit: "giải thể, đóng cửa, ngừng hoạt động, không còn hoạt động, phá sản, không còn tồn tại",
  newUnit: "đơn vị mới, cơ sở mới, mới thành lập, thành lập, cđcs mới, thêm đơn vị, thêm cơ sở",
  // Of people
  invite:
    "mời, mã mời, cấp mã, cấp quyền, phân quyền, thêm quyền, trao quyền, cho quyền, tạo mã, tạo mã mời, cấp mã mời, vai trò, bổ nhiệm, phân công, mã kích hoạt, kết nạp, làm, vào, cấp, thêm, xin mã, phong, quyền, cho quyền",
  officer:
    "cán bộ, chủ tịch, phó chủ tịch, quyền cán bộ, quyền duyệt, người duyệt, quyền xét duyệt, cán bộ công đoàn, quyền xét, người xét duyệt",
  support:
    "tổ hỗ trợ, hỗ trợ, quyền hỗ trợ, nhập hộ, nhập hồ sơ hộ, nhập giúp, đăng ký hộ, nhập liệu, người hỗ trợ, tổ hỗ trợ sáng kiến",
  withdraw:
    "gỡ quyền, thu hồi quyền, bỏ quyền, cắt quyền, rút quyền, thu hồi vai trò, gỡ vai trò, hết nhiệm kỳ, nghỉ hưu, hạ quyền, chuyển công tác, thôi giữ, thôi làm, khóa quyền, tước quyền, cắt tài khoản, khóa tài khoản, thôi nhiệm vụ",
  handOver: "bàn giao, nghỉ đẻ, nghỉ thai sản, nghỉ phép, đi học, chuyển giao, thay tôi, thay chị, thay anh",
  who: "ai là, ai đang giữ, bà nào, ông nào, người nào, ai đang, ai phụ trách, ai làm",
  // What is sent
  remind:
    "nhắc, giục, hối, thúc, đôn đốc, nhắc nhở, hối thúc, nhắn, thúc giục, nhắc nhẹ, nhắc khéo, giục giã, đốc thúc, hò, ới",
  stop: "dừng, ngừng, tắt, ngưng, ngừng hẳn, dừng hẳn, dừng lại, đừng nhắc, không nhắc, khỏi nhắc, thôi nhắc, bỏ lịch, hủy lịch, tắt lịch, dừng lịch, xóa lịch",
  reminder: "lịch nhắc, lịch, lời nhắc, tin nhắc, lịch hẹn, cái lịch",
  groups:
    "nhóm, nhóm chung, nhóm tỉnh, các nhóm, nhóm chat, tất cả các nhóm, nhóm zalo, các group, group, nhóm chung tỉnh, từng nhóm",
  send: "gửi, đăng, bắn, bắn lên, gửi lên, đăng lên, phát, post, đẩy, thông báo, báo, gửi tin, gửi vào, đăng vào",
  link: "gắn, liên kết, nối, kết nối, gán, ghép, nối lại, gắn lại, gắn vào, link",
  nothing:
    "chưa có, trắng, chưa nộp, chưa gửi, chưa đăng ký, chưa động tĩnh, im, im lìm, im ru, im thin thít, zero, số 0, chưa thấy, không có",
  lag: "chậm, chậm tiến độ, ì, ì ạch, lẹt đẹt, trễ, đuối, tụt, bét bảng, cuối bảng, đội sổ",
  short: "chưa đạt, thiếu chỉ tiêu, chưa đủ, chưa hoàn thành, hụt, còn thiếu, chưa xong, dưới",
  week: "tuần này, trong tuần, tuần rồi, tuần qua",
  scores: "điểm, điểm thi đua, điểm số",
  // What the campaign is divided into
  peak: "đợt cao điểm, cao điểm, tuần cao điểm, tuần lễ sáng kiến",
  phase: "giai đoạn, gđ1, gđ2, gđ",
  file: "excel, file, xuất, xlsx, kết xuất, tệp",
} as const

const ROWS = (): readonly Row<OrderPart>[] =>
  Object.entries(SAID).map(([part, said]) => [part as OrderPart, said.split(", ")] as const)
const SINGLE = new Set<string>(Object.values(SAID).flatMap((said) => said.split(", ")))

/** The words of officers' orders, as they are written in `typed`. */
export const orderWords = vocabularyOf(
  ROWS,
  ASKS_NOTHING.split(" ")
    .filter((word) => !SINGLE.has(word))
    .join(" "),
)
