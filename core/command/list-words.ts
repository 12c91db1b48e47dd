import { type Row, vocabularyOf } from "./vocabulary.ts"

/** What words are that ask for a list of records, or for the people behind them. */
export type ListPart = keyof typeof SAID

const SAID = {
  record: "sáng kiến, sk, hồ sơ, cái, giải pháp, đề tài, bài",
  /** What a record is worth. */
  gain: "làm lợi, lợi ích, tiền lợi, giá trị, giá trị làm lợi, số tiền, tiền, tiền làm lợi, hiệu quả, tiết kiệm, khoản, phần, mức, lợi",
  /** Before an amount. */
  over: "trên, hơn, vượt, từ, ít nhất, tối thiểu, dưới",
  unconverted:
    "chưa quy đổi, chưa quy đổi được, không quy đổi, không quy đổi được, chưa chuyển đổi, chưa chuyển đổi được, chưa quy ra tiền, chưa quy ra đồng, chưa quy ra được, chưa quy được ra, chưa quy thành tiền, chưa đổi ra tiền, chưa đổi được ra, chưa tính ra tiền, chưa tính được ra, chưa tính thành tiền, không quy ra tiền, không quy được ra, không đổi ra tiền, không đổi được ra",
  /** Waits for its author. */
  askedBack: "chờ bổ sung, đợi bổ sung",
  asked: "trả về, trả lại, hỏi thêm, hỏi lại, yêu cầu, đòi, đề nghị",
  added: "bổ sung, gửi thêm, nộp thêm, gửi lại, nộp lại, trả lời, làm rõ",
  waits: "chờ, đợi, cần, phải",
  notYet: "chưa, chưa ai, chưa thấy, chưa có, không ai, không thấy, vẫn chưa",
  who: "ai",
  author: "tác giả, người gửi, người nộp, người viết",
  many: "bao nhiêu, bn, mấy, số, tổng số, số lượng",
  person:
    "người, đoàn viên, người lao động, lao động, công nhân, công nhân viên, viên chức, công nhân lao động, cá nhân",
  takesPart: "tham gia, đăng ký, đk, dk, nộp, gửi, đóng góp",
  all: "toàn bộ, tất cả",
  of: "của, ở, bên, tại, thuộc, trong",
} as const

const IDLE =
  "em anh chị cô chú bác mình tôi e a c ơi bot ad dạ ạ à nhé nha nhỉ thế vậy hả rồi có cho hỏi xin xem coi lấy giúp hộ với thì là mà nào gì những các " +
  "một ra liệt kê kể danh sách ds lọc riêng tìm hết tên đã đang còn bị được dc mới vẫn lại lên trở tiền đồng vnd không ko k cũng đấy đó thêm đi đâu biết muốn in " +
  "tổng cộng đếm thống kê báo cáo nhưng đạt"

const ROWS = (): readonly Row<ListPart>[] =>
  Object.entries(SAID).map(([part, said]) => [part as ListPart, said.split(", ")] as const)

/** The words of such a question, as they are written in `typed`. */
export const listWords = vocabularyOf(ROWS, IDLE)
