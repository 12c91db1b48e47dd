import fc from "fast-check"
import { beforeEach, expect, test, vi } from "vitest"
import { TITLES } from "../ideas/titles.labelled.ts"
import { readRegistration } from "../intake/registration.ts"
import { findUnit } from "../intake/unit-search.ts"
import { foldWords } from "../text/fold.ts"
import { anyText } from "../text/testing.ts"
import { type Labelled, MESSAGES } from "./messages.labelled.ts"
import { nearestQuestion } from "./nearest-question.ts"
import { readCommand } from "./read.ts"

/** Characters handed to the folding functions: nearly all of the work of the readers, whatever the machine. */
const work = vi.hoisted(() => ({ characters: 0 }))
vi.mock("../text/fold.ts", async (original) => {
  const real = await original<typeof import("../text/fold.ts")>()
  const counted = (read: (text: string) => string) => (text: string) => {
    work.characters += text.length
    return read(text)
  }
  return { ...real, clean: counted(real.clean), fold: counted(real.fold), foldWords: counted(real.foldWords) }
})
beforeEach(() => {
  work.characters = 0
})

/** What the bot takes a message for; words in a group that are not addressed to it never get as far as the command. */
function understood(message: Labelled): string {
  return message.addressed ? (readCommand(message.text)?.name ?? "nothing") : "nothing"
}

function isRight(message: Labelled): boolean {
  const took = understood(message)
  switch (message.intent) {
    case "chatter":
    case "unknown":
      return took === "nothing"
    case "question":
      return took === "nothing" || took === "help"
    case "register":
      return took === "register" && isReadRight(message)
    default:
      return took === message.intent
  }
}

function isReadRight({ text, title, benefit }: Labelled): boolean {
  const rest = readCommand(text)?.rest ?? ""
  if (rest === "") return title === ""
  const record = readRegistration(rest)
  const money =
    record.benefit === undefined ? undefined : `${record.benefit.amount}/${record.benefit.period ?? ""}`
  return record.title === title && money === benefit
}

test("the labelled messages are understood, and no chatter is taken for a registration", () => {
  const talk = MESSAGES.filter(({ intent }) => ["chatter", "question", "unknown"].includes(intent))
  const registrations = MESSAGES.filter(({ intent }) => intent === "register")
  const commands = MESSAGES.filter((message) => !talk.includes(message) && !registrations.includes(message))
  const share = (messages: readonly Labelled[]) => (100 * messages.filter(isRight).length) / messages.length
  const line = (name: string, messages: readonly Labelled[]) =>
    `${name} ${messages.filter(isRight).length}/${messages.length} (${share(messages).toFixed(1)} %)`
  const mistaken = talk.filter((message) => /^register/.test(understood(message)))
  const wrong = MESSAGES.filter((message) => !isRight(message)).map(
    ({ text, intent }) => `${intent}: ${text}`,
  )
  console.info(
    `messages: ${MESSAGES.length} · ${line("registrations", registrations)} · ${line("commands", commands)} · ` +
      `${line("talk left alone", talk)} · talk taken for a registration: ${mistaken.length}`,
  )
  expect(MESSAGES.length).toBeGreaterThanOrEqual(400)
  expect(mistaken).toEqual([])
  expect(share(registrations), wrong.join("\n")).toBeGreaterThanOrEqual(98)
  expect(share(commands), wrong.join("\n")).toBeGreaterThanOrEqual(98)
  expect(share(talk), wrong.join("\n")).toBeGreaterThanOrEqual(98)
})

test.each([false, true])(
  "what initiatives are called is no command, nor a question (of an officer: %s)",
  (officer) => {
    const titles = TITLES.flatMap(({ title, same, other }) => [title, ...same, ...other])
    const mistaken = titles.filter(
      (title) => (readCommand(title, { officer }) ?? nearestQuestion(title, { officer })) !== undefined,
    )
    expect(mistaken).toEqual([])
  },
)

test.each([
  ["hũy SK-000001", "cancel", "SK-000001"],
  ["hùy sk 12 vì gửi nhầm", "cancel", "sk 12 vì gửi nhầm"],
  ["sữa SK-000001: Tủ sấy kim chống gỉ", "edit", "SK-000001: Tủ sấy kim chống gỉ"],
  ["sứa sáng kiến SK-000012 làm lợi 50tr", "edit", "SK-000012 làm lợi 50tr"],
  ["bỗ sung SK-000001 đã dùng hai chuyền", "add", "SK-000001 đã dùng hai chuyền"],
  ["cộng nhận SK-000010 cấp cơ sở", "recognize", "SK-000010 cấp cơ sở"],
])("%s: before a code a wrong tone is a slip, and no other word", (text, name, rest) => {
  expect(readCommand(text)).toMatchObject({ name, rest })
})

