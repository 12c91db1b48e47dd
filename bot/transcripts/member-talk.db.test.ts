import { expect, test } from "vitest"
import { openStage } from "./stage.ts"

test("members talk as people do: without commands, in the wrong order, of several things at once", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    # A title without any command is asked about, and what is said behind it belongs to it or not.
    > An: Vườn chữ cái từ vỏ chai nhựa giúp học sinh nhận mặt chữ
    < "Vườn chữ cái từ vỏ chai nhựa giúp học sinh nhận mặt chữ" là sáng kiến anh/chị muốn đăng ký phải không ạ?
      1. Đăng ký
      2. Không phải
    > An: ừ đăng ký đi em
    < ✅ SK-000001 · Vườn chữ cái từ vỏ chai nhựa giúp học sinh nhận mặt chữ
      …
    > An: mỗi năm đỡ được hai triệu hai
    < Ý này bổ sung vào SK-000001 phải không ạ?
      1. Đúng
      2. Không phải
    > An: 1
    < Đã bổ sung vào SK-000001.
      Làm lợi: 2.200.000 đ/năm
    > An: làm thêm bảng chữ số, tiết kiệm 3 triệu/năm
    < "làm thêm bảng chữ số, tiết kiệm 3 triệu/năm" là sáng kiến mới hay ý bổ sung cho SK-000001 ạ?
      …
    > An: 2
    < Đã bổ sung vào SK-000001.
      Làm lợi vẫn ghi 2.200.000 đ/năm; muốn đổi: "sửa SK-000001 làm lợi: …".
    # An amount that is put right keeps the period that was said before.
    > An: 3 triệu chứ không phải 2 triệu 2
    < Đã sửa SK-000001 · …
      Làm lợi: 3.000.000 đ/năm
    > An: Giá treo kéo bấm chỉ tại từng máy may
    < "Giá treo kéo bấm chỉ tại từng máy may" là sáng kiến mới hay ý bổ sung cho SK-000001 ạ?
      1. Sáng kiến mới
      2. Bổ sung cho SK-000001
      3. Không phải
    # Whoever goes on to something else owes no answer.
    > An: báo cáo tuần nộp cho ai
    < Câu này em chưa trả lời được ạ, …
    > An: 1
    < ✅ SK-000002 · Giá treo kéo bấm chỉ tại từng máy may
      …
  `)
  stage.clock.pass(10_000)
  await stage.transcript(`
    [riêng An]
    > An: quạt ở xưởng kêu to quá
    < Em chưa hiểu ý anh/chị. …
    > An: bảng này treo ở đầu chuyền ai cũng thấy
    < Em chưa hiểu ý anh/chị. …
    > An: chiều nay em đi làm ca hai nhé
    < Em chưa hiểu ý anh/chị. …
  `)
  stage.clock.pass(10_000)
  await stage.transcript(`
    [riêng An]
    > An: bao lâu thì có kết quả hả em
    < Anh/chị có 2 sáng kiến:
      …
      Theo Điều lệ Sáng kiến, đơn vị xét trong 3 tháng …
    > An: gửi từ tuần trước tới giờ chả thấy ai trả lời
    < Anh/chị có 2 sáng kiến: …
    > An: tao gửi 3 lần rồi mà vẫn bảo chưa hiểu
    < Em xin lỗi đã làm anh/chị phiền lòng. …
    # What the same message registers and withdraws is told with the rest, whatever question is open.
    > An: xóa hộ chị cái sáng kiến vừa rồi
    < Anh/chị muốn hủy sáng kiến này phải không ạ? …
      1. SK-000002 · Giá treo kéo bấm chỉ tại từng máy may
    > An: đăng ký: Hộp đựng suốt chỉ theo màu, và xem giúp chị sáng kiến của chị
    < ✅ SK-000003 · Hộp đựng suốt chỉ theo màu
      …
    < Anh/chị có 3 sáng kiến:
      vừa ghi · Hộp đựng suốt chỉ theo màu · đã đăng ký
      SK-000002 · Giá treo kéo bấm chỉ tại từng máy may · đã đăng ký
      SK-000001 · Vườn chữ cái từ vỏ chai nhựa giúp học sinh nhận mặt chữ · đã đăng ký
    # Of the code that is named, though another one was registered just now.
    > An: à SK-000001 làm lợi 6 triệu một tháng
    < Ý này bổ sung vào SK-000001 phải không ạ?
      …
    > An: không
    < …
    > An: cải tiến SK-000001 thành hai tầng, tiết kiệm 2 triệu/năm
    < Ý này bổ sung vào SK-000001 phải không ạ?
      …
    > An: 1
    < Đã bổ sung vào SK-000001.
      …
    > An: hủy SK-000002 rồi cho xem tiến độ
    < Đã hủy SK-000002 · Giá treo kéo bấm chỉ tại từng máy may
    < CĐCS Công ty May TNG – Giai đoạn 1 …
      Đăng ký 2 · Công nhận 0 · Lên cổng 0
      …
    > An: hủy SK-000003 rồi cho xem sáng kiến của chị
    < Đã hủy SK-000003 · Hộp đựng suốt chỉ theo màu
    < Anh/chị có 3 sáng kiến:
      SK-000003 · Hộp đựng suốt chỉ theo màu · đã hủy
      SK-000002 · …· đã hủy
      SK-000001 · …· đã đăng ký
    > An: thôi đừng hủy nữa, lấy lại giúp tôi
    < SK-000003 đã hủy nên em không lấy lại mã đó được. Em ghi lại thành sáng kiến mới nhé?
      "Hộp đựng suốt chỉ theo màu" là sáng kiến anh/chị muốn đăng ký phải không ạ?
      1. Đăng ký
      2. Không phải
    > An: ok em
    < ✅ SK-000004 · Hộp đựng suốt chỉ theo màu
      …
    # Which one is meant may be said by its name, or it is none.
  `)
  const { description } = await stage.fresh.db
    .selectFrom("initiative")
    .select("description")
    .where("number", "=", "1")
    .executeTakeFirstOrThrow()
  expect(description).toContain("cải tiến SK-000001 thành hai tầng")
  stage.clock.pass(10_000)
  await stage.transcript(`
    [riêng An]
    > An: em xin rút cái sáng kiến
    < Anh/chị muốn hủy sáng kiến nào ạ? …
    > An: cái suốt chỉ ấy
    < Đã hủy SK-000004 · Hộp đựng suốt chỉ theo màu
    > An: thôi cái đấy bỏ đi cô không làm nữa
    < Anh/chị muốn hủy sáng kiến này phải không ạ? …
      1. SK-000001 · …
    # Questions beside it are answered, and are no wrong numbers; a number after that is first shown what it is for.
    > An: gửi giấy khen về đâu
    < Giấy chứng nhận, bằng khen do đơn vị hoặc cấp đã công nhận trao, …
    > An: tiến độ
    < CĐCS Công ty May TNG – …
    > An: 1
    < Em hỏi lại cho chắc, kẻo nhầm sang việc khác ạ.
      Anh/chị muốn hủy sáng kiến này phải không ạ? …
      1. SK-000001 · …
    > An: thôi không xóa nữa
    < Dạ, em dừng ở đây.
    # A wrong tone in the word asks no question that leads back to itself.
    > An: hũy cái vừa gửi
    < Anh/chị muốn hủy sáng kiến này phải không ạ? …
      1. SK-000001 · …
    > An: thôi không hũy nữa
    < Dạ, em dừng ở đây.
    # Said into the phone.
    > An: a lô em ơi cô muốn nộp cái sáng kiến về cái xe đẩy rác hai tầng cho tổ vệ sinh đỡ phải đi hai vòng em ghi vào cho cô nhé
    < ✅ SK-000005 · cái xe đẩy rác hai tầng cho tổ vệ sinh đỡ phải đi hai vòng
      …
    > An: đăng ký thêm cho cô một cái nữa là cái chổi quét mạng nhện nối dài bằng ống nhựa nhé
    < ✅ SK-000006 · cái chổi quét mạng nhện nối dài bằng ống nhựa
      …
    > An: được rồi ạ
    < Dạ, em cảm ơn anh/chị.
    > An: thêm một cái nữa này là dán băng màu lên từng máy cho thợ mới dễ nhớ
    < "dán băng màu lên từng máy cho thợ mới dễ nhớ" là sáng kiến anh/chị muốn đăng ký phải không ạ?
      …
    # Whoever asks for something else is done with that guess: what they say later is no answer to it.
    > An: cô xem lại mấy cái cô gửi
    < Anh/chị có 6 sáng kiến: …
    > An: 1
    < Hiện em không hỏi anh/chị câu nào. …
    > An: thêm là thân chổi làm bằng ống nhựa cũ
    < Anh/chị muốn bổ sung cho sáng kiến nào ạ? …
      1. SK-000006 · …
      …
    > An: 1
    < Đã bổ sung vào SK-000006.
    > An: sửa lại giúp cô: Chổi quét mạng nhện nối dài
    < Anh/chị muốn sửa sáng kiến nào ạ? …
      1. SK-000006 · …
      …
    > An: 1
    < Đã sửa SK-000006 · Chổi quét mạng nhện nối dài
    > An: sửa cái vừa rồi làm lợi 1 triệu thôi
    < Đã sửa SK-000006 · Chổi quét mạng nhện nối dài
      Làm lợi: 1.000.000 đ
    > An: cái xe đẩy rác hôm nọ đến đâu rồi em
    < SK-000005 · cái xe đẩy rác hai tầng cho tổ vệ sinh đỡ phải đi hai vòng …
    > An: sao lại tính cho công ty may, tôi làm ở điện tử sông công mà
    < Có phải đơn vị này không ạ? …
      1. CĐCS Công ty Điện tử Sông Công (KCN-02)
    > An: thôi
    < Dạ, em dừng ở đây.
    > An: đổi đơn vị
    < …
    > An: bot ngu thế
    < Em xin lỗi đã làm anh/chị phiền lòng. …
      Anh/chị thuộc công đoàn nào? …
    > An: thôi
    < Dạ, em dừng ở đây.
  `)
  stage.clock.pass(10_000)
  await stage.transcript(`
    [riêng An]
    > An: tôi muốn phản ánh nhà ăn dạo này hay hết cơm
    < Em chỉ lo việc sáng kiến nên chưa giúp được việc này ạ. …
    > An: tôi muốn góp ý: nên lắp quạt hút ở xưởng nhuộm cho đỡ nóng
    < "lắp quạt hút ở xưởng nhuộm cho đỡ nóng" là sáng kiến anh/chị muốn đăng ký phải không ạ?
      …
    > An: không
    < Dạ, em không ghi. …
    # Two people with one phone.
    > An: em đăng ký hộ chồng em: Cây chổi quét nam châm
    < Đăng ký hộ dành cho tổ hỗ trợ và cán bộ. …
    > An: chồng em cũng muốn đăng ký
    < Đăng ký hộ dành cho tổ hỗ trợ và cán bộ. …
    > An: máy này của hai vợ chồng em
    < Mỗi tài khoản em ghi cho một người ạ. …
    > An: chị ở trạm y tế trại cau chứ không phải may tng
    < Có phải đơn vị này không ạ? …
      1. CĐCS Trạm Y tế Trại Cau (YT-02)
    > An: không phải
    < Dạ, em dừng ở đây.
  `)
  stage.clock.pass(60_000)
  await stage.transcript(`
    # In a group too the request may stand behind the title, and the benefit before it.
    [Nhóm TNG]
    > An: @Bot làm lợi 45tr/năm, sáng kiến: Lắp chuông báo kẹt băng chuyền đóng gói, đăng kí giúp em
    < ✅ {chuông} · Lắp chuông báo kẹt băng chuyền đóng gói
      Làm lợi: 45.000.000 đ/năm · …
    > An: @Bot hôm nay liên hoan vui lắm, đăng ký nhé
    < Em ghi nhận sáng kiến và báo tiến độ. …
    > An: @Bot {chuông} hủy giúp em
    < Đã hủy {chuông} · …
  `)
  stage.clock.pass(10_000)
  await stage.transcript(`
    [riêng An]
    > An: có thưởng không em
    < …thù lao…
    > An: có cần giấy tờ gì không
    < …
    > An: đăng ký bên telegram rồi giờ dùng zalo
    < Hai tài khoản của anh/chị nối được thành một, …
    > An: bao nhiêu sáng kiến về xe đẩy rác
    < Em tìm thấy 1 sáng kiến. …
    # A number is open, and the question beside it is answered.
    > An: còn bao lâu thì hết hạn
    < Dạ, … nhận đến hết ngày …, còn … ngày. …
    # The day of first use, as it is said.
    > An: đăng ký: Máng hứng dầu máy tiện, áp dụng từ 30/2
    < ✅ SK-000008 · Máng hứng dầu máy tiện
      …
      Lịch không có ngày 30/2 ạ. Anh/chị cho em ngày dương lịch bắt đầu áp dụng, ví dụ: "áp dụng từ 15/2".
    > An: áp dụng từ rằm tháng Giêng
    < …
    > An: 1
    < Đã bổ sung vào SK-000008.
      "rằm tháng Giêng" là ngày âm lịch nên em chưa tự đổi được ạ. …
    > An: sửa SK-000008 ngày áp dụng: 31/4
    < Lịch không có ngày 31/4 ạ. …
    > An: bổ sung SK-000008 áp dụng từ mùng 5 tháng trước
    < Đã bổ sung vào SK-000008.
      Áp dụng lần đầu: …
    > An: đăng ký: Khay úp cốc hai tầng, đồng tác giả Lê Minh chia 70 30, làm lợi trăm rưỡi triệu/năm
    < ✅ SK-000009 · Khay úp cốc hai tầng
      Làm lợi: 150.000.000 đ/năm · …
      …
      Tác giả: Nguyễn Văn An 70%, Lê Minh 30%. …
  `)
})

test("answers to the guided questions in the wrong order, and words that answer none of them", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký
    < Em hỏi 4 câu, …
    # What sounds like talk may be a title all the same: it is asked, and neither taken nor refused.
    > An: trời mưa quá
    < "trời mưa quá" là tên sáng kiến phải không ạ? …
      1. Đúng
      2. Không phải
    > An: không phải
    < Tên sáng kiến là gì? …
    > An: Giáo dục – đào tạo
    < Lĩnh vực: Giáo dục – đào tạo
      Tên sáng kiến là gì? …
    > An: tao gửi mấy lần rồi mà không được
    < Em xin lỗi đã làm anh/chị phiền lòng. …
      Tên sáng kiến là gì? …
    > An: ừ thì ghi cho cô là Vườn chữ cái từ vỏ chai nhựa
    < Trước đây làm thế nào, nay thay đổi gì? …
    > An: à khoan
    < Dạ, em chờ. …
    > An: đổi tên đi: Vườn chữ cái từ vỏ chai
    < Đã đổi tên thành "Vườn chữ cái từ vỏ chai".
      Trước đây làm thế nào, nay thay đổi gì? …
    > An: của tôi
    < Bản nháp "Vườn chữ cái từ vỏ chai" vẫn còn: gõ "tiếp" để viết nốt, "hủy" để bỏ.
    > An: thôi để mai làm
    < Dạ, em giữ bản nháp này. Gõ "tiếp" lúc nào muốn viết nốt, hoặc "xong" để em ghi luôn phần đã có.
    > An: trước các em học chay, nay vừa chơi vừa học
    < Làm lợi khoảng bao nhiêu? …
  `)
  stage.clock.pass(60_000)
  await stage.transcript(`
    [riêng An]
    > An: cảm ơn em nhé ❤️
    < Làm lợi khoảng bao nhiêu? …
    > An: đồng tác giả Lương Thị Lành 40%
    < Đã ghi đồng tác giả: Lương Thị Lành 40%.
      Làm lợi khoảng bao nhiêu? …
    > An: cho chị gặp người thật
    < Em là trợ lý tự động ạ. …
      Làm lợi khoảng bao nhiêu? …
    > An: các em nhớ nhanh hơn, giảm 2 buổi ôn mỗi tuần
    < Ý này em ghi vào mô tả.
      Làm lợi khoảng bao nhiêu? …
    > An: giờ các em tự đọc bảng ở góc lớp
    < Ý này em ghi vào mô tả.
      Làm lợi khoảng bao nhiêu? …
    > An: nhiều lắm em
    < Em chưa đọc được số tiền trong "nhiều lắm em".
      Làm lợi khoảng bao nhiêu? …
    > An: 2 triệu một năm
    < ✅ SK-000001 · Vườn chữ cái từ vỏ chai
      Làm lợi: 2.000.000 đ/năm · …
      …
      Tác giả: Nguyễn Văn An 60%, Lương Thị Lành 40%. …
    > An: đăng ký
    < Em hỏi 4 câu, …
    > An: 12 triệu mỗi năm
    < Làm lợi: 12.000.000 đ/năm
      Tên sáng kiến là gì? …
    > An: hủy
    < Đã bỏ bản nháp. …
    > An: đăng ký
    < Em hỏi 4 câu, …
    > An: Kệ xoay để khuôn dập
    < Trước đây làm thế nào, nay thay đổi gì? …
    > An: bỏ qua
    < Làm lợi khoảng bao nhiêu? …
    > An: bỏ qua
    < Sáng kiến thuộc lĩnh vực nào? …
    > An: à mỗi năm tiết kiệm được 20 triệu
    < Làm lợi: 20.000.000 đ/năm
      Sáng kiến thuộc lĩnh vực nào? …
    > An: thôi cái đấy bỏ đi, tôi không làm nữa
    < Đã bỏ bản nháp. …
    # The keyboard's Vietnamese may be off in the middle of it.
    > An: đăng ký
    < Em hỏi 4 câu, …
    > An: Xe ddaayr vair cos phanh chaan
    < Trước đây làm thế nào, nay thay đổi gì? …
    > An: boor qua
    < Làm lợi khoảng bao nhiêu? …
    > An: hai chujc trieeju
    < Sáng kiến thuộc lĩnh vực nào? …
    > An: bor qua
    < ✅ SK-000002 · Xe đẩy vải có phanh chân
      Làm lợi: 20.000.000 đ · …
      …
  `)
  await stage.transcript(`
    [riêng An]
    # Rows of a sheet without their headings: one's own register, those of others are for the support team.
    > An: 3/12/2025 9:15:22\tNguyễn Văn An\tCông ty May TNG\tĐồ gá vắt gấu ống quần\t35000000\tKhông
    < ✅ SK-000003 · Đồ gá vắt gấu ống quần
      Làm lợi: 35.000.000 đ · …
      …
    > An: Nguyễn Văn Tài\tCải tiến lò sấy gỗ\t20tr
      Ma Thị Bích\tXe đẩy phôi ba tầng\t
    < Đăng ký hộ dành cho tổ hỗ trợ và cán bộ. …
    # In a group too, once the bot is spoken to; what is said to others answers nothing there.
    [Nhóm TNG]
    > An: @Bot Giá phơi vải xoay theo nắng ngoài sân
    < "Giá phơi vải xoay theo nắng ngoài sân" là sáng kiến mới hay ý bổ sung cho SK-000003 ạ?
      …
    > An: ok
    > Dung: 1
    (im lặng)
    > An: 3
    < Dạ, em không ghi. …
    [riêng An]
    > An: đăng ký:
      - Túi lưới đựng vải vụn theo màu
      - Bàn là treo hồi nhiệt
    < ✅ Đã ghi nhận 2 sáng kiến của Nguyễn Văn An:
      SK-000004 · Túi lưới đựng vải vụn theo màu
      SK-000005 · Bàn là treo hồi nhiệt
      …
    # Whoever writes is "tôi".
    > An: đăng ký: Chắn mùn cưa bằng rèm nhựa. Nhóm tác giả: tôi 50%, Nguyễn Văn Tài 30%, Trần Thị Dung 20%
    < ✅ SK-000006 · Chắn mùn cưa bằng rèm nhựa
      …
      Tác giả: Nguyễn Văn An 50%, Nguyễn Văn Tài 30%, Trần Thị Dung 20%. …
    # Young people's short forms.
    > An: sk mk đc duyệt ch z
    < Anh/chị có 6 sáng kiến: …
    > An: đăng ký
    < Em hỏi 4 câu, …
    > An: Kệ đựng dao kéo bếp ăn ca
    < Trước đây làm thế nào, nay thay đổi gì? …
    > An: k bít nx
    < Làm lợi khoảng bao nhiêu? …
    > An: k tính dc âu
    < Sáng kiến thuộc lĩnh vực nào? …
    > An: thế thôi em nhé
    < ✅ SK-000007 · Kệ đựng dao kéo bếp ăn ca
      …
    # Everybody who is named beside them, with the whole name.
    > An: sáng kiến này em làm cùng chị Trần Thị Lan với anh Lê Minh
    < Anh/chị muốn ghi đồng tác giả cho sáng kiến nào ạ? …
    > An: 1
    < SK-000007: Nguyễn Văn An 33,4%, Trần Thị Lan 33,3%, Lê Minh 33,3%.
      …
    > An: em gửi nhầm, bỏ cái kệ đựng dao đi
    < Anh/chị muốn hủy sáng kiến nào ạ? …
      1. SK-000007 · Kệ đựng dao kéo bếp ăn ca
      …
    > An: thôi
    < Dạ, em dừng ở đây.
    > An: cái kệ kia được duyệt chưa em
    < Anh/chị có 7 sáng kiến: …
    > An: gửi lại giúp em cái mã
    < Anh/chị có 7 sáng kiến: …
    > An: số điện thoại em 0912345678
    < Em không lưu số điện thoại của ai ạ: …
    > An: đăng ký
    < Em hỏi 4 câu, …
    > An: Giá treo chìa khóa theo ca
    < Trước đây làm thế nào, nay thay đổi gì? …
    > An: bỏ qua
    < Làm lợi khoảng bao nhiêu? …
    > An: 5 triệu
    < Sáng kiến thuộc lĩnh vực nào? …
    > An: tên nào cũng thế
    < Anh/chị chọn một số trong danh sách giúp em.
      Sáng kiến thuộc lĩnh vực nào? …
    > An: Nguyễn Thị Hoa
    < Anh/chị gõ một số từ 1 đến 9 trong danh sách trên, …
    > An: kĩ thuật
    < ✅ SK-000008 · Giá treo chìa khóa theo ca
      …
    > An: rút lại hết các sáng kiến
    < Anh/chị muốn hủy sáng kiến nào ạ? …
    > An: chào em, bác là An tổ cơ khí
    < Dạ em chào anh/chị. …
    > An: cho bác xem lại
    < Anh/chị có 8 sáng kiến: …
    > An: đừng nhắn cho tôi nữa
    < Dạ, em không nhắn riêng tin nhắc cho anh/chị nữa, …
    > An: thêm ảnh kiểu gì
    < Được ạ: anh/chị gửi ảnh hoặc tệp …
    > An: đăng ký
    < Em hỏi 4 câu, …
    > An: Khay nam châm giữ ốc vít
    < Trước đây làm thế nào, nay thay đổi gì? …
    > An: bỏ qua
    < Làm lợi khoảng bao nhiêu? …
    > An: sao hỏi lắm thế
    < Em xin lỗi đã làm anh/chị phiền lòng. …
      Làm lợi khoảng bao nhiêu? …
    > An: thôi không thèm đăng ký nữa
    < Đã bỏ bản nháp. …
    > An: tôi nghỉ việc rồi, xóa thông tin của tôi
    < Anh/chị muốn làm gì với dữ liệu của mình? …
  `)
  const [first] = await stage.fresh.db
    .selectFrom("initiative")
    .select(["description", "sector"])
    .orderBy("number")
    .execute()
  expect(first).toEqual({
    description:
      "trước các em học chay, nay vừa chơi vừa học\ncác em nhớ nhanh hơn, giảm 2 buổi ôn mỗi tuần\ngiờ các em tự đọc bảng ở góc lớp",
    sector: "Giáo dục – đào tạo",
  })
})

