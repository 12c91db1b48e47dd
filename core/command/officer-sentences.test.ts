import { describe, expect, test } from "vitest"
import { officerRequestsIn } from "./officer-requests.ts"
import { readCommand } from "./read.ts"

const said = (text: string) => {
  const command = readCommand(text, { officer: true })
  return command && `${command.name} ${command.rest}`.trim()
}

describe("what officers say in a sentence of their own", () => {
  test.each([
    // Review
    ["cho chị xem mấy hồ sơ mới gửi hôm nay", "review"],
    ["còn bao nhiêu hồ sơ chưa duyệt của KCN", "review KCN"],
    ["SK-4 ok em nhé, cấp tỉnh luôn", "recognize SK-4 cấp tỉnh luôn"],
    [
      "duyet giup chi sk4 sk5 cap co so qd 15/qd-ldld ngay 9/3",
      "recognize sk4 sk5 cap co so qd 15/qd-ldld ngay 9/3",
    ],
    ["nhắn bạn Bình gửi thêm ảnh cho SK-5", "askMore SK-5 gửi thêm ảnh"],
    ["sk3 coppy trên mạng", "askFirst từ chối sk3 coppy trên mạng"],
    ["SK-2 số quyết định sai rồi, phải là 21", "askRule verdicts"],
    ["cái SK-2 công nhận ngày nào", "look SK-2"],
    ["SK-2 ai công nhận", "history SK-2"],
    ["lý do từ chối SK-3 là gì", "look SK-3"],
    ["SK-3 và SK-4 có phải là một không", "look SK-4 so với SK-3"],
    ["đưa SK-2 lên cổng giúp chị", "portalCard SK-2"],
    ["mã cổng SK-2 ghi nhầm", "takeBack thu hồi lên cổng SK-2 lý do ghi nhầm mã"],
    ["SK-4 gộp nhầm", "takeBack thu hồi SK-4 lý do ghi nhầm"],
    ["cho anh An gửi lại SK-3", "takeBack xét lại SK-3"],
    ["à chị nhầm, SK-3 không trùng", "takeBack xét lại SK-3"],
    ["anh An gửi mấy cái, duyệt hết chưa", "askRule others"],
    // Targets and phases
    ["kcn phấn đấu 250", "pledge kcn 250"],
    ["giao thêm cho May TNG 10 cái nữa", "askRule by"],
    ["chia đều chỉ tiêu cho các đơn vị", "askRule quota"],
    ["tổng chỉ tiêu đã giao là bao nhiêu", "targets"],
    ["thêm giai đoạn 3 từ 1/8 tới 30/9", "targets giai đoạn thêm giai đoạn 3 từ 1/8 tới 30/9"],
    ["mở đợt cao điểm 1 tuần từ mai", "targets đợt cao điểm thêm 1 tuần từ mai"],
    ["kết thúc chương trình khi nào", "campaigns"],
    ["giai đoạn này còn mấy ngày", "progress"],
    ["cuối tháng dự kiến được bao nhiêu", "progress"],
    // Figures
    ["tổng tiền làm lợi quý 1", "tally quý 1"],
    ["sao số tuần này thấp hơn tuần trước", "compare tuần"],
    ["thống kê theo cấp công nhận quý này", "scopes quý này"],
    ["tổng hợp tuần gửi vô nhóm luôn đi", "askRule posting"],
    ["số liệu này chốt lúc mấy giờ", "askRule closing"],
    ["đơn vị nào đông đoàn viên nhất", "unitList"],
    // Units, roles, files, honours
    ["từ 1/4 May TNG nhập vào KCN-02", "units gộp May TNG vào KCN-02 từ 1/4"],
    ["chuyển KCN-02 về trực thuộc tỉnh", "units chuyển KCN-02 về tỉnh"],
    ["tách xưởng 2 May TNG thành CĐCS riêng", "units tách"],
    ["May TNG giờ còn 300 người", "askRule people"],
    ["chị Dung nghỉ rồi, rút quyền đi", "withdrawRole của chị Dung"],
    ["thêm 1 người tổ hỗ trợ cho KCN-02", "invite to ho tro KCN-02"],
    ["cấp quyền duyệt cho chị Dung", "invite"],
    ["xuất đơn SK-2", "requestForm SK-2"],
    ["khen anh An đi", "honour anh An"],
    ["tuyên dương May TNG", "honour May TNG"],
    // Reminders
    ["đầu tháng nào cũng nhắc đơn vị chưa đạt", "remind đơn vị chưa đạt đầu tháng nào cũng"],
    ["bao giờ thì tin nhắc gửi đi", "remind"],
  ])("%s", (text, command) => {
    expect(said(text)).toBe(command)
  })

  // As they type on a phone
  test.each([
    ["xem các sáng kiến chưa duyệt", "review"],
    ["liệt kê các sáng kiến chưa duyệt", "review"],
    ["cho xem mấy cái sáng kiến đang chờ duyệt với em", "review"],
    ["xem các sáng kiến chưa duyệt của em", "mine"],
    ["sk 12 ok, công nhận luôn", "recognize sk 12"],
    ["loại cái sk 30, nó không phải sáng kiến", "refuse sk 30, nó không phải sáng kiến"],
    ["bác sk 17 vì chỉ là nhiệm vụ thường xuyên", "refuse sk 17 vì chỉ là nhiệm vụ thường xuyên"],
    ["bác bỏ SK-17 trùng", "refuse SK-17 trùng"],
    ["mở sk 5 cho xem chi tiết", "look sk 5"],
    ["ai nộp sk 19 thế", "look sk 19"],
    ["cái sk 14 có ảnh không", "look sk 14"],
    ["đổi lý do từ chối SK-8 được không", "takeBack"],
    ["đưa sk 12 lên cổng rồi nhé mã 2024-558", "onPortal sk 12 2024-558"],
    ["hai cái sk 14 với sk 15 giống nhau quá xử lý sao", "merge"],
    ["hoàn tác lệnh vừa rồi", "takeBack vua roi"],
    ["lệnh vừa nãy sai rồi bỏ đi", "takeBack vua roi"],
    ["những tổ nào chưa có sáng kiến nào", "whoLags don vi nao chua co sang kien nao"],
    ["những đơn vị nào chưa có ai đăng ký", "whoLags don vi nao chua co"],
    ["còn đơn vị nào chưa làm", "whoLags don vi nao chua co"],
    ["đơn vị nào chưa làm tuần này", "whoLags don vi nao chua co tuan nay"],
    ["còn ai chưa làm", "whoLags ai chua co"],
    ["danh sách người chưa đăng ký", "whoLags ai chua dang ky"],
    ["những ai trong đơn vị chưa đăng ký", "whoLags ai chua dang ky"],
    ["tuần này có sáng kiến nào", "tally tuan nay chi tiet"],
    ["hôm nay có ai đăng ký mới không", "tally hom nay chi tiet"],
    ["hôm nay có gì cần làm", "askRule today"],
    ["xin cái ảnh biểu đồ để chị in", "tally"],
    ["báo cáo nhanh số liệu đến giờ này", "tally"],
    ["làm báo cáo quý 1 được không em", "tally quý 1"],
    ["sáng kiến nào làm lợi nhiều tiền nhất", "honour"],
    ["gửi báo cáo tuần lên nhóm luôn đi", "askRule posting"],
    ["báo cáo gửi lúc mấy giờ vậy", "askRule closing"],
    ["đổi giờ gửi báo cáo sang 15h thứ 5", "askRule posting"],
    ["đợt cao điểm còn mấy ngày", "targets đợt cao điểm"],
    ["gia hạn thêm 1 tuần cho anh em được không", "askRule peaksHow"],
    ["chia chỉ tiêu 500 cho các đơn vị theo số đoàn viên", "askRule quota"],
    ["đặt nhầm chỉ tiêu cho KCN rồi, sửa lại thành 212", "targets KCN 212"],
    ["đăng thông báo lên nhóm chung giúp em với", "askRule notice"],
    ["dừng cái nhắc NH-3 đi", "remind bỏ NH-3"],
    ["thêm tổ may 5 vào công ty An Phú", "units thêm tổ may 5 thuộc công ty An Phú"],
    ["đổi tên tổ may 3 thành chuyền may 3", "units đổi tên tổ may 3 thành chuyền may 3"],
    ["mời anh Nam làm cán bộ duyệt của KCN", "invite can bo KCN"],
    ["cấp mã cho tổ hỗ trợ", "invite to ho tro"],
    ["cho chị Lan quyền duyệt với", "invite"],
    ["chị Lan nghỉ rồi, bỏ quyền duyệt của chị ấy", "withdrawRole của chị Lan"],
    ["nhóm này đang gắn với đơn vị nào", "askRule group"],
    ["tải file để nộp lên cổng", "export cổng"],
    ["em làm được những gì cho cán bộ", "help"],
    ["em xem giúp chị hôm nay còn mấy hồ sơ phải xử lý", "review"],
    ["mở lại sk 5 cho chị xét lần nữa", "takeBack xét lại sk 5"],
    ["tình hình đăng ký tháng 3 sao rồi em", "tally tháng 3"],
    ["chị cần file excel để trình lãnh đạo", "export excel để"],
    ["muốn đổi tên đơn vị thì gõ gì", "units thêm"],
    ["hồ sơ nào mới nộp cho chị coi với", "review"],
    ["cái sk 6 này anh thấy được đấy cho qua", "review sk 6"],
    ["sk 7 chưa rõ hiệu quả, hỏi lại tác giả giúp chị", "askMore sk 7 chưa rõ hiệu quả"],
    ["không đồng ý sk 9 lý do đã có đơn vị khác làm", "refuse sk 9 lý do đã có đơn vị khác làm"],
    ["chết, bấm nhầm rồi, trả SK-58 về như cũ giúp anh", "takeBack xét lại SK-58"],
    ["SK 4412: nhờ tác giả gửi thêm ảnh", undefined],
    ["SK-14 chỉ cấp cơ sở thôi em", "recognize SK-14 cấp cơ sở"],
    ["SK-301 đến 320 đã có trên cổng, riêng 309 thì báo lỗi", undefined],
    ["sk-12: hỏi lại họ xem ai là tác giả chính", "askMore sk-12 họ xem ai là tác giả chính"],
    ["lúc nãy chị bấm công nhận nhầm sk 3 giờ muốn bỏ", "takeBack thu hồi công nhận sk 3 lý do ghi nhầm"],
    ["sk 4 nâng lên cấp tỉnh", "recognize sửa sk 4 cấp tỉnh"],
    ["phong trào bên y tế tới đâu rồi", "progress y tế"],
    ["đơn vị nào làm tốt nhất tháng này", "ranking"],
    ["liệt kê giúp chị mấy đơn vị đứng cuối", "whoLags don vi chua dat"],
    ["có đơn vị nào bằng 0 không", "whoLags don vi chua co"],
    ["nhắn các đơn vị đang chậm đẩy nhanh lên giúp chị", "remind đơn vị đang chậm"],
    ["chỉnh lại giờ nhắc nh-1 thành 9h", "remind sửa nh-1 9h"],
    ["tin nhắc hôm qua có ai nhận được không", "remind"],
    ["in giúp anh bảng tổng hợp tháng 2 ra giấy", "tally tháng 2"],
    ["cho cái hình thống kê gửi lên zalo", "tally"],
    ["mấy giờ chiều thứ sáu thì có báo cáo", "askRule closing"],
    ["anh Bình có phải là cán bộ của may tng không", "roles cán bộ may tng"],
    ["huỷ cái lệnh giao chỉ tiêu vừa nãy", "askRule targetsHow"],
  ])("%s", (text, command) => {
    expect(said(text)).toBe(command)
  })

  test.each([
    ["hôm qua công nhận những cái nào", "tally hôm qua chi tiết công nhận"],
    ["chị vừa công nhận những cái nào", "journal"],
    ["SK-3 hay đấy, công nhận cấp tỉnh cho anh An", "recognize SK-3 cấp tỉnh"],
    ["hồ sơ SK-4 xem ra ổn", "review SK-4"],
    ["em thấy SK-3 có mới không", "look SK-3"],
    ["mở SK-3 ra xem", "look SK-3"],
    ["SK-2 thu hồi lại", "takeBack thu hồi SK-2"],
    ["tháng sau giao May TNG 80", "targets May TNG 80 từ tháng sau"],
    ["bỏ nhắc KCN đi", "remind"],
    ["tiếp nhận hết đơn của May TNG ngày 5/3", "accept tất cả của May TNG ngày 5/3"],
  ])("%s", (text, command) => {
    expect(said(text)).toBe(command)
  })

  test.each([
    "nếu từ chối SK-3 thì anh An có nộp lại được không",
    "SK-3 không mới còn SK-4 được",
    "khen thưởng thế nào",
    "SK-3 là của hai người làm chung",
    "duyệt SK-4 cấp tỉnh được không",
    "SK-4 ok cấp tỉnh được không",
    "lỡ từ chối SK-3 thì làm sao",
    "SK-3 chị đổi ý có được không",
    "mở lại SK-3 được không",
    "chuyển SK-4 sang KCN-01 được không",
    "kcn phấn đấu 250 được không",
    "mở đợt cao điểm mới thế nào",
  ])("%s: nothing is to be done by it", (text) => {
    const name = readCommand(text, { officer: true })?.name
    expect([
      "refuse",
      "recognize",
      "askFirst",
      "takeBack",
      "moveRecord",
      "honour",
      "targets",
      "pledge",
    ]).not.toContain(name)
  })
})