test.each([
  ["chi tieu KCN", "targets", "KCN"],
  ["chi tieu may tng bo", "targets", "may tng bo"],
  ["nhom cua KCN", "groups", "KCN"],
  ["nhat ky May TNG trang 2", "journal", "May TNG trang 2"],
  ["Vai tro KCN", "roles", "KCN"],
])("%s is a command from an officer, and everyday words from anybody else", (text, name, rest) => {
  expect(readCommand(text, { officer: true })).toMatchObject({ name, rest })
  expect(readCommand(text)).toBeUndefined()
})

test.each([
  ["đơn vị nào chưa có", "whoLags", "don vi nao chua co"],
  ["ai chua dang ky", "whoLags", "ai chua dang ky"],
  ["cho chị xin danh sách đơn vị chưa đạt", "whoLags", "don vi chua dat"],
  ["tuần này đơn vị nào chưa có sáng kiến", "whoLags", "don vi nao chua co sang kien tuan nay"],
  ["đơn vị nào chậm nhất hả em", "whoLags", "don vi nao cham"],
  ["so với tuần trước thế nào", "compare", "tuần"],
  ["tuan nay tang hay giam", "compare", "tuần"],
  ["so với cùng kỳ tháng trước", "compare", "tháng"],
  ["các trường", "ranking", "các trường"],
  ["em cho chị xem khối doanh nghiệp thế nào", "ranking", "khối doanh nghiệp"],
  ["trường nào nhiều sáng kiến nhất", "ranking", "các trường"],
  ["tuần này và tuần trước", "compare", "tuần này và tuần trước"],
  ["cho chị tháng 2 với tháng 3 nhé", "compare", "tháng 2 với tháng 3"],
  ["tuần trước và tháng 3", "tally", "tuần trước và tháng 3"],
  ["KCN tuần này so với tuần trước thế nào", "compare", "tuần KCN"],
  ["so sánh CĐCS May TNG với CĐCS Điện tử Sông Công", "compare", "CĐCS May TNG với CĐCS Điện tử Sông Công"],
  ["em so sánh giúp chị KCN với ngành Y tế nhé", "compare", "KCN với ngành Y tế"],
  ["May TNG với Sông Công đơn vị nào hơn", "compare", "May TNG với Sông Công"],
  ["giữa KCN và YT ai nhiều hơn", "compare", "KCN và YT"],
  ["kcn hay gd dat cao hon", "compare", "kcn hay gd"],
  ["May TNG với Sông Công, đơn vị nào hơn", "compare", "May TNG với Sông Công"],
  ["KCN có hơn GD không", "compare", "KCN có hơn GD"],
  ["KCN so với GD thế nào", "compare", "KCN so với GD"],
  ["thống kê sáng kiến theo từng lĩnh vực của KCN", "tally", "theo lĩnh vực của KCN"],
  ["lĩnh vực nào nhiều nhất của KCN", "tally", "theo lĩnh vực của KCN"],
  ["moi linh vuc duoc bao nhieu", "tally", "theo lĩnh vực"],
  ["bao nhiêu sáng kiến về an toàn lao động", "tally", "lĩnh vực an toàn lao động"],
  ["lĩnh vực y tế được mấy sáng kiến rồi", "tally", "lĩnh vực y tế"],
  ["bao nhiêu sáng kiến của KCN", "progress", "KCN"],
  ["giao chỉ tiêu cho trường Hoa Mai 5 sáng kiến", "targets", "cho trường Hoa Mai 5 sáng kiến"],
  ["tăng chỉ tiêu GD lên 20 từ 1/12", "targets", "GD lên 20 từ 1/12"],
  [
    "cdcs may tng có 600 đoàn viên, 40 lao động rồi nhé",
    "units",
    "cdcs may tng có 600 đoàn viên, 40 lao động",
  ],
  ["duyệt hồ sơ của May TNG", "review", "May TNG"],
  ["duyệt hết cho chị", "recognize", "tất cả "],
  ["duyệt tất cả", "recognize", "tất cả "],
  ["duyệt hết của May TNG cấp cơ sở", "recognize", "tất cả của May TNG cấp cơ sở"],
  ["duyệt hết chưa", "review", ""],
  ["sáng kiến nào chờ duyệt lâu nhất", "review", ""],
  ["dự báo bao giờ đạt", "progress", ""],
  ["dự báo kết quả", "progress", ""],
  ["số đoàn viên May TNG 350", "units", "May TNG có 350 đoàn viên"],
  ["cập nhật số lao động của May TNG là 900", "units", "May TNG có 900 lao động"],
  ["duyệt quá hạn KCN", "review", "quá hạn KCN"],
  ["đơn vị mình còn mấy sáng kiến chưa duyệt", "review", ""],
  ["tin nhắc đã gửi chưa", "remind", ""],
  ["cho chị bảng so sánh các đơn vị", "ranking", ""],
  ["cho chị mẫu đơn đề nghị công nhận SK-000047", "requestForm", "SK-000047"],
  ["ai là cán bộ của KCN", "roles", "cán bộ KCN"],
  ["trường Gang Thép đứng thứ mấy", "ranking", "vị trí trường Gang Thép"],
  ["cho xin danh sách hồ sơ quá hạn", "review", "quá hạn"],
  ["in ra danh sách sáng kiến chờ duyệt", "review", ""],
  ["đơn vị nào đang dẫn đầu", "ranking", ""],
  ["tuần này đơn vị nào nộp nhiều nhất", "honour", "tuần này"],
  ["đơn vị nào nộp nhiều nhất", "ranking", ""],
  ["so với tuần trước công nhận tăng hay giảm", "compare", "tuần"],
  ["cho chị file báo cáo giai đoạn 1", "export", "tổng hợp giai đoạn 1"],
  ["còn bao nhiêu hồ sơ chưa lên cổng", "export", "chưa lên cổng"],
  ["tổng làm lợi của KCN là bao nhiêu", "tally", "cả chương trình của KCN"],
  ["chốt số liệu tuần giúp chị", "tally", "tuần giúp"],
  ["tổng hợp KCN hôm nay nhé", "tally", "KCN hôm nay nhé"],
  ["gia hạn giai đoạn 1 đến 15/6", "targets", "giai đoạn 1 gia hạn đến 15/6"],
  ["lui han giai doan 2 mot tuan", "targets", "giai đoạn 2 lui han mot tuan"],
  ["dời ngày bắt đầu giai đoạn 2 sang 15/1", "targets", "giai đoạn 2 dời ngày bắt đầu sang 15/1"],
  ["đóng giai đoạn 1 ngày 31/12/2026", "targets", "giai đoạn 1 đóng ngày 31/12/2026"],
  ["kéo dài tuần cao điểm thêm 3 ngày", "targets", "đợt cao điểm kéo dài thêm 3 ngày"],
  ["kéo giai đoạn 1 đến 15/6 giúp chị", "targets", "giai đoạn 1 kéo đến 15/6 giúp chị"],
  ["gia hạn thêm 10 ngày cho gđ 1", "targets", "giai đoạn 1 gia hạn thêm 10 ngày cho"],
  ["bỏ đợt cao điểm 2", "targets", "đợt cao điểm 2 bỏ"],
  ["em xóa giúp chị tuần cao điểm đi", "targets", "đợt cao điểm bỏ"],
  ["huy giai doan 2 di em", "targets", "giai đoạn 2 bỏ"],
  ["gđ 2 bỏ đi em", "targets", "giai đoạn 2 bỏ"],
  ["bỏ đợt cao điểm Tuần lễ xanh", "targets", "đợt cao điểm Tuần lễ xanh bỏ"],
  [
    "tạo giúp chị đợt cao điểm Tuần lễ xanh 20/3 - 27/3 chỉ tiêu 90",
    "targets",
    "đợt cao điểm thêm Tuần lễ xanh 20/3 - 27/3 chỉ tiêu 90",
  ],
  ["chốt số liệu giai đoạn 1 đến 15/6", "tally", "giai đoạn 1 đến 15/6"],
  ["gửi tin cho tất cả các nhóm: Mai họp lúc 8h", "remind", "tất cả các nhóm: Mai họp lúc 8h"],
  ["thông báo toàn tỉnh: mai nghỉ lễ", "remind", "toàn tỉnh: mai nghỉ lễ"],
  ["may tng đổi tên thành May TNG 2", "units", "đổi tên may tng thành May TNG 2"],
  ["thêm bạn Dung làm cán bộ KCN", "invite", "can bo KCN"],
  ["huyện nào nhiều sáng kiến nhất", "ranking", "các huyện"],
  ["tuần cao điểm đơn vị nào nhiều nhất", "honour", "tuần cao điểm"],
  ["sáng kiến nào làm lợi nhiều nhất", "honour", ""],
  ["ai được công nhận nhiều nhất", "honour", ""],
  ["tổng giá trị làm lợi tháng 3", "tally", "tháng 3"],
  ["số liệu năm ngoái", "tally", "năm ngoái"],
  ["don vi nao cao nhat thang 3", "honour", "thang 3"],
  ["tháng này so với tháng trước tăng bao nhiêu phần trăm", "compare", "tháng"],
  ["cho chị file word báo cáo tháng 3", "export", "file word báo cáo tháng 3"],
  ["cho xin ảnh biểu đồ KCN", "tally", "KCN"],
  ["lĩnh vực nào ít nhất", "tally", "theo lĩnh vực"],
  ["KCN mỗi ngày cần bao nhiêu", "progress", "KCN"],
  ["đơn vị tôi xếp thứ mấy trong ngành", "ranking", ""],
  ["có bao nhiêu đơn vị chưa có sáng kiến", "whoLags", "don vi chua co sang kien"],
  ["so sánh Đại Từ, Định Hóa, Võ Nhai", "compare", "Đại Từ, Định Hóa, Võ Nhai"],
  ["tại sao số này khác số trên cổng", "askRule", "figures"],
  ["đổi giờ đăng tổng hợp sang thứ 5 15h", "askRule", "posting"],
  ["co ket qua chua ad", "mine", ""],
  ["da co ket qua chua ad oi", "mine", ""],
  ["mấy giờ đăng tổng hợp", "askRule", "closing"],
  ["chốt số liệu đi", "askRule", "posting"],
  ["đăng lại vào nhóm", "askRule", "posting"],
  ["tổng hợp tuần đăng lúc mấy giờ em", "askRule", "closing"],
  ["khi nào có tổng hợp tuần", "askRule", "closing"],
  ["tuần này tổng hợp giúp chị", "tally", "tuần này"],
  ["tháng 3 báo cáo giúp chị", "tally", "tháng 3"],
  ["mời anh Hùng làm cán bộ KCN", "invite", "can bo KCN"],
  ["ai làm về đèn led chưa", "search", "đèn led"],
  ["có đơn vị nào đăng ký về lọc bụi chưa em", "search", "lọc bụi"],
  ["đơn vị nào chưa có nhóm", "groups", "chua co"],
  ["đơn vị nào trên 90%", "whoLags", "don vi da dat 90"],
  ["đơn vị nào đạt trên 50% rồi", "whoLags", "don vi da dat 50"],
  ["thu hồi vai trò của Nguyễn Văn An", "withdrawRole", "của Nguyễn Văn An"],
  ["chị duyệt nhầm rồi, thu hồi giúp chị", "takeBack", "vua roi"],
  ["trả lại SK-000012 thiếu số liệu", "askMore", "SK-000012 thiếu số liệu"],
  ["đổi quyết định SK-000004 thành 15/QĐ-LĐLĐ", "recognize", "sửa SK-000004 QĐ 15/QĐ-LĐLĐ"],
  ["xem các hồ sơ đã từ chối", "askRule", "states"],
  ["top 10", "ranking", "top 10"],
  ["cho chị top5 đơn vị", "ranking", "top 5"],
  ["còn bao nhiêu nữa thì đạt chỉ tiêu", "progress", ""],
  ["bao gio thi dat chi tieu", "progress", ""],
  ["có kịp không em", "progress", ""],
  ["dự kiến cuối giai đoạn đạt bao nhiêu", "progress", ""],
  ["kcn được bao nhiêu rồi", "progress", "kcn"],
  ["cho chi xin so lieu thang 3", "tally", "thang 3"],
  ["báo cáo giai đoạn 1", "tally", "giai đoạn 1"],
  ["kết quả tuần này", "tally", "tuần này"],
  ["tháng 3 được bao nhiêu sáng kiến", "tally", "tháng 3"],
  ["hôm qua thêm mấy cái", "tally", "hôm qua"],
  ["tuần cao điểm được bao nhiêu", "tally", "tuần cao điểm"],
  ["tổng giá trị làm lợi bao nhiêu", "tally", "cả chương trình"],
  ["còn hồ sơ nào không", "review", ""],
  ["ai nộp nhiều nhất", "honour", ""],
  ["em bấm nhầm", "takeBack", "vua roi"],
  ["giai đoạn 1 chỉ tiêu 6.000", "targets", "giai đoạn 1 chỉ tiêu 6.000"],
  ["kết quả kcn", "progress", "kcn"],
  ["công đoàn chị được bao nhiêu rồi em", "progress", ""],
  ["còn thiếu mấy cái nữa", "progress", ""],
  ["mỗi ngày cần bao nhiêu", "progress", ""],
  ["mấy sáng kiến đã được công nhận rồi", "progress", ""],
  ["chương trình 1 triệu sáng kiến được bao nhiêu rồi", "progress", "chương trình 1 triệu sáng kiến"],
  ["có ai đang chờ duyệt không em", "review", ""],
  ["còn hồ sơ nào chưa xét không", "review", ""],
  ["đơn vị nào đạt 100% rồi", "whoLags", "don vi da dat"],
  ["bao nhiêu đơn vị đạt chỉ tiêu", "whoLags", "don vi da dat"],
  ["danh sách đơn vị hoàn thành kế hoạch", "whoLags", "don vi da dat"],
  [
    "bao nhiêu đơn vị đạt chỉ tiêu của chương trình 1 triệu sáng kiến",
    "whoLags",
    "don vi da dat chương trình 1 triệu sáng kiến",
  ],
  [
    "xin danh sách tháng 3 chương trình 1 triệu sáng kiến",
    "export",
    "danh sách tháng 3 chương trình 1 triệu sáng kiến",
  ],
  ["đơn vị mình đứng thứ mấy chương trình 1 triệu sáng kiến", "ranking", "chương trình 1 triệu sáng kiến"],
  ["3 đơn vị cuối bảng là ai", "whoLags", "top 3 don vi chua dat"],
  ["ba đơn vị cuối bảng", "whoLags", "top 3 don vi chua dat"],
  ["đơn vị nào cuối bảng", "whoLags", "don vi chua dat"],
  ["top 5", "ranking", "top 5"],
  ["cho chị top 5 đơn vị", "ranking", "top 5"],
  ["5 đơn vị dẫn đầu", "ranking", "top 5"],
  ["top 3 trường dẫn đầu", "ranking", "top 3 các trường"],
  ["cơ sở nào đang ì ạch nhất", "whoLags", "don vi chua dat"],
  ["thêm đơn vị CĐCS Công ty May Việt Đức vào KCN", "units", "thêm CĐCS Công ty May Việt Đức thuộc KCN"],
  ["làm sao để thêm đơn vị", "units", "thêm"],
  ["làm sao thêm bot vào nhóm", "link", ""],
  ["thêm bot vào nhóm kiểu gì", "link", ""],
  ["giờ chị làm gì tiếp", "askRule", "start"],
  ["việc đầu tiên của chị là gì", "askRule", "start"],
  ["đổi tên chương trình", "askRule", "campaign"],
  ["mã bàn giao", "handOver", ""],
  ["xem phân quyền", "roles", ""],
  ["chị mới nhận việc, phải làm gì trước", "askRule", "start"],
  ["chị sắp nghỉ chế độ, bàn giao lại cho anh Bình", "handOver", ""],
  ["hoãn tin tổng hợp tuần này", "askRule", "posting"],
  ["giữ lại tin tổng hợp chiều nay chưa gửi vội", "askRule", "posting"],
  ["chiều nay có tin tổng hợp không", "askRule", "closing"],
  ["tôi nhận bàn giao từ chị Chi", "claim", ""],
  ["hôm nay có ai nộp chưa", "tally", "hom nay chi tiet"],
  ["có ai đăng ký tuần này không", "tally", "tuan nay chi tiet"],
  ["cho chị xin file excel danh sách", "export", "danh sách"],
  ["cho chị danh sách sáng kiến của đơn vị", "export", "danh sách sáng kiến của đơn vị"],
  ["xin danh sách đăng ký tháng này", "export", "danh sách đăng ký tháng này"],
  ["lập danh sách khen thưởng giúp em", "export", "danh sách khen thưởng"],
  ["cho chị cái ảnh để chiếu họp", "tally", ""],
  ["gửi chị hình tổng hợp tháng 3", "tally", "tháng 3"],
  ["cho chị biểu đồ", "tally", ""],
  ["5 phút nữa họp cần ảnh kết quả", "tally", ""],
  ["sáng mai họp giao ban, cho anh bảng tổng hợp toàn tỉnh", "tally", ""],
  ["có mấy chương trình đang chạy", "campaigns", ""],
  ["chương trình nào đang mở vậy em", "campaigns", ""],
  ["chị đang phụ trách những đơn vị nào", "roles", ""],
  ["tôi có quyền gì", "roles", ""],
  ["ai vừa sửa chỉ tiêu", "journal", ""],
  ["ai vừa đổi chỉ tiêu của May TNG", "journal", "May TNG"],
  ["đơn vị nào chậm nhất của KCN", "whoLags", "don vi nao cham cua kcn"],
  ["sk nao chua duyet", "review", ""],
  ["sáng kiến nào chưa được xét", "review", ""],
  ["sáng kiến nào của tôi chưa duyệt", "mine", ""],
  ["sk chưa duyệt của tôi", "mine", ""],
  [
    "công nhận tất cả của May TNG cấp cơ sở QĐ 45/QĐ-CĐCS",
    "recognize",
    "tất cả của May TNG cấp cơ sở QĐ 45/QĐ-CĐCS",
  ],
  ["thêm cán bộ cho YT", "invite", "can bo YT"],
  ["cho anh Sơn làm cán bộ ngành y tế", "invite", "can bo ngành y tế"],
  ["dừng hết các lịch nhắc", "remind", ""],
  ["bỏ gộp SK-004457 nhầm", "takeBack", "bỏ gộp SK-004457 nhầm"],
  ["phấn đấu một trăm", "pledge", "100"],
  ["giai đoạn 1 chỉ tiêu sáu nghìn", "targets", "giai đoạn 1 chỉ tiêu 6000"],
  ["đơn vị chị có bốn trăm đoàn viên", "units", "chị có 400 đoàn viên"],
])("an officer asks %j: %s %j", (text, name, rest) => {
  expect(readCommand(text, { officer: true })).toMatchObject({ name, rest })
})

