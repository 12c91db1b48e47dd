import { expect, test } from "vitest"
import { readSlip } from "./slip.ts"

test.each([
  ["à cái cữ khoan hôm trước lợi 25 triệu chứ không phải 20 đâu em", "làm lợi 25 triệu"],
  ["à nhầm, 50 triệu chứ không phải 5 triệu", "làm lợi 50 triệu"],
  ["50 triệu chứ ko phải 5 triệu em ơi", "làm lợi 50 triệu"],
  ["a nham 50 trieu chu khong phai 5 trieu", "làm lợi 50 trieu"],
  ["ghi nhầm rồi, làm lợi 50tr/năm nhé", "làm lợi 50tr/năm"],
  ["à không 8 triệu", "làm lợi 8 triệu"],
  ["thôi để 10 triệu", "làm lợi 10 triệu"],
  ["không phải 5 triệu mà là 50 triệu", "làm lợi 50 triệu"],
  ["chị Hoa bảo sáng kiến của chị ấy làm lợi 25 triệu cơ, sửa giúp chị", "làm lợi 25 triệu"],
  ["mà ghi nhầm rồi, 13 triệu thôi", "làm lợi 13 triệu"],
  ["thực ra là 15tr/năm cơ", "làm lợi 15tr/năm"],
  ["ủa sao có 300k, mình gõ nhầm á, 3tr mới đúng", "làm lợi 3tr"],
  ["ghi nhầm 120 triệu thật ra là 12 triệu", "làm lợi 12 triệu"],
  ["à nhầm", undefined],
  ["nhầm nhóm rồi", undefined],
  ["tiết kiệm 50 triệu", undefined],
  ["chiều nay họp chứ không phải mai", undefined],
])("%j puts right: %j", (text, words) => {
  expect(readSlip(text)).toBe(words)
})