test("an idea told in bubbles is asked about once more with all that was told", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: Lắp thêm quạt hút mùi ở xưởng nhuộm
    < "Lắp thêm quạt hút mùi ở xưởng nhuộm" là sáng kiến anh/chị muốn đăng ký phải không ạ?
      1. Đăng ký
      2. Không phải
    > An: trước công nhân hay chóng mặt, giờ đỡ hẳn
    < Ý này em ghi vào mô tả.
      "Lắp thêm quạt hút mùi ở xưởng nhuộm" là sáng kiến anh/chị muốn đăng ký phải không ạ?
      1. Đăng ký
      2. Không phải
    > An: chắc tầm 5 chục triệu một năm
    < Làm lợi: …
      …
    > An: 1
    < ✅ SK-000001 · Lắp thêm quạt hút mùi ở xưởng nhuộm
      …
  `)
  const written = await stage.fresh.db
    .selectFrom("initiative")
    .select(["title", "description", "benefit_amount"])
    .executeTakeFirstOrThrow()
  expect(written).toEqual({
    title: "Lắp thêm quạt hút mùi ở xưởng nhuộm",
    description: "trước công nhân hay chóng mặt, giờ đỡ hẳn",
    benefit_amount: "50000000",
  })
  await stage.transcript(`
    [riêng An]
    > An: sửa lại tiền thành 25 triệu
    < Đã sửa SK-000001 · …
      Làm lợi: 25.000.000 đ/năm
    > An: à còn làm cùng anh Tuấn nữa
    < Anh/chị nhắn đủ họ tên giúp em, ví dụ: "đồng tác giả SK-000001 …
    > An: xóa hộ anh cái đó đi
    < Anh/chị muốn hủy sáng kiến này phải không ạ? …
      1. SK-000001 · Lắp thêm quạt hút mùi ở xưởng nhuộm
    > An: thôi giữ lại
    < …
  `)
  expect(await stage.fresh.db.selectFrom("initiative").select("status").executeTakeFirst()).toEqual({
    status: "registered",
  })
})

test("a newcomer who asks in between is answered, and asked again", async () => {
  await using stage = await openStage("web")
  await stage.transcript(`
    [riêng An]
    > An: đăng ký
    < …
    > An: 1
    < Anh/chị thuộc công đoàn nào? …
    > An: ảnh gửi ở đâu
    < Được ạ: anh/chị gửi ảnh …
      Anh/chị thuộc công đoàn nào? …
    > An: bao giờ hết hạn đợt này
    < …
  `)
})

test('"em có sáng kiến …" tells a title', async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: em có sáng kiến chế cái máng trượt đưa phôi đỡ phải bê
    < "chế cái máng trượt đưa phôi đỡ phải bê" là sáng kiến anh/chị muốn đăng ký phải không ạ?
      1. Đăng ký
      2. Không phải
    > An: 1
    < ✅ SK-000001 · chế cái máng trượt đưa phôi đỡ phải bê
      …
  `)
})

