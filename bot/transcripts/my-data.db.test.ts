import { sql } from "kysely"
import { expect, test } from "vitest"
import { DEMO_ROOT } from "../../core/campaign/demo.ts"
import type { ChatId } from "../../core/channel.ts"
import { CONSENT_VERSION } from "../../core/people/consent.ts"
import { newId } from "../../db/id.ts"
import { operatorStore } from "../../db/operator-store.ts"
import type { FreshDatabase } from "../../db/testing.ts"
import { cliOn } from "../cli/testing.ts"
import { openStage } from "./stage.ts"

const ZONE = "Asia/Ho_Chi_Minh"

test("T14 people see, correct, and have erased what is kept about them; every figure stays", async () => {
  await using stage = await openStage("telegram", { known: ["An"], sealed: true })
  const { db } = stage.fresh
  const { person_id: an } = await db
    .selectFrom("account")
    .select("person_id")
    .where("name", "=", "Nguyễn Văn An")
    .executeTakeFirstOrThrow()
  // The same person at another platform, with an unfinished draft there.
  await sql`insert into account values ('zalo:an', ${an}, 'An Nguyễn', 'zalo:riêng', 'zalo:1', now())`.execute(
    db,
  )
  await sql`insert into conversation values ('zalo:riêng', 'zalo:an', 1,
    '{"step": "change", "draft": {"title": "Nguyễn Văn An viết dở", "typed": []}}', now())`.execute(db)
  const known = await stage.transcript(`
    [Nhóm TNG]
    > An: @Bot dữ liệu của tôi
    < Việc này anh/chị nhắn riêng cho em nhé…
    > An: @Bot đăng ký: Cữ gá của nguyen van an cho túi hộp, làm lợi 50tr/năm
    < ✅ {một} · …
    [riêng An]
    > An: dữ liệu của tôi
    < Anh/chị muốn làm gì với dữ liệu của mình?
      1. Xem
      2. Tải về
      3. Sửa
      4. Rút đồng ý và xóa
      5. Yêu cầu khác (gửi người phụ trách)
    > An bấm: Xem
    < Họ tên: Nguyễn Văn An
      Đơn vị: CĐCS Công ty May TNG
      Tài khoản Telegram: Nguyễn Văn An (từ …)
      Tài khoản Zalo: An Nguyễn (từ …)
      Sáng kiến của anh/chị: 1; nộp hộ người khác: 0 (xem: "của tôi")
      Đồng ý lưu hồ sơ: ngày 10/3/2026
      Nêu tên trong tin tổng hợp, vinh danh đăng nhóm: không
      Nhắn nhắc riêng: có
    > An: dữ liệu của tôi
    < Anh/chị muốn làm gì…
    > An bấm: Tải về
    < Đây là bản để đọc.
    < Đây là bản cho phần mềm khác đọc (JSON).
    > An: dữ liệu của tôi
    < Anh/chị muốn làm gì…
    > An bấm: Sửa
    < Anh/chị muốn sửa gì?
      1. Họ tên
      2. Đơn vị
      3. Cho nêu tên tôi trong tin tổng hợp, vinh danh đăng nhóm
      4. Thôi nhắn riêng để nhắc việc
      5. Liên kết tài khoản khác của tôi (Zalo, Telegram)
    > An: 3
    < Từ giờ em được nêu tên anh/chị trong tin tổng hợp, vinh danh đăng nhóm.
    > An: dữ liệu của tôi
    < Anh/chị muốn làm gì…
    > An: sửa
    < Anh/chị muốn sửa gì? …
      3. Thôi nêu tên tôi trong tin tổng hợp, vinh danh đăng nhóm
      …
    > An: 1
    < Anh/chị gõ đúng họ tên…
    > An: Nguyễn Văn Ân
    < Đã sửa họ tên thành Nguyễn Văn Ân, cả trong các sáng kiến của anh/chị.
    > An: sua ten toi
    < Anh/chị gõ đúng họ tên…
    > An: thôi khỏi
    < Dạ, em dừng ở đây.
    > An: sai tên rồi
    < Anh/chị gõ đúng họ tên…
    > An: tên em là nguyễn văn ẩn
    < Đã sửa họ tên thành Nguyễn Văn Ẩn, …
    > An: sửa tên tôi thành Nguyễn Văn Ân
    < Đã sửa họ tên thành Nguyễn Văn Ân, …
    > An: tôi chuyển sang CĐCS Điện tử Sông Công
    < Đã sửa đơn vị thành CĐCS Công ty Điện tử Sông Công. …
    > An: tôi đổi đơn vị
    < Anh/chị thuộc công đoàn nào? …
    > An: bảng xếp hạng tỉnh
    < … Bảng xếp hạng …
    > An: may tng
    < Đã sửa đơn vị thành CĐCS Công ty May TNG. …
    > An: sửa {một}: Cữ gá của Nguyễn Văn Ân
    < Đã sửa {một} · …
    > An: dữ liệu của tôi
    < Anh/chị muốn làm gì…
    > An: 3
    < Anh/chị muốn sửa gì? …
    > An: 5
    < Từ tài khoản kia, anh/chị nhắn riêng cho em: "mã {liên}" …
    [riêng Bình]
    > Bình: mã {liên}
    < Đã liên kết: tài khoản này và tài khoản kia của anh/chị là một người.
    > Bình: mã {liên}
    < Mã này không đúng, đã dùng hoặc đã hết hạn. …
    > Bình: của tôi
    < Anh/chị có 1 sáng kiến: …
    [riêng An]
    > An: dữ liệu của tôi
    < Anh/chị muốn làm gì…
    > An: 4
    < Sẽ xóa họ tên, tài khoản và nháp; 1 sáng kiến giữ lại không tên để số liệu không đổi. Gõ "xóa" để xác nhận.
    > An: đồng ý
    < Anh/chị gõ "xóa" để xác nhận, hoặc "hủy" để giữ lại.
  `)
  const [readable, json] = stage.venue.files("riêng An").map(String)
  expect(readable).toContain("SK-000001 · Cữ gá của nguyen van an cho túi hộp · đăng ký 10/3/2026")
  expect(JSON.parse(json ?? "")).toMatchObject({
    name: "Nguyễn Văn An",
    accounts: [{ id: stage.venue.account("An") }, { id: "zalo:an" }],
    consents: [{ purpose: "records", granted: true, version: CONSENT_VERSION }],
    initiatives: [{ number: 1, as: "author", benefit: "làm lợi 50tr/năm", status: "registered" }],
    dialogues: [{ step: "change", draft: { title: "Nguyễn Văn An viết dở" } }],
  })
  await sql`insert into co_author select ${newId()}, id, ${an}, 'An Nguyễn', 30, 'accepted', ${an}, 'zalo:riêng', 'zalo:1', now(), now()
    from initiative`.execute(db)
  const before = await figuresOf(stage.fresh)
  expect(JSON.stringify(before.tallies)).toContain('\\"registered\\":{\\"total\\":1')
  await stage.transcript(
    `
    [riêng An]
    > An: xóa
    < Em đã xóa họ tên, tài khoản và nháp của anh/chị. …
    > An: dữ liệu của tôi
    < Em chưa lưu thông tin nào của anh/chị.
      Nếu có hồ sơ do người khác nộp ghi tên anh/chị, … "yêu cầu dữ liệu" …
    > An: của tôi
    < Anh/chị chưa có sáng kiến nào. …
    [riêng Chi]
    > Chi: duyệt {một}
    < … Cữ gá của (ẩn danh) … Tác giả: (ẩn danh) · …
  `,
    known,
  )
  expect(await figuresOf(stage.fresh)).toEqual(before)
  expect(
    await tablesThatKnow(stage.fresh, ["Nguyễn Văn An", "Nguyễn Văn Ân", "nguyen van an", "An Nguyễn"]),
  ).toEqual([])
  expect(await tablesThatKnow(stage.fresh, ["zalo:an", "zalo:riêng"])).toEqual([])
  // Under seal nobody's account is read in the database; the file above has it as the platform knows it.
  const platformIds = (["An", "Bình", "Chi", "Dung"] as const).map((who) => stage.venue.account(who))
  expect(await tablesThatKnow(stage.fresh, platformIds)).toEqual([])
  const left = await db.selectFrom("erasure").select("person_id").execute()
  expect(left).toEqual([{ person_id: an }])
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Tấm chắn bụi cho máy cắt vải
    < Em là Trợ lý Sáng kiến …
  `)
})

test("what needs a human is asked, answered in time, and closed with the answer", async () => {
  await using stage = await openStage("telegram", { known: ["An"] })
  await stage.transcript(`
    [riêng Chi]
    > Chi: yêu cầu
    < Không có yêu cầu nào về dữ liệu cá nhân đang chờ.
    [Nhóm TNG]
    > An: @Bot yêu cầu dữ liệu: bỏ tên em
    < Việc này anh/chị nhắn riêng cho em nhé…
    [riêng An]
    > An: dữ liệu của tôi
    < Anh/chị muốn làm gì…
    > An: 5
    < Anh/chị muốn yêu cầu việc gì ạ?
      1. Tạm ngừng dùng dữ liệu của tôi
      2. Phản đối một việc dùng dữ liệu của tôi
      3. Sửa hoặc xóa điều tôi không tự làm được
      4. Hỏi, khiếu nại, việc khác
    > An: 3
    < Anh/chị viết rõ yêu cầu giúp em…
    > An: thôi không gửi nữa
    < Dạ, em dừng ở đây.
    > An: yêu cầu dữ liệu
    < Anh/chị muốn yêu cầu việc gì ạ? …
    > An: 3
    < Anh/chị viết rõ yêu cầu giúp em…
    > An: ok
    < Anh/chị viết rõ yêu cầu giúp em…
    # What asks for something else is no request.
    > An: tiến độ may tng
    < CĐCS Công ty May TNG – Giai đoạn 1 đến …
    > An: Bỏ tên em khỏi hồ sơ SK-000012
    < Em đã ghi yêu cầu YC-1 và báo cán bộ phụ trách. Hạn trả lời: 20/3/2026; …
    [riêng Chi]
    < YC-1 · sửa, xóa · CĐCS Công ty May TNG · hạn 20/3/2026
      Yêu cầu về dữ liệu cá nhân. Xem và trả lời: "yêu cầu YC-1".
    [riêng Bình]
    > Bình: yêu cầu về dữ liệu: đừng nêu tên tôi trong nhóm nữa
    < Anh/chị muốn yêu cầu việc gì ạ? …
    > Bình: 2
    < Em đã ghi yêu cầu YC-2 … Hạn trả lời: 25/3/2026; được gia hạn một lần, tối đa 15 ngày, …
    [riêng Chi]
    < YC-2 · phản đối · Liên đoàn Lao động tỉnh Thái Nguyên · hạn 25/3/2026 …
    > Chi: yêu cầu
    < 2 yêu cầu về dữ liệu cá nhân đang chờ:
      YC-1 · sửa, xóa · CĐCS Công ty May TNG · hạn 20/3/2026
      YC-2 · phản đối · … · hạn 25/3/2026
      Xem: …
    > Chi: yeu cau yc 1
    < YC-1 · sửa, xóa · CĐCS Công ty May TNG · hạn 20/3/2026
      Người gửi: Nguyễn Văn An
      Bỏ tên em khỏi hồ sơ SK-000012
      Trả lời: "trả lời YC-1 nội dung". Gia hạn một lần, thêm 10 ngày: …
    > Chi: gia hạn YC-1 cần hỏi CĐCS
    < Đã gia hạn YC-1 đến 30/3/2026 và báo Nguyễn Văn An: "cần hỏi CĐCS"
    [riêng An]
    < Yêu cầu YC-1 của anh/chị được gia hạn đến 30/3/2026. Lý do: cần hỏi CĐCS
    [riêng Chi]
    > Chi: gia hạn YC-1 lần nữa
    < Yêu cầu này đã gia hạn một lần, không gia hạn thêm được.
    > Chi: trả lời YC-1 Đã bỏ tên anh khỏi hồ sơ.
    < Đã gửi Nguyễn Văn An trả lời YC-1: "Đã bỏ tên anh khỏi hồ sơ."
    [riêng An]
    < Trả lời yêu cầu YC-1 của anh/chị: Đã bỏ tên anh khỏi hồ sơ.
    [riêng Chi]
    > Chi: trả lời YC-1 lần nữa
    < Yêu cầu YC-1 đã xong.
    > Chi: nhật ký
    < …
      … · Lê Kim Chi · CĐCS Công ty May TNG: trả lời yêu cầu YC-1
      … · Lê Kim Chi · CĐCS Công ty May TNG: gia hạn yêu cầu YC-1
      … · Liên đoàn Lao động tỉnh Thái Nguyên: gửi yêu cầu về dữ liệu YC-2
      … · Nguyễn Văn An · CĐCS Công ty May TNG: gửi yêu cầu về dữ liệu YC-1
  `)
  // Rotating away from a lost key empties what was sealed by it.
  await stage.fresh.db
    .updateTable("data_request")
    .set({ chat_id: "" as ChatId })
    .execute()
  await stage.transcript(`
    [riêng Chi]
    > Chi: gia hạn YC-2 cần hỏi tỉnh
    < Đã gia hạn YC-2 đến 9/4/2026, nhưng em không còn địa chỉ để báo. Anh/chị báo trực tiếp cho Phạm Thanh Bình giúp em.
    > Chi: trả lời YC-2 Đã bỏ tên.
    < Đã ghi trả lời YC-2, nhưng em không còn địa chỉ để gửi. Anh/chị báo trực tiếp cho Phạm Thanh Bình giúp em.
  `)
})

/** Everything that is ever counted, and every tally of it. */
async function figuresOf({ db }: FreshDatabase) {
  const { rows: days } = await sql`select * from unit_day order by campaign_id, unit_id, day`.execute(db)
  const { rows: events } = await sql`
    select initiative_id, unit_id, kind, at, registered, recognized, on_portal from initiative_event order by id`.execute(
    db,
  )
  const { rows: records } = await sql`
    select number, unit_id, status, benefit_amount, author_id, sector, registered_at from initiative order by number`.execute(
    db,
  )
  const { rows: months } = await sql`select * from unit_month order by campaign_id, unit_id, month`.execute(
    db,
  )
  const { rows: totals } = await sql`select * from unit_total order by campaign_id, unit_id`.execute(db)
  const cli = cliOn(operatorStore(db, ZONE))
  const tallies: unknown[] = []
  for (const period of ["week", "month", "phase", "campaign", "peak"]) {
    for (const unit of [DEMO_ROOT, "KCN-01"]) {
      const at = "2026-03-11T00:00:00+07:00"
      tallies.push(await cli("tally", "--at", at, "--period", period, "--unit", unit, "--json"))
    }
  }
  return { days, months, totals, events, records, tallies }
}

/** Tables with a row in which one of the words stands. */
async function tablesThatKnow({ db }: FreshDatabase, words: readonly string[]): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  const known: string[] = []
  for (const { name } of tables) {
    const patterns = words.map((word) => `%${word}%`)
    const { rows } = await sql`
      select 1 from ${sql.table(name)} as each where each::text ilike any(${patterns}::text[]) limit 1`.execute(
      db,
    )
    if (rows.length > 0) known.push(name)
  }
  return known
}
