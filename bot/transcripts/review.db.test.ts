import { describe, expect, test } from "vitest"
import { checkCounters } from "../../db/tally/counter-check.ts"
import { openStage, type Stage } from "./stage.ts"
import { VENUES, type Venue } from "./venue.ts"

const ZONE = "Asia/Ho_Chi_Minh"

const TITLES = [
  "Cải tiến cữ gá may túi hộp",
  "Thay đèn sợi đốt bằng đèn LED",
  "Giá treo súng hàn xoay được",
  "Máng trượt đưa phôi vào máy dập",
  "Khay phân loại cúc áo theo màu",
]

/** The author answers what was asked: the platform tells what is answered, or the bot asks. */
const BY_REPLY = `
  > An trả lời: trước 30 phút, nay 20 phút mỗi túi
  < Đã bổ sung vào SK-000001 và chuyển lại để cán bộ xét.`
const ANSWER = {
  telegram: BY_REPLY,
  web: BY_REPLY,
  zalo: `
    > An: trước 30 phút, nay 20 phút mỗi túi
    < Ý này bổ sung vào SK-000001 phải không ạ?
      1. Đúng
      2. Không phải
    > An: không phải
    < Dạ, em không ghi. …
    > An: trước 30 phút, nay 20 phút mỗi túi
    < Ý này bổ sung vào SK-000001 phải không ạ?
      …
    > An: 1
    < Đã bổ sung vào SK-000001 và chuyển lại để cán bộ xét.`,
} as const

const PORTAL_LIST = [
  "Mã cổng\tTên sáng kiến\tTác giả",
  "CP-889123\tCải tiến cữ gá may túi hộp\tNguyễn Văn An",
  "CP-3\tGiá treo súng hàn xoay được\tNguyễn Văn An",
  "CP-7\tViệc lạ\tLê Hoa",
].join("\n")

/** An registers the first `count` titles in private. */
async function registered(stage: Stage<Venue>, count: number): Promise<void> {
  for (const [index, title] of TITLES.slice(0, count).entries()) {
    stage.clock.pass(6_000)
    await stage.transcript(`
      [riêng An]
      > An: đăng ký: ${title}
      < ✅ SK-00000${index + 1} · ${title}
        …
    `)
  }
}

async function statuses(stage: Stage<Venue>): Promise<readonly string[]> {
  const rows = await stage.fresh.db.selectFrom("initiative").select("status").orderBy("number").execute()
  return rows.map(({ status }) => status)
}

