import { type Row, vocabularyOf } from "./vocabulary.ts"

/** A part of what is asked for, as the field calls it. */
export type FigurePart =
  | "report"
  | "standing"
  | "count"
  | "idea"
  | "which"
  | "list"
  | "units"
  | "people"
  | "rank"
  | "best"
  | "lag"
  | "none"
  | "short"
  | "reached"
  | "waiting"
  | "pending"
  | "overdue"
  | "reviewed"
  | "recognized"
  | "onPortal"
  | "registered"
  | "benefit"
  | "target"
  | "file"
  | "compared"
  | "grown"
  | "sector"
  | "pace"
  | "offPortal"
  | "refused"
  | "scores"
  | "above"
  | "goal"
  | "chart"
  | "schedule"
  | "keeper"
  | "reminder"
  | "todo"
  | "when"
  | "honour"
  | "aside"

/** How each part is said, with marks: without them nothing else in this table is written so. */
const SAID: Readonly<Record<FigurePart, string>> = {
  report:
    "báo cáo, số liệu, tổng hợp, thống kê, tổng kết, con số, các số, bảng số, số má, bảng tổng hợp, sơ kết, tóm tắt, bản tóm tắt, bản tổng hợp, bản báo cáo, phụ lục, tập hợp, bảng biểu, mẫu báo cáo, số tổng, tổng thể, bức tranh chung, toàn cảnh, sl",
  standing:
    "tiến độ, tình hình, kết quả, đến đâu, tới đâu, thế nào, như thế nào, ra sao, sao rồi, thế nào rồi, đến đâu rồi, thành tích, phong trào, chạy tới đâu, làm ăn, ổn không, khả quan, ntn, thế nào nhỉ, nhiêu phần trăm, phần trăm, đạt được, tiến triển, diễn biến, tỷ lệ, tỉ lệ, đạt mấy phần trăm, tới mô, thế nào ấy, có tiến triển, có gì mới, có chuyển biến, bứt lên",
  count:
    "bao nhiêu, mấy, số lượng, đếm, tổng cộng, tổng số, bao lăm, bình quân, trung bình, con số nào, bao nhiêu cái, mấy cái, mấy hồ sơ",
  idea: "sáng kiến, sk, hồ sơ, cái, ý tưởng, bài, đơn, sản phẩm",
  which: "nào, gì, những gì",
  list: "danh sách, liệt kê, chi tiết, cụ thể, kể tên, kể, gồm những, những cái nào, các cái, tên tuổi, đầy đủ, những đâu, là những đâu",
  units:
    "đơn vị, dv, cđcs, cdcs, công đoàn cơ sở, công đoàn, cơ sở, các nơi, nơi, chỗ, bên, cấp dưới, trực thuộc, ông, thằng, đội, ngành, nhà, các anh, khối, cụm, cơ quan, địa bàn, đầu mối, công ty, doanh nghiệp, trường, huyện, xã, phường, thành phố, tổ chức, đơn vị trực thuộc, cơ sở trực thuộc, đơn vị cơ sở",
  people: "ai, người, tác giả, cá nhân, đoàn viên, người lao động, công nhân",
  rank: "xếp hạng, bảng xếp hạng, thứ mấy, hạng mấy, thứ hạng, vị trí, bxh, xếp loại, xếp thứ, đứng thứ, thứ bậc, thứ mấy rồi, đang ở vị trí, hạng bao nhiêu, xếp bao nhiêu, đứng ở đâu, nằm ở đâu, tốp mấy, xếp trên, xếp dưới, lên hạng, xuống hạng, tụt hạng, tăng hạng",
  best: "nhất, nhiều nhất, cao nhất, tốt nhất, mạnh nhất, giỏi nhất, dẫn đầu, đứng đầu, đầu bảng, top, hàng đầu, xuất sắc, nổi bật, nhiều, khá nhất, chạy nhanh nhất, nhanh nhất, đi đầu, tốp đầu, tốp, đông nhất, dẫn trước, vượt trội, tích cực nhất, sôi nổi nhất, hăng nhất, năng nổ nhất, đột phá, hay nhất, giá trị nhất, tiêu biểu",
  lag: "chậm, chậm nhất, chậm tiến độ, thấp nhất, ít nhất, kém nhất, yếu nhất, bét, bét bảng, cuối bảng, đứng cuối, đội sổ, tụt, tụt lại, ì ạch, ì, lẹt đẹt, thấp, yếu, đuối, tụt hậu, lề mề, trễ, trễ tiến độ, đáng lo, chưa ổn, ít, tốp cuối, tốp dưới, dưới cùng, đứng chót, chót, chót bảng, hụt hơi, ì ạch nhất, chậm chạp, chậm trễ, còn chậm, chưa chuyển, dậm chân, giậm chân, giậm chân tại chỗ, chưa nhúc nhích, thua kém, tệ nhất, kém cỏi, bết nhất",
  none: "chưa có, chưa nộp, chưa đăng ký, chưa gửi, chưa làm, chưa tham gia, không có, trắng, im, im lìm, im ắng, im re, chưa thấy, chưa động, chưa động tĩnh, chưa ra quân, số 0, bằng 0, chưa khởi động, còn trắng, trắng bảng, nằm im, bỏ trống, chưa phát sinh, chưa có gì, chưa có cái nào, chưa có sáng kiến, chưa thấy gì, chưa thấy động tĩnh, chưa động tĩnh gì, không có gì, không có động tĩnh, không thấy gì, chưa nộp cái nào, chưa đăng ký cái nào, chưa ai nộp, chưa ai đăng ký, vẫn chưa có, số không, 0 sáng kiến, 0 sk, không nộp, không đăng ký, chưa triển khai, đứng im, không nhúc nhích, nhúc nhích, đứng yên, nằm yên, chưa nộp gì, chưa đăng ký gì, chưa làm gì, chưa gửi gì, không nộp gì",
  short:
    "dưới, chưa tới, chưa đạt, chưa đủ, chưa hoàn thành, không đạt, thiếu, còn thiếu, chưa xong, chưa về đích, dưới chỉ tiêu, chưa đạt chỉ tiêu, chưa đủ chỉ tiêu, hụt, còn hụt",
  reached:
    "đã đạt, đạt, hoàn thành, đủ, về đích, vượt, đạt chỉ tiêu, vượt chỉ tiêu, hoàn thành chỉ tiêu, đủ chỉ tiêu, xong chỉ tiêu, cán đích",
  waiting:
    "chờ duyệt, chưa duyệt, chưa xét, tồn, tồn đọng, chờ xử lý, cần duyệt, chờ xét, chưa xử lý, cần xử lý, phải duyệt, còn tồn, đợi duyệt, chờ công nhận, chưa công nhận, đọng, cần xét, phải xét, chưa giải quyết, còn treo, chưa được duyệt, chưa được xét, chưa được công nhận, phải xử lý, xếp hàng, chưa ai duyệt, chưa ai xét, chưa ai động tới, chưa xem, chưa đọc, chưa phê duyệt, chờ phê duyệt, chờ ký, tồn lại, dồn, dồn lại, ùn, ùn lại, còn đọng, nằm chờ, nằm chờ xét, nằm chờ duyệt",
  pending:
    "chờ, đợi, treo, đang đợi, đang chờ, chờ bổ sung, cần bổ sung, chờ bs, đang xét, đang xử lý, phải bổ sung, bổ sung thông tin, phải bổ sung thông tin, cần bổ sung thông tin",
  overdue: "quá hạn, trễ hạn, để lâu, lâu nhất, chờ lâu, quá lâu, quá thời hạn",
  reviewed: "duyệt, xét, xử lý, phê duyệt",
  recognized: "công nhận, được duyệt, đã duyệt, được công nhận, đã công nhận, cn",
  onPortal:
    "lên cổng, đã lên cổng, trên cổng, lên cổng quốc gia, đưa lên cổng, đã đưa lên cổng, nhập lên cổng, đẩy lên cổng, len cổng, đưa được lên cổng, lên được cổng",
  registered:
    "đăng ký, nộp, gửi, mới, thêm, đăng kí, vào thêm, đã nộp, về, phát sinh, ghi nhận, đk, dk, đki, tham gia, phát động, đưa lên, khai báo, đề xuất, đề nghị công nhận, góp, góp được, đóng góp",
  benefit:
    "làm lợi, tiết kiệm, lợi ích, giá trị làm lợi, giá trị, bao nhiêu tiền, mấy tỷ, mấy tỉ, tiền làm lợi, tổng tiền, số tiền, hiệu quả kinh tế, ra tiền, làm lợi bao nhiêu, lãi, quy ra, quy đổi, tỷ đồng, tỉ đồng, triệu đồng, mấy tỷ đồng, bao nhiêu tỷ, bao nhiêu tỉ, quy ra tiền",
  target:
    "chỉ tiêu, kế hoạch, mục tiêu, chỉ tiêu giao, phấn đấu, chỉ tiêu phấn đấu, được giao, ct, chia về, chia cho, chia ra, phân bổ, phân về",
  file: "excel, file, xuất, tải về, xlsx, bảng tính, tệp, in ra, tải, tải xuống, kết xuất, trích xuất, xuất ra",
  compared:
    "so với, so sánh, hơn, so, chênh, chênh nhau, chênh lệch, khác nhau, lệch nhau, kém hơn, đối chiếu, cùng kỳ, bì, nhiều hơn, ít hơn, hơn kém, cao hơn, thấp hơn, khác gì, chênh bao nhiêu, cạnh, bên cạnh, đặt cạnh, khá hơn, tốt hơn, hơn ai, ai hơn ai, ai nhiều ai ít, đọ",
  grown:
    "tăng, giảm, tăng giảm, tăng hay giảm, lên hay xuống, tăng trưởng, bứt phá, tiến bộ, tăng thêm, tăng mạnh, vọt, đột biến, tăng vọt, sụt, tụt hạng, lên hạng, nhích, nhích lên, nhích thêm",
  pace: "kịp, đà, đà này, tốc độ, dự báo, mỗi ngày, nhịp, nhịp này, về đích, cán mốc, chạm mốc, bao giờ xong, bao giờ đạt, bao giờ đủ, bao giờ về đích, khi nào đạt, khi nào xong, có về đích, còn mấy ngày, còn bao nhiêu ngày, mấy ngày nữa, bao nhiêu ngày nữa, giữ nhịp, giữ nhịp này, theo đà, theo đà này, nhịp độ, có kịp, kịp không, kịp tiến độ, khả năng đạt, khả năng, dự đoán, ngày nào xong, ngày nào đạt, sẽ đạt, sẽ được, đạt được bao nhiêu",
  offPortal:
    "chưa lên cổng, chưa đưa lên cổng, chưa có trên cổng, chờ lên cổng, chưa nhập cổng, chưa đẩy lên cổng, chưa lên được cổng, chưa nhập lên cổng",
  refused:
    "từ chối, bị từ chối, bị loại, bị trả, trả lại, bị trả lại, không được công nhận, không được duyệt, rớt, trượt, bị bác, lý do, lý do gì, rút, bị rút, đã rút, bị hủy, đã hủy, bị gộp, không đạt yêu cầu",
  scores: "điểm thi đua, điểm",
  above: "trên, từ, hơn",
  goal: "đích",
  chart: "biểu đồ, đồ thị, ảnh chụp, hình ảnh",
  schedule:
    "bắt đầu, kết thúc, bắt đầu khi nào, kết thúc khi nào, khi nào bắt đầu, khi nào kết thúc, bao giờ kết thúc, bao giờ bắt đầu, bao giờ hết, khi nào hết, hết hạn khi nào, từ ngày nào, đến ngày nào, ngày bắt đầu, ngày kết thúc",
  keeper: "phụ trách, ai phụ trách, theo dõi đơn vị, đầu mối nào, cán bộ nào, ai là cán bộ, ai quản",
  reminder: "nhắc, lịch nhắc, đã nhắc, tin nhắc, nhắc nhở",
  honour: "biểu dương, vinh danh, khen, khen thưởng, tuyên dương, điển hình, gương, gương tốt, nêu gương",
  when: "khi nào, bao giờ, lúc nào, ngày nào, hôm nào, chừng nào",
  todo: "việc cần làm, cần làm gì, phải làm gì, làm gì trước, việc gì, còn việc gì, công việc, việc phải làm, có việc gì",
  aside:
    "thường trực, ban thường vụ, ban chấp hành, lãnh đạo, giao ban, chủ tịch, phó chủ tịch, sáng mai, chiều nay, ngày mai, để trình, trình lãnh đạo, báo cáo lãnh đạo, báo cáo thường trực, báo cáo sếp, báo cáo cấp trên, để báo cáo, để họp, đi họp, chuẩn bị họp, đưa vào báo cáo, đưa vào báo cáo sơ kết, làm báo cáo, viết báo cáo, lên báo cáo, để nắm, nắm tình hình, ngay bây giờ, cả tỉnh mình, hội nghị, cuộc họp, đồng chí, các đồng chí, cấp trên, liên đoàn, bên tỉnh, gửi lên tỉnh, trình sếp, cho sếp, gấp gấp, với ạ, cảm ơn, một cái, một chút, nhanh giúp, đề nghị, kính đề nghị, trở lên, trở xuống, mới nhất, hiện giờ, lúc này, thời điểm này, dạo này, gần đây, mới đây, từ trước đến nay, tính đến nay, anh em, mọi người, chúng ta, các đơn vị mình, để phát biểu, để đăng, để gửi, cho cuộc họp, phục vụ họp, phục vụ hội nghị, để chèn vào slide, chèn vào slide, vào slide, làm slide, đừng đăng nhóm, đừng gửi nhóm, gửi riêng, nhắn riêng, theo thứ tự, thứ tự, tính riêng, nói chung, nhìn chung, nói riêng, cả thảy, tất thảy, phía sau, chuẩn bị, cộng lại, từng tuần một, một cách",
  sector: "lĩnh vực, theo lĩnh vực, mảng",
}

