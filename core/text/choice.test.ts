import fc from "fast-check"
import { expect, test } from "vitest"
import { parseAgreement, parseChoice, parseYesNo } from "./choice.ts"
import { anyText } from "./testing.ts"

test.each(["thôi khỏi", "Thôi không cần ạ", "khỏi cần em", "thôi giữ lại", "để đó em"])(
  "%j is a no",
  (text) => {
    expect(parseYesNo(text)).toBe(false)
  },
)

test.each(["ừ đúng rồi em", "ok đồng ý", "Vâng, được ạ", "đúng đúng"])("%j is a yes said twice", (text) => {
  expect(parseYesNo(text)).toBe(true)
})

test.each([
  ["ừ", true],
  ["ừ thu hồi đi em", true],
  ["ừ thôi", false],
  ["ok 2", false],
  ["ừ nhưng để mai", undefined],
  ["dạ không phải", false],
])("%j to what offers to withdraw or to leave it: %s", (typed, agreed) => {
  expect(parseAgreement(typed, ["thu hồi", "thôi"])).toBe(agreed)
})

test.each([
  ["1", 1],
  ["1.", 1],
  ["1)", 1],
  ["(1)", 1],
  ["1/", 1],
  ["#2", 2],
  [" 2 ", 2],
  ["số 1", 1],
  ["so 2", 2],
  ["số một", 1],
  ["một", 1],
  ["mot", 1],
  ["MỘT", 1],
  ["hai", 2],
  ["ba", 3],
  ["câu 1", 1],
  ["chọn 2", 2],
  ["em chọn 2 ạ", 2],
  ["mình chọn số 3 nhé", 3],
  ["phương án 2", 2],
  ["mục 3", 3],
  ["thứ nhất", 1],
  ["thứ hai", 2],
  ["đầu tiên", 1],
  ["dạ 1 ạ", 1],
  ["2 nhé", 2],
  ["1️⃣", 1],
  ["3️⃣", 3],
  ["①", 1],
  ["１", 1],
  ["1\u200B", 1],
])("%j chooses option %i of three", (typed, option) => {
  expect(parseChoice(typed, 3)).toBe(option)
})

test.each([
  "",
  "0",
  "4",
  "bốn",
  "-1",
  "1 60/40",
  "1 hoặc 2",
  "1,2",
  "1/2",
  "1.5",
  "11",
  "ok",
  "không",
  "xin chào",
  "1 cái",
])("%j is no plain choice of three", (typed) => {
  expect(parseChoice(typed, 3)).toBeUndefined()
})

test("the tenth option can be chosen by its sign", () => {
  expect(parseChoice("🔟", 10)).toBe(10)
  expect(parseChoice("mười", 10)).toBe(10)
})

const CONSENT = ["Đồng ý", "Không"]
const REVIEW = ["Công nhận", "Hỏi thêm", "Từ chối", "Để sau"]
const SEND = ["Gửi", "Xem danh sách", "Thôi"]

test.each([
  ["đồng ý", CONSENT, 1],
  ["dong y", CONSENT, 1],
  ["ĐỒNG Ý", CONSENT, 1],
  ["dạ đồng ý ạ", CONSENT, 1],
  ["dong", CONSENT, 1],
  ["ok", CONSENT, 1],
  ["vâng ạ", CONSENT, 1],
  ["không", CONSENT, 2],
  ["ko", CONSENT, 2],
  ["k", CONSENT, 2],
  ["thôi", CONSENT, 2],
  ["dừng", CONSENT, 2],
  ["1", CONSENT, 1],
  ["công nhận", REVIEW, 1],
  ["hoi them", REVIEW, 2],
  ["hỏi", REVIEW, 2],
  ["từ chối", REVIEW, 3],
  ["để sau ạ", REVIEW, 4],
  ["xem", SEND, 2],
  ["không", SEND, 3],
  ["gửi", SEND, 1],
  ["đúng ạ", ["Đúng", "Chọn lại"], 1],
  ["chọn lại", ["Đúng", "Chọn lại"], 2],
  ["khác", ["Điện tử", "May mặc", "Khác"], 3],
])("%j chooses from %j option %i", (typed, options, option) => {
  expect(parseChoice(typed, options)).toBe(option)
})

test.each([
  ["d", ["Đồng ý", "Không"]],
  ["may", ["May TNG", "May Phú Bình"]],
  ["hai", ["Hai Bà Trưng", "Ba Đình", "Cầu Giấy"]],
  ["2 cho em xin số liệu trước và sau", REVIEW],
  ["đồng ý nhưng để em hỏi lại", CONSENT],
  ["ok", REVIEW],
  ["3", CONSENT],
  ["Không", ["Không", "Không"]],
])("%j does not choose from %j", (typed, options) => {
  expect(parseChoice(typed, options)).toBeUndefined()
})

test.each([
  ["ok", true],
  ["OKE", true],
  ["okê nhé", true],
  ["ừ", true],
  ["vâng", true],
  ["dạ", true],
  ["dạ vâng ạ", true],
  ["đúng", true],
  ["dung", true],
  ["đúng rồi", true],
  ["chuẩn", true],
  ["đồng ý", true],
  ["vâng đồng ý ạ", true],
  ["👍", true],
  ["không", false],
  ["dạ không ạ", false],
  ["ko", false],
  ["K", false],
  ["no", false],
  ["thôi", false],
  ["hủy", false],
  ["huỷ", false],
  ["không đồng ý", false],
  ["đừng", false],
  ["dừng", false],
  ["đừng".normalize("NFD"), false],
  ["đúng không", undefined],
  ["chiều nay họp nhé", undefined],
  ["", undefined],
  ["okokok", undefined],
])("%j means %s", (typed, meaning) => {
  expect(parseYesNo(typed)).toBe(meaning)
})

const hostile = fc.oneof(
  anyText({ maxLength: 200 }),
  fc
    .array(fc.constantFrom(..."1 2 ạ dạ em số chọn không đồng ý . ) ( , 1️⃣ \ud800 \u0301".split(" ")), {
      maxLength: 40,
    })
    .map((words) => words.join(" ")),
)

test("no text makes the choice readers throw or choose what is not offered", () => {
  fc.assert(
    fc.property(hostile, fc.integer({ min: 0, max: 9 }), (text, count) => {
      const chosen = parseChoice(text, count)
      expect(chosen === undefined || (chosen >= 1 && chosen <= count)).toBe(true)
      parseChoice(text, REVIEW)
      parseYesNo(text)
    }),
    { numRuns: 10_000 },
  )
})

test.each([
  ["có tôi đồng ý", true],
  ["thôi được rồi đồng ý", true],
  ["nhất trí đồng ý luôn", true],
  ["ừa", true],
  ["ủa", undefined],
  ["tao ko đồng ý", false],
  ["em chưa đồng ý đâu", false],
  ["đồng ý thì sao", undefined],
])("%j agrees: %s", (text, said) => {
  expect(parseYesNo(text)).toBe(said)
})