test.each([
  ...["máy dệt được bao nhiêu vòng", "hôm nay trời đẹp nhỉ", "lương tháng này được bao nhiêu"],
  ...[
    "còn thiếu mấy người đi ăn cưới",
    "mỗi ngày cần bao nhiêu calo",
    "mấy cái ghế được kê rồi",
    "còn thiếu tiền",
  ],
  ...["ai chờ xét nghiệm thì ra cổng", "có gì vui không", "có ai ở nhà không", "còn ai đi xe không"],
  ...[
    "đơn vị anh đạt giải bóng đá",
    "đơn vị nào hoàn thành công trình cầu",
    "công ty đạt chuẩn ISO",
    "trường vượt khó",
  ],
  ...["đơn vị cuối đường quẹo trái", "trường nào thấp nhất tỉnh điểm toán", "cơ sở 2 ở đâu"],
  ...["hôm nay có ai đi họp không", "ai gửi xe chưa", "hôm nay nộp tiền điện", "tuần này ai trực"],
  ...[
    "danh sách lớp 10A",
    "file ảnh cưới",
    "danh sách đi du lịch",
    "gửi file nhạc",
    "danh sách mua sắm tháng 3",
  ],
  ...["anh", "cho anh với", "anh Tuấn ơi họp", "cho chị hình con mèo", "biểu đồ nhiệt độ phòng"],
  ...[
    "họp lúc 2h nhé",
    "chiều họp phụ huynh",
    "họp xong về luôn",
    "họp bàn chuyện nhà",
    "sáng họp cần mấy cái ghế",
  ],
  ...[
    "chương trình truyền hình tối nay",
    "chương trình nghỉ mát",
    "chương trình giảm giá",
    "chương trình học lớp 5",
  ],
  ...[
    "ai quản lý chung cư",
    "tôi có quyền nghỉ phép",
    "chị quản lý kho",
    "ai vừa gọi thế",
    "ai đổi ca không",
  ],
  ...["xét nghiệm máu", "duyệt xong chưa"],
  "Cữ gá chống lệch vì vải hay xô, năng suất cao hơn",
  "máy cũ hay hỏng, máy mới chạy bền hơn",
  "trước công nhân hay nhầm nay làm đúng hơn nhiều",
  ...["mình có 3 đoàn viên đi họp", "lớp có 40 đoàn viên à?"],
  ...["chị với em họp nhé", "bỏ giai đoạn 2 sấy khô", "sáng kiến về quê ăn Tết", "lùi họp lại 1 tuần"],
  ...["máy bơm này mỗi ngày cần bao nhiêu điện", "gửi cho nhóm may tng"],
  ...["cho cháu làm bài tập", "cho anh vay ít tiền", "dừng xe trước cổng", "bỏ nhắc chuyện cũ"],
])("an officer who says %j asks for no figures", (text) => {
  expect(readCommand(text, { officer: true })).toBeUndefined()
})