test("whoever is not understood is offered what most people come for", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: anh là An bên tổ may 3
    < Dạ em chào anh/chị. …
      1. Đăng ký sáng kiến
      2. Xem sáng kiến của tôi
      3. Xem tiến độ đơn vị
  `)
  stage.clock.pass(11 * 60_000)
  await stage.transcript(`
    [riêng An]
    > An: quạt ở xưởng kêu to quá
    < Em chưa hiểu ý anh/chị. …
      1. Đăng ký sáng kiến
      2. Xem sáng kiến của tôi
      3. Xem tiến độ đơn vị
    # What was offered stands above still.
    > An: máy hỏng suốt cả tuần rồi
    < Em chưa hiểu ý anh/chị. …
    > An: 2
    < Anh/chị chưa có sáng kiến nào. …
    # And so it does once something of it was told.
    > An: 3
    < CĐCS …
      …
    > An: em là ai
    < Em là trợ lý tự động ạ. …
    > An: tham gia chương trình sáng kiến thế nào
    < đăng ký: tên sáng kiến – …
      …
    > An: em đăng ký sáng kiến được không
    < …
    > An: Giá treo kéo bấm chỉ tại từng máy may
    < …
  `)
})

test("as it is dictated, photographed and asked about the next day", async () => {
  await using stage = await openStage("telegram", { known: ["An", "Bình"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký sáng kiến của tôi là làm cái khay đựng ốc vít bằng nam châm gắn ở đầu máy trước thì ốc vít rơi mất giờ thì không rơi nữa mỗi tháng đỡ được khoảng hai triệu tiền ốc vít
    < ✅ SK-000001 · làm cái khay đựng ốc vít bằng nam châm gắn ở đầu máy
      Làm lợi: khoảng 2.000.000 đ/tháng · …
    > An: đăng ký
    < Em hỏi 4 câu, …
    > An: sáng kiến
    < Tên sáng kiến là gì? …
    > An: Tủ dụng cụ có bánh xe cho tổ cơ điện
    < Trước đây làm thế nào, …
    > An: bỏ qua
    < Làm lợi khoảng bao nhiêu? …
    # What they ask of another one is answered, and the question stays open.
    > An: em ơi cái sáng kiến hôm trước anh đăng ký ấy nó đến đâu rồi
    < Anh/chị có 1 sáng kiến: …
    > An: khoảng mười lăm triệu gì đó một năm
    < Sáng kiến thuộc lĩnh vực nào? …
    > An: chịu
    < ✅ SK-000002 · Tủ dụng cụ có bánh xe cho tổ cơ điện
      Làm lợi: khoảng 15.000.000 đ/năm · …
    > An: xin lỗi nãy gõ nhầm
    < Không sao ạ. Bỏ hẳn: "hủy SK-000002"; sửa tên: "sửa SK-000002: tên đúng". (Tủ dụng cụ có bánh xe cho tổ cơ điện)
    > An: tên đúng là tủ dụng cụ hai tầng có bánh xe
    < Anh/chị muốn sửa sáng kiến nào ạ? …
    > An: 1
    < Đã sửa SK-000002 · tủ dụng cụ hai tầng có bánh xe
    [riêng Bình]
    > Bình: ảnh này là cái giá treo dây hơi tôi tự làm
    < "cái giá treo dây hơi" là sáng kiến anh/chị muốn đăng ký phải không ạ? …
    > Bình: 1
    < ✅ SK-000003 · cái giá treo dây hơi …
    > Bình: đây ảnh đây em
    < Được ạ: anh/chị gửi ảnh hoặc tệp trong trò chuyện này, …
  `)
  stage.clock.pass(24 * 3_600_000)
  await stage.transcript(`
    [riêng Bình]
    > Bình: chào em hôm qua anh có gửi cái sáng kiến em nhận được chưa
    < Anh/chị có 1 sáng kiến:
      SK-000003 · …
    > Bình: thế giờ anh phải làm gì nữa
    < Anh/chị có 1 sáng kiến:
      SK-000003 · …
      Anh/chị chưa phải làm gì thêm ạ, có kết quả em báo ngay. Muốn kể thêm: "bổ sung SK-000003 …".
    > Bình: mô tả: trước dây hơi kéo lê dưới đất hay vấp ngã, nay treo lên cao
    < Đã bổ sung vào SK-000003.
  `)
})

