import { expect, test } from "vitest"
import { behindThanks, requestsIn } from "./requests.ts"

test.each([
  [
    "đăng ký sáng kiến: Lắp cảm biến tắt đèn nhà vệ sinh, và cho hỏi tiến độ đơn vị em",
    "đăng ký sáng kiến: Lắp cảm biến tắt đèn nhà vệ sinh",
    "cho hỏi tiến độ đơn vị em",
  ],
  [
    "dk sk: lap cam bien tat den nha ve sinh. cho e hoi bxh vs",
    "dk sk: lap cam bien tat den nha ve sinh",
    "cho e hoi bxh vs",
  ],
  [
    "đăng ký: Khay phân loại cúc áo, tiện thể cho chị hỏi có được nghỉ bù không",
    "đăng ký: Khay phân loại cúc áo",
    "cho chị hỏi có được nghỉ bù không",
  ],
  [
    "đăng ký: Khay phân loại cúc áo\nđăng ký: Kệ để khuôn xoay bốn mặt\nđăng ký: Máng hứng phoi",
    "đăng ký: Khay phân loại cúc áo",
    "đăng ký: Kệ để khuôn xoay bốn mặt\nđăng ký: Máng hứng phoi",
  ],
  [
    "hủy SK-000001 và đăng ký: Máng hứng dầu máy dập lần 2",
    "hủy SK-000001",
    "đăng ký: Máng hứng dầu máy dập lần 2",
  ],
  [
    "đăng ký: Máng hứng dầu máy dập lần 2 rồi hủy SK-000001 giúp em",
    "đăng ký: Máng hứng dầu máy dập lần 2",
    "hủy SK-000001 giúp em",
  ],
  // The new one first, so that which one is to go is asked last.
  [
    "bỏ cái kia đi, đăng ký cái này: Lắp công tắc hẹn giờ quạt trần",
    "đăng ký cái này: Lắp công tắc hẹn giờ quạt trần",
    "bỏ cái kia đi",
  ],
  // "Vừa rồi" is just now.
  [
    "hủy cái vừa rồi và đăng ký: Khay đựng suốt chỉ theo màu",
    "đăng ký: Khay đựng suốt chỉ theo màu",
    "hủy cái vừa rồi",
  ],
  [
    "hủy SK-000001 rồi thì đăng ký: Máng hứng dầu máy dập lần 2",
    "hủy SK-000001",
    "đăng ký: Máng hứng dầu máy dập lần 2",
  ],
  ["tiến độ và bảng xếp hạng", "tiến độ", "bảng xếp hạng"],
  ["của tôi, tiến độ đơn vị em nữa nhé", "của tôi", "tiến độ đơn vị em nữa nhé"],
  [
    "sửa SK-000001 làm lợi: 60tr/năm, cho hỏi tiến độ luôn",
    "sửa SK-000001 làm lợi: 60tr/năm",
    "cho hỏi tiến độ luôn",
  ],
])("%j is two requests", (text, first, second) => {
  expect(requestsIn(text)).toEqual([first, second])
})

test("a message of very many requests is one thing, for each would be answered by itself", () => {
  const cancels = (count: number) =>
    Array.from({ length: count }, (_, at) => `hủy SK-${at + 1}`).join(", a, ")
  expect(requestsIn(cancels(20))).toHaveLength(2)
  expect(requestsIn(cancels(21))).toBeUndefined()
  expect(requestsIn("đăng ký: Khay nam châm thu kim\n".repeat(60))).toBeUndefined()
})

test("a numbered list of one's own is one request for each", () => {
  const titles = "1. Giá treo chỉ xoay 12 cọc - 10tr\n2. Khay nam châm thu kim gãy"
  const each = ["đăng ký: Giá treo chỉ xoay 12 cọc - 10tr", "đăng ký: Khay nam châm thu kim gãy"]
  expect(requestsIn(`đăng ký:\n${titles}`)).toEqual(each)
  expect(requestsIn(`em đăng ký 2 sáng kiến:\n${titles}`)).toEqual(each)
  const marked = "- Giá treo chỉ xoay 12 cọc\n- Khay nam châm thu kim gãy"
  expect(requestsIn(`đăng ký:\n${marked}`)).toEqual([
    "đăng ký: Giá treo chỉ xoay 12 cọc",
    "đăng ký: Khay nam châm thu kim gãy",
  ])
  expect(requestsIn("dk 2 sk:\n1. Giảm bụi xưởng cắt\n2. Tăng sáng chuyền 3")).toHaveLength(2)
})