test.each([
  ["đăng ký hộ anh Nam: Khay đựng ốc vít", "anh Nam: Khay đựng ốc vít"],
  ["đăng ký hộ chị Minh ở tổ may: Khay đựng ốc vít", "chị Minh ở tổ may: Khay đựng ốc vít"],
  ["nộp hộ bác Sáu - Khay đựng ốc vít", "bác Sáu - Khay đựng ốc vít"],
  ["dk ho anh dung: khay dung oc vit", "anh dung: khay dung oc vit"],
  ["đăng ký hộ em Kiên: Khay đựng ốc vít", "em Kiên: Khay đựng ốc vít"],
  ["đăng ký hộ Minh: Khay đựng ốc vít", "Minh: Khay đựng ốc vít"],
])("%j is for somebody whose name also is a common word", (text, rest) => {
  expect(readCommand(text)).toMatchObject({ name: "registerFor", rest })
})

test.each([
  "đăng ký hộ em với: Khay đựng ốc vít",
  "đăng ký hộ em Sáng kiến mới: Khay đựng ốc vít",
  "đăng ký hộ em năm nay: Khay đựng ốc vít",
  "đăng ký hộ anh sáng kiến này với: Khay đựng ốc vít",
  "Đăng ký hộ mình: Khay đựng ốc vít",
])("%j is one's own", (text) => {
  expect(readCommand(text)).toMatchObject({ name: "register", rest: "Khay đựng ốc vít" })
})

