import { describe, expect, test } from "vitest"
import { linkGroup, openStage, type Stage } from "./stage.ts"
import type { TelegramVenue } from "./telegram-venue.ts"

/** Texts shown to who pressed a button. */
async function toasts(stage: Stage<TelegramVenue>, presses: number): Promise<readonly unknown[]> {
  const calls = await stage.venue.double.waitForCalls("answerCallbackQuery", presses)
  return calls.map((call) => call["text"])
}

const OLD = "Câu hỏi này đã qua hoặc dành cho người khác."

describe.concurrent("telegram", () => {
  test("somebody else's button and an old one do nothing and say so to who pressed", async () => {
    await using stage = await openStage("telegram")
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot đăng ký: Cải tiến cữ gá may túi hộp
      < Em là Trợ lý Sáng kiến …
      > Dung bấm: Đồng ý
      (im lặng)
    `)
    expect(await stage.count("consent")).toBe(0)
    await stage.transcript(`
      [Nhóm TNG]
      > An bấm: Đồng ý
      < ✅ SK-000001…
      > An bấm: Đồng ý
      (im lặng)
      > An bấm: Không
      (im lặng)
    `)
    expect(await toasts(stage, 4)).toEqual([OLD, undefined, OLD, OLD])
    expect(await stage.count("initiative")).toBe(1)
    expect(await stage.count("consent")).toBe(1)
  })

  test("two updates that come in the wrong order are both heard", async () => {
    await using stage = await openStage("telegram", { known: ["An"], receives: "webhook" })
    const { double, person, group } = stage.venue
    const chat = group("riêng An")
    await double.waitForCalls("setWebhook", 1)
    const posts = async (id: number, text: string) => {
      const { id: from, first_name } = person("An")
      await stage.venue.hands({
        update_id: id,
        message: {
          message_id: id,
          date: id,
          chat: { id: chat.id, type: "private" },
          from: { id: from, is_bot: false, first_name },
          text,
        },
      })
    }
    await posts(900_002, "đăng ký: Tấm chắn bụi cho máy cắt vải")
    await posts(900_001, "đăng ký: Cải tiến cữ gá may túi hộp")
    await posts(900_002, "đăng ký: Tấm chắn bụi cho máy cắt vải")
    await stage.transcript(`
      [riêng An]
      < ✅ SK-000001 · Tấm chắn bụi cho máy cắt vải…
      < ✅ SK-000002 · Cải tiến cữ gá may túi hộp…
      > An: của tôi
      < Anh/chị có 2 sáng kiến: …
    `)
  })

  test("a bot that talks to us is not answered", async () => {
    await using stage = await openStage("telegram")
    const { double, group, taken } = stage.venue
    const { id, type, title } = group("Nhóm TNG")
    const from = { id: 777, is_bot: true, first_name: "Bot khác", username: "khac_bot" }
    const text = `@${double.username} đăng ký: Cải tiến cữ gá may túi hộp`
    await taken(double.delivers("message", { message_id: 1, date: 1, chat: { id, type, title }, from, text }))
    await stage.transcript(`
      (im lặng)
      [Nhóm TNG]
      > An: @Bot
      < Em ghi nhận sáng kiến…
    `)
    expect(await stage.count("initiative")).toBe(0)
  })

  test("a button whose question was answered by typing does nothing any more and says so, whatever was asked", async () => {
    await using stage = await openStage("telegram")
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot đăng ký: Cải tiến cữ gá may túi hộp
      < Em là Trợ lý Sáng kiến …
      > An trả lời: 1
      < ✅ SK-000001 · …
      > An bấm: Đồng ý
      (im lặng)
      > An: @Bot đăng ký: Cải tiến cữ gá may túi hộp mới
      < Giống SK-000001 …
        1. Vẫn là sáng kiến khác
        …
      > An trả lời: 1
      < ✅ SK-000002 · …
      > An bấm: Vẫn là sáng kiến khác
      (im lặng)
      [riêng Chi]
      > Chi: nhắc đơn vị chưa đạt 8h sáng mai
      < Sẽ gửi …
      > Chi: 1
      < Đã đặt lịch NH-1, …
      > Chi bấm: Gửi
      (im lặng)
      > Chi: duyệt
      < …SK-000001 …
      > Chi: 1
      < Đã công nhận 1 sáng kiến: SK-000001
        …
        1. Công nhận
        …
      [Nhóm TNG]
      < 🎉 SK-000001 …
      [riêng An]
      > An: hủy SK-000002
      < Đã hủy SK-000002 …
    `)
    const asked = stage.venue.said("riêng Chi").findIndex(({ text }) => text.includes("SK-000001"))
    await stage.venue.presses("riêng Chi", "Chi", asked, "Công nhận")
    expect(await toasts(stage, 4)).toEqual([OLD, OLD, OLD, OLD])
    expect(await stage.count("consent")).toBe(1)
    expect(await stage.count("initiative")).toBe(2)
    expect(await stage.count("reminder")).toBe(1)
  })

  test("the button of a question that waits behind another one still answers it", async () => {
    await using stage = await openStage("telegram")
    await stage.transcript(`
      [riêng An]
      > An: đăng ký: Cải tiến cữ gá may túi hộp
      < Em là Trợ lý Sáng kiến …
      > An: tiến độ trường
      < …Đơn vị nào ạ? …
      > An bấm: Đồng ý
      < Anh/chị thuộc công đoàn nào? …
      > An: may tng
      < ✅ SK-000001 · …
    `)
  })

  test("a voice message, a video, a contact card, a place, a poll: each is answered as what it is, and the open question stands", async () => {
    await using stage = await openStage("telegram", { known: ["An"], readsAll: true })
    await stage.transcript(`
      [riêng An]
      > An gửi: voice
      < Tin thoại em chưa nghe được ạ: …
      > An gửi: video
      < Video thì em chưa xem được ạ: anh/chị kể lại bằng chữ, hoặc gửi ảnh giúp em.
      > An gửi: contact
      < Danh thiếp thì em chưa đọc được ạ, anh/chị gõ họ tên giúp em.
      > An gửi: location
      < Em chưa dùng đến vị trí ạ: …
      > An gửi: poll
      < Em chỉ đọc được lời anh/chị tự viết, …
      > An: đăng ký
      < Em hỏi 4 câu…
      > An gửi: voice
      < Tin thoại em chưa nghe được ạ, anh/chị gõ chữ giúp em (hoặc bấm micrô trên bàn phím rồi đọc).
        Tên sáng kiến là gì…
      > An gửi: poll
      < Em chỉ đọc được chữ ạ, anh/chị trả lời bằng chữ hoặc số giúp em.
        Tên sáng kiến là gì…
      > An: Tấm chắn bụi cho máy cắt vải
      < Trước đây làm thế nào…
      > An gửi: sticker
      < Nhãn dán thì em chưa hiểu ạ, anh/chị trả lời bằng chữ hoặc số giúp em.
        Trước đây làm thế nào…
      > An: hủy
      < Đã bỏ bản nháp. …
      [Nhóm TNG]
      > An gửi: voice
      (im lặng)
      # A notice that is long stands above already.
      [riêng Chi]
      > Chi: nhắc đơn vị chưa đạt 8h sáng mai
      < Sẽ gửi …
      > Chi gửi: voice
      < Tin thoại em chưa nghe được ạ, anh/chị gõ chữ giúp em (hoặc bấm micrô trên bàn phím rồi đọc).
      > Chi: 3
      < Dạ, em không gửi.
    `)
  })

  test("a title put right in the message that registered it is offered as the correction; of other changes its person hears once that they are not read", async () => {
    await using stage = await openStage("telegram", { known: ["An"] })
    const { double, group, person, taken, mention } = stage.venue
    const changes = async (place: string, number: number, text: string) => {
      const { id, type, title } = group(place)
      const from = { id: person("An").id, is_bot: false, first_name: "An" }
      const chat = { id, type, title }
      const entities = text.startsWith(mention)
        ? [{ type: "mention", offset: 0, length: mention.length }]
        : []
      const changed = { message_id: number, date: 1, edit_date: 2, chat, from, text, entities }
      await taken(double.delivers("edited_message", changed))
    }
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot đăng ký: Xe đẩy vải hai tầng
      < ✅ SK-000001 · Xe đẩy vải hai tầng…
    `)
    await changes("Nhóm TNG", 900, `${mention} đăng ký: Xe đẩy vải ba tầng`)
    await stage.transcript(`
      [Nhóm TNG]
      < Anh/chị muốn sửa sáng kiến này phải không ạ? …
        1. SK-000001 · Xe đẩy vải hai tầng
      > An trả lời: 1
      < Đã sửa SK-000001 · Xe đẩy vải ba tầng
    `)
    await changes("Nhóm TNG", 900, `${mention} đăng ký: Xe đẩy vải ba tầng`)
    await changes("Nhóm TNG", 901, "chiều nay họp lúc 3h")
    await changes("Nhóm TNG", 902, `${mention} tiến độ`)
    await changes("Nhóm TNG", 902, `${mention} tiến độ tuần`)
    await changes("riêng An", 903, "đăng ký: Khay hứng dầu dưới máy ép")
    await stage.transcript(`
      [Nhóm TNG]
      < Tin đã gửi mà sửa lại thì em không đọc theo được ạ, …
      [riêng An]
      < Tin đã gửi mà sửa lại thì em không đọc theo được ạ, …
    `)
    expect(await stage.count("initiative")).toBe(1)
  })

  test("what somebody else wrote is registered for whoever forwards it only after a yes; other commands work", async () => {
    await using stage = await openStage("telegram", { known: ["An"] })
    const { double, group, person, taken } = stage.venue
    const forwards = async (text: string, by: object) => {
      const more = { forward_origin: { date: 1, ...by } }
      await taken(double.says({ chat: group("riêng An"), from: person("An"), text, more }).updateId)
    }
    await forwards("đăng ký: Giá treo kéo cắt chỉ", { type: "user", sender_user: { id: 7, is_bot: false } })
    await stage.transcript(`
      [riêng An]
      < "Giá treo kéo cắt chỉ" là sáng kiến anh/chị muốn đăng ký phải không ạ?
        …
      > An: 2
      < Dạ, em không ghi. …
    `)
    expect(await stage.count("initiative")).toBe(0)
    await forwards("tiến độ", { type: "hidden_user", sender_user_name: "Bình" })
    await forwards("đăng ký: Xe đẩy vải hai tầng", { type: "user", sender_user: { id: person("An").id } })
    await stage.transcript(`
      [riêng An]
      < CĐCS Công ty May TNG – …
      < ✅ SK-000001 · Xe đẩy vải hai tầng…
    `)
  })

  test("what somebody of the support team passes on is registered for whoever they name; a notice begins nothing", async () => {
    await using stage = await openStage("telegram", { known: ["An"] })
    const { double, group, person, taken } = stage.venue
    const forwards = async (who: "Dung" | "An", text: string, name: string) => {
      stage.clock.pass(2_000)
      const sender_user = { id: 7, is_bot: false, first_name: name }
      const more = { forward_origin: { date: 1, type: "user", sender_user } }
      await taken(double.says({ chat: group(`riêng ${who}`), from: person(who), text, more }).updateId)
    }
    await forwards("Dung", "đăng ký: Xe đẩy vải hai tầng, làm lợi 10tr/năm", "Hùng béo")
    await stage.transcript(`
      [riêng Dung]
      < "Xe đẩy vải hai tầng, làm lợi 10tr/năm" là sáng kiến của ai ạ? …
        1. Của tôi
        2. Không đăng ký
      > Dung: đăng ký hộ Lê Văn Hùng
      < Em là Trợ lý Sáng kiến …
      > Dung: 1
      < ✅ SK-000001 · Xe đẩy vải hai tầng
        Làm lợi: 10.000.000 đ/năm · Lê Văn Hùng · CĐCS Công ty May TNG
        …
    `)
    await forwards("Dung", "đăng ký: Tấm chắn bụi cho máy cắt vải", "Nguyễn Thị Hoa")
    await stage.transcript(`
      [riêng Dung]
      < "Tấm chắn bụi cho máy cắt vải" là sáng kiến của ai ạ? …
        1. Đăng ký hộ Nguyễn Thị Hoa
        …
      > Dung bấm: Đăng ký hộ Nguyễn Thị Hoa
      < ✅ SK-000002 · Tấm chắn bụi cho máy cắt vải
        Nguyễn Thị Hoa · CĐCS Công ty May TNG
        …
    `)
    await forwards("Dung", "đăng ký: Bảng dụng cụ treo tường có bóng", "Hùng béo")
    await stage.transcript(`
      [riêng Dung]
      < "Bảng dụng cụ treo tường có bóng" là sáng kiến của ai ạ? …
      > Dung: của tôi
      < ✅ SK-000003 · Bảng dụng cụ treo tường có bóng
        Trần Thị Dung · CĐCS Công ty May TNG
        …
    `)
    await forwards("Dung", "Tên: Lê Văn Chín\nSáng kiến: Giá để bình chữa cháy di động", "Hùng béo")
    await stage.transcript(`
      [riêng Dung]
      < ✅ SK-000004 · Giá để bình chữa cháy di động
        Lê Văn Chín · CĐCS Công ty May TNG
        …
    `)
    await forwards("An", "đăng ký: Hộp đựng kim gãy có nam châm", "Hùng béo")
    await stage.transcript(`
      [riêng An]
      < "Hộp đựng kim gãy có nam châm" là sáng kiến anh/chị muốn đăng ký phải không ạ? …
      > An: của anh Hùng
      < Đăng ký hộ dành cho tổ hỗ trợ và cán bộ. …
    `)
    const notice =
      "THÔNG BÁO\nĐề nghị các CĐCS đẩy nhanh tiến độ đăng ký sáng kiến, trước đây mỗi tháng một lần, nay nộp hằng tuần."
    await forwards("An", notice, "Chủ tịch")
    await forwards("An", "trước đây em phải mài tay mất 30 phút giờ làm đồ gá chỉ còn 10 phút", "Hùng béo")
    await stage.transcript(`
      [riêng An]
      < Em chưa hiểu ý anh/chị. …
      < Tin chuyển tiếp này em chưa biết là việc gì ạ. …
    `)
    expect(await stage.count("initiative")).toBe(4)
  })

  test("under somebody's receipt: praise is theirs, and who wants to take part is asked for", async () => {
    await using stage = await openStage("telegram", { known: ["An", "Bình"] })
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot đăng ký: Xe đẩy vải hai tầng
      < ✅ SK-000001 · …
      > Bình trả lời: hay đấy
      (im lặng)
      > Bình trả lời: chị ơi cho em tham gia với
      < Em đã gửi Nguyễn Văn An xác nhận anh/chị là đồng tác giả SK-000001. …
      < Phạm Thanh Bình xin là đồng tác giả SK-000001 …
    `)
  })

  test("a group that becomes a supergroup keeps its unit", async () => {
    await using stage = await openStage("telegram", { untouched: true, known: ["An"] })
    const { venue } = stage
    venue.moved("Nhóm TNG", venue.double.group("Nhóm TNG", "group"))
    await linkGroup(stage.fresh, venue, "Nhóm TNG", "KCN-01", stage.clock.now())
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot tiến độ
      < CĐCS Công ty May TNG – …
    `)
    const next = venue.double.migrates(venue.group("Nhóm TNG"))
    venue.moved("Nhóm TNG", next)
    await venue.taken(venue.double.newestUpdateId())
    stage.forget("Nhóm TNG")
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot tiến độ
      < CĐCS Công ty May TNG – …
      > An: @Bot đăng ký: Cải tiến cữ gá may túi hộp
      < ✅ SK-000001…
    `)
    const linked = await stage.fresh.db
      .selectFrom("chat")
      .select(["id", "state"])
      .where("unit_id", "is not", null)
      .execute()
    expect(linked).toEqual([{ id: next.ref, state: "open" }])
  })

  test("where the bot is an administrator only the newcomer sees the question about consent", async () => {
    await using stage = await openStage("telegram")
    const { double, group, person } = stage.venue
    double.promotes(group("Nhóm TNG"))
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot đăng ký: Cải tiến cữ gá may túi hộp
      < Em là Trợ lý Sáng kiến…
      > An bấm: Đồng ý
      < ✅ SK-000001…
    `)
    const [question, receipt] = double.sent(group("Nhóm TNG"))
    expect(question?.receiver).toBe(person("An").id)
    expect(receipt?.receiver).toBeUndefined()
  })

  test("a group that removed the bot gets no post; one that takes it back gets the next", async () => {
    await using stage = await openStage("telegram", {
      at: "2026-03-12T15:50:00+07:00",
      known: ["An"],
      clockwork: true,
    })
    const { double, group, person, taken } = stage.venue
    // A week without news is not posted.
    const news = `
      [riêng An]
      > An: đăng ký: Cải tiến cữ gá may túi hộp
      < ✅ …
    `
    await stage.transcript(news)
    await taken(double.removes(group("Nhóm TNG"), person("Chi")))
    stage.clock.set("2026-03-13T16:00:01+07:00")
    await stage.closingTime()
    await stage.transcript(`
      [Nhóm tỉnh]
      < 📊 TỔNG HỢP TUẦN (6/3 16h00 – 13/3 16h00)…
    `)
    await taken(double.joins(group("Nhóm TNG"), person("Chi")))
    await stage.transcript(`
      [Nhóm TNG]
      < Em là Trợ lý Sáng kiến, nhóm này của CĐCS Công ty May TNG. …
    `)
    await stage.transcript(news.replace("cữ gá may túi hộp", "đường ống nước nóng lò hơi"))
    stage.clock.set("2026-03-20T16:00:01+07:00")
    await stage.closingTime()
    await stage.transcript(`
      [Nhóm TNG]
      < 📊 TỔNG HỢP TUẦN (13/3 16h00 – 20/3 16h00)…
      [Nhóm tỉnh]
      < 📊 TỔNG HỢP TUẦN (13/3 16h00 – 20/3 16h00)…
    `)
  })
})

test("zalo: a bot that talks to us is not answered", async () => {
  await using stage = await openStage("zalo")
  const { double, taken } = stage.venue
  await taken(double.says({ from: "Bot khác", isBot: true, text: "đăng ký: Cải tiến cữ gá may túi hộp" }))
  await stage.transcript(`
    (im lặng)
    [riêng An]
    > An: trợ giúp
    < đăng ký: …
  `)
  expect(await stage.count("initiative")).toBe(0)
})

test("web: a button is for who was asked", async () => {
  await using stage = await openStage("web")
  await stage.transcript(`
    [Nhóm TNG]
    > An: @Bot đăng ký: Cải tiến cữ gá may túi hộp
    < Em là Trợ lý Sáng kiến …
  `)
  const { rows } = await stage.fresh.pool.query<{ ask: string }>(
    "select dialogue ->> 'ask' as ask from conversation",
  )
  const press = { ask: rows[0]?.ask ?? "", option: 1 }
  const answer = await stage.venue.posts("Nhóm TNG", "Dung", { press })
  expect(answer).toMatchObject({ status: 202, body: expect.stringContaining(OLD) })
  await stage.transcript("(im lặng)")
  expect(await stage.count("consent")).toBe(0)
})