describe.concurrent.each(VENUES)("%s", (venue) => {
  test("T10 the queue, one screen each, and the author answers what was asked", async () => {
    await using stage = await openStage(venue, { known: ["An"] })
    await registered(stage, 3)
    await stage.transcript(`
      [riêng Chi]
      > Chi: duyệt
      < 3 hồ sơ chờ xét.
        SK-000001 · Cải tiến cữ gá may túi hộp
        Tác giả: Nguyễn Văn An · CĐCS Công ty May TNG · gửi 10/3/2026
        Còn thiếu: mô tả, giá trị làm lợi, lĩnh vực
        1. Công nhận
        2. Hỏi thêm
        3. Từ chối
        4. Để sau
      > Chi: 2 cho em xin số liệu trước và sau
      < Đã hỏi thêm về SK-000001
        Đã gửi Nguyễn Văn An: "cho em xin số liệu trước và sau"
        2 hồ sơ chờ xét.
        SK-000002 · Thay đèn sợi đốt bằng đèn LED
        …
      [riêng An]
      < SK-000001 cần bổ sung: "cho em xin số liệu trước và sau". Trả lời: "bổ sung SK-000001 …"
        SK-000001 · Cải tiến cữ gá may túi hộp
      ${ANSWER[venue]}
      [riêng Chi]
      > Chi: quay lại
      < 3 hồ sơ chờ xét.
        SK-000002 · Thay đèn sợi đốt bằng đèn LED
        …
      > Chi: cái này hỏi lại xem tiết kiệm tính thế nào
      < Em chưa hiểu ạ. Với SK-000002: 1 công nhận · 2 hỏi thêm · 3 từ chối · 4 để sau; …
      > Chi: tại sao số này khác số trên cổng
      < Mỗi con số em đếm từ từng hồ sơ đã ghi, …
      > Chi: tiến độ may tng
      < CĐCS Công ty May TNG – Giai đoạn 1 đến …
      # What else is asked for meanwhile, with a question of its own, leaves the record where it was.
      > Chi: tìm súng hàn
      < Em tìm thấy 1 sáng kiến. …
        …
      > Chi: tiếp
      < 3 hồ sơ chờ xét.
        SK-000002 · …
      > Chi: thôi để sau
      < 3 hồ sơ chờ xét.
        SK-000003 · Giá treo súng hàn xoay được
        …
      > Chi: từ chối
      < Lý do từ chối SK-000003 là gì ạ? …
      > Chi: quay lại
      < Dạ, em chưa gửi gì cho tác giả SK-000003.
        3 hồ sơ chờ xét.
        SK-000003 · …
      > Chi bấm: Từ chối
      < Lý do từ chối SK-000003 là gì ạ? …
      > Chi: đã có ở xưởng khác
      < Đã từ chối 1 sáng kiến: SK-000003
        Đã gửi Nguyễn Văn An: "đã có ở xưởng khác"
        Còn 2 hồ sơ để sau. Gõ "duyệt" để xem lại từ đầu.
      [riêng An]
      < SK-000003 chưa được công nhận. Lý do: đã có ở xưởng khác
        SK-000003 · Giá treo súng hàn xoay được
      [riêng Chi]
      > Chi: duyệt
      < 2 hồ sơ chờ xét.
        SK-000001 · Cải tiến cữ gá may túi hộp
        Tác giả: …
        Mô tả: trước 30 phút, nay 20 phút mỗi túi
        …
      # A command without its words is asked for them; another one is no answer, and what is decided so opens no queue.
      > Chi: từ chối SK-000002
      < Lý do từ chối SK-000002 là gì ạ? …
      > Chi: hỏi thêm sk 2
      < Anh/chị cần hỏi thêm gì về SK-000002? …
      > Chi: dùng ở chuyền nào
      < Đã hỏi thêm về SK-000002
        Đã gửi Nguyễn Văn An: "dùng ở chuyền nào"
        Anh/chị đang xét dở SK-000001: trả lời 1–4, hoặc gõ "tiếp" để xem lại hồ sơ.
      [riêng An]
      < SK-000002 cần bổ sung: "dùng ở chuyền nào". …
      > An: bổ sung SK-000002 chuyền 5 và 6
      < Đã bổ sung vào SK-000002 …
      [riêng Chi]
      > Chi: duyệt hồ sơ của may tng
      < Riêng CĐCS Công ty May TNG:
        2 hồ sơ chờ xét.
        SK-000001 · …
      > Chi: 1 cấp tỉnh QĐ 12/QĐ-LĐLĐ ngày 5/3
      < Đã công nhận 1 sáng kiến: SK-000001
        Cấp tỉnh
        Quyết định 12/QĐ-LĐLĐ ngày 5/3/2026
        Riêng CĐCS Công ty May TNG:
        1 hồ sơ chờ xét.
        SK-000002 · …
      [riêng An]
      < 🎉 SK-000001 của anh/chị đã được công nhận cấp tỉnh.
        Quyết định 12/QĐ-LĐLĐ ngày 5/3/2026
        SK-000001 · Cải tiến cữ gá may túi hộp
      [riêng Chi]
      > Chi: thôi nhé
      < Dạ, em dừng ở đây.
    # what was asked about may be settled before its author answers: that is said, and no word is lost
      > Chi: hỏi thêm SK-000002 dùng bao nhiêu bóng?
      < Đã hỏi thêm về SK-000002
        Đã gửi Nguyễn Văn An: "dùng bao nhiêu bóng?"
      [riêng An]
      < SK-000002 cần bổ sung: …
      > An: cả xưởng dùng 120 bóng
      < Ý này bổ sung vào SK-000002 phải không ạ?
        …
      [riêng Chi]
      > Chi: công nhận SK-000002
      < Đã công nhận 1 sáng kiến: SK-000002
        Cấp cơ sở
      [riêng An]
      < 🎉 SK-000002 …
      > An: gửi cho chị rồi đấy
      < Trong lúc đó SK-000002 đã được công nhận.
        Ý này bổ sung vào SK-000002 phải không ạ?
        …
      > An: đúng
      < Trong lúc đó SK-000002 đã được công nhận.
        Đã bổ sung vào SK-000002.
      > An: đăng ký: Xe đẩy cuộn vải hai tầng
      < ✅ SK-000004 · …
      [riêng Chi]
      > Chi: hỏi thêm SK-000004 chở được mấy cuộn?
      < Đã hỏi thêm về SK-000004
        Đã gửi Nguyễn Văn An: "chở được mấy cuộn?"
      [riêng An]
      < SK-000004 cần bổ sung: …
      > An: mỗi lần chở 8 cuộn
      < Ý này bổ sung vào SK-000004 phải không ạ?
        …
      > An: hủy SK-000004 vì nhầm
      < Đã hủy SK-000004 · …
      > An: 1
      < Em hỏi lại cho chắc, kẻo nhầm sang việc khác ạ.
        Ý này bổ sung vào SK-000004 phải không ạ?
        …
      > An: 1
      < SK-000004 đã được hủy trước đó rồi ạ.
        Lời anh/chị viết: "mỗi lần chở 8 cuộn"
    `)
    expect(await statuses(stage)).toEqual(["recognized", "recognized", "refused", "withdrawn"])
    expect(await checkCounters(stage.fresh.db, ZONE)).toEqual([])
    const events = await stage.fresh.db
      .selectFrom("initiative_event")
      .innerJoin("initiative", "initiative.id", "initiative_event.initiative_id")
      .leftJoin("person", "person.id", "initiative_event.actor_id")
      .select(["kind", "reason", "person.name as actor", "recognized"])
      .where("number", "=", "1")
      .orderBy("initiative_event.id")
      .execute()
    expect(events).toEqual([
      { kind: "registered", reason: null, actor: "Nguyễn Văn An", recognized: 0 },
      {
        kind: "needs_more_info",
        reason: "cho em xin số liệu trước và sau",
        actor: "Lê Kim Chi",
        recognized: 0,
      },
      { kind: "described", reason: null, actor: "Nguyễn Văn An", recognized: 0 },
      { kind: "under_review", reason: null, actor: "Nguyễn Văn An", recognized: 0 },
      { kind: "recognized", reason: "12/QĐ-LĐLĐ", actor: "Lê Kim Chi", recognized: 1 },
    ])
  })

  test("T10 what is said while the words to an author are awaited reaches the author only when it is meant for them", async () => {
    await using stage = await openStage(venue, { known: ["An"] })
    await registered(stage, 2)
    await stage.transcript(`
      [riêng Chi]
      > Chi: duyệt
      < 2 hồ sơ chờ xét.
        …
      > Chi: 2
      < Anh/chị cần hỏi thêm gì về SK-000001? …
      > Chi: thôi
      < Dạ, em chưa gửi gì cho tác giả SK-000001.
        2 hồ sơ chờ xét.
        SK-000001 · …
      > Chi: 2
      < Anh/chị cần hỏi thêm gì về SK-000001? …
      > Chi: tiếp
      < Anh/chị cần hỏi thêm gì về SK-000001? …
      > Chi: 5
      < Anh/chị cần hỏi thêm gì về SK-000001? …
      > Chi: chào em
      < Dạ em chào anh/chị. …
        Em chưa gửi gì cho tác giả SK-000001. Anh/chị xét tiếp thì trả lời 1–4 …
      > Chi: 2
      < Anh/chị cần hỏi thêm gì về SK-000001? …
      > Chi: tiến độ may tng
      < CĐCS Công ty May TNG – Giai đoạn 1 đến …
        Em chưa gửi gì cho tác giả SK-000001. …
      > Chi: 3
      < Lý do từ chối SK-000001 là gì ạ? …
      > Chi: nhắc đơn vị chưa đạt 8h sáng mai: Đề nghị các đồng chí đẩy nhanh
      < Dạ, em chưa gửi gì cho tác giả SK-000001.
        Sẽ gửi …
        1. Gửi
        2. Xem danh sách
        3. Thôi
      > Chi: 3
      < …
        Anh/chị đang xét dở SK-000001: …
      > Chi: 3
      < Lý do từ chối SK-000001 là gì ạ? …
      # What may be meant either way is asked about.
      > Chi: tiến độ áp dụng đến đâu rồi
      < Từ chối SK-000001, gửi Nguyễn Văn An nguyên văn lý do "tiến độ áp dụng đến đâu rồi" chứ ạ?
        1. Gửi
        2. Không gửi
      > Chi: 2
      < Dạ, em chưa gửi gì cho tác giả SK-000001.
        2 hồ sơ chờ xét.
        …
      > Chi: 2
      < Anh/chị cần hỏi thêm gì về SK-000001? …
      > Chi: 2 lần thử kết quả ra sao
      < Gửi Nguyễn Văn An nguyên văn "2 lần thử kết quả ra sao" về SK-000001 chứ ạ?
        …
      > Chi: 1
      < Đã hỏi thêm về SK-000001
        Đã gửi Nguyễn Văn An: "2 lần thử kết quả ra sao"
        1 hồ sơ chờ xét.
        SK-000002 · …
      [riêng An]
      < SK-000001 cần bổ sung: "2 lần thử kết quả ra sao". …
      [riêng Chi]
      > Chi: từ chối SK-000002
      < Lý do từ chối SK-000002 là gì ạ? …
      > Chi: thôi không từ chối nữa
      < Dạ, em chưa gửi gì cho tác giả SK-000002.
        Anh/chị đang xét dở SK-000002: …
    `)
    expect(await statuses(stage)).toEqual(["needs_more_info", "registered"])
  })

  test("T10 lists and ranges: what could not be done is named, and one message tells the author", async () => {
    await using stage = await openStage(venue, { known: ["An"] })
    await registered(stage, 5)
    await stage.transcript(`
      [riêng An]
      > An: hủy SK-000004
      < Đã hủy SK-000004 · …
      [riêng Chi]
      # A level on which nothing is recognised here is asked about, and what is decided by its code has left the screen.
      > Chi: duyệt
      < 4 hồ sơ chờ xét.
        SK-000001 · …
      > Chi: công nhận SK-000001 cấp trung ương
      < Cấp công nhận em ghi được là cơ sở, tỉnh hoặc toàn quốc, …
      > Chi: công nhận SK-000001, SK-000002, 3-6 cấp cơ sở QĐ 45/QĐ-CĐCS
      < Đã công nhận 4 sáng kiến: SK-000001, SK-000002, SK-000003, SK-000005
        Cấp cơ sở
        Quyết định 45/QĐ-CĐCS
        Chưa được: SK-000004 (đã rút)
        Chưa được: SK-000006 (không có mã này)
      [riêng An]
      < 🎉 SK-000001, SK-000002, SK-000003, SK-000005 của anh/chị đã được công nhận cấp cơ sở.
        Quyết định 45/QĐ-CĐCS
        SK-000001 · …
      [riêng Chi]
      > Chi: cái này hỏi lại xem tiết kiệm tính thế nào
      < Em chưa hiểu ý anh/chị. …
      > Chi: lên cổng SK-000001 CP-889123, SK-000002 mã CP-889124, 3, 4 CP-1
      < Đã ghi 2 sáng kiến lên cổng: SK-000001, SK-000002
        Chưa được: SK-000003 (thiếu mã trên cổng)
        Chưa được: SK-000004 (đã rút)
      [riêng An]
      < SK-000001, SK-000002 của anh/chị đã lên cổng.
        SK-000001 · Cải tiến cữ gá may túi hộp · mã trên cổng CP-889123
        SK-000002 · … · mã trên cổng CP-889124
      [riêng Chi]
      # The portal's own list, pasted: what is there is marked, what differs is named, as often as it is sent.
      > Chi: ${PORTAL_LIST}
      < Đối chiếu 3 dòng của cổng: khớp 1, khác nhau 2.
        Đã ghi 1 sáng kiến lên cổng: SK-000003
        • Dòng 3 có trên cổng nhưng ở đây không có: Việc lạ (CP-7)
        CĐCS Công ty May TNG:
        • SK-000002 đã ghi lên cổng nhưng danh sách không có: Thay đèn sợi đốt bằng đèn LED
      [riêng An]
      < SK-000003 của anh/chị đã lên cổng.
        …
      [riêng Chi]
      > Chi: ${PORTAL_LIST}
      < Đối chiếu 3 dòng của cổng: khớp 2, khác nhau 2.
        • …
      > Chi: từ chối SK-000005
      < Anh/chị gõ kèm mã và lý do…
      > Chi: từ chối SK-000005 vì trùng
      < Chưa được: SK-000005 (đã công nhận)
      > Chi: công nhận
      < Anh/chị gõ kèm mã…
      > Chi: công nhận 1-900
      < Mỗi lần em nhận tối đa 200 mã…
      > Chi: duyệt
      < Không còn hồ sơ nào chờ xét.
      [riêng An]
      > An: duyệt
      < Việc này chỉ dành cho cán bộ công đoàn, anh/chị nhờ cán bộ đơn vị mình giúp nhé.
      [riêng Dung]
      > Dung: công nhận SK-000003
      < Việc này chỉ dành cho cán bộ công đoàn, anh/chị nhờ cán bộ đơn vị mình giúp nhé.
    `)
    expect(await statuses(stage)).toEqual(["on_portal", "on_portal", "on_portal", "withdrawn", "recognized"])
    expect(await checkCounters(stage.fresh.db, ZONE)).toEqual([])
    const [day] = await stage.fresh.db.selectFrom("unit_day").selectAll().execute()
    expect(day).toMatchObject({ registered: 4, recognized: 4, on_portal: 3 })
    const [first] = await stage.fresh.db.selectFrom("initiative").selectAll().orderBy("number").execute()
    expect(first).toMatchObject({
      scope: "co_so",
      decision_number: "45/QĐ-CĐCS",
      decision_date: null,
      portal_code: "CP-889123",
    })
  })
})

