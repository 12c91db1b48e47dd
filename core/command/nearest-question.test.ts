import { expect, test } from "vitest"
import { nearestQuestion } from "./nearest-question.ts"
import { OFFICER_EXAMPLES } from "./officer-examples.ts"
import { type Example, QUESTION_EXAMPLES, SAME_MEANING } from "./question-examples.ts"

/** Asked in words that no example has. */
const ASKED: readonly (readonly [text: string, name: string, rest: string])[] = [
  ["một người đăng ký mấy sáng kiến được ạ", "askRule", "who"],
  ["về hưu rồi có nộp được không em nhỉ", "askRule", "who"],
  ["đăng ký sáng kiến cần điều kiện gì", "askRule", "criteria"],
  ["sáng kiến cần những giấy tờ gì hả em", "askRule", "form"],
  ["gửi sáng kiến xong thì làm gì tiếp hả em", "askRule", "reviewer"],
  ["cấp tỉnh với cấp cơ sở khác gì nhau hả bot", "askRule", "levels"],
  ["làm sao để lên được cấp tỉnh hả em", "askRule", "levels"],
  ["có người lấy ý tưởng của em đi nộp thì làm sao", "askRule", "dispute"],
  ["sk của e bị trùng thì sao", "askRule", "alike"],
  ["đăng ký sáng kiến xong có được sửa không", "askRule", "change"],
  ["làm chung được không em", "askRule", "authors"],
  ["ko tính ra tiền dc thì ghi ntn", "askRule", "benefit"],
  ["không nộp thì có bị trừ thi đua không em", "askRule", "compulsory"],
  ["đăng ký trong nhóm hay nhắn riêng vậy", "askRule", "where"],
  ["khi mô thì trao thưởng rứa", "askRule", "ceremony"],
  ["app ni tai o dau", "askRule", "noApp"],
  ["em đăng ký rồi mà sao chưa thấy", "mine", ""],
  ["khi nào có kết quả công nhận", "mine", "when"],
  ["sáng kiến còn nhận đến hôm nào vậy em", "askRule", "open"],
  ["gửi sáng kiến thì được cộng mấy điểm", "askRule", "points"],
  ["có bao nhiêu người tham gia rồi vậy", "progress", ""],
  ["tại sao đơn vị tôi tụt hạng", "ranking", ""],
  ["bỏ tên của tôi ra khỏi danh sách được không", "myData", ""],
]

test.each(ASKED)("%s", (text, name, rest) => {
  expect(nearestQuestion(text)).toMatchObject({ name, rest })
})

test.each([
  ["Tôi đổi điện thoại, mất hết tin nhắn cũ rồi, hồ sơ còn không?", "phone"],
  ["Tôi chỉ nghĩ ra ý tưởng chứ chưa làm, có đăng ký được không", "criteria"],
  ["sáng kiến có cần nộp bản giấy không hay nhắn đây là xong", "form"],
])("%s: what is said as a whole is asked, whatever stands beside it", (text, rule) => {
  expect(nearestQuestion(text)).toMatchObject({ name: "askRule", rest: rule })
})

test.each([
  // Of something else
  "kết quả bóng đá tối qua thế nào",
  "khi nào họp công đoàn",
  "chuyển hàng sang kho mới được không",
  "trùng lịch với người khác thì sao",
  "báo cáo tuần nộp cho ai",
  "mã hàng 8823 còn bao nhiêu",
  "kẹt quá không về được",
  // "hàn" is no "hạn", "thầy" does not see
  "có ai hàn được không",
  "thầy nào dạy lớp này",
  "ai gửi cái này",
  // Of nothing, or of too little
  "không muốn nữa",
  "sao thế",
  "được không",
  "thế nào rồi",
  "",
  // Told, not asked: "máy" is no "mấy"
  "sáng kiến cải tiến máy của tổ mình",
  "gửi báo cáo cho tổ máy",
  "đăng ký",
  "Dạ em chào cả nhà, cho em hỏi tối nay ăn gì ạ, em cảm ơn",
])("%s: like none", (text) => {
  expect(nearestQuestion(text)).toBeUndefined()
})

test.each([
  [
    "Em là giáo viên trường Tiểu học Hoàng Văn Thụ tổ khối lớp bốn, hôm nay mới vào nhóm, cho em hỏi một người được nộp tối đa bao nhiêu sáng kiến ạ, em cảm ơn",
    "who",
  ],
  ["Dạ em bên khoa Nội, em muốn hỏi ai duyệt sáng kiến ạ", "reviewer"],
  ["ai duyệt sáng kiến vậy ạ, em cảm ơn anh chị nhiều", "reviewer"],
])("behind who they are, and before thanks: %s", (text, rest) => {
  expect(nearestQuestion(text)).toMatchObject({ name: "askRule", rest })
})

test("more words than anybody asks with are not looked at", () => {
  const [, asked] = ["", "có ai làm giống tôi chưa"]
  expect(nearestQuestion(asked)).toBeDefined()
  expect(nearestQuestion(`${"em ".repeat(30)}${asked}`)).toBeUndefined()
})

const told = (examples: readonly Example[]) =>
  examples.flatMap(([[name, rest], sentences]) =>
    sentences.map((sentence) => [sentence, name, rest] as const),
  )

test.each(told(QUESTION_EXAMPLES))("a member's %s", (sentence, name, rest) => {
  expect(nearestQuestion(`${sentence}?`)).toMatchObject({ name, rest })
})

test.each(told(OFFICER_EXAMPLES))("an officer's %s", (sentence, name, rest) => {
  expect(nearestQuestion(`${sentence}?`, { officer: true })).toMatchObject({ name, rest })
})

test("a word has one meaning", () => {
  const words = SAME_MEANING.flatMap((row) => row.split(", "))
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
})
