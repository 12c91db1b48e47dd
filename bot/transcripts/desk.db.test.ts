import { test } from "vitest"
import { openStage } from "./stage.ts"

test("groups, journal and roles are steered from one private chat, by number", async () => {
  await using stage = await openStage("telegram", { known: ["An", "Bình"] })
  await stage.transcript(`
    [riêng Chi]
    > Chi: nhóm
    < 2 nhóm đã liên kết:
      1. {tỉnh}… · Liên đoàn Lao động tỉnh Thái Nguyên · Telegram · đang hoạt động · chưa có tin tổng hợp
      2. Nhóm TNG · CĐCS Công ty May TNG · Telegram · đang hoạt động · chưa có tin tổng hợp
      Gõ số để chọn nhóm…
    # A list asks for nothing: whoever goes on to something else is answered, and its numbers still count.
    > Chi: 12
    < Anh/chị gõ số của nhóm giúp em, …
    > Chi: còn bao nhiêu nữa thì đạt chỉ tiêu
    < Liên đoàn Lao động tỉnh Thái Nguyên – Giai đoạn 1 …
    > Chi: hôm nay trời đẹp quá
    < Em chưa hiểu ý anh/chị. Anh/chị thử: "tiến độ", …
    > Chi: chuyển 2 sang KCN-02
    < Đã chuyển Nhóm TNG từ CĐCS Công ty May TNG sang …
    [Nhóm TNG]
    < Từ nay nhóm này của …
    [riêng Chi]
    > Chi: đơn vị nào chưa có nhóm
    < 9/11 đơn vị chưa có nhóm riêng – Liên đoàn Lao động tỉnh Thái Nguyên:
      Công đoàn ngành Giáo dục (GD)
      Công đoàn các KCN tỉnh (KCN)
      …
    > Chi: mấy giờ đăng tổng hợp
    < Em chốt số và đăng tổng hợp tuần vào các nhóm lúc 16:00 các thứ Sáu. …
    > Chi: nhóm KCN
    < 1 nhóm đã liên kết:
      1. Nhóm TNG · …
    > Chi: 1
    < Nhóm TNG đang của … Anh/chị muốn làm gì?
      1. Gỡ liên kết
      2. Chuyển đơn vị
      3. Thôi
    > Chi bấm: Chuyển đơn vị
    < Chuyển Nhóm TNG sang đơn vị nào ạ? …
    > Chi: may tng
    < Đã chuyển Nhóm TNG từ … sang CĐCS Công ty May TNG.
    [Nhóm TNG]
    < Từ nay nhóm này của CĐCS Công ty May TNG.
    [riêng Chi]
    > Chi: nhóm
    < 2 nhóm…
    > Chi: 2
    < Nhóm TNG đang của … Anh/chị muốn làm gì?
      …
    > Chi: gỡ liên kết
    < Đã gỡ Nhóm TNG khỏi CĐCS Công ty May TNG. …
    [Nhóm TNG]
    < Nhóm này không còn liên kết với CĐCS Công ty May TNG. …
    [riêng Chi]
    > Chi: nhật ký
    < Nhật ký – 3 việc, mới nhất trước:
      … · Lê Kim Chi · CĐCS Công ty May TNG: gỡ nhóm khỏi đơn vị
      … · Lê Kim Chi · CĐCS Công ty May TNG: gắn nhóm với đơn vị
      … · Lê Kim Chi · …: gắn nhóm với đơn vị
    > Chi: nhật ký may tng trang 2
    < Không có trang này.
    > Chi: nhat ky may tng trang 2
    < Không có trang này.
    [riêng An]
    > An: nhóm
    < Việc này chỉ dành cho cán bộ công đoàn, anh/chị nhờ cán bộ đơn vị mình giúp nhé.
    > An: nhật ký
    < Việc này chỉ dành cho cán bộ công đoàn, anh/chị nhờ cán bộ đơn vị mình giúp nhé.
    [riêng Chi]
    > Chi: nhóm
    < 1 nhóm…
    > Chi: gỡ liên kết 1
    < Đã gỡ Nhóm tỉnh khỏi Liên đoàn Lao động tỉnh Thái Nguyên. …
    [Nhóm tỉnh]
    < Nhóm này không còn liên kết với Liên đoàn Lao động tỉnh Thái Nguyên. …
  `)
})

