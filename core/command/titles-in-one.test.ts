import { expect, test } from "vitest"
import { requestsIn } from "./requests.ts"

test.each([
  [
    "sáng kiến của em là Cữ gá may túi hộp, của chị Hoa là Giá treo kéo bấm chỉ",
    ["đăng ký: Cữ gá may túi hộp", "đăng ký hộ chị Hoa: Giá treo kéo bấm chỉ"],
  ],
  [
    "đăng ký sáng kiến của em là Cữ gá may túi hộp, của chị Trần Thị Hoa là Giá treo kéo, của anh Nam là Xe đẩy vải",
    [
      "đăng ký: Cữ gá may túi hộp",
      "đăng ký hộ chị Trần Thị Hoa: Giá treo kéo",
      "đăng ký hộ anh Nam: Xe đẩy vải",
    ],
  ],
  [
    "dang ky sang kien cua em la cu ga may tui hop, cua chi Hoa la gia treo keo bam chi",
    ["đăng ký: cu ga may tui hop", "đăng ký hộ chi Hoa: gia treo keo bam chi"],
  ],
  [
    "sáng kiến của em là Cữ gá may túi hộp còn của anh Tuấn là Xe đẩy vải ba bánh",
    ["đăng ký: Cữ gá may túi hộp", "đăng ký hộ anh Tuấn: Xe đẩy vải ba bánh"],
  ],
  [
    "em đăng ký sáng kiến Cữ gá may túi hộp, chị Hoa thì Giá treo kéo bấm chỉ",
    ["đăng ký: Cữ gá may túi hộp", "đăng ký hộ chị Hoa: Giá treo kéo bấm chỉ"],
  ],
])("%j registers the own one, and the other's on behalf", (text, requests) => {
  expect(requestsIn(text)).toEqual(requests)
})

test.each([
  ["em có hai sáng kiến, một là nồi luộc chỉ hai ngăn hai là giá treo kéo bấm chỉ"],
  ["em có 2 sáng kiến: 1 là nồi luộc chỉ hai ngăn, 2 là giá treo kéo bấm chỉ"],
  ["đăng ký 2 sáng kiến, thứ nhất là nồi luộc chỉ hai ngăn, thứ hai là giá treo kéo bấm chỉ"],
  ["đăng ký 2 sáng kiến: nồi luộc chỉ hai ngăn và giá treo kéo bấm chỉ"],
  ["em gửi 2 sk: nồi luộc chỉ hai ngăn + giá treo kéo bấm chỉ"],
  ["đăng ký: nồi luộc chỉ hai ngăn, thêm cái nữa là giá treo kéo bấm chỉ"],
  ["đăng ký: nồi luộc chỉ hai ngăn. ngoài ra em còn có sáng kiến giá treo kéo bấm chỉ"],
  ["đăng ký nồi luộc chỉ hai ngăn; đăng ký giá treo kéo bấm chỉ"],
  ["đk sk nồi luộc chỉ hai ngăn, đk sk giá treo kéo bấm chỉ"],
])("%j registers two", (text) => {
  expect(requestsIn(text)).toEqual(["đăng ký: nồi luộc chỉ hai ngăn", "đăng ký: giá treo kéo bấm chỉ"])
})

test("an entry of a list that says nothing holds the others back neither as one of them nor before them", () => {
  expect(requestsIn("đăng ký:\n1. Giá đỡ cuộn chỉ ba tầng\n2. asdf\n3. Nắp che bụi bàn ủi hơi")).toEqual([
    "đăng ký: Giá đỡ cuộn chỉ ba tầng",
    "đăng ký: Nắp che bụi bàn ủi hơi",
    "đăng ký: asdf",
  ])
})

test.each([
  ["đăng ký:\n1. Giá đỡ cuộn chỉ ba tầng\n2. Nguyễn Văn An\n3. 50tr"],
  ["đăng ký:\n1. Giá đỡ cuộn chỉ ba tầng\n2. x"],
  ["đăng ký: Cải tiến máy cắt của chị Hoa là máy đời cũ"],
  ["đăng ký: Cữ gá may túi hộp, chị Hoa là người thử đầu tiên"],
  ["đăng ký: Cữ gá may túi, anh Tuấn có góp ý thêm phần kẹp"],
  ["đăng ký 2 sáng kiến: Tiết kiệm điện và nước"],
  ["đăng ký: Thiết kế giá để dao, ngoài ra giảm được tiếng ồn"],
  ["đăng ký: Xây dựng quy trình, đăng ký sáng kiến trực tuyến cho công nhân"],
  ["đăng ký sáng kiến của em là Cữ gá may túi hộp và giá treo kéo"],
])("%j registers one", (text) => {
  expect(requestsIn(text)).toBeUndefined()
})
