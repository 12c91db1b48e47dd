import { TemplateHandler } from "easy-template-x"
import { readSheet } from "read-excel-file/node"
import { expect, test } from "vitest"
import { openStage } from "./stage.ts"

test("T15 an officer takes initiatives, the portal's list and a tally out of the chat as files", async () => {
  await using stage = await openStage("telegram", { known: ["An", "Bình"] })
  await stage.transcript(`
    [Nhóm TNG]
    > An: @Bot đăng ký: Cữ gá may túi hộp, làm lợi 120tr/năm
    < ✅ SK-000001 · …
    > Bình: @Bot đăng ký: Tấm chắn bụi cho máy cắt vải
    < ✅ SK-000002 · …
    > An: @Bot xuất sáng kiến
    < Việc này chỉ dành cho cán bộ…
    > Chi: @Bot xuất sáng kiến
    < Danh sách có tên người, anh/chị nhắn riêng cho em để lấy nhé.
  `)
  await stage.fresh.pool.query(
    "update initiative set title = '=SUM(A1) làm cữ gá may túi hộp', sector = 'Khác' where number = 1",
  )
  await stage.transcript(`
    [riêng Chi]
    > Chi: xuất
    < Anh/chị muốn xuất gì ạ? …
    > Chi: xuất cổng
    < Không có sáng kiến nào đã công nhận mà chưa lên cổng: Liên đoàn Lao động tỉnh Thái Nguyên.
    > Chi: công nhận SK-000001 cấp cơ sở QĐ 45/QĐ-CĐCS ngày 5/3
    < Đã công nhận 1 sáng kiến: SK-000001 …
    [Nhóm TNG]
    < 🎉 SK-000001 đã được công nhận. Tác giả nhắn riêng cho em mã sáng kiến để xem.
    [riêng Chi]
    > Chi: xuất sáng kiến
    < 2 sáng kiến của Liên đoàn Lao động tỉnh Thái Nguyên
    > Chi: xuất danh sách chưa lên cổng May TNG csv
    < 1 sáng kiến đã công nhận, chưa lên cổng của CĐCS Công ty May TNG
    > Chi: xuất tổng hợp giai đoạn
    < Tổng hợp giai đoạn của Liên đoàn Lao động tỉnh Thái Nguyên, 21/7/2025 – 10/3 9h…, kèm phụ lục theo đơn vị và lĩnh vực
    > Chi: xuất tổng hợp tuần chi tiết công nhận csv
    < 1 hồ sơ tính vào số "Công nhận" của Liên đoàn Lao động tỉnh Thái Nguyên, 6/3 16h00 – 10/3 9h…
    # In the chat by sector: the tally's own numbers, each of them to be opened, there and as a file.
    > Chi: tổng hợp theo lĩnh vực
    < 📊 Theo lĩnh vực – Liên đoàn Lao động tỉnh Thái Nguyên, … – 10/3 9h…
      Khác: đăng ký 1 · công nhận 1 · lên cổng 0
      (chưa ghi): đăng ký 1 · công nhận 0 · lên cổng 0
      Cộng: đăng ký 2 · công nhận 1 · lên cổng 0
      Xem từng hồ sơ: "tổng hợp lĩnh vực Khác chi tiết đăng ký".
    > Chi: tổng hợp lĩnh vực chưa ghi tuần này chi tiết
    < Đăng ký 6/3 16h00 – 10/3 9h…, Liên đoàn Lao động tỉnh Thái Nguyên: 1
      Lĩnh vực: (chưa ghi)
      SK-000002 · Tấm chắn bụi cho máy cắt vải · …
      Xem số khác: …
    > Chi: xuất tổng hợp lĩnh vực khác chi tiết đăng ký csv
    < 1 hồ sơ tính vào số "Đăng ký" của Liên đoàn Lao động tỉnh Thái Nguyên, …
      Lĩnh vực: Khác
    > Chi: bao nhiêu sáng kiến về an toàn lao động
    < 📊 Theo lĩnh vực – …
      An toàn – vệ sinh lao động: đăng ký 0 · công nhận 0 · lên cổng 0
      …
    > Chi: bao nhiêu sáng kiến về đèn led
    < Em không thấy lĩnh vực "đèn led". …
  `)
  stage.clock.pass(6_000)
  await stage.transcript(`
    [riêng Chi]
    # Two units beside each other, as far as anybody may see each of them.
    > Chi: May TNG với Sông Công đơn vị nào hơn
    < So sánh – Giai đoạn 1 đến 9h… ngày 10/3/2026, theo số lên cổng
      CĐCS Công ty May TNG: 0/60 (0,0%) · Cả chương trình: đăng ký 2 · công nhận 1 · lên cổng 0
      CĐCS Công ty Điện tử Sông Công: 0/90 (0,0%) · Cả chương trình: đăng ký 0 · công nhận 0 · lên cổng 0
      Hai đơn vị đang ngang nhau.
    > Chi: so sánh GD với trường
    < Đơn vị nào ạ? …
      1. CĐCS Trường THPT Gang Thép (GD-01)
      …
    > Chi: 1
    < So sánh – Giai đoạn 1 đến …
      Công đoàn ngành Giáo dục: 0/16 (0,0%) · …
      CĐCS Trường THPT Gang Thép: 0/10 (0,0%) · …
      Hai đơn vị đang ngang nhau.
    > Chi: so sánh cách này với cách kia
    < Anh/chị cho em hai đơn vị khác nhau, …
    > Chi: so sánh tuần may tng
    < Tuần này so với tuần trước – CĐCS Công ty May TNG
      …
  `)
  stage.clock.pass(6_000)
  await stage.transcript(`
    [riêng Chi]
    > Chi: xuất danh sách khen thưởng
    < 1 sáng kiến được công nhận của Liên đoàn Lao động tỉnh Thái Nguyên, …: tác giả, cấp, quyết định, giá trị làm lợi
    > Chi: xuất tổng hợp tuần chi tiết lên cổng
    < Không có hồ sơ nào.
    > Chi: xuất tổng hợp giai đoạn 2 chi tiết
    < Giai đoạn 2 bắt đầu từ …
    > Chi: thẻ SK-000001
    < Đơn vị: CĐCS Công ty May TNG
      Tác giả: Nguyễn Văn An
      Tên sáng kiến: =SUM(A1) làm cữ gá may túi hộp
      Lĩnh vực: Khác
      Làm lợi (đồng): 120000000
      Ngày công nhận: 10/3/2026
      Cấp công nhận: Cơ sở
      Số quyết định: 45/QĐ-CĐCS
      Ngày quyết định: 5/3/2026
      Mã sáng kiến: SK-000001
    > Chi: đơn SK-000001
    < Đơn yêu cầu công nhận sáng kiến SK-000001 (tệp Word)…
    [riêng An]
    > An: cho anh xin mẫu đơn SK-000001 nhé
    < Đơn yêu cầu công nhận sáng kiến SK-000001 (tệp Word): anh/chị điền nốt chỗ còn trống, in ra rồi ký.
    > An: đơn SK-000002
    < Đơn của SK-000002 chỉ người đăng ký, tác giả và cán bộ của đơn vị đó lấy được.
    # What does not stand any more has no form to be signed.
    [riêng Bình]
    > Bình: hủy SK-000002 vì gửi nhầm
    < Đã hủy SK-000002…
    > Bình: đơn SK-000002
    < SK-000002 đã hủy nên không còn đơn để in ạ. Muốn nộp lại thì anh/chị nhắn "đăng ký: tên sáng kiến".
    [riêng Dung]
    > Dung: xuất cổng
    < Việc này chỉ dành cho cán bộ…
  `)
  const [form] = stage.venue.files("riêng An")
  const words = await new TemplateHandler().getText(form as Buffer)
  expect(words).toContain("đề nghị xét công nhận sáng kiến: =SUM(A1) làm cữ gá may túi hộp")
  const [all, portal, tally, records, ofSector, rewarded] = stage.venue.files("riêng Chi")
  const rows = await readSheet(all as Buffer)
  expect(rows[0]?.slice(0, 4)).toEqual(["Mã sáng kiến", "Tên sáng kiến", "Tác giả", "Đồng tác giả"])
  const first = Object.fromEntries((rows[0] ?? []).map((heading, at) => [heading, rows[1]?.[at]]))
  expect(first).toMatchObject({
    "Tên sáng kiến": "=SUM(A1) làm cữ gá may túi hộp",
    "Làm lợi (đồng)": 120_000_000,
    "Ngày công nhận": new Date("2026-03-10T00:00:00Z"),
    "Trạng thái": "Đã công nhận",
  })
  expect(String(portal)).toMatch(
    /^\uFEFFĐơn vị,Tác giả,.*\r\nCĐCS Công ty May TNG,Nguyễn Văn An,,'=SUM\(A1\) làm/,
  )
  expect(String(records)).toMatch(
    /\r\nSK-000001,'=SUM\(A1\) làm cữ gá may túi hộp,Nguyễn Văn An,KCN-01,.*,1,(?:\r|$)/m,
  )
  expect(String(ofSector).match(/^SK-\d+/gm)).toEqual(["SK-000001"])
  // Whoever pays rewards by it needs the paper and what it brought.
  const [headings = [], paid = []] = await readSheet(rewarded as Buffer)
  expect(Object.fromEntries(headings.map((heading, at) => [heading, paid[at]]))).toMatchObject({
    "Tác giả": "Nguyễn Văn An",
    "Làm lợi (đồng)": 120_000_000,
    "Cấp công nhận": "Cơ sở",
    "Số quyết định": "45/QĐ-CĐCS",
  })
  const units = await readSheet(tally as Buffer, "Theo đơn vị")
  const sectors = await readSheet(tally as Buffer, "Theo lĩnh vực")
  expect(units[1]?.slice(1, 5)).toEqual(["Liên đoàn Lao động tỉnh Thái Nguyên", 2, 2, 1])
  expect(sectors.slice(1).reduce((sum, row) => sum + Number(row[1]), 0)).toBe(2)
  const { rows: logged } = await stage.fresh.pool.query(
    "select subject from officer_action where action = 'export' order by id",
  )
  expect(logged.map(({ subject }) => subject)).toEqual([
    { what: "initiatives", form: "xlsx", count: 2 },
    { what: "portal", form: "csv", count: 1 },
    { what: "tally", form: "xlsx", count: 2 },
    { what: "records", form: "csv", count: 1 },
    { what: "records", form: "csv", count: 1 },
    { what: "recognized", form: "xlsx", count: 1 },
  ])
})