test("politeness behind a code is no part of it", () => {
  expect(readCommand("mã 7F3K-9QXM-2WTA-HC4E ạ.")).toMatchObject({
    name: "claim",
    rest: "7F3K-9QXM-2WTA-HC4E",
  })
})

test.each([
  ["7f3k 9qxm 2wta", "7f3k-9qxm-2wta"],
  ["NTBB-PETT-DPPM-FGXJ", "NTBB-PETT-DPPM-FGXJ"],
  ["NTBB PETT DPPM FGXJ", "NTBB-PETT-DPPM-FGXJ"],
  ["NTBB PETT 7PPM FGXJ", "NTBB-PETT-7PPM-FGXJ"],
  ["mã NTBB PETT DPPM FGXJ", "NTBB PETT DPPM FGXJ"],
  ["ma ntbb pett dppm fgxj", "ntbb pett dppm fgxj"],
  ["mã của em là NTBB-PETT-DPPM-FGXJ ạ", "NTBB-PETT-DPPM-FGXJ"],
  ["chào bot, mã hỗ trợ của em là NG5B-WP5H-PLZK-8H7R ạ", "NG5B-WP5H-PLZK-8H7R"],
])("%s hands over a code", (text, rest) => {
  expect(readCommand(text)).toMatchObject({ name: "claim", rest })
})

