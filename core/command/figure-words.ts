import { type Row, vocabularyOf } from "./vocabulary.ts"

/** A part of what is asked for, as the field calls it. */
export type FigurePart = keyof typeof SAID

/** How each part is said, with its marks; of words that begin alike the longest count, four at most. */
const SAID = {
  /** Figures as a whole. */
  report:
    "báo cáo, số liệu, tổng hợp, thống kê, tổng kết, con số, bảng số, số má, bảng tổng hợp, sơ kết, tóm tắt, phụ lục, tập hợp, bảng biểu, mẫu báo cáo, tổng thể, bức tranh chung, toàn cảnh, sl",
  /** How far it is. */
  standing:
    "tiến độ, tình hình, kết quả, đến đâu, tới đâu, thế nào, ra sao, sao rồi, thành tích, phong trào, làm ăn, ổn không, khả quan, ntn, phần trăm, đạt được, tiến triển, diễn biến, tỷ lệ, tỉ lệ, tới mô, có gì mới, có chuyển biến, bứt lên, như thế nào",
  /** How many. */
  count: "bao nhiêu, mấy, số lượng, đếm, tổng cộng, tổng số, bao lăm, bình quân, trung bình, con số nào",
  idea: "sáng kiến, sk, hồ sơ, cái, ý tưởng, bài, đơn, sản phẩm",
  /** Which of many. */
  which: "nào, gì",
  /** One by one. */
  list: "danh sách, liệt kê, chi tiết, cụ thể, kể tên, kể, gồm những, những cái nào, các cái, tên tuổi, đầy đủ, những đâu",
  /** Units of which none is named. */
  units:
    "đơn vị, dv, cđcs, cdcs, công đoàn, cơ sở, nơi, chỗ, cấp dưới, trực thuộc, thằng, đội, ngành, các anh, khối, cụm, cơ quan, địa bàn, đầu mối, công ty, doanh nghiệp, trường, huyện, xã, phường, thành phố, tổ chức",
  people: "ai, người, tác giả, cá nhân, đoàn viên, người lao động, công nhân",
  rank: "xếp hạng, bảng xếp hạng, thứ mấy, hạng mấy, thứ hạng, vị trí, bxh, xếp loại, xếp thứ, đứng thứ, thứ bậc, hạng bao nhiêu, xếp bao nhiêu, đứng ở đâu, nằm ở đâu, tốp mấy, xếp trên, xếp dưới, lên hạng, xuống hạng, tụt hạng, tăng hạng",
  best: "nhất, cao nhất, tốt nhất, mạnh nhất, giỏi nhất, dẫn đầu, đứng đầu, đầu bảng, top, hàng đầu, xuất sắc, nổi bật, nhiều, khá nhất, đi đầu, tốp, đông nhất, dẫn trước, vượt trội, tích cực nhất, sôi nổi nhất, hăng nhất, năng nổ nhất, đột phá, giá trị nhất, tiêu biểu",
  lag: "chậm, chậm nhất, chậm tiến độ, thấp nhất, ít nhất, kém nhất, yếu nhất, bét, bét bảng, cuối bảng, đứng cuối, đội sổ, tụt, ì ạch, ì, lẹt đẹt, thấp, yếu, đuối, tụt hậu, lề mề, trễ, trễ tiến độ, đáng lo, chưa ổn, ít, tốp cuối, tốp dưới, dưới cùng, chót, chót bảng, hụt hơi, chậm chạp, chưa chuyển, dậm chân, giậm chân, giậm chân tại chỗ, chưa nhúc nhích, thua kém, kém cỏi, tệ nhất, bết nhất",
  /** Nothing at all yet. */
  none: "chưa có, chưa nộp, chưa đăng ký, chưa gửi, chưa làm, chưa tham gia, không có, trắng, im, im lìm, im ắng, im re, chưa thấy, chưa động, chưa động tĩnh, chưa ra quân, số 0, bằng 0, chưa khởi động, trắng bảng, nằm im, bỏ trống, chưa phát sinh, không có động tĩnh, không thấy gì, chưa ai nộp, chưa ai đăng ký, 0 sk, không nộp, không đăng ký, chưa triển khai, nhúc nhích, đứng yên, nằm yên, động tĩnh",
  /** Less than the target. */
  short:
    "dưới, chưa tới, chưa đạt, chưa đủ, chưa hoàn thành, không đạt, thiếu, chưa xong, chưa về đích, dưới chỉ tiêu, chưa đạt chỉ tiêu, chưa đủ chỉ tiêu, hụt",
  /** The target. */
  reached:
    "đạt, hoàn thành, về đích, vượt, đạt chỉ tiêu, vượt chỉ tiêu, hoàn thành chỉ tiêu, đủ chỉ tiêu, xong chỉ tiêu, cán đích",
  /** More than a share of it. */
  above: "trên",
  /** Whether it will be reached. */
  pace: "kịp, đà, tốc độ, dự báo, mỗi ngày, nhịp, về đích, cán mốc, chạm mốc, bao giờ xong, bao giờ đạt, bao giờ đủ, bao giờ về đích, khi nào đạt, khi nào xong, có về đích, còn mấy ngày, còn bao nhiêu ngày, mấy ngày nữa, bao nhiêu ngày nữa, giữ nhịp, nhịp độ, kịp tiến độ, khả năng đạt, khả năng, dự đoán, ngày nào xong, ngày nào đạt, sẽ đạt, sẽ được, đạt được bao nhiêu",
  /** A number that is known anyhow. */
  goal: "đích",
  target:
    "chỉ tiêu, kế hoạch, mục tiêu, phấn đấu, được giao, ct, chia về, chia cho, chia ra, phân bổ, phân về",
  benefit:
    "làm lợi, tiết kiệm, lợi ích, giá trị, bao nhiêu tiền, mấy tỷ, mấy tỉ, tiền làm lợi, tổng tiền, số tiền, hiệu quả kinh tế, ra tiền, làm lợi bao nhiêu, lãi, quy ra, quy đổi, tỷ đồng, tỉ đồng, triệu đồng, mấy tỷ đồng, bao nhiêu tỷ, bao nhiêu tỉ, quy ra tiền",
  /** What waits for a verdict. */
  waiting:
    "chờ duyệt, chưa duyệt, chưa xét, tồn, chờ xử lý, cần duyệt, chờ xét, chưa xử lý, cần xử lý, phải duyệt, đợi duyệt, chờ công nhận, chưa công nhận, đọng, cần xét, phải xét, chưa giải quyết, còn treo, chưa được duyệt, chưa được xét, chưa được công nhận, phải xử lý, xếp hàng, chưa ai duyệt, chưa ai xét, chưa ai động tới, chưa xem, chưa đọc, chưa phê duyệt, chờ phê duyệt, chờ ký, dồn, ùn, nằm chờ, nằm chờ xét, nằm chờ duyệt, chờ mình duyệt, chờ tôi duyệt, chờ anh duyệt, chờ chị duyệt, chờ mình xét",
  /** Waiting, of whatever is named beside it. */
  pending:
    "chờ, đợi, treo, chờ bổ sung, cần bổ sung, chờ bs, đang xét, đang xử lý, phải bổ sung, bổ sung thông tin",
  overdue: "quá hạn, trễ hạn, để lâu, lâu nhất, chờ lâu, quá lâu, quá thời hạn",
  reviewed: "duyệt, xét, xử lý, phê duyệt",
  recognized: "công nhận, được duyệt, đã duyệt, cn",
  registered:
    "đăng ký, nộp, gửi, mới, thêm, đăng kí, phát sinh, ghi nhận, đk, dk, đki, tham gia, phát động, đưa lên, khai báo, đề xuất, đề nghị công nhận, góp, đóng góp",
  onPortal:
    "lên cổng, trên cổng, lên cổng quốc gia, đưa lên cổng, nhập lên cổng, đẩy lên cổng, len cổng, lên được cổng",
  /** Recognised, and not on the portal yet. */
  offPortal:
    "chưa lên cổng, chưa đưa lên cổng, chưa có trên cổng, chờ lên cổng, chưa nhập cổng, chưa đẩy lên cổng, chưa lên được cổng, chưa nhập lên cổng",
  /** What was refused or taken back. */
  refused:
    "từ chối, bị loại, bị trả, trả lại, không được công nhận, không được duyệt, rớt, trượt, bị bác, lý do, lý do gì, rút, bị hủy, đã hủy, bị gộp, không đạt yêu cầu",
  compared:
    "so sánh, hơn, so, chênh, chênh nhau, chênh lệch, khác nhau, lệch nhau, kém hơn, đối chiếu, cùng kỳ, bì, nhiều hơn, ít hơn, hơn kém, cao hơn, thấp hơn, khác gì, chênh bao nhiêu, cạnh, khá hơn, tốt hơn, hơn ai, ai hơn ai, ai nhiều ai ít, đọ",
  grown:
    "tăng, giảm, lên hay xuống, tăng trưởng, bứt phá, tiến bộ, tăng thêm, tăng mạnh, vọt, đột biến, sụt, nhích, nhích thêm",
  sector: "lĩnh vực, mảng",
  file: "excel, file, xuất, xlsx, bảng tính, tệp, in ra, tải, kết xuất",
  chart: "biểu đồ, đồ thị, ảnh chụp, hình ảnh",
  honour: "biểu dương, vinh danh, khen, khen thưởng, tuyên dương, điển hình, gương, gương tốt, nêu gương",
  scores: "điểm thi đua",
  schedule:
    "bắt đầu, kết thúc, bắt đầu khi nào, kết thúc khi nào, khi nào bắt đầu, khi nào kết thúc, bao giờ kết thúc, bao giờ bắt đầu, bao giờ hết, khi nào hết, hết hạn khi nào, từ ngày nào, đến ngày nào",
  /** On which day. */
  when: "khi nào, bao giờ, lúc nào, ngày nào, hôm nào, chừng nào, lúc mấy giờ, vào mấy giờ",
  /** Who is in charge. */
  keeper: "phụ trách, theo dõi đơn vị, đầu mối nào, cán bộ nào, ai là cán bộ, ai quản",
  reminder: "nhắc, lịch nhắc, tin nhắc, nhắc nhở",
  /** An officer's own day. */
  todo: "việc cần làm, cần làm gì, phải làm gì, làm gì trước, việc gì, công việc, việc phải làm",
  /** For whom or what for: asks nothing. */
  aside:
    "trình, lãnh đạo, sếp, thường trực, ban thường vụ, ban chấp hành, chủ tịch, phó chủ tịch, báo cáo lãnh đạo, báo cáo thường trực, báo cáo sếp, báo cáo cấp trên, để báo cáo, đưa vào báo cáo, làm báo cáo, viết báo cáo, lên báo cáo, nắm tình hình, hội nghị, đồng chí, liên đoàn, bên tỉnh, gửi lên tỉnh, cảm ơn, một cái, đề nghị, kính đề nghị, trở lên, trở xuống, mới nhất, mới đây, mọi người, để phát biểu, để đăng, để gửi, chèn vào slide, vào slide, làm slide, đừng đăng nhóm, đừng gửi nhóm, gửi riêng, nhắn riêng, thứ tự, cả thảy, tất thảy, phía sau, chuẩn bị, từng tuần một, một cách",
} as const

