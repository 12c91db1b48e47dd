import { expect, test } from "vitest"
import { coAuthorReads } from "../../db/ideas/co-author.ts"
import { openStage } from "./stage.ts"

test("T5 co-authors are named while registering, agree in the group, and see it among their data; a new notice is asked about", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [Nhóm TNG]
    > An: @Bot đăng ký: Móc treo kéo cắt chỉ trên bàn may
    < ✅ SK-000001 · …
    > Dung: @Bot đăng ký: Tên: Giá để cuộn vải quay được. Lĩnh vực: An toàn. Đồng tác giả: Nguyễn Văn An 30%, Lê Minh 10%
    < Em là Trợ lý Sáng kiến …
    > Dung bấm: Đồng ý
    < ✅ SK-000002 · Giá để cuộn vải quay được
      Trần Thị Dung · CĐCS Công ty May TNG
      …
      Tác giả: Trần Thị Dung 60%, Nguyễn Văn An 30%, Lê Minh 10%. Người đã có tài khoản được em báo để xác nhận.
    < Trần Thị Dung ghi anh/chị là đồng tác giả sáng kiến "Giá để cuộn vải quay được", đóng góp 30%. Đúng không ạ?
      1. Đồng ý
      2. Không
    # Who has not answered yet is one of the authors when the shares are divided.
    > Dung: @Bot đồng tác giả SK-000002 50/30/20
    < SK-000002: Trần Thị Dung 50%, Nguyễn Văn An 30%, Lê Minh 20%.
      Chờ xác nhận: Nguyễn Văn An.
    > Dung: @Bot đồng tác giả SK-000002 60/30/10
    < SK-000002: Trần Thị Dung 60%, Nguyễn Văn An 30%, Lê Minh 10%.
      Chờ xác nhận: Nguyễn Văn An.
    > An: @Bot 1
    < SK-000002: Trần Thị Dung 60%, …
    # A number is for what was asked last, and not for a list that was shown before.
    > An: @Bot tìm móc treo
    < Em tìm thấy 1 sáng kiến. …
    > Dung: @Bot đồng tác giả SK-000001
    < Em đã gửi Nguyễn Văn An xác nhận …
    < Trần Thị Dung xin là đồng tác giả SK-000001 …
    > An: @Bot 1
    < SK-000001: Nguyễn Văn An 50%, Trần Thị Dung 50%.
    > An: @Bot 1
    < SK-000001 · Móc treo kéo cắt chỉ trên bàn may · đã đăng ký
      …
    # Where no share is said they are even, as for whoever asks to join; shares that make no whole enter nobody.
    > Dung: @Bot đăng ký: Xe đẩy bán thành phẩm ba tầng, đồng tác giả Lê Minh và Ma Văn Bé
    < ✅ SK-000003 · Xe đẩy bán thành phẩm ba tầng
      …
      Tác giả: Trần Thị Dung 33,4%, Lê Minh 33,3%, Ma Văn Bé 33,3%. Em chia đều; muốn chia khác: "đồng tác giả SK-000003 50/30/20".
    # Named later they are even too, with those who stood evenly before; a share that was agreed to stays.
    > Dung: @Bot đồng tác giả SK-000003 Hoàng Thị Na và Lý Văn Tư
    < SK-000003: Trần Thị Dung 20%, Lê Minh 20%, Ma Văn Bé 20%, Hoàng Thị Na 20%, Lý Văn Tư 20%.
      Em chia đều; muốn chia khác: "đồng tác giả SK-000003 20/20/20/20/20".
    > Dung: @Bot đồng tác giả SK-000003 30/40/10/10/10
    < SK-000003: Trần Thị Dung 30%, Lê Minh 40%, …
    > Dung: @Bot đồng tác giả SK-000003 Nông Văn Páo, Hà Thị Sen
    < SK-000003: Trần Thị Dung 10%, Lê Minh 40%, Ma Văn Bé 10%, Hoàng Thị Na 10%, Lý Văn Tư 10%, Nông Văn Páo 10%, Hà Thị Sen 10%.
      Em chia đều; …
    > Dung: @Bot đồng tác giả SK-000003 bỏ Nông Văn Páo
    < …
    > Dung: @Bot đồng tác giả SK-000003 bỏ Hà Thị Sen
    < …
    > Dung: @Bot đồng tác giả SK-000003 bỏ Hoàng Thị Na
    < …
    > Dung: @Bot đồng tác giả SK-000003 bỏ Lý Văn Tư
    < … Trần Thị Dung 50%, Lê Minh 40%, Ma Văn Bé 10%.
    > Dung: @Bot đồng tác giả SK-000003 Nông Văn Páo, Hà Thị Sen 20%, Lò Văn Xá
    < Nông Văn Páo, Lò Văn Xá đóng góp bao nhiêu phần trăm ạ? Ví dụ: "đồng tác giả SK-000003 Nông Văn Páo 10%, Hà Thị Sen 20%, Lò Văn Xá 10%".
    > Dung: @Bot đồng tác giả SK-000003 50/30/20
    < SK-000003: Trần Thị Dung 50%, Lê Minh 30%, Ma Văn Bé 20%.
    > Dung: @Bot đăng ký: Tên: Bàn cắt có hút chân không. Đồng tác giả: Lê Minh 40%, Ma Văn Bé
    < ✅ SK-000004 · …
      Em chưa ghi đồng tác giả vì chưa rõ phần của từng người. Anh/chị gõ thêm, ví dụ: "đồng tác giả SK-000004 Trần Thị Lan 40%".
    # Taking a co-author away is no withdrawal of the initiative.
    > Dung: @Bot xóa đồng tác giả Ma Văn Bé khỏi SK-000003
    < Ma Văn Bé không còn là đồng tác giả SK-000003. …
    > Dung: @Bot đồng tác giả Lan với Hùng
    < Em cần đủ họ tên đồng tác giả, …
    > Dung: @Bot đồng tác giả SK-000004 chị Lan và Hùng
    < Em chưa ghi đồng tác giả vì cần đủ họ tên của chị Lan, Hùng. Anh/chị gõ giúp em, ví dụ: "đồng tác giả SK-000004 Trần Thị Lan, Lê Văn Hùng".
    > Dung: @Bot đồng tác giả SK-000002 rút
    < Anh/chị không phải đồng tác giả của SK-000002 nên không cần rút. …
    > An: @Bot tim linh vuc an toan
    < Em tìm thấy 1 sáng kiến. …
      1. SK-000002 · Giá để cuộn vải quay được (CĐCS Công ty May TNG)
    > An: @Bot tìm lĩnh vực y tế
    < Em chưa thấy sáng kiến nào …
    [riêng An]
    > An: dữ liệu của tôi
    < Anh/chị muốn làm gì với dữ liệu của mình?
      …
    > An bấm: Xem
    < Họ tên: Nguyễn Văn An
      …
      Sáng kiến của anh/chị: 1; nộp hộ người khác: 0 (xem: "của tôi")
      Đồng tác giả: 1 sáng kiến
      …
  # A co-author is told like an author; in the group of somebody who never wrote in private it is only said that there is news.
    [riêng Chi]
    > Chi: từ chối SK-000002 vì trùng với giá quay của tổ cắt
    < Đã từ chối 1 sáng kiến: SK-000002
      Tác giả và người nộp của SK-000002 chưa nhắn riêng cho em, nên em chỉ báo vào nhóm là có tin, không kèm nội dung.
    [riêng An]
    < SK-000002 chưa được công nhận. Lý do: trùng với giá quay của tổ cắt
      SK-000002 · Giá để cuộn vải quay được
    [Nhóm TNG]
    < SK-000002 có kết quả xét mới. Tác giả nhắn riêng cho em mã sáng kiến để xem.
    [riêng Dung]
    > Dung: SK-000002
    < SK-000002 · Giá để cuộn vải quay được · …
      …
      Cán bộ ghi: "trùng với giá quay của tổ cắt"
    [riêng Chi]
    > Chi: thu hồi SK-000002 lý do nhầm mã
    < Đã thu hồi …
    [riêng An]
    < … SK-000002 … Lý do: nhầm mã …
    [riêng Dung]
    < … SK-000002 … Lý do: nhầm mã …
  `)
  // A request form names each one's own workplace; of Lê Minh nobody told.
  const team = await coAuthorReads(stage.fresh.db).team(2)
  expect(team?.coAuthors.map(({ name, unitName }) => [name, unitName])).toEqual([
    ["Nguyễn Văn An", "CĐCS Công ty May TNG"],
    ["Lê Minh", undefined],
  ])
  // The notice says something new: whoever agreed to the former one is asked again, and nothing is registered before.
  await stage.fresh.db.updateTable("consent").set({ version: "2026-11" }).execute()
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Hộp đựng suốt chỉ có nắp
    < Em là Trợ lý Sáng kiến của Liên đoàn Lao động tỉnh Thái Nguyên. … Liên đoàn Lao động tỉnh Thái Nguyên chịu trách nhiệm … "tắt nhắc" là thôi; …
      1. Đồng ý
      2. Không
      3. Đồng ý, cho nêu tên tôi trong tin tổng hợp, vinh danh
  `)
  expect(await stage.count("initiative")).toBe(4)
  await stage.transcript(`
    [riêng An]
    > An bấm: Đồng ý
    < ✅ SK-000005 · Hộp đựng suốt chỉ có nắp
      …
    > An: đăng ký: Thước đo nhanh bo gấu áo
    < ✅ SK-000006 · …
  `)
})