test("roles are seen, ended and handed over, and somebody always stays who can give them", async () => {
  await using stage = await openStage("zalo", { untouched: true, known: ["An", "Bình"] })
  await stage.transcript(`
    [riêng Chi]
    > Chi: mã ${stage.adminCode}
    < Xin chào Lê Kim Chi, anh/chị là quản trị của Liên đoàn Lao động tỉnh Thái Nguyên. …
    > Chi: mời anh An làm cán bộ KCN
    < Mã mời cán bộ của Công đoàn các KCN tỉnh, dùng một lần, đến hết 17/3/2026:
      {mã}
      …
    [riêng An]
    > An: mã {mã}
    < Xin chào Nguyễn Văn An, anh/chị là cán bộ phụ trách của Công đoàn các KCN tỉnh. …
    > An: mời hỗ trợ KCN-01
    < Mã mời tổ hỗ trợ của CĐCS Công ty May TNG, dùng một lần, đến hết 17/3/2026:
      {phiếu}
      …
    > An: vai trò
    < 1 vai trò:
      1. Nguyễn Văn An · cán bộ · Công đoàn các KCN tỉnh · từ 10/3/2026
      Thu hồi: "thu hồi vai trò 1". …
    [riêng Chi]
    > Chi: thu hồi vai trò 1
    < 2 vai trò:
      1. Lê Kim Chi · quản trị · Liên đoàn Lao động tỉnh Thái Nguyên · …
      2. Nguyễn Văn An · cán bộ · …
    > Chi: thu hồi vai trò 1
    < Liên đoàn Lao động tỉnh Thái Nguyên chỉ còn một quản trị nên em chưa làm được. …
    > Chi: vai trò
    < 2 vai trò: …
    > Chi: thu hồi vai trò 2
    < Thu hồi vai trò cán bộ của Nguyễn Văn An ở Công đoàn các KCN tỉnh?
      1. Thu hồi
      2. Thôi
    > Chi: thôi
    < Dạ, em dừng ở đây.
    > Chi: thu hồi vai trò của chị Hoa
    < Em không thấy ai tên "Hoa" có vai trò trong đơn vị anh/chị phụ trách. …
    > Chi: thu hồi vai trò của em An nhé
    < Thu hồi vai trò cán bộ của Nguyễn Văn An ở Công đoàn các KCN tỉnh?
      1. Thu hồi
      2. Thôi
    > Chi: thu hồi
    < Đã thu hồi vai trò cán bộ của Nguyễn Văn An ở Công đoàn các KCN tỉnh. …
    [riêng An]
    < Vai trò cán bộ của anh/chị ở Công đoàn các KCN tỉnh đã kết thúc (Lê Kim Chi thu hồi).
    > An: vai trò
    < Việc này chỉ dành cho cán bộ công đoàn, anh/chị nhờ cán bộ đơn vị mình giúp nhé.
    [riêng Bình]
    > Bình: mã {phiếu}
    < Mã này không đúng, đã dùng hoặc đã hết hạn. …
    [riêng Chi]
    > Chi: dữ liệu của tôi
    < Anh/chị muốn làm gì với dữ liệu của mình? …
    > Chi: 4
    < Anh/chị là quản trị duy nhất của Liên đoàn Lao động tỉnh Thái Nguyên nên em chưa xóa được. …
    > Chi: bàn giao
    < Mã bàn giao vai trò quản trị của Liên đoàn Lao động tỉnh Thái Nguyên, dùng một lần, đến hết 17/3/2026:
      {mới}
      …
    > Chi: mã {mới}
    < Đây là mã bàn giao của chính anh/chị. …
    [riêng Bình]
    > Bình: mã {mới}
    < Xin chào Phạm Thanh Bình, anh/chị là quản trị của Liên đoàn Lao động tỉnh Thái Nguyên. …
    [riêng Chi]
    < Phạm Thanh Bình đã nhận vai trò quản trị của Liên đoàn Lao động tỉnh Thái Nguyên từ anh/chị.
    > Chi: vai trò
    < Việc này chỉ dành cho cán bộ công đoàn, anh/chị nhờ cán bộ đơn vị mình giúp nhé.
    [riêng Bình]
    > Bình: nhật ký
    < Nhật ký – {n} việc, mới nhất trước:
      … · Phạm Thanh Bình · Liên đoàn Lao động tỉnh Thái Nguyên: nhận vai trò quản trị
      … · Lê Kim Chi · Liên đoàn Lao động tỉnh Thái Nguyên: tạo mã bàn giao vai trò quản trị
      … · Lê Kim Chi · Công đoàn các KCN tỉnh: thu hồi vai trò cán bộ
      …
    > Bình: mời hỗ trợ KCN-02
    < Mã mời tổ hỗ trợ của CĐCS Công ty Điện tử Sông Công, dùng một lần, đến hết 17/3/2026:
      {vé}
      …
  # A role says where its person belongs: what waited for that is registered there, for the unit is not asked again.
    [riêng Dung]
    > Dung: đăng ký: Giá đỡ cuộn dây hàn quay được
    < Em là Trợ lý Sáng kiến …
    > Dung: 1
    < Anh/chị thuộc công đoàn nào? …
    > Dung: mã {vé}
    < ✅ SK-000001 · Giá đỡ cuộn dây hàn quay được
      Trần Thị Dung · CĐCS Công ty Điện tử Sông Công
      …
    < Xin chào Trần Thị Dung, anh/chị thuộc tổ hỗ trợ sáng kiến của CĐCS Công ty Điện tử Sông Công. …
  `)
})
