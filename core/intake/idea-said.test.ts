import { expect, test } from "vitest"
import { ideaPutForward, ideaTheyHave, ideaTheyMade, titleBeforeWish, titleBehindOwner } from "./idea-said.ts"

test.each([
  [
    "alo em ơi anh là lái xe anh có cái sáng kiến lắp camera lùi cho xe nâng đỡ va quệt vào hàng thì anh nộp ở đâu",
    "lắp camera lùi cho xe nâng đỡ va quệt vào hàng",
  ],
  ["c ơi khoa e có cái quy trình giao ca bằng app thay sổ giấy", "quy trình giao ca bằng app thay sổ giấy"],
  ["có cái gì mới không em", undefined],
  ["ở đây có một bảng tin", "bảng tin"],
  ["xưởng không có quạt", undefined],
])("%j has the idea %j", (text, idea) => {
  expect(ideaTheyHave(text)).toBe(idea)
})

test.each([
  ['"Giá treo chỉ xoay 12 cọc" đăng ký cho em với', "Giá treo chỉ xoay 12 cọc"],
  ["Giá treo chỉ xoay 12 cọc, ghi nhận giúp chị nhé", "Giá treo chỉ xoay 12 cọc"],
  ["trước đây toàn bê tay giờ có xe đẩy, đăng ký giúp em nhé", undefined],
  [
    "Dán nhãn QR lên thùng hàng - làm lợi 25tr/năm - đăng ký",
    "Dán nhãn QR lên thùng hàng - làm lợi 25tr/năm",
  ],
  ["thay quat hut xuong cat, loi 20tr - dk sk", "thay quat hut xuong cat, loi 20tr"],
  ["Cữ gá may túi hộp (đăng ký)", "Cữ gá may túi hộp"],
  ["sáng kiến cữ gá may túi hộp của em đăng ký nhé", "cữ gá may túi hộp"],
  ["sáng kiến của em, đăng ký chưa", undefined],
  ["hôm qua mình đăng ký sáng kiến rồi", undefined],
  ["đăng ký giúp em nhé", undefined],
])("the title before the wish of %j", (text, title) => {
  expect(titleBeforeWish(text)).toBe(title)
})

test.each([
  ["sang kien cua toi la lam cai gia de dung cu y te cho gon", "lam cai gia de dung cu y te cho gon"],
  ["Dạ, sáng kiến của em: Bảng kiểm 5 bước tiêm an toàn", "Bảng kiểm 5 bước tiêm an toàn"],
  ["ý tưởng của tổ em là về việc dán nhãn màu cho van nước", "dán nhãn màu cho van nước"],
  ["giải pháp của chúng tôi như sau: lắp quạt hút ở lò", "lắp quạt hút ở lò"],
  ["sáng kiến của tôi là mã bao nhiêu", undefined],
  ["sáng kiến của em là được công nhận chưa ạ", undefined],
  ["sáng kiến của tôi", undefined],
  ["sáng kiến của tôi lâu quá chưa xét", undefined],
])("what %j calls one's own: %j", (text, title) => {
  expect(titleBehindOwner(text)).toBe(title)
})

test.each([
  ["em soạn mẫu excel chấm công tự động", "soạn mẫu excel chấm công tự động"],
  ["dì may cái túi đựng kéo đeo cổ cho khỏi rớt", "may cái túi đựng kéo đeo cổ cho khỏi rớt"],
  ["bac vua che cai ke de mo han", "che cai ke de mo han"],
  ["em nghĩ ra cách gấp túi rác nhanh hơn", "cách gấp túi rác nhanh hơn"],
  ["chị vừa làm được cái giá treo chỉ", "giá treo chỉ"],
  ["bọn em có làm cái phần mềm quản lý kho", "làm cái phần mềm quản lý kho"],
  ["em lắp máy ở đâu vậy", undefined],
  ["em tạo nhóm cho chị nhé", undefined],
  ["em đi làm ca hai", undefined],
])("%j tells that %j was made", (text, made) => {
  expect(ideaTheyMade(text)).toBe(made)
})

test.each([
  ["ghi cho anh cái sáng kiến lắp quạt hút bụi", "lắp quạt hút bụi"],
  ["khai báo sáng kiến thay thế dây curoa bằng xích", "thay thế dây curoa bằng xích"],
  ["sáng kiến tiết kiệm giấy in bằng cách in hai mặt", "tiết kiệm giấy in bằng cách in hai mặt"],
  ["tôi muốn chia sẻ cách làm hay: mỗi sáng họp 5 phút trước ca", "mỗi sáng họp 5 phút trước ca"],
  ["Mẹo: quấn băng keo màu vào ống nước", "quấn băng keo màu vào ống nước"],
  ["em đề nghị công ty làm mái che chỗ để xe", "làm mái che chỗ để xe"],
  ["sáng kiến hôm trước chị gửi ấy", undefined],
  ["sáng kiến làm giá treo chỉ được duyệt chưa", undefined],
  ["sáng kiến của em là làm giá treo chỉ", undefined],
  ["em đề nghị công ty tăng lương", undefined],
  ["mẹo vặt thì nhiều lắm", undefined],
])("%j puts %j forward", (text, idea) => {
  expect(ideaPutForward(text)).toBe(idea)
})