test("who knows not what to answer, thinks better of it, or asks somebody first", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: chị không biết viết thế nào
    < Em hỏi 4 câu, …
    > An: cai tien may han bam
    < Trước đây làm thế nào, …
    > An: k nho
    < Làm lợi khoảng bao nhiêu? …
    > An: bổ sung trước hàn hay bị dính giờ không dính nữa
    < Em đã ghi thêm ý này vào phần mô tả.
      Làm lợi khoảng bao nhiêu? …
    > An: em xin huy sang kien nay vi trung voi nguoi khac
    < Đã bỏ bản nháp. …
    > An: đăng ký: Bàn kẹp ống quần để là
    < ✅ SK-000001 · …
    > An: để chị hỏi tổ trưởng đã
    < Dạ, lúc nào tiện anh/chị gửi cũng được ạ.
    > An: ghi tên tổ trưởng vào cùng
    < Anh/chị nhắn đủ họ tên giúp em, …
    > An: tổ trưởng là Hoàng Thị Na
    < SK-000001: Nguyễn Văn An 50%, Hoàng Thị Na 50%.
      …
    > An: bỏ chị Na đi
    < …SK-000001…
    > An: thế được bao nhiêu tiền thưởng
    < …thưởng…
    > An: còn bao nhiêu nữa đủ
    < CĐCS Công ty May TNG – Giai đoạn 1 …
    > An: tháng trước thì sao
    < CĐCS Công ty May TNG, 1/2/2026 – 28/2/2026…
  `)
})

test("a sector that is none, a mate without a name, a title put right by 'sửa:', and questions beside the menu of one's own data", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Giá treo kéo cắt chỉ bằng nam châm
    < ✅ SK-000001 · …
    > An: lĩnh vực 15
    < Lĩnh vực chỉ có số từ 1 đến 9 nên em chưa ghi. …
    > An: sửa SK-000001 lĩnh vực 15
    < Lĩnh vực chỉ có số từ 1 đến 9 nên em chưa ghi. …
    > An: sửa: Giá treo kéo bấm chỉ bằng nam châm
    < Đã sửa SK-000001 · Giá treo kéo bấm chỉ bằng nam châm
    > An: sai rồi tên là Giá treo kéo bấm chỉ hai ngăn
    < Đã sửa SK-000001 · Giá treo kéo bấm chỉ hai ngăn
    > An: đồng tác giả SK-000001 Trần Thị Lan
    < SK-000001: Nguyễn Văn An 50%, Trần Thị Lan 50%. …
    > An: xóa cô ấy ra
    < Trần Thị Lan không còn là đồng tác giả SK-000001. …
    > An: dữ liệu của tôi
    < Anh/chị muốn làm gì với dữ liệu của mình? …
    > An: dữ liệu này ai xem được
    < Thông tin chỉ dùng để lập hồ sơ sáng kiến và tổng hợp kết quả. …
    > An: hạn nộp bao giờ
    < Dạ, … nhận đến hết ngày …
    [Nhóm TNG]
    > An: @Bot xe đẩy là của anh Hùng chứ không phải của Bình
    < Tác giả ghi chưa đúng thì …
    > An: @Bot thế ca 2?
    < Em ghi nhận sáng kiến…
  `)
})

test("two wishes in one message, politeness before what is to be written, and a name put right", async () => {
  await using stage = await openStage("telegram", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: gương cầu ở góc khuất kho, tiện cho em hỏi hạn nộp đến bao giờ
    < ✅ SK-000001 · gương cầu ở góc khuất kho
      …
    < Dạ, Giai đoạn 1 nhận đến hết ngày 19/4, …
    > An: em bổ sung mô tả cho SK-1 ạ: xe nâng hai bên nhìn thấy nhau
    < Đã bổ sung vào SK-000001.
    > An: SK-1
    < SK-000001 …
      Mô tả: xe nâng hai bên nhìn thấy nhau
      …
    > An: em đăng ký nhầm hủy giúp em với ạ
    < Anh/chị muốn hủy sáng kiến này phải không ạ? …
    > An: 1
    < Đã hủy SK-000001 · …
    > An: tên em bị sai dấu, phải là Nguyễn Văn Ân
    < Đã sửa họ tên thành Nguyễn Văn Ân, …
  `)
})
