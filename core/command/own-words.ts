import { ASKS_NOTHING } from "./figure-words.ts"
import { type Row, vocabularyOf } from "./vocabulary.ts"

/** A part of what a member says of their own. */
export type OwnPart = keyof typeof SAID

/** How each part is said, with its marks; of words that begin alike the longest count, four at most. */
const SAID = {
  own: "của em, của tôi, của mình, của tui, của anh, của chị, của e, của con, của cháu, của bác, của cô, em gửi, tôi gửi, tui gửi, mình gửi, em nộp, tôi nộp, tui nộp, em đăng ký, tôi đăng ký",
  idea: "sáng kiến, sk, cái, bài, đơn, hồ sơ, ý tưởng, bài viết",
  /** How far it is. */
  status:
    "đến đâu, tới đâu, sao rồi, ra sao, thế nào, kết quả, xét, duyệt, công nhận, lên cổng, được duyệt, xong, chấm, đậu, tin tức, hồi âm, phản hồi, chưa thấy gì, chưa thấy, không thấy gì, đang ở đâu, khâu nào, bước nào, ai xem, chờ, đợi, tới mô, tình hình, im re, im lặng, lên cổng chưa, có gì chưa, gì chưa, được chưa, xong chưa, duyệt chưa, cổng, mã cổng, trả lời, hỏi lại",
  when: "bao giờ, khi nào, chừng nào, bao lâu, mấy ngày, ngày nào, mất bao lâu, lúc nào",
  // What is to be changed
  cancel: "xóa, hủy, rút, bỏ, bớt, tắt, đừng, rút lại, xóa bỏ, thôi không, gỡ, rút khỏi",
  correct:
    "sửa, đổi, chỉnh, ghi lộn, ghi sai, ghi nhầm, nhầm, lộn, sai, gõ sai, viết sai, sửa lại, đổi lại, đính chính, đổi tên, thành, thay",
  add: "bổ sung, viết thêm, ghi thêm, thêm, gửi thêm, nói thêm",
  mates:
    "đồng tác giả, làm chung, làm cùng, chia lại, tỷ lệ, tỉ lệ, phần trăm, chung tên, đứng tên, chia đều, bỏ tên, rút tên, xóa tên, ra khỏi, khỏi",
  secret:
    "bí mật, giấu, bảo mật, giữ kín, đừng cho ai xem, đừng cho ai, che, che lại, không cho ai, bí quyết",
  // Of themselves
  data: "thông tin của tôi, thông tin của em, thông tin của mình, dữ liệu, thông tin cá nhân, tài khoản, thông tin, những gì bot giữ, bot đang giữ, bot đang lưu, đang giữ về, đang lưu về, giữ về em, giữ về e",
  name: "tên tôi, tên em, tên tui, tên mình, họ tên, tên của em, tên của tôi, tên anh, tên chị, tên của tui, tên của mình",
  shown:
    "trên nhóm, nêu tên, ẩn giùm, ẩn tên, ẩn đi, hiện tên, ai thấy, thấy tên, đăng tên, lộ tên, ẩn danh, nhóm chung, trên nhóm chung, đưa tên",
  workplace: "đơn vị, chỗ làm, cơ quan, công ty, nơi làm việc, nơi làm, nơi công tác, chỗ làm việc",
  reminders: "nhắc, tin nhắc, nhắn tin, làm phiền, thông báo, nhắn, cứ nhắn",
  // What they want to know
  how: "cách, hướng dẫn, gõ gì, gõ sao, làm sao, bắt đầu, thế nào ạ, làm thế nào, không hiểu, chả hiểu, chẳng hiểu, chưa hiểu, không biết, mù công nghệ",
  register: "đăng ký, nộp, đki, dk, đk, dự thi",
  another: "cái nữa, một cái nữa, thêm cái nữa, cái khác nữa",
  rank: "thứ mấy, hạng mấy, xếp hạng, thứ hạng",
} as const

const FEELS =
  "mới sốt ruột lo lắng mong ngóng hoài mãi hết tháng ngày bữa nửa tuần cũ trước vẫn còn bạn ấy tuyệt khẩn giấy tờ chắc răng rứa ni hè hỉ hông zậy nhể dị cơ mấy nào nao gì chi chưa đâu hai thật ủa ơ hình như " +
  "không biết được đã bên xưởng tổ phòng khoa trên hết sao cứ trời ơi alo bác cô chú cháu con lâu"
const SINGLE = new Set<string>(Object.values(SAID).flatMap((said) => said.split(", ")))
const ROWS = (): readonly Row<OwnPart>[] =>
  Object.entries(SAID).map(([part, said]) => [part as OwnPart, said.split(", ")] as const)

/** The words members say of their own, as they are written in `typed`. */
export const ownWords = vocabularyOf(
  ROWS,
  `${ASKS_NOTHING} ${FEELS}`
    .split(" ")
    .filter((word) => !SINGLE.has(word))
    .join(" "),
)