/** What asks nothing of itself: politeness, pronouns, for whom or what for. */
const IDLE =
  "em anh chị cô chú bác bạn mình tôi tui ông bà cháu con e a c ơi ad admin bot dạ vâng thưa có cho hỏi xin với nhé nha nhỉ hả à ạ ừ ờ uh alo vậy thế đấy đó này kia ấy thì là mà rồi nữa cũng đi luôn lại một những các vì để và " +
  "của trong trên khi nếu muốn cần phải sẽ đang bị không ko k thôi đã giờ tụi bọn ta xem coi lấy làm giúp giùm dùm hộ biết còn được dc đc từ tính riêng phần thử gấp sếp lãnh đạo họp giao ban trình chiều sáng mai nay tối ngay hiện vừa qua " +
  "theo dõi rõ tí chút xíu nhanh gọn giữa về ra vào lên xuống ở tại bên cả tất toàn bộ chung hết mọi từng mỗi hiện tại bây giờ hôm btv bch lđ ld soạn kèm nhờ nhìn thấy tổng sao cho tới đến đưa tầm khoảng cứ đều chính bản gồm trong thế đang vậy à " +
  "vẫn lo quá hơi nghen hen đây kìa nào hay hoặc rà soát kiểm nắm cập nhật dùng báo nhớ đừng nhà chúng nó thuộc giá lẫn nghìn ngàn trăm đâu đặt gồm số đứng chạy đầu cuối đ/c ngày lúc thời điểm bữa dạo gần trước sơ bộ đủ chính xác tạm đọc phục vụ buổi cuộc cung cấp trích lọc lập chuyển gởi kê điểm nốt sẵn tiện nào đấy ấy ha nhen nghe cộng lại hai ba bốn sáu bảy tám chín mười nói luôn xong hết đi nhá đến tới thật quả thực sự ơ ê vào xin mong nhớ hệ thống bên mấy anh chị zalo nhóm mình mail in giấy khổ to rõ ràng phát nữa nhanh giùm đang ngay phải"

const ROWS = (): readonly Row<FigurePart>[] =>
  Object.entries(SAID).map(([part, said]) => [part as FigurePart, said.split(", ")] as const)

/** The words of officers' questions about figures, as they are written in `typed`. */
export const figureWords = vocabularyOf(ROWS, IDLE)