/** What asks nothing of itself: pronouns, politeness, what stands between words. */
export const ASKS_NOTHING =
  "em anh chị cô chú bác bạn mình tôi tui ông bà cháu con e a c ơi ad admin bot dạ vâng thưa có cho hỏi xin với nhé nha nhỉ hả à " +
  "ạ ừ ờ uh alo vậy thế đấy đó này kia ấy thì là mà rồi nữa cũng đi luôn lại một những các vì để và của trong khi nếu muốn cần " +
  "phải sẽ đang bị không ko k thôi đã giờ tụi bọn ta xem coi lấy làm giúp giùm dùm hộ biết còn được dc đc từ tính riêng phần thử " +
  "gấp họp giao ban chiều sáng mai nay tối ngay hiện vừa qua theo dõi rõ tí chút xíu nhanh gọn giữa về ra vào " +
  "lên xuống ở tại bên cả tất toàn bộ chung hết mọi từng mỗi bây hôm btv bch lđ ld soạn kèm nhờ nhìn thấy tổng sao tới đến đưa " +
  "tầm khoảng cứ đều chính bản gồm vẫn lo quá hơi nghen hen đây kìa hay hoặc rà soát kiểm nắm cập nhật dùng báo nhớ đừng nhà " +
  "chúng nó thuộc giá lẫn nghìn ngàn trăm đâu đặt số đứng chạy đầu cuối đ/c ngày lúc thời điểm bữa dạo gần trước sơ đủ xác tạm " +
  "đọc phục vụ buổi cuộc cung cấp trích lọc lập chuyển gởi kê nốt sẵn tiện ha nhen nghe cộng hai ba bốn sáu bảy tám chín mười " +
  "nói xong nhá thật quả thực sự ơ ê mong hệ thống zalo nhóm mail in giấy khổ to ràng phát"

const ROWS = (): readonly Row<FigurePart>[] =>
  Object.entries(SAID).map(([part, said]) => [part as FigurePart, said.split(", ")] as const)

/** The words of officers' questions about figures, as they are written in `typed`. */
export const figureWords = vocabularyOf(ROWS, ASKS_NOTHING)