test.each([
  "giam 50tr tien dien",
  "Cải tiến máy ABCD-12EF-34GH cho chuyền 3",
  "nang cao chat luong",
  "THAY VUNG CHAN QUAT",
  "THAY 52TR CHAN QUAT",
  "ntbb pett dppm fgxj",
])("%s hands over none", (text) => {
  expect(readCommand(text)?.name).not.toBe("claim")
})

test.each([
  "ADMINCODE1",
  "letmein123",
  "TEST-ADMIN-CODE-1",
  "bootstrap",
  "7F3K 9QXM 2WTA",
  "first_admin_2026",
  "E2E-ADMIN-1",
  "my-code-123",
  "let-me-in-please",
])("%j is a code an operator may choose", (code) => {
  expect(readCommand(`mã ${code}`)).toMatchObject({ name: "claim", rest: code })
})

test.each([
  ...["TP-TN-01", "LDLD-TN", "KCN-15", "SK-000123", "CP-103300"],
  ...["hàng 123", "nghiêng", "E05", "NH-12"],
])("mã %j is no code", (words) => {
  expect(readCommand(`mã ${words}`)?.name).not.toBe("claim")
})

test("every message means the same without its marks in capitals, decomposed, and with invisible characters", () => {
  const changed = MESSAGES.filter(({ intent }) => intent !== "chatter" && intent !== "question").flatMap(
    (message) =>
      [
        message.text.toUpperCase(),
        message.text.normalize("NFD"),
        `\u200B ${message.text} \u00A0\uFEFF`,
      ].flatMap((text) => (understood({ ...message, text }) === message.intent ? [] : [text])),
  )
  expect(changed).toEqual([])
})

