import { test } from "vitest"
import { openStage } from "./stage.ts"

test("whoever is handed in for by what they are called at work is recorded so, and the full name that follows puts it right", async () => {
  await using stage = await openStage("web")
  await stage.transcript(`
    [riêng Dung]
    > Dung: đăng ký giúp anh Tám bảo vệ: gắn gương cầu ở cổng
    < Em là Trợ lý Sáng kiến …
    > Dung: 1
    < ✅ SK-000001 · gắn gương cầu ở cổng
      Tám bảo vệ · …
      Em ghi tên như anh/chị gọi: Tám bảo vệ. Hồ sơ cần đủ họ tên, …
    > Dung: Nguyễn Văn Tám
    < Đã sửa SK-000001 · gắn gương cầu ở cổng
      Tác giả: Nguyễn Văn Tám
    > Dung: bác Tư lao công mới làm cái xe rác hai ngăn, em ghi giúp bác
    < ✅ SK-000002 · xe rác hai ngăn
      Tư lao công · …
      Em ghi tên như anh/chị gọi: Tư lao công. …
    > Dung: tên đầy đủ là Lê Văn Tư
    < Đã sửa SK-000002 · xe rác hai ngăn
      Tác giả: Lê Văn Tư
    # The work behind a whole name is no part of the title.
    > Dung: đăng ký hộ anh Nguyễn Văn Hùng cơ điện: đấu rơ le cho đèn hành lang
    < ✅ SK-000003 · đấu rơ le cho đèn hành lang
      Nguyễn Văn Hùng · …
    > Dung: anh Sơn cơ điện nhờ gửi: tủ điện có nắp trong
    < ✅ SK-000004 · tủ điện có nắp trong
      Sơn cơ điện · …
      Em ghi tên như anh/chị gọi: Sơn cơ điện. …
    > Dung: sửa tác giả thành Ma Văn Sơn
    < Đã sửa SK-000004 · …
      Tác giả: Ma Văn Sơn
    > Dung: đăng ký cho cả tổ 3: giá treo kéo bằng lò xo
    < ✅ SK-000005 · giá treo kéo bằng lò xo
      Trần Thị Dung · …
  `)
})

test("a list of people by their jobs is taken line by line, and who may hand in for nobody else is told so", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng Dung]
    > Dung: đăng ký hộ:
1. Tám bảo vệ - gắn gương cầu ở cổng
2. chị Lan nhà bếp - giá úp khay ba tầng
    < Em là Trợ lý Sáng kiến …
    > Dung: 1
    < ✅ Đã ghi nhận 2 sáng kiến: SK-000001 (Tám bảo vệ), SK-000002 (…). …
      Em ghi tên như anh/chị gọi: Tám bảo vệ, … Hồ sơ cần đủ họ tên, …
    > Dung: Trần Thị Lan
    < Đã sửa SK-000002 · giá úp khay ba tầng
      Tác giả: Trần Thị Lan
    [riêng An]
    > An: bác Tư lao công làm cái này: xe rác hai ngăn
    < Đăng ký hộ dành cho tổ hỗ trợ và cán bộ. …
    # A name alone, of somebody who handed in for nobody, is none.
    > An: Nguyễn Văn Tám
    < Em chưa hiểu ý anh/chị. …
  `)
})