test.each([
  [
    "đăng ký: 1. Cải tiến khuôn đúc 2. Giá treo chỉ 3. Xe đẩy hàng",
    ["Cải tiến khuôn đúc", "Giá treo chỉ", "Xe đẩy hàng"],
  ],
  ["đăng ký: a) Cải tiến khuôn đúc; b) Giá treo chỉ", ["Cải tiến khuôn đúc", "Giá treo chỉ"]],
  [
    "dk: 1) Khay nam châm, làm lợi 20tr 2) Giá treo chỉ, làm lợi 5tr",
    ["Khay nam châm, làm lợi 20tr", "Giá treo chỉ, làm lợi 5tr"],
  ],
  ["đăng ký 2 sáng kiến sau: cải tiến khuôn đúc; giá treo chỉ", ["cải tiến khuôn đúc", "giá treo chỉ"]],
  [
    "em đăng ký hai sáng kiến: Cải tiến khuôn đúc và giá treo chỉ xoay",
    ["Cải tiến khuôn đúc", "giá treo chỉ xoay"],
  ],
  [
    "dk 3 sk: cải tiến khuôn đúc, giá treo chỉ xoay và xe đẩy ba tầng",
    ["cải tiến khuôn đúc", "giá treo chỉ xoay", "xe đẩy ba tầng"],
  ],
])("%j on one line is one request for each", (text, titles) => {
  expect(requestsIn(text)).toEqual(titles.map((title) => `đăng ký: ${title}`))
})

test.each([
  "đăng ký: Quy trình 5S gồm 1. Sàng lọc 2. Sắp xếp 3. Sạch sẽ",
  "đăng ký: 1. Lắp đèn LED ở tổ 2. Tiết kiệm 3 triệu",
  "đăng ký 2 sáng kiến: cải tiến khuôn đúc",
  "đăng ký các sáng kiến: Máy sấy găng tay và giá treo mũ",
  "đăng ký sáng kiến: Giá treo chỉ và khay đựng kim",
  "đăng ký:\n1. Khay nam châm thu kim gãy\n2. Giảm 30% thời gian",
  "đăng ký: Khay nam châm\n1. Gắn nam châm vào khay\n2. Đặt khay ở cuối chuyền",
  "đăng ký: Khay nam châm\n- Gắn nam châm vào khay\n- Đặt khay ở cuối chuyền",
  "đăng ký:\n- Khay nam châm thu kim gãy\n- Giảm 30% thời gian",
  "đăng ký:\n1. Tên: Khay nam châm thu kim gãy\n2. Mô tả: gom kim gãy vào khay",
  "đăng ký: Phần mềm theo dõi tiến độ, tìm kiếm hồ sơ và bảng xếp hạng thi đua",
  "đăng ký: Bảng theo dõi tiến độ chuyền may, xem nhanh trên điện thoại",
  "đăng ký: Hộp thư góp ý và đăng ký khám sức khỏe trên Zalo",
  "đăng ký: Cải tiến quy trình đăng ký, hủy suất ăn ca",
  "đăng ký: Sửa máy ép, cho ra sản phẩm đều hơn",
  "đăng ký: Hệ thống hỏi đáp, cho hỏi nhanh trên điện thoại",
  "đăng ký: Tủ thuốc lưu động, cho xem trước hạn dùng",
  "sửa SK-000001: Giá treo chỉ, xem cho rõ",
  "đăng ký: Khay phân loại cúc áo\nMô tả: công nhân đăng ký: lấy khay, trả khay",
  "đăng ký: Khay phân loại cúc áo, làm lợi 20tr/năm",
  "bổ sung SK-000001 công nhân quét mã, hủy phiếu giấy",
  "tiến độ Sở Văn hóa và Thể thao",
  "cảm ơn em",
  "đăng ký",
  "em hủy rồi, đăng ký làm gì",
])("%j is one", (text) => {
  expect(requestsIn(text)).toBeUndefined()
})

test.each([
  ["cảm ơn em, sửa giúp tên thành Khay nam châm", "sửa giúp tên thành Khay nam châm"],
  ["dạ em cảm ơn ạ. cho xem tiến độ luôn", "cho xem tiến độ luôn"],
  ["cảm ơn em", undefined],
  ["cảm ơn em nhiều nhé", undefined],
  ["thư cảm ơn, mẫu mới", undefined],
])("behind the thanks of %j", (text, behind) => {
  expect(behindThanks(text)).toBe(behind)
})