test.each([
  ["đăng ký lịch bảo dưỡng máy qua app thay cho sổ tay", "register", false],
  ["đăng ký: lịch bảo dưỡng máy qua app", "register", true],
  ["đăng ký sáng kiến lịch bảo dưỡng máy qua app", "register", true],
  ["đăng ký", "register", true],
  ["/dangky lịch bảo dưỡng máy qua app", "register", true],
  ["tiến độ", "progress", true],
  ["/start tiep", "resume", true],
  ["/bỏ NH-3", "remind", true],
  ["/hủy SK-000123", "cancel", true],
  ["/start@SangKienBot tiep", "resume", true],
])("%j is %s, clear beyond doubt: %s", (text, name, clear) => {
  expect(readCommand(text)).toMatchObject({ name, clear })
})

test.each([
  ["hủy sáng kiến số 12 giúp em", "12 giúp em"],
  ["bổ sung thêm cho SK-000045 là giảm 3 người", "SK-000045 là giảm 3 người"],
  ["tiến độ của đơn vị em thế nào", ""],
  ["xem tiến độ may tng", "may tng"],
  ["liên kết nhóm này với may tng", "may tng"],
  ["mã của em là 7F3K-9QXM-2WTA-HC4E", "7F3K-9QXM-2WTA-HC4E"],
  ["/start 7F3K-9QXM", "7F3K-9QXM"],
  ["bỏ NH-3", "bỏ NH-3"],
  ["đăng ký hộ:\n1. A Hùng - Gá kẹp\n2. B Lan - Kệ xoay", "1. A Hùng - Gá kẹp\n2. B Lan - Kệ xoay"],
])("what follows the command in %j is %j", (text, rest) => {
  expect(readCommand(text)?.rest).toBe(rest)
})

