import { type Row, vocabularyOf } from "./vocabulary.ts"

/** A part of a wish to register what stands before or behind it. */
export type WishPart = keyof typeof SAID

const SAID = {
  register:
    "đăng ký, đăng kí, đk, đki, đky, dk, ghi danh, ghi nhận, ghi tên, dự thi, báo danh, vào sổ, tham gia",
  send: "gửi, gởi, nộp, ghi, khai, báo, đưa, trình, nhập, lưu, góp, gửi lên, trình bày, đề xuất, ghi lại, note",
  idea: "sáng kiến, sk, ý tưởng, cải tiến, danh sách sáng kiến, vào danh sách, giải pháp",
  me: "giúp, giùm, hộ, dùm, nhờ, cho em, cho tôi, cho tui, cho mình, cho chị, cho anh, cho bác, cho e, cho con, cho cháu",
} as const

/** What asks for nothing of itself: pronouns, politeness, what stands between words. */
const IDLE =
  "em anh chị cô chú bác bạn mình tôi tui tao ông bà cháu con e a c mk mik ơi ad admin bot dạ vâng thưa có cho xin với vs nhé nha nhá nè này nghe nghen hen ạ à ừ alo hello chào " +
  "thì là mà rồi nữa cũng đi luôn lại một những các vì để và của muốn cần phải sẽ đang được đồng chí đ/c tụi bọn mọi người thế vậy đó đây kia ấy cái bài mới thêm vào vô lên danh sách chương trình công đoàn đơn vị tổ hệ thống nhờ 1 2 hai"

const SINGLE = new Set<string>(Object.values(SAID).flatMap((said) => said.split(", ")))
const ROWS = (): readonly Row<WishPart>[] =>
  Object.entries(SAID).map(([part, said]) => [part as WishPart, said.split(", ")] as const)

/** The words of a wish to register, as they are written in `typed`. */
export const wishWords = vocabularyOf(
  ROWS,
  IDLE.split(" ")
    .filter((word) => !SINGLE.has(word))
    .join(" "),
)