test.each([
  ["công nhận SK-3 nhưng từ chối SK-5 vì trùng", ["công nhận SK-3", "từ chối SK-5 vì trùng"]],
  ["giao May TNG 70 và KCN-02 100", ["chỉ tiêu May TNG 70", "chỉ tiêu KCN-02 100"]],
  ["giao chỉ tiêu KCN 160, GD 60 và YT 40", ["chỉ tiêu KCN 160", "chỉ tiêu GD 60", "chỉ tiêu YT 40"]],
  [
    "đặt chỉ tiêu May TNG 70, KCN-02 100 từ tháng sau",
    ["chỉ tiêu May TNG 70 từ tháng sau", "chỉ tiêu KCN-02 100 từ tháng sau"],
  ],
  ["công nhận SK-4 nhưng từ chối SK-5 được không", undefined],
  ["giao May TNG 70 và KCN-02 100 được không", undefined],
])("%s: several orders", (text, orders) => {
  expect(officerRequestsIn(text)).toEqual(orders)
})

describe("who is invited, which group is whose, and what is arranged", () => {
  test.each([
    ["Cho tôi mã mời để chị Hạnh ở Sông Công làm cán bộ", "invite can bo Sông Công"],
    ["mời chị Hạnh bên Sông Công làm cán bộ", "invite can bo Sông Công"],
    ["cho anh Tú ở May TNG vào tổ hỗ trợ", "invite to ho tro May TNG"],
    ["cho chị mã để em Hương vào tổ hỗ trợ trường THPT Bảo Cường", "invite to ho tro trường THPT Bảo Cường"],
    ["ai đang giữ quyền cán bộ ở Đại Từ", "roles cán bộ Đại Từ"],
    ["em ghi May Đồng Tiến phấn đấu 40 cái", "pledge May Đồng Tiến 40"],
    ["nhắn ngành Giáo dục là mai họp giao ban 8h", "remind ngành Giáo dục: mai họp giao ban 8h"],
    ["nhóm này gắn nhầm đơn vị rồi, đổi sang Phổ Yên đi", "link Phổ Yên"],
    ["đưa SK-68 về lại chờ xét, chị bấm nhầm", "takeBack xét lại SK-68"],
    ["chị Thu ở Phổ Yên sẽ làm cán bộ, gửi chị mã mời", "invite can bo Phổ Yên"],
    ["cần 1 mã mời cán bộ cho Đại Từ", "invite can bo Đại Từ"],
    ["Sông Công giai đoạn 1 giao 220 thôi", "targets Sông Công 220 giai đoạn 1"],
    ["nhóm nào chưa gắn đơn vị", "groups chua co"],
    ["may tng tăng lên 360 đoàn viên từ 1/5", "units may tng có 360 đoàn viên từ 1/5"],
    ["tạo giúp mã mời chị Lan làm tổ hỗ trợ cho May TNG", "invite to ho tro May TNG"],
    ["có bn đv có nhóm r, còn đv nào chưa liên kết", "groups chua co"],
    ["Những nhóm nào đã liên kết rồi", "groups"],
    ["nhóm KCN đang nhận tin không đấy", "groups KCN"],
    ["từ giờ bỏ nhắc Phổ Yên đi em", "remind"],
    ["tạm dừng mấy lịch nhắc tới hết lễ", "remind"],
    [
      "thông báo cho các đơn vị biết đợt cao điểm kéo dài tới 30/4",
      "remind các đơn vị: đợt cao điểm kéo dài tới 30/4",
    ],
    [
      "thêm CĐCS Công ty Nhôm Việt vào KCN, 120 đoàn viên",
      "units thêm CĐCS Công ty Nhôm Việt thuộc KCN gồm 120 đoàn viên",
    ],
    ["cđcs Nga My giải thể từ 1/5 rồi em", "units đóng cđcs Nga My từ 1/5"],
    [
      "nhập Trường THCS Bách Quang về ngành Giáo dục quản lý",
      "units chuyển Trường THCS Bách Quang về ngành Giáo dục",
    ],
    ["thu lại quyền cán bộ của anh Nam KCN, ảnh nghỉ rồi", "withdrawRole của anh Nam KCN"],
    ["bàn giao việc của chị cho anh Dũng nhé", "handOver"],
    ["mã mời hôm trước hết hạn rồi, cấp lại cho chị Hạnh", "askRule codes"],
    ["nhom nay dang gan voi don vi nao the", "askRule group"],
    ["thêm 1 tuần cao điểm 16-22/5, mục tiêu 800 đc ko", "targets đợt cao điểm thêm 16/5-22/5, mục tiêu 800"],
    [
      "tạo giúp chị một đợt cao điểm 16/5-22/5, 800 sáng kiến",
      "targets đợt cao điểm thêm 16/5-22/5, 800 sáng kiến",
    ],
    ["doi gio chot tuan sang 17h thu 6 di em", "askRule posting"],
    ["cho bot đăng tổng hợp lúc 17h thứ sáu nhé", "askRule posting"],
    ["Đăng ngay bản tổng hợp lên nhóm chung được không", "askRule posting"],
    ["Thứ sáu mấy giờ thì bot đăng tổng hợp?", "askRule closing"],
    ["mấy giờ thứ 6 chốt số liệu vậy", "askRule closing"],
    ["Sáng kiến nào đang bị nghi trùng nhau", "askRule twins"],
  ])("%s", (text, command) => {
    expect(said(text)).toBe(command)
  })
})