// ---- Hostile input

const PIECES = [
  ..."aĐk:;.,-–—/\\@#*_~`'\"“”()[]{}<>|=+?!…•\n\r\t \u00A0\u200B\u202E\u0301\u0323а\uD800\uDC00👍1️⃣0",
  ..."đăng ký|đk sk|sáng kiến|hủy|mã|SK-000001|Tên:|Mô tả:|Làm lợi:|120tr/năm|cho em|với|nhé|'; drop table|<b>|công ty|may|tng".split(
    "|",
  ),
]
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 100 }).map((pieces) => pieces.join("")),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(" ")),
  anyText({ maxLength: 200 }),
  fc
    .tuple(fc.constantFrom(...PIECES), fc.integer({ min: 1, max: 500 }))
    .map(([piece, times]) => piece.repeat(times)),
)
const UNITS = [
  "Liên đoàn Lao động tỉnh Thái Nguyên",
  "CĐCS Công ty May TNG",
  "CĐCS Trường THCS Tân Long",
].map((name, at) => ({ id: String(at), code: `U-${at}`, name, nameKey: foldWords(name) }))

test("10,000 hostile texts are read without an exception and at a cost in proportion to their length", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      work.characters = 0
      const command = readCommand(text)
      const record = readRegistration(text)
      findUnit(text, UNITS)
      expect(work.characters).toBeLessThanOrEqual(40 * Math.min(text.length, 20_000) + 20_000)
      expect((command?.rest ?? "").length).toBeLessThanOrEqual(text.length * 3)
      const read = [record.title, record.description, record.sector, record.coAuthors, record.confidential]
      expect(read.join("").length).toBeLessThanOrEqual(3 * text.length + 20)
    }),
    { numRuns: 10_000 },
  )
})

test.each(PIECES)("9,000 times %j is read at a cost in proportion to its length", (piece) => {
  const text = piece.repeat(9_000)
  work.characters = 0
  readCommand(text)
  readRegistration(text)
  findUnit(text, UNITS)
  expect(work.characters).toBeLessThanOrEqual(40 * Math.min(text.length, 20_000) + 20_000)
})
