import type { CommandName } from "./command.ts"
import type { MemberRule } from "./member-question.ts"
import type { Rule } from "./rule-question.ts"

/** Words of one meaning, folded; the first of a row names it. */
export const SAME_MEANING: readonly string[] = [
  "sang kien, sk, skkn, y tuong, giai phap, ho so, de tai, cai tien, bai",
  "dang ky, dang ki, dk, dki, nop, gui, tham gia",
  "thuong, tien thuong, thu lao, phan thuong, boi duong, loi gi, duoc gi, duoc cai gi, che do, quyen loi",
  "khi nao, bao gio, luc nao, ngay nao, hom nao, chung nao, ngay may, bao lau, may ngay, thang nao, may gio",
  "the nao, nhu the nao, lam sao, lam the nao, kieu gi, cach nao, ra sao, cach, bang cach nao, sao, lam gi",
  "lam duoc gi, lam duoc nhung gi, giup duoc gi, biet lam gi",
  "ai, nguoi nao, nhung ai",
  "o dau, cho nao, noi nao, dau",
  "bao nhieu, may",
  "duoc, dc, duoc khong, co duoc khong, duoc phep, co the, co duoc",
  "cong nhan, duyet, xet, xet duyet, phe duyet, ket qua",
  "han, han chot, het han, thoi han, deadline, ket thuc",
  "tre, nop muon, gui muon, dang ky muon, cham, qua han, tre han",
  "sua, chinh, chinh sua, doi, thay doi, sua lai",
  "sai, nham, lon",
  "xoa, huy, rut, go, rut ten",
  "mat tien, mat phi, ton tien, dong tien, thu phi, phi, ton phi",
  "xem, thay, doc, biet, nhin",
  "bi mat, bao mat, giau, kin, giu kin, rieng tu",
  "lo, lo ra, lo lot, ro ri, dang len",
  "thong tin, du lieu, thong tin ca nhan, du lieu ca nhan",
  "lam chung, cung lam, lam cung, cung nhau, lam cung nhau, ca to, ca nhom, hai nguoi, nhieu nguoi, dong tac gia, tac gia",
  "don vi, cong ty, cty, co quan, truong, benh vien, xi nghiep, nha may, cong doan, to, khoa, phong, ben",
  "doan vien, cong doan vien",
  "thoi vu, hop dong, thu viec, hoc viec, nghi huu, ve huu, lao dong, cong nhan vien, nhan vien",
  "giay chung nhan, chung nhan, bang khen, giay khen",
  "trung, giong, tuong tu, giong nhau",
  "nguoi khac, nguoi ta, don vi khac, noi khac, dong nghiep",
  "xep hang, hang, thu may, dung thu, dan dau, top, dung dau, tot nhat, cao nhat, nhieu nhat",
  "luat, nghi dinh, quy dinh, thong tu, van ban, dieu le, can cu",
  "linh vuc, nganh",
  "lam loi, gia tri, loi ich, tien lam loi, gia tri lam loi",
  "cong, cong quoc gia, len cong",
  "tu choi, bi loai, loai, truot, khong dat, khong duoc cong nhan, bi tra lai",
  "giay to, ho so giay, bao cao, mau, form, bieu mau, don, thu tuc, link, dong dau, ky ten, chu ky",
  "lay, an cap, cuop, cop",
  "nghi viec, chuyen, sang, thoi viec, chuyen cong tac, nghi lam",
  "dien thoai, may dien thoai, doi may, mat may, sim, so dien thoai",
  "ho, giup, thay mat, gui thay, nop thay",
  "cap tinh, cap co so, toan quoc, cap toan quoc, cac cap, may cap",
  "nam ngoai, nam truoc, cu, lau roi, truoc day, nhieu nam",
  "tong hop, tong hop tuan, so lieu tuan, bang tong hop",
  "chot, dang tong hop, gui tong hop",
  "so lieu, con so, so nay",
  "dat, du chi tieu, hoan thanh",
  "nhieu, nhieu sang kien, may sang kien, may cai",
  "danh sach, ds",
  "sep, quan ly, lanh dao, giam doc, to truong, cap tren",
  "diem, diem thi dua, cong diem, cham diem",
  "hinh, video, clip, file, tep, pdf",
]