describe.each(["telegram", "zalo"] as const)("%s", (venue) => {
  test("two officers at once do not overwrite each other: the loser is told", async () => {
    await using stage = await openStage(venue, { known: ["An", "Bình"] })
    await registered(stage, 1)
    const known = await stage.transcript(`
      [riêng Chi]
      > Chi: mời cán bộ Công đoàn các KCN tỉnh
      < Mã mời cán bộ của Công đoàn các KCN tỉnh, dùng một lần, đến hết 17/3/2026:
        {mã}
        Người được mời nhắn riêng cho em: "mã {mã}"…
      [riêng Bình]
      > Bình: mã {mã}
      < Xin chào Phạm Thanh Bình…
      > Bình: duyệt
      < 1 hồ sơ chờ xét.
        SK-000001 · …
    `)
    expect(known["mã"]).toBeDefined()
    await Promise.all([
      stage.venue.writes("riêng Chi", "Chi", "công nhận SK-000001"),
      stage.venue.writes("riêng Bình", "Bình", "3 trùng sáng kiến khác"),
    ])
    await stage.quiet()
    const [status] = await statuses(stage)
    const said = [...stage.unread("riêng Chi"), ...stage.unread("riêng Bình")]
      .map(({ text }) => text)
      .join("\n")
    expect(said).toContain(
      status === "recognized" ? "Chưa được: SK-000001 (đã công nhận)" : "Chưa được: SK-000001 (đã từ chối)",
    )
    expect(said).toContain(status === "recognized" ? "Đã công nhận 1 sáng kiến" : "Đã từ chối 1 sáng kiến")
    expect(stage.unread("riêng An")).toHaveLength(1)
    const decided = await stage.fresh.db
      .selectFrom("initiative_event")
      .select("kind")
      .where("kind", "in", ["recognized", "refused"])
      .execute()
    expect(decided).toEqual([{ kind: status }])
    expect(await checkCounters(stage.fresh.db, ZONE)).toEqual([])
  })
})