test("an author of three speaks of each by what it is: an amount, a colleague, a withdrawal", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Xe đẩy vải cuộn hai tầng cho tổ cắt, làm lợi 20tr/năm
    < ✅ SK-000001 · …
    > An: đăng ký: Giá treo kéo cắt chỉ ở từng máy may
    < ✅ SK-000002 · …
    > An: đăng ký: Bộ gá vát mép túi hộp bằng mica
    < ✅ SK-000003 · …
    > An: cái xe đẩy sửa lại 25 triệu
    < Đã sửa SK-000001 · …
      Làm lợi: 25.000.000 đ/năm
    > An: thêm Trần Thị Lan vào cái giá treo
    < SK-000002: Nguyễn Văn An 50%, Trần Thị Lan 50%.
      …
    > An: SK-2 chia 70 30
    < SK-000002: Nguyễn Văn An 70%, Trần Thị Lan 30%.
    # Only one of them has her beside its author.
    > An: bỏ Trần Thị Lan ra
    < …SK-000002…
    # Which is the second depends on where one begins to count.
    > An: cái thứ 2 đồng tác giả Lê Văn Minh
    < Anh/chị muốn ghi đồng tác giả cho sáng kiến nào ạ? …
    > An: 1
    < SK-000003: Nguyễn Văn An 50%, Lê Văn Minh 50%.
      …
    > An: xóa minh khỏi sáng kiến bộ gá
    < …SK-000003…
    > An: sk số 3 làm lợi 10 triệu 1 năm
    < Ý này bổ sung vào SK-000003 phải không ạ? …
    > An: 1
    < Đã bổ sung vào SK-000003.
      Làm lợi: 10.000.000 đ/năm
    > An: rút cái giá treo
    < Anh/chị muốn hủy sáng kiến này phải không ạ? Trả lời 1 nếu đúng, hoặc gõ mã khác.
      1. SK-000002 · …
    > An: 1
    < Đã hủy SK-000002 · Giá treo kéo cắt chỉ ở từng máy may
    # What was withdrawn is the one meant, though another is newer.
    > An: thôi không rút nữa
    < SK-000002 đã hủy nên em không lấy lại mã đó được. …
    > An: hủy SK-1, sk3
    < Đã hủy SK-000001 · …
    < Đã hủy SK-000003 · …
  `)
})

test("whoever is named answers in their own words: shown what it is, told how to divide it, left in peace, settled as a yes or a no", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng Dung]
    > Dung: tiến độ
    < …
    [riêng An]
    > An: đăng ký: Tủ sấy găng tay bằng khí nóng thải
    < ✅ SK-000001 · …
    > An: đồng tác giả SK-000001 Trần Thị Dung 40%
    < SK-000001: Nguyễn Văn An 60%, Trần Thị Dung 40%. …
    [riêng Dung]
    < Nguyễn Văn An ghi anh/chị là đồng tác giả …
      1. Đồng ý
      2. Không
    > Dung: cái gì đây
    < SK-000001 · Tủ sấy găng tay bằng khí nóng thải · …
      …
      Anh/chị có cùng làm SK-000001 không ạ? Trả lời 1 nếu có, 2 nếu không.
    > Dung: sao có 40% thôi
    < Tỷ lệ do Nguyễn Văn An ghi ạ. …
    > Dung: giảm 30% phế phẩm
    < …
    > Dung: để chị hỏi lại An
    < Dạ, lúc nào tiện anh/chị trả lời cũng được ạ.
    > Dung: đúng rồi chị làm cùng đấy
    < SK-000001: Nguyễn Văn An 60%, Trần Thị Dung 40%.
    [riêng An]
    < …
    > An: đăng ký: Máng trượt bao bì xuống tầng một
    < ✅ SK-000002 · …
    > An: đồng tác giả SK-000002 Trần Thị Dung 40%
    < …
    [riêng Dung]
    < …
    # What is said of something else settles nothing.
    > Dung: chị không làm được ảnh
    < …
    > Dung: chị chưa làm xong
    < …
    > Dung: chị không làm cái này
    < Dạ, em không ghi Trần Thị Dung vào SK-000002.
    [riêng An]
    < Trần Thị Dung chưa đồng ý về đồng tác giả SK-000002.
  `)
})