/** Pronouns, politeness, and what stands between words, folded: nothing is asked with them. */
export const IDLE_WORDS =
  "em anh chi co chu bac ban minh toi tui ong ba chau con e a c oi ad admin bot da vang thua cho hoi xin voi nhe nha nhi ha a vay the day do nay kia ay thi la ma roi nua " +
  "cung di luon lai cai mot 1 nhung cac vi de gi va hay hoac o u uh ua oh alo nao cua trong tren ve ra vao khi neu muon can phai se dang bi khong ko k hong hok"

/** What an example stands for: a command, and what stands behind it. */
type Answered = readonly [name: CommandName, rest: string]

const rule = (name: Rule | MemberRule): Answered => ["askRule", name]

/**
 * How people ask for what the bot can answer, a sentence a line. A question that fits no pattern is held against them, so a new way to ask is a
 * new line here. They are no lists of spellings: marks, short forms, pronouns and politeness do not count, words of one meaning count as one.
 */
export const QUESTION_EXAMPLES: readonly (readonly [Answered, readonly string[]])[] = [
  [
    rule("reward"),
    [
      "sáng kiến có được thưởng không",
      "được thưởng bao nhiêu tiền",
      "bao giờ nhận tiền thưởng",
      "làm cái này thì được lợi gì",
      "đăng ký rồi tôi được cái gì",
      "có chế độ gì cho người có sáng kiến không",
      "tiền thưởng lấy ở đâu, ai trả",
      "quyền lợi của người đăng ký là gì",
    ],
  ],
  [
    rule("who"),
    [
      "ai được đăng ký sáng kiến",
      "tôi không phải đoàn viên thì có đăng ký được không",
      "công nhân thời vụ có tham gia được không",
      "người lao động hợp đồng, thử việc có nộp được không",
      "đã nghỉ hưu có gửi sáng kiến được không",
      "một người được đăng ký mấy sáng kiến",
      "mỗi người đăng ký tối đa bao nhiêu cái",
      "có giới hạn số lượng sáng kiến không",
      "cán bộ quản lý, lãnh đạo có được tham gia không",
    ],
  ],
  [
    rule("reviewer"),
    [
      "ai duyệt sáng kiến",
      "gửi xong thì ai xét",
      "hội đồng nào công nhận sáng kiến",
      "cấp nào xét duyệt hồ sơ",
      "sáng kiến của tôi do ai xét",
      "nộp rồi thì gửi lên ai",
      "gửi xong thì làm gì tiếp",
    ],
  ],
  [
    rule("criteria"),
    [
      "thế nào thì được gọi là sáng kiến",
      "điều kiện để được công nhận sáng kiến",
      "tiêu chí xét sáng kiến gồm những gì",
      "cải tiến nhỏ có được tính là sáng kiến không",
      "ý tưởng chưa làm thì có đăng ký được không",
      "phải áp dụng rồi mới được đăng ký à",
      "sáng kiến khác ý tưởng chỗ nào",
      "như thế nào thì được công nhận",
    ],
  ],
  [
    rule("levels"),
    [
      "sáng kiến cấp cơ sở khác cấp tỉnh chỗ nào",
      "làm sao để được công nhận cấp tỉnh",
      "cấp cơ sở với cấp tỉnh khác nhau thế nào",
      "muốn lên cấp tỉnh thì phải làm gì",
      "có mấy cấp công nhận sáng kiến",
      "sáng kiến cấp toàn quốc thì thế nào",
    ],
  ],
  [
    rule("law"),
    [
      "căn cứ theo luật nào",
      "quy định về sáng kiến ở nghị định nào",
      "văn bản nào quy định việc này",
      "thông tư nào hướng dẫn công nhận sáng kiến",
    ],
  ],
  [
    rule("earlier"),
    [
      "sáng kiến làm từ năm ngoái có đăng ký được không",
      "sáng kiến cũ nộp lại được không",
      "áp dụng lâu rồi thì còn tính không",
      "cái này làm từ nhiều năm trước rồi có nộp được không",
    ],
  ],
  [
    rule("authors"),
    [
      "hai người làm chung thì đăng ký thế nào",
      "một sáng kiến được mấy tác giả",
      "cả tổ làm chung một cái thì ai đứng tên",
      "làm cùng nhau thì ghi tên ai",
      "đồng tác giả thì chia phần trăm thế nào",
      "thêm đồng tác giả thế nào",
    ],
  ],
  [
    rule("again"),
    [
      "bị từ chối thì có được nộp lại không",
      "không được công nhận thì làm thế nào",
      "sáng kiến bị loại thì sao",
      "trượt rồi thì gửi lại được không",
    ],
  ],
  [
    rule("privacy"),
    [
      "thông tin của tôi lưu ở đâu",
      "có bị lộ thông tin cá nhân không",
      "ai xem được sáng kiến của tôi",
      "tên tôi có bị đăng lên nhóm không",
      "bot lấy thông tin của tôi để làm gì",
      "dữ liệu cá nhân có được bảo mật không",
    ],
  ],
  [
    rule("secret"),
    [
      "tôi muốn giữ bí mật nội dung sáng kiến",
      "cách làm này có giữ kín được không",
      "sợ người khác lấy mất ý tưởng thì làm thế nào",
      "đừng cho ai xem mô tả sáng kiến của tôi",
    ],
  ],
  [
    rule("dispute"),
    [
      "người khác lấy ý tưởng của tôi",
      "sáng kiến này là của tôi mà người khác đăng ký",
      "có người nộp sáng kiến của tôi",
      "ăn cắp sáng kiến của tôi thì làm thế nào",
    ],
  ],
  [
    rule("certificate"),
    [
      "giấy chứng nhận sáng kiến nhận ở đâu",
      "có được giấy khen, bằng khen không",
      "bao giờ có giấy chứng nhận",
      "ai cấp giấy chứng nhận sáng kiến",
    ],
  ],
  [
    rule("form"),
    [
      "có phải viết báo cáo không",
      "đăng ký có cần hồ sơ giấy không",
      "cho xin mẫu đăng ký sáng kiến",
      "thủ tục đăng ký gồm những gì",
      "có phải ký tên đóng dấu không",
      "link form đăng ký ở đâu",
      "không cần điền form à",
    ],
  ],
  [
    rule("change"),
    [
      "đăng ký rồi có sửa được không",
      "ghi sai tên sáng kiến thì sửa thế nào",
      "muốn đổi nội dung đã gửi thì làm sao",
      "nhập nhầm số tiền thì sửa ở đâu",
    ],
  ],
  [
    rule("benefit"),
    [
      "không biết tính tiền làm lợi thế nào",
      "không tính được ra tiền thì ghi thế nào",
      "giá trị làm lợi tính kiểu gì",
      "không có số tiền làm lợi có sao không",
      "làm lợi ghi theo tháng hay theo năm",
    ],
  ],
  [
    rule("photo"),
    [
      "thêm ảnh vào sáng kiến thế nào",
      "gửi hình minh họa ở đâu",
      "đính kèm tệp thế nào",
      "chụp ảnh rồi gửi vào đâu",
      "có bắt buộc phải có ảnh không",
    ],
  ],
  [
    rule("title"),
    [
      "không biết đặt tên sáng kiến thế nào",
      "cho xem ví dụ một sáng kiến",
      "tên sáng kiến ghi thế nào cho đúng",
      "viết thế nào cho hay",
    ],
  ],
  [rule("sector"), ["không biết chọn lĩnh vực nào", "sáng kiến của tôi thuộc lĩnh vực nào"]],
  [rule("fee"), ["đăng ký có mất tiền không", "có phải đóng phí gì không", "dùng bot này có tốn tiền không"]],
  [
    rule("alike"),
    [
      "trùng với sáng kiến của người khác thì sao",
      "sáng kiến của tôi bị trùng",
      "giống của đơn vị khác có được không",
      "hai người cùng nghĩ ra một ý tưởng giống nhau thì thế nào",
    ],
  ],
  [
    rule("late"),
    [
      "nộp muộn có được không",
      "gửi trễ vài ngày có sao không",
      "quá hạn rồi thì còn nộp được không",
      "lỡ đợt này thì đợt sau nộp được không",
    ],
  ],
  [
    rule("open"),
    [
      "hạn đăng ký đến bao giờ",
      "đăng ký sáng kiến hết hạn chưa",
      "giờ còn nhận sáng kiến không",
      "còn mấy ngày nữa thì hết hạn",
      "đợt này nhận đến hôm nào",
      "chương trình bao giờ kết thúc",
    ],
  ],
  [
    rule("points"),
    [
      "điểm thi đua của tôi được bao nhiêu",
      "mỗi sáng kiến được cộng mấy điểm",
      "chấm điểm thi đua thế nào",
      "có sáng kiến thì có được cộng điểm xếp loại không",
    ],
  ],
  [
    rule("most"),
    ["người nào gửi nhiều sáng kiến nhất", "cá nhân xếp hạng thế nào", "ai là người dẫn đầu trong đơn vị"],
  ],
  [
    rule("boss"),
    [
      "sếp có biết tôi gửi sáng kiến không",
      "gửi rồi quản lý có xem được không",
      "đừng nói với lãnh đạo là tôi gửi được không",
    ],
  ],
  [rule("unnamed"), ["sao không thấy tên tôi trong tin tổng hợp", "tại sao tin đăng nhóm không có tên tôi"]],
  [
    rule("leaving"),
    [
      "nghỉ việc rồi thì sáng kiến tính thế nào",
      "chuyển sang công ty khác thì sáng kiến còn không",
      "chuyển đơn vị có mất sáng kiến không",
    ],
  ],
  [
    rule("phone"),
    [
      "đổi điện thoại có mất sáng kiến không",
      "mất máy thì sáng kiến còn không",
      "đổi số điện thoại có sao không",
      "đổi sim, đổi zalo thì thế nào",
    ],
  ],
  [
    rule("account"),
    [
      "đăng ký bên telegram rồi giờ dùng zalo có được không",
      "nối hai tài khoản làm một",
      "chuyển từ zalo sang telegram thì thế nào",
    ],
  ],
  [
    rule("speech"),
    ["gửi tin nhắn thoại được không", "không biết gõ chữ thì làm thế nào", "nói thay vì gõ chữ được không"],
  ],
  [
    rule("several"),
    [
      "gửi nhiều sáng kiến một lúc được không",
      "đăng ký 3 cái trong một tin nhắn được không",
      "có mấy sáng kiến thì gửi chung hay gửi riêng",
    ],
  ],
  [
    rule("behalf"),
    [
      "đăng ký hộ người khác được không",
      "nộp giúp đồng nghiệp thế nào",
      "người không có điện thoại thì ai nộp hộ",
      "gửi thay cho người trong tổ được không",
    ],
  ],
  [
    rule("closing"),
    [
      "mấy giờ đăng tổng hợp tuần",
      "bao giờ chốt số liệu tuần",
      "tổng hợp tuần gửi hôm nào",
      "khi nào có bảng tổng hợp lên nhóm",
    ],
  ],
  [
    rule("figures"),
    [
      "số liệu này lấy ở đâu ra",
      "sao số này khác số trên cổng",
      "con số này tính thế nào",
      "số liệu bị sai thì báo ai",
    ],
  ],
  [
    ["mine", "when"],
    [
      "bao giờ có kết quả công nhận",
      "bao lâu thì được duyệt",
      "nộp rồi thì mấy ngày có kết quả",
      "khi nào hội đồng sáng kiến xét",
      "chờ duyệt mất bao lâu",
    ],
  ],
  [
    ["mine", ""],
    [
      "sáng kiến của tôi đến đâu rồi",
      "tôi đăng ký rồi mà sao chưa thấy",
      "gửi từ tuần trước mà không thấy ai trả lời",
      "hôm qua tôi đăng ký rồi mà không thấy tên",
      "kiểm tra giúp tôi đã đăng ký được chưa",
      "sáng kiến của tôi được duyệt chưa",
      "quên mã sáng kiến thì xem ở đâu",
      "xem lại cái đã gửi ở đâu",
    ],
  ],
  [
    ["progress", ""],
    [
      "đơn vị mình được bao nhiêu sáng kiến rồi",
      "đơn vị còn thiếu bao nhiêu nữa mới đạt",
      "theo đà này có đạt chỉ tiêu không",
      "tình hình đăng ký của đơn vị thế nào",
      "chỉ tiêu của đơn vị mình là bao nhiêu",
      "có bao nhiêu người tham gia rồi",
    ],
  ],
  [
    ["ranking", ""],
    [
      "đơn vị mình đứng thứ mấy",
      "đơn vị nào đang dẫn đầu",
      "sao đơn vị tôi tụt hạng",
      "xem xếp hạng các đơn vị ở đâu",
      "nơi nào làm tốt nhất tỉnh",
    ],
  ],
  [
    ["help", ""],
    ["hướng dẫn đăng ký", "bắt đầu từ đâu"],
  ],
  [
    ["myData", ""],
    ["bỏ tên tôi ra khỏi danh sách", "xóa thông tin của tôi", "làm sao để xóa dữ liệu cá nhân"],
  ],
  [
    ["search", ""],
    [
      "xem sáng kiến của nơi khác ở đâu",
      "có ai làm giống tôi chưa",
      "cho tham khảo sáng kiến của người khác",
      "tìm sáng kiến tương tự thế nào",
    ],
  ],
]
