import { describe, expect, test } from "vitest"
import { CONSENT_VERSION } from "../../core/people/consent.ts"
import { openStage } from "./stage.ts"
import { VENUES } from "./venue.ts"

describe.concurrent.each(VENUES)("%s", (venue) => {
  test("T1 a newcomer registers in a group with two messages, afterwards with one", async () => {
    await using stage = await openStage(venue)
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot đăng ký sáng kiến: Cải tiến cữ gá may túi hộp giảm 30% thời gian, làm lợi 120tr/năm
      < Em là Trợ lý Sáng kiến của Liên đoàn Lao động tỉnh Thái Nguyên. Em lưu họ tên, đơn vị, mã tài khoản, mã trò chuyện và nội dung … "dữ liệu của tôi"…
        1. Đồng ý
        2. Không
        3. Đồng ý, cho nêu tên tôi trong tin tổng hợp, vinh danh
      > An bấm: Đồng ý
      < ✅ SK-000001 · Cải tiến cữ gá may túi hộp giảm 30% thời gian
        Làm lợi: 120.000.000 đ/năm · Nguyễn Văn An · CĐCS Công ty May TNG
        Đơn vị: 1/60 (1,7%)
        Bổ sung: …Hủy: "hủy SK-000001".
      > An: @Bot đk: Thay đèn sợi đốt bằng đèn LED ở nhà xưởng
      < ✅ SK-000002 · Thay đèn sợi đốt bằng đèn LED ở nhà xưởng
        Nguyễn Văn An · CĐCS Công ty May TNG
        Đơn vị: 2/60 (3,3%)
        …
    `)
    const [first] = await stage.fresh.db.selectFrom("initiative").selectAll().orderBy("number").execute()
    expect(first?.original_text).toBe(
      "đăng ký sáng kiến: Cải tiến cữ gá may túi hộp giảm 30% thời gian, làm lợi 120tr/năm",
    )
    expect(
      await stage.fresh.db
        .selectFrom("consent")
        .select(["version", "granted", "chat_id", "channel"])
        .execute(),
    ).toEqual([
      { version: CONSENT_VERSION, granted: true, chat_id: stage.venue.chat("Nhóm TNG"), channel: venue },
    ])
  })

  test("T2 no marks and no mention in private", async () => {
    await using stage = await openStage(venue, { known: ["An"] })
    await stage.transcript(`
      [riêng An]
      > An: dk sk thay den led nha xuong tiet kiem 1ty2 moi nam
      < ✅ SK-000001 · thay den led nha xuong…
        Làm lợi: 1.200.000.000 đ/năm · Nguyễn Văn An · CĐCS Công ty May TNG
        …
      # An idea told as into the phone is asked for its name, and what was told is kept.
      > An: truoc day to a phai mai tay cai khuon mat 30 phut gio a lam cai do ga xoay con 10 phut dang ky cho a voi
      < Em ghi phần anh/chị kể vào mô tả. …
        Tên sáng kiến là gì? …
      > An: Đồ gá xoay hai mặt
      < Làm lợi khoảng bao nhiêu? …
      > An: à nhầm, 50 triệu chứ không phải 5 triệu
      < Sáng kiến thuộc lĩnh vực nào?
        …
      > An: bỏ qua
      < ✅ SK-000002 · Đồ gá xoay hai mặt
        Làm lợi: 50.000.000 đ · …
        …
      > An: sáng kiến thì được thưởng bao nhiêu
      < Mức thưởng do đơn vị anh/chị quyết định, …
      > An: em chuyển sang điện tử sông công rồi
      < Đã sửa đơn vị thành CĐCS Công ty Điện tử Sông Công. …
      > An: à mà còn có anh Nam làm cùng nữa
      < Anh/chị nhắn đủ họ tên giúp em, ví dụ: "đồng tác giả SK-000002 …
      # Said into the phone without any mark; what is said to the bot beside it has its own answer.
      > An: em ơi chị là hằng tổ nấu ăn chị muốn đăng ký sáng kiến là làm cái giá úp bát ba tầng giúp các cô đỡ phải cúi nhé em
      < ✅ SK-000003 · làm cái giá úp bát ba tầng giúp các cô đỡ phải cúi
        …
      > An: ko phải, chị ở trạm y tế trại cau
      < Có phải đơn vị này không ạ? …
        1. CĐCS Trạm Y tế Trại Cau (YT-02)
      > An: đúng rồi
      < Đã sửa đơn vị thành CĐCS Trạm Y tế Trại Cau. …
      > An: cho chị gặp người thật
      < Em là trợ lý tự động ạ. …
      > An: đm bot ngu
      < Em xin lỗi đã làm anh/chị phiền lòng. …
      > An: chuc em ngu ngon, tin trước chị viết còn dở
      < Em chưa hiểu ý anh/chị. …
      > An: when does the union have its party
      < I read a little English: …
      > An: cảm ơn em nhé, làm tốt lắm
      < Dạ, em cảm ơn anh/chị.
    `)
  })

  test("T3 guided, with wrong answers, a second bubble, ambiguous money and a step back", async () => {
    await using stage = await openStage(venue, { known: ["An"] })
    await stage.transcript(`
      [riêng An]
      # The example copied as it stands names nothing, and begins the questions like the word alone.
      > An: đăng ký: tên sáng kiến
      < Em hỏi 4 câu, khoảng 1 phút. …
        Tên sáng kiến là gì? Ví dụ: …
      > An: ok
      < Anh/chị ghi ngắn gọn việc mình đã cải tiến, …
        Tên sáng kiến là gì? Ví dụ: …
      > An: Cải tiến khuôn dập chi tiết loa
      < Trước đây làm thế nào, nay thay đổi gì? ("bỏ qua" nếu để sau)
      > An: trước phải mài tay
      > An: giờ khuôn có vát sẵn nên bỏ công đoạn mài
    # faster than the next question, which then is not asked any more
      > An: 3.843 tỷ
      < Anh/chị muốn nói số nào ạ?
        1. 3,843 tỷ đồng
        2. 3.843 tỷ đồng
      > An bấm: 3,843 tỷ đồng
      < Sáng kiến thuộc lĩnh vực nào?
        1. Kỹ thuật – công nghệ
        2. …
        9. Khác
      > An: quay lại
      < Làm lợi khoảng bao nhiêu? …
      > An: nhiều lắm
      < Em chưa đọc được số tiền trong "nhiều lắm".
        Làm lợi khoảng bao nhiêu? …
      > An: 3,843 tỷ
      < Sáng kiến thuộc lĩnh vực nào?
        …
      > An bấm: An toàn – vệ sinh lao động
      < ✅ SK-000001 · Cải tiến khuôn dập chi tiết loa
        Làm lợi: 3.843.000.000 đ · Nguyễn Văn An · CĐCS Công ty May TNG
        …
    `)
    const stored = await stage.fresh.db.selectFrom("initiative").selectAll().executeTakeFirstOrThrow()
    expect(stored).toMatchObject({
      description: "trước phải mài tay\ngiờ khuôn có vát sẵn nên bỏ công đoạn mài",
      sector: "An toàn – vệ sinh lao động",
      benefit_amount: "3843000000",
    })
  })

  test("T3 all but the title can be skipped", async () => {
    await using stage = await openStage(venue, { known: ["An"] })
    await stage.transcript(`
      [riêng An]
      > An: đăng ký
      < Em hỏi 4 câu…Tên sáng kiến là gì? …
      > An: thôi ạ
      < Đã bỏ bản nháp. …
      > An: /dangky
      < Em hỏi 4 câu…Tên sáng kiến là gì? …
      > An: bỏ qua
      < Em cần có tên sáng kiến ạ. … "hủy"…
        Tên sáng kiến là gì? …
      > An: thôi để mai em đăng ký sau nhé
      < Dạ, em chờ. …
      > An: thoi de sau
      < Em cần có tên sáng kiến ạ. …
        Tên sáng kiến là gì? …
      > An: ko dk nữa
      < Đã bỏ bản nháp. …
      > An: đăng ký
      < Em hỏi 4 câu…Tên sáng kiến là gì? …
      > An: Giá đỡ phễu phụ gia dây chuyền keo dựng
      < Trước đây làm thế nào, nay thay đổi gì? …
      > An: đăng ký: Máng hứng phoi cho máy tiện
      < ✅ SK-000001 · Máng hứng phoi cho máy tiện
        …
        Bản nháp "Giá đỡ phễu phụ gia dây chuyền keo dựng" vẫn còn: gõ "tiếp" để viết nốt, "hủy" để bỏ.
      > An: dk: mang hung phoi cho may tien
      < Giống SK-000001 …
        1. …
        2. …
        3. …
      > An: 2
      < Dạ, em dừng ở đây.
        Bản nháp "Giá đỡ phễu phụ gia dây chuyền keo dựng" vẫn còn: gõ "tiếp" để viết nốt, "hủy" để bỏ.
    # what has to be asked about another one, and a look at something else, keep the draft as well
      > An: đăng ký: Xe đẩy khuôn ép cao su, làm lợi 3.843 tỷ
      < Anh/chị muốn nói số nào ạ? …
      > An: đăng ký: abcd
      < Bản nháp "Xe đẩy khuôn ép cao su" còn viết dở, mình làm tiếp nhé; gõ "hủy" nếu muốn bỏ.
        Anh/chị muốn nói số nào ạ? …
      > An: hủy
      < Đã bỏ bản nháp. …
        Bản nháp "Giá đỡ phễu phụ gia dây chuyền keo dựng" vẫn còn: gõ "tiếp" để viết nốt, "hủy" để bỏ.
      > An: đăng ký: abcd
      < "abcd" ngắn quá, …
        Tên sáng kiến là gì? …
      > An: hủy
      < Đã bỏ bản nháp. …
        Bản nháp "Giá đỡ phễu phụ gia dây chuyền keo dựng" vẫn còn: …
      > An: tiếp
      < Trước đây làm thế nào, nay thay đổi gì? …
      > An: dữ liệu của tôi
      < …
      > An: tiếp
      < Trước đây làm thế nào, nay thay đổi gì? …
      > An: đăng ký
      < Bản nháp "Giá đỡ phễu phụ gia dây chuyền keo dựng" còn viết dở, mình làm tiếp nhé; gõ "hủy" nếu muốn bỏ.
        Trước đây làm thế nào, nay thay đổi gì? …
      > An: bo qua
      < Làm lợi khoảng bao nhiêu? …
      > An: không tính được
      < Sáng kiến thuộc lĩnh vực nào?
        …
      > An: bỏ qua
      < ✅ SK-000002 · Giá đỡ phễu phụ gia dây chuyền keo dựng
        Nguyễn Văn An · CĐCS Công ty May TNG
        …
    # what a whole record says besides is kept while its money is asked, and nothing more is asked
      > An: đăng ký: Hợp chất tẩy keo dính kim
        Mô tả: pha ba phần dung môi
        Lĩnh vực: An toàn – vệ sinh lao động
        Ngày áp dụng lần đầu: 5/3/2022
        Thông tin cần bảo mật: tỷ lệ pha
        Làm lợi: 3.843 tỷ
      < Anh/chị muốn nói số nào ạ?
        1. 3,843 tỷ đồng
        2. 3.843 tỷ đồng
      > An: 1
      < ✅ SK-000003 · Hợp chất tẩy keo dính kim
        Làm lợi: 3.843.000.000 đ · …
        …
    # a benefit told with the title is not asked again; a second bubble joins the description
      > An: đăng ký
      < Em hỏi 4 câu…Tên sáng kiến là gì? …
      > An: Khay hứng dầu thừa của máy tiện, tiết kiệm 2 triệu tiền dầu/tháng
      < Trước đây làm thế nào, nay thay đổi gì? …
      > An: trước dầu chảy ra sàn
      > An: nay chảy về khay, lọc dùng lại
      < Sáng kiến thuộc lĩnh vực nào?
        …
      > An: bỏ qua
      < ✅ SK-000004 · Khay hứng dầu thừa của máy tiện
        Làm lợi: 2.000.000 đ/tháng · …
        …
    `)
    const [secret, oil] = await stage.fresh.db
      .selectFrom("initiative")
      .select(["description", "sector", "first_applied_on", "confidential"])
      .where("number", "in", ["3", "4"])
      .orderBy("number")
      .execute()
    expect(secret).toEqual({
      description: "pha ba phần dung môi",
      sector: "An toàn – vệ sinh lao động",
      first_applied_on: "2022-03-05",
      confidential: true,
    })
    expect(oil?.description).toBe("trước dầu chảy ra sàn\nnay chảy về khay, lọc dùng lại")
    // What is said is understood in one place for all of them.
    if (venue === "web") {
      await stage.transcript(`
        [riêng An]
        # Two requests in one message: both are done, and one that is not understood is named.
        > An: đăng ký: Khay nam châm thu kim gãy, và cho hỏi tiến độ đơn vị em
        < ✅ SK-000005 · Khay nam châm thu kim gãy
          … Đơn vị: 5/60 (8,3%) …
        < CĐCS Công ty May TNG – Giai đoạn 1 …
          0/60 (0,0%) · đã lên cổng
          …
          Đăng ký 5 · Công nhận 0 · Lên cổng 0
          …
        > An: đăng ký: Giá treo chỉ xoay, tiện thể cho chị hỏi có được nghỉ bù không
        < ✅ SK-000006 · Giá treo chỉ xoay
          …
        < Còn "cho chị hỏi có được nghỉ bù không" thì em chưa hiểu …
        > An: bỏ cái kia đi, đăng ký cái này: Bàn thao tác nâng hạ
        < ✅ SK-000007 · Bàn thao tác nâng hạ
          …
        < Anh/chị muốn hủy sáng kiến nào ạ? …
          1. SK-000006 · Giá treo chỉ xoay
          2. SK-000005 · …
          3. SK-000004 · …
        > An: cảm ơn em, sửa giúp tên thành Giá treo chỉ xoay mười hai cọc
        < Anh/chị muốn sửa sáng kiến nào ạ? …
          1. SK-000006 · Giá treo chỉ xoay
          …
        > An: 1
        < Đã sửa SK-000006 · Giá treo chỉ xoay mười hai cọc
        # A list that is still open holds nobody's own list back.
        > An: hủy cái vừa rồi
        < Anh/chị muốn hủy sáng kiến này phải không ạ? …
          1. SK-000007 · Bàn thao tác nâng hạ
        > An: đăng ký 2 sáng kiến:
          1. Móc treo áo bảo hộ
          2. Tấm che bụi máy vắt sổ
        < ✅ Đã ghi nhận 2 sáng kiến của Nguyễn Văn An:
          SK-000008 · Móc treo áo bảo hộ
          …
        # What the same message withdraws is no likeness of what it registers.
        > An: hủy SK-000009 và đăng ký: Tấm che bụi cho máy vắt sổ
        < Đã hủy SK-000009 …
        < ✅ SK-000010 · Tấm che bụi cho máy vắt sổ
          …
        # The keyboard's Vietnamese was switched off: what the keys mean is done, or it is said.
        > An: ddawng kys: Xe ddaayr vair cos phanh chaan, lamf lowij 20tr/nawm
        < ✅ SK-000011 · Xe đẩy vải có phanh chân
          Làm lợi: 20.000.000 đ/năm · …
          …
        > An: tie61n d9o65
        < CĐCS Công ty May TNG – Giai đoạn 1 …
        > An: hoom nay trowif ddepj quas
        < Hình như bàn phím của anh/chị đang tắt tiếng Việt …
        # A question back is no answer, and a title is otherwise when it is said so.
        > An: đăng ký
        < Em hỏi 4 câu, …
          …
        > An: tên là tên gì hả em?
        < Anh/chị ghi ngắn gọn việc mình đã cải tiến, …
          Tên sáng kiến là gì? …
        > An: tên là xe đẩy rác hai ngăn
        < Trước đây làm thế nào, nay thay đổi gì? …
        > An: thôi chị đổi tên, đổi thành: Xe đẩy rác ba ngăn
        < Đã đổi tên thành "Xe đẩy rác ba ngăn".
          Trước đây làm thế nào, nay thay đổi gì? …
        > An: thế có cần ghi dài không?
        < Vài câu là đủ, …
          Trước đây làm thế nào, nay thay đổi gì? …
        > An: bỏ qua
        < Làm lợi khoảng bao nhiêu? …
        > An: cái này tính sao hả em, chị không biết tính
        < Anh/chị ước chừng mỗi năm …
          Làm lợi khoảng bao nhiêu? …
        > An: 20tr
        < Sáng kiến thuộc lĩnh vực nào?
          …
        > An: à nhầm 2tr thôi
        < Làm lợi: 2.000.000 đ
          Sáng kiến thuộc lĩnh vực nào?
          …
        > An: hủy
        < Đã bỏ bản nháp. …
        > An: sang kien cua toi la lam cai gia de dung cu y te cho gon
        < ✅ {giá} · lam cai gia de dung cu y te cho gon
          …
        > An: gửi ảnh ở đâu thế
        < Được ạ: anh/chị gửi ảnh hoặc tệp …
        > An: thế ai duyệt sáng kiến của tôi
        < Người đứng đầu hoặc hội đồng sáng kiến của đơn vị xét công nhận; …
      `)
    }
  })

  test("T4 a draft outlives a restart, two days and the group's weekly post, and goes on in private", async () => {
    await using stage = await openStage(venue, {
      known: ["An"],
      at: "2026-03-12T15:00:00+07:00",
      clockwork: true,
    })
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot đăng ký
      < Em hỏi 4 câu…Tên sáng kiến là gì? …
    `)
    await stage.down()
    stage.clock.set("2026-03-14T15:00:00+07:00")
    await stage.up()
    await stage.transcript(`
      [Nhóm TNG]
      < 📊 TỔNG HỢP TUẦN …
      [Nhóm tỉnh]
      < 📊 TỔNG HỢP TUẦN …
    `)
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot tiếp
      < Tên sáng kiến là gì? …
      > An trả lời: Giá đỡ phễu phụ gia dây chuyền keo dựng
      < Trước đây làm thế nào, nay thay đổi gì? …
      [riêng An]
      > An: bot ngu thế
      < Em xin lỗi đã làm anh/chị phiền lòng. …
      > An: trước phải giữ bằng tay
      < Câu em hỏi đang chờ anh/chị trong nhóm. Anh/chị gõ "tiếp" để trả lời riêng ở đây.
      > An: tiếp
      < Trước đây làm thế nào, nay thay đổi gì? …
      [Nhóm TNG]
      > An: @Bot tiếp
      < Anh/chị không có bản nháp nào đang dở. …
      [riêng An]
      > An: hủy
      < Đã bỏ bản nháp. …
      > An: tiếp
      < Anh/chị không có bản nháp nào đang dở. …
    # so does what a newcomer wrote in the group, for the group's unit
      [Nhóm TNG]
      > Chi: @Bot đăng ký: Khay lọc dầu cho máy khoan
      < Em là Trợ lý Sáng kiến …
      [riêng Chi]
      > Chi: tiếp
      < Anh/chị có đồng ý …
      > Chi bấm: Đồng ý
      < ✅ SK-000001 · Khay lọc dầu cho máy khoan
        Lê Kim Chi · CĐCS Công ty May TNG
        …
    `)
    expect(await stage.count("initiative")).toBe(1)
  })

  test("who does not agree is not remembered and can still read figures", async () => {
    await using stage = await openStage(venue)
    const before = { person: await stage.count("person"), account: await stage.count("account") }
    await stage.transcript(`
      [riêng An]
      > An: đăng ký: Cải tiến cữ gá may túi hộp giảm 30% thời gian
      < Em là Trợ lý Sáng kiến … Anh/chị có đồng ý không?
        1. Đồng ý
        2. Không
        3. Đồng ý, cho nêu tên tôi trong tin tổng hợp, vinh danh
      > An: thông tin này ai xem được?
      < Thông tin chỉ dùng để lập hồ sơ …
        Anh/chị có đồng ý …
        1. Đồng ý
        2. Không
        3. Đồng ý, cho nêu tên tôi trong tin tổng hợp, vinh danh
      > An bấm: Không
      < Dạ, em không lưu gì cả. …
      > An: tiến độ
      < Liên đoàn Lao động tỉnh Thái Nguyên – Giai đoạn 1 đến …
      > An: của tôi
      < Anh/chị chưa có sáng kiến nào. …
    `)
    const after = { person: await stage.count("person"), account: await stage.count("account") }
    expect(after).toEqual(before)
    expect(await stage.count("initiative")).toBe(0)
    expect(await stage.count("consent")).toBe(0)
    expect(await stage.count("kept_update")).toBe(0)
    const { rows } = await stage.fresh.pool.query(
      "select 1 from conversation where dialogue::text like '%túi hộp%'",
    )
    expect(rows).toEqual([])
  })

  test("whose unit is unknown is asked for it after the consent: a code, a name or a number will do", async () => {
    await using stage = await openStage(venue, { untouched: true })
    await stage.transcript(`
      [riêng An]
      > An: đăng ký: Cải tiến cữ gá may túi hộp, làm lợi 50 triệu/năm
      < Em là Trợ lý Sáng kiến …
      > An bấm: Đồng ý
      < Anh/chị thuộc công đoàn nào? …
      > An: kcn-01
      < ✅ SK-000001 · Cải tiến cữ gá may túi hộp
        Làm lợi: 50.000.000 đ/năm · Nguyễn Văn An · CĐCS Công ty May TNG
        …
      [riêng Dung]
      > Dung: đăng ký: Sắp xếp lại chuyền may giảm bước đi thừa
      < Em là Trợ lý Sáng kiến …
      > Dung: dạ đồng ý ạ
      < Anh/chị thuộc công đoàn nào? …
      > Dung: ở nhà
      < Em chưa tìm thấy đơn vị "ở nhà". …
      > Dung: mầm non hoa hồng
      < Chưa tìm thấy "mầm non hoa hồng". Em chỉ nhận đơn vị có trong danh sách …
    # a command is a command there too, and what waits is never lost for it
      > Dung: tiến độ tỉnh
      < Liên đoàn Lao động tỉnh Thái Nguyên – Giai đoạn 1 đến …
        Anh/chị thuộc công đoàn nào? …
      > Dung: trợ giúp
      < đăng ký: tên sáng kiến – …
        Anh/chị thuộc công đoàn nào? …
      > Dung: để sau nhé
      < Tin anh/chị đã gửi, em vẫn giữ: gõ "tiếp" để làm nốt, "hủy" để bỏ.
      > Dung: thôi
      < Tin anh/chị đã gửi, em vẫn giữ: …
      > Dung: chào em
      < Anh/chị thuộc công đoàn nào? …
      > Dung: tìm cữ gá
      < Tin anh/chị đã gửi, em vẫn giữ: …
        Em tìm thấy 1 sáng kiến. …
      > Dung: đăng ký: Giá đỡ cuộn vải quay được
      < Anh/chị thuộc công đoàn nào? …
      > Dung: dữ liệu của tôi
      < Tin anh/chị đã gửi, em vẫn giữ: …
        Anh/chị muốn làm gì với dữ liệu của mình?
        …
      > Dung: bỏ qua
      < Dạ, em dừng ở đây.
        Tin anh/chị đã gửi, em vẫn giữ: …
      > Dung: tiếp
      < Anh/chị thuộc công đoàn nào? …
      > Dung: cty dien tu song cong
      < ✅ Đã ghi nhận 2 sáng kiến của Trần Thị Dung:
        SK-000002 · …
        SK-000003 · Giá đỡ cuộn vải quay được
        CĐCS Công ty Điện tử Sông Công: 2/90 (2,2%)
      [riêng Chi]
      > Chi: đăng ký
      < Em là Trợ lý Sáng kiến …
      > Chi: đăng ký: Số hóa sổ theo dõi dụng cụ
      < Anh/chị có đồng ý để em lưu thông tin và ghi nhận sáng kiến không?
        1. Đồng ý
        2. Không
        3. Đồng ý, cho nêu tên tôi trong tin tổng hợp, vinh danh
      > Chi: dk: Kệ để khuôn xoay bốn mặt
      < Anh/chị có đồng ý…
        …
      > Chi: dk: Kệ để khuôn xoay bốn mặt
      < Anh/chị có đồng ý…
        …
      > Chi: 1
      < Anh/chị thuộc công đoàn nào? …
      > Chi: đăng ký: Máng hứng phoi cho máy tiện
      < Anh/chị thuộc công đoàn nào? …
      > Chi: công ty
      < Đơn vị nào ạ? …
        1. …
        2. …
        3. …
      > Chi: 2
      < ✅ Đã ghi nhận 3 sáng kiến của Lê Kim Chi:
        SK-000004 · Số hóa sổ theo dõi dụng cụ
        SK-000005 · Kệ để khuôn xoay bốn mặt
        SK-000006 · Máng hứng phoi cho máy tiện
        …
      > Chi: của tôi
      < Anh/chị có 3 sáng kiến:
        SK-000006 · Máng hứng phoi cho máy tiện · đã đăng ký
        SK-000005 · Kệ để khuôn xoay bốn mặt · đã đăng ký
        SK-000004 · Số hóa sổ theo dõi dụng cụ · đã đăng ký
      # What a form says of its author and unit is not passed over, whoever sends it.
      > Chi: Họ và tên: Nguyễn Thị Hạnh
        Đơn vị: Trường THPT Gang Thép
        Tên sáng kiến: Tấm chắn bụi cho máy cắt vải
        Áp dụng từ: đầu năm
      < ✅ SK-000007 · …
        Tin ghi tác giả là Nguyễn Thị Hạnh, em ghi theo tên anh/chị. Nếu là sáng kiến của người đó: "sửa SK-000007 tác giả: Nguyễn Thị Hạnh"; …
        Tin ghi đơn vị CĐCS Trường THPT Gang Thép, em ghi cho … Cần đổi, …
    `)
    const last = await stage.fresh.db
      .selectFrom("initiative")
      .select("description")
      .where("title", "like", "Tấm chắn%")
      .executeTakeFirst()
    expect(last?.description).toBe("Áp dụng từ: đầu năm")
  })

  test("a form that names its sender's unit leaves nothing to be asked", async () => {
    await using stage = await openStage(venue, { untouched: true })
    await stage.transcript(`
      [riêng An]
      > An: Họ và tên: Nguyễn Văn An
        Đơn vị công tác: Bệnh viện Đa khoa Đại Từ
        Tên sáng kiến: Bảng kiểm năm bước tiêm an toàn
        Giá trị làm lợi (triệu đồng): 85
      < Em là Trợ lý Sáng kiến …
      > An bấm: Đồng ý
      < ✅ SK-000001 · Bảng kiểm năm bước tiêm an toàn
        Làm lợi: 85.000.000 đ · Nguyễn Văn An · CĐCS Bệnh viện Đa khoa Đại Từ
        …
      # The same as a row of the sheet that such a form fills, under its headings.
      > An: Dấu thời gian\tHọ và tên\tTên sáng kiến\tGiá trị làm lợi (triệu đồng)
        10/3/2026 8:01:02\tNguyễn Văn An\tXe tiêm có ngăn phân loại rác\t12
      < ✅ SK-000002 · Xe tiêm có ngăn phân loại rác
        Làm lợi: 12.000.000 đ · Nguyễn Văn An · …
        …
    `)
  })

  test("an initiative is taken back within ten minutes, later with a reason", async () => {
    await using stage = await openStage(venue, { known: ["An"] })
    const known = await stage.transcript(`
      [riêng An]
      > An: đăng ký: Cải tiến cữ gá may túi hộp
      < ✅ {một} · …
      > An: hủy {một}
      < Đã hủy {một} · Cải tiến cữ gá may túi hộp
      > An: hủy {một}
      < {một} đã được hủy trước đó rồi ạ.
      > An: đăng ký: Tấm chắn bụi cho máy cắt vải
      < ✅ {hai} · …
        Đơn vị: 1/60 (1,7%)
        …
    `)
    stage.clock.pass(11 * 60_000)
    await stage.transcript(
      `
      [riêng An]
      # Where one alone can be meant nobody is asked, unless it would be taken back.
      > An: à nhầm, 50 triệu chứ không phải 5 triệu
      < Đã sửa {hai} · Tấm chắn bụi cho máy cắt vải
        Làm lợi: 50.000.000 đ
      > An: bổ sung che kín cả ba mặt máy
      < Đã bổ sung vào {hai}.
      > An: chị gửi nhầm, xóa đi em
      < Anh/chị muốn hủy sáng kiến này phải không ạ? …
        1. {hai} · Tấm chắn bụi cho máy cắt vải
      > An: cảm ơn em nhé, cho chị xem bảng xếp hạng
      < 🏅 Bảng xếp hạng …
        …
      > An: thôi
      < Dạ, em dừng ở đây.
      > An: đăng ký: Giá treo cuộn vải quay được
      < ✅ {ba} · …
      # Which of several is meant is asked, not told to be typed again.
      > An: sửa lại làm lợi 60 triệu
      < Anh/chị muốn sửa sáng kiến nào ạ? …
      > An: {hai}
      < Đã sửa {hai} · …
      > An: em xin rút cái sáng kiến tấm chắn bụi ấy
      < Anh/chị muốn hủy sáng kiến nào ạ? …
        1. {hai} · Tấm chắn bụi cho máy cắt vải
        2. {ba} · Giá treo cuộn vải quay được
      > An: hủy
      < Dạ, em dừng ở đây.
      > An: hủy {ba}
      < Đã hủy {ba} · …
      > An: 2
      < Hiện em không hỏi anh/chị câu nào. …
      > An: hủy {hai}
      < {hai} đã đăng ký quá 10 phút. Anh/chị cho em lý do…
      > An: hủy {hai} vì gửi nhầm
      < Đã hủy {hai} · Tấm chắn bụi cho máy cắt vải
      > An: của tôi
      < Anh/chị có 3 sáng kiến:
        {ba} · Giá treo cuộn vải quay được · đã hủy
        {hai} · Tấm chắn bụi cho máy cắt vải · đã hủy
        {một} · Cải tiến cữ gá may túi hộp · đã hủy
      [riêng Dung]
      > Dung: hủy {hai}
      < {hai} là của người khác nên anh/chị chưa thay đổi được; cần thì nhờ tác giả hoặc cán bộ công đoàn giúp ạ.
      > Dung: hủy SK-999999
      < Em không tìm thấy SK-999999. …
    `,
      known,
    )
    const reasons = await stage.fresh.db
      .selectFrom("initiative_event")
      .select("reason")
      .where("kind", "=", "withdrawn")
      .orderBy("id")
      .execute()
    expect(reasons).toEqual([{ reason: null }, { reason: null }, { reason: "vì gửi nhầm" }])
    const counted = await stage.fresh.db.selectFrom("unit_day").select("registered").execute()
    expect(counted).toEqual([{ registered: 0 }])
  })

  test("help fits on a phone", async () => {
    await using stage = await openStage(venue)
    await stage.transcript(`
      [riêng An]
      > An: trợ giúp
      < đăng ký: tên sáng kiến – …
      > An: HELP
      < đăng ký: tên sáng kiến – …
      [riêng Chi]
      > Chi: trợ giúp
      < đăng ký: tên sáng kiến – …Tổ chức: liên kết…
    `)
    for (const place of ["riêng An", "riêng Chi"]) {
      for (const { text } of stage.venue.said(place)) expect(text.split("\n").length).toBeLessThanOrEqual(6)
    }
  })
})

test("whom others entered gets the notice at the first word; a new version asks again, and its refusal is kept", async () => {
  await using stage = await openStage("telegram")
  const { db } = stage.fresh
  const answers = async () =>
    (
      await db
        .selectFrom("consent")
        .innerJoin("person", "person.id", "person_id")
        .select(["purpose", "version", "granted", "channel"])
        .where("name", "=", "Phạm Thanh Bình")
        .orderBy("consent.id")
        .execute()
    ).map((each) => Object.values(each).join(" "))
  await stage.transcript(`
    [riêng Dung]
    > Dung: đăng ký hộ Phạm Thanh Bình: Máng trượt đưa phôi vào máy dập
    < Em là Trợ lý Sáng kiến …
    > Dung bấm: Đồng ý
    < ✅ SK-000001 · …
    [riêng Bình]
    > Bình: tiến độ
    < Liên đoàn Lao động tỉnh Thái Nguyên – Giai đoạn 1 đến …
    < Có hồ sơ do người khác nộp ghi tên giống anh/chị.
      Em là Trợ lý Sáng kiến … Anh/chị có đồng ý không?
      1. Đồng ý
      2. Không
      3. Đồng ý, cho nêu tên tôi trong tin tổng hợp, vinh danh
    > Bình: 3
    < Anh/chị chưa có sáng kiến nào. …
  `)
  expect(await answers()).toEqual([
    `records ${CONSENT_VERSION} true telegram`,
    `naming ${CONSENT_VERSION} true telegram`,
  ])
  await db.updateTable("consent").set({ version: "2026-11" }).execute()
  await stage.transcript(`
    [riêng Bình]
    > Bình: đăng ký: Tấm chắn bụi cho máy cắt vải
    < Em là Trợ lý Sáng kiến …
    > Bình bấm: Không
    < Dạ, em đã ghi anh/chị không đồng ý nên từ giờ em không nhận thêm gì. …
    > Bình: bảng xếp hạng
    < …
    > Bình: đăng ký: Tấm chắn bụi cho máy cắt vải
    < Em là Trợ lý Sáng kiến …
  `)
  expect((await answers()).at(-1)).toBe(`records ${CONSENT_VERSION} false telegram`)
  expect(await stage.count("initiative")).toBe(1)
})