test("a co-author is added and renamed in everyday words, with the share they had; somebody known hears of it", async () => {
  await using stage = await openStage("telegram", { known: ["An", "Bình"] })
  await stage.transcript(`
    [riêng Bình]
    > Bình: tiến độ
    < …
    [riêng An]
    > An: đăng ký: Cải tiến cữ gá may túi hộp, đồng tác giả Lê Thị Lan 30%
    < ✅ SK-000001 · …
    > An: sửa đồng tác giả Lan thành Hoàng Văn Tú
    < SK-000001: Nguyễn Văn An 70%, Hoàng Văn Tú 30%.
    > An: SK-1 đồng tác giả Tú tên đúng là Hoàng Văn Tư
    < SK-000001: Nguyễn Văn An 70%, Hoàng Văn Tư 30%.
    > An: thêm đồng tác giả Lê Minh Tú 20% vào SK-1
    < SK-000001: Nguyễn Văn An 50%, Hoàng Văn Tư 30%, Lê Minh Tú 20%.
    > An: đổi đồng tác giả Tú thành Phạm Thanh Bình
    < SK-000001: Nguyễn Văn An 50%, Hoàng Văn Tư 30%, Phạm Thanh Bình 20%.
      Người đã có tài khoản được em báo để xác nhận.
    [riêng Bình]
    < Nguyễn Văn An ghi anh/chị là đồng tác giả SK-000001 …
      1. Đồng ý
      2. Không
    > Bình: 1
    < SK-000001: …
    [riêng An]
    < …
    > An: đổi đồng tác giả Bình thành Bế Văn Bảy 10%
    < SK-000001: Nguyễn Văn An 60%, Hoàng Văn Tư 30%, Bế Văn Bảy 10%.
    [riêng Bình]
    < Phạm Thanh Bình không còn là đồng tác giả SK-000001: tên đã được sửa thành người khác.
    [riêng An]
    # "Thanh" and "Thành" are names, too.
    > An: đồng tác giả SK-000001 Nguyễn Thanh Hà 5%
    < SK-000001: Nguyễn Văn An 55%, Hoàng Văn Tư 30%, Bế Văn Bảy 10%, Nguyễn Thanh Hà 5%.
    > An: sửa đồng tác giả Nguyễn Thanh Hà thành Lê Thành Trung
    < SK-000001: Nguyễn Văn An 55%, Hoàng Văn Tư 30%, Bế Văn Bảy 10%, Lê Thành Trung 5%.
    > An: bỏ đồng tác giả Trung
    < …
    > An: sửa đồng tác giả Sơn thành Lê Văn Sơn
    < Em không thấy đồng tác giả "Sơn" ở SK-000001.
    > An: bỏ đồng tác giả Bế Văn Bảy
    < Bế Văn Bảy không còn là đồng tác giả SK-000001. Còn lại: Nguyễn Văn An 70%, Hoàng Văn Tư 30%.
    > An: chuyển SK-1 sang lĩnh vực an toàn
    < Đã sửa SK-000001 · Cải tiến cữ gá may túi hộp
      Lĩnh vực: …
  `)
})
