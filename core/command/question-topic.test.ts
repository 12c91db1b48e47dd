import { expect, test } from "vitest"
import { topicAsked } from "./question-topic.ts"

test.each([
  ["thưởng tết với thưởng sáng kiến có tính riêng không", "reward"],
  ["phó phòng đòi đứng tên chung sáng kiến thì phải chịu à", "author"],
  ["bằng lao động sáng tạo treo ở đâu", "award"],
  ["cái này có thưởng không ạ", "reward"],
  ["cái này có tiền không em", "reward"],
  ["nộp 10 cái có dc ipad k", "reward"],
  ["vậy tiền thưởng ai trả", "reward"],
  ["sáng kiến của em không tính được ra tiền thì sao", "benefit"],
  ["hai người đăng ký giống nhau thì sao", "alike"],
])("%j is told of %s", (text, rule) => {
  expect(topicAsked(text)).toMatchObject({ name: "askRule", rest: rule })
})

test.each([
  ["thưởng tết bao giờ có"],
  ["tiền ăn ca có tăng không"],
  ["chụp hình ở đâu"],
  ["ai nghỉ việc tuần này"],
  ["khi nào họp"],
])("%j is about other things", (text) => {
  expect(topicAsked(text)).toBeUndefined()
})
