import { expect, test } from "vitest"
import { topicAsked } from "./question-topic.ts"

test.each([
  ["thưởng tết với thưởng sáng kiến có tính riêng không", "reward"],
  ["phó phòng đòi đứng tên chung sáng kiến thì phải chịu à", "author"],
  ["bằng lao động sáng tạo treo ở đâu", "award"],
])("%j is told of %s", (text, rule) => {
  expect(topicAsked(text)).toMatchObject({ name: "askRule", rest: rule })
})

test.each([["thưởng tết bao giờ có"], ["chụp hình ở đâu"], ["ai nghỉ việc tuần này"], ["khi nào họp"]])(
  "%j is about other things",
  (text) => {
    expect(topicAsked(text)).toBeUndefined()
  },
)
