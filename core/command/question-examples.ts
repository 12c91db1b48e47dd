import type { CommandName } from "./command.ts"
import type { MemberRule } from "./member-question.ts"
import type { Rule } from "./rule-question.ts"

/** Words of one meaning; the first of a row names it. Of two words that are one without their marks the earlier is meant where none are typed. */
export const SAME_MEANING: readonly string[] = [
  "sáng kiến, sk, skkn, ý tưởng, giải pháp, hồ sơ, đề tài, cải tiến, bài",
  "đăng ký, đăng kí, đk, đki, dk, dki, nộp, gửi, gởi, tham gia",
  "thưởng, tiền thưởng, thù lao, phần thưởng, giải thưởng, bồi dưỡng, lợi gì, được gì, được cái gì, chế độ, quyền lợi",
  "khi nào, bao giờ, lúc nào, ngày nào, hôm nào, chừng nào, ngày mấy, bao lâu, mấy ngày, tháng nào, mấy giờ",
  "thế nào, như thế nào, làm sao, làm thế nào, kiểu gì, cách nào, ra sao, cách, bằng cách nào, sao, làm gì, răng",
  "làm được gì, làm được những gì, giúp được gì, biết làm gì",
  "ai, người nào, những ai",
  "ở đâu, chỗ nào, nơi nào, đâu, ở mô",
  "bao nhiêu, mấy",
  "được, đc, dc, được không, có được không, được phép, có thể, có được, được chứ",
  "công nhận, duyệt, xét, xét duyệt, phê duyệt, kết quả",
  "hạn, hạn chót, hết hạn, thời hạn, deadline, kết thúc",
  "trễ, muộn, chậm, quá hạn, trễ hạn",
  "sửa, chỉnh, chỉnh sửa, đổi, thay đổi, sửa lại",
  "sai, nhầm, lộn",
  "xóa, hủy, rút, gỡ, rút tên",
  "mất tiền, mất phí, tốn tiền, đóng tiền, thu phí, phí, tốn phí",
  "xem, thấy, đọc, biết, nhìn",
  "bí mật, bảo mật, giấu, kín, giữ kín, riêng tư",
  "lộ, lộ ra, rò rỉ, đăng lên",
  "thông tin, dữ liệu, thông tin cá nhân, dữ liệu cá nhân",
  "làm chung, cùng làm, làm cùng, cùng nhau, làm cùng nhau, cả tổ, cả nhóm, hai người, nhiều người, đồng tác giả, tác giả",
  "đơn vị, công ty, cty, cơ quan, trường, bệnh viện, xí nghiệp, nhà máy, công đoàn, tổ, khoa, phòng",
  "đoàn viên, công đoàn viên",
  "thời vụ, hợp đồng, thử việc, học việc, nghỉ hưu, về hưu, người lao động, công nhân viên, nhân viên, công nhân, tạp vụ",
  "giấy chứng nhận, chứng nhận, bằng khen, giấy khen",
  "trùng, giống, tương tự, giống nhau",
  "người khác, người ta, đơn vị khác, nơi khác, đồng nghiệp",
  "xếp hạng, hạng, thứ mấy, đứng thứ, dẫn đầu, top, đứng đầu, tốt nhất, cao nhất, nhiều nhất",
  "luật, nghị định, quy định, thông tư, văn bản, điều lệ, căn cứ",
  "lĩnh vực, ngành",
  "làm lợi, giá trị, lợi ích, tiền làm lợi, giá trị làm lợi",
  "cổng, cổng quốc gia, lên cổng, lên được cổng",
  "từ chối, bị loại, loại, trượt, không đạt, không được công nhận, bị trả lại",
  "giấy tờ, hồ sơ giấy, báo cáo, mẫu, form, biểu mẫu, đơn, thủ tục, link, đóng dấu, dấu, ký tên, chữ ký, biên bản",
  "lấy, ăn cắp, cướp, cóp",
  "nghỉ việc, chuyển, sang, thôi việc, chuyển công tác, nghỉ làm",
  "điện thoại, máy điện thoại, đổi máy, mất máy, sim, số điện thoại",
  "hộ, giúp, thay mặt, gửi thay, nộp thay, giùm",
  "cấp tỉnh, cấp cơ sở, toàn quốc, cấp toàn quốc, các cấp, mấy cấp",
  "năm ngoái, năm trước, cũ, lâu rồi, trước đây, nhiều năm",
  "tổng hợp, tổng hợp tuần, số liệu tuần, bảng tổng hợp",
  "chốt, đăng tổng hợp, gửi tổng hợp",
  "số liệu, con số, số này",
  "đạt, đủ chỉ tiêu, hoàn thành",
  "nhiều, nhiều sáng kiến, mấy sáng kiến, mấy cái",
  "danh sách, ds",
  "chương trình, phong trào, cuộc thi",
  "bổ sung, thêm thông tin, ghi thêm",
  "bắt buộc, buộc phải",
  "nhóm, nhóm chat, trong nhóm",
  "trả lời, phản hồi, hồi âm",
  "app, ứng dụng, phần mềm, trang web, web, website",
  "viết, ghi, gõ, đánh, nhập",
  "lương, tiền lương",
  "đợt, đợt này, đợt mới, giai đoạn",
  "chỉ tiêu, kế hoạch giao",
  "vì sao, tại sao",
  "tin nhắn, tin, nhắn tin",
  "xin phép, đồng ý, cho phép, ký duyệt",
  "tổ hỗ trợ, nhóm hỗ trợ",
  "đứng tên, tác giả đứng tên",
  "ban đêm, đêm khuya, ngoài giờ, ngày lễ, chủ nhật, giờ hành chính, buổi tối",
  "lao động sáng tạo, bằng lao động sáng tạo",
  "hình, ảnh, hình ảnh, video, clip, file, tệp, pdf, bản vẽ",
  "sếp, quản lý, cấp trên, lãnh đạo, giám đốc, tổ trưởng",
  "điểm, điểm thi đua, cộng điểm, chấm điểm",
]

/** Pronouns, politeness, and what stands between words: nothing is asked with them. */
export const IDLE_WORDS =
  "em anh chị cô chú bác bạn mình tôi tui ông bà cháu con e a c ơi ad admin bot dạ vâng thưa có cho hỏi xin với nhé nha nhỉ hả à ạ ừ ờ uh oh alo vậy thế đấy đó này kia ấy thì là mà rồi nữa " +
  "cũng đi luôn lại cái một 1 những các vì để gì và hay hoặc ở nào của trong trên về ra vào khi nếu muốn cần phải sẽ đang bị không ko k hông hok hơn thôi đã việc"

/** What an example stands for: a command, and what stands behind it. */
type Answered = readonly [name: CommandName, rest: string]

export type Example = readonly [Answered, readonly string[]]

/** Asked in so many ways that only examples tell them. */
export type ExampleRule =
  | "levels"
  | "dispute"
  | "approval"
  | "listening"
  | "hours"
  | "code"
  | "receipt"
  | "onPortal"
  | "restore"
  | "appeal"
  | "support"
  | "author"
  | "small"
  | "applied"
  | "name"
  | "award"
  | "peak"
  | "target"
  | "elsewhere"
  | "hard"
  | "human"
  | "description"
  | "compulsory"
  | "unlisted"
  | "writing"
  | "where"
  | "call"
  | "anonymous"
  | "ceremony"
  | "nextRound"
  | "recognised"
  | "supplement"
  | "noApp"
  | "concern"
  | "upset"

const rule = (name: Rule | MemberRule | ExampleRule): Answered => ["askRule", name]

/**
 * How people ask for what the bot can answer, a sentence a line. A question that fits no pattern is held against them, so a new way to ask is a
 * new line here. They are no lists of spellings: marks, short forms, pronouns and politeness do not count, words of one meaning count as one.
 */
export const QUESTION_EXAMPLES: readonly Example[] = [
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
      "có ảnh hưởng tới lương không",
      "có được tăng lương, tính vào lương không",
      "tiền thưởng có bị trừ thuế không",
      "cả tổ cùng làm thì chia thưởng thế nào",
      "thưởng nóng hay thưởng cuối năm",
      "tiền thưởng trả một lần hay hằng năm",
      "sau này có được cộng lương không",
      "giải thưởng cao nhất bao nhiêu",
      "được thưởng thì nhận ở đâu",
      "tiền thưởng ai trả",
      "được thưởng thì lãnh tiền ở đâu",
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
      "có hạn chế độ tuổi không",
      "một tháng được gửi mấy lần",
      "có giới hạn số lượng sáng kiến không",
      "cán bộ quản lý, lãnh đạo có được tham gia không",
      "đang nghỉ thai sản có tham gia được không",
      "mới vào làm có được đăng ký không",
      "mới vào làm mấy tuần có được nộp không",
      "giáo viên đăng ký sáng kiến kinh nghiệm ở đây được không",
      "y tá, điều dưỡng có đăng ký được không",
      "làm part time có được tính không",
      "học sinh thực tập có nộp được không",
      "người dân tộc, người nước ngoài có tham gia được không",
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
      "có phải trình bày trước hội đồng không",
      "có phải làm thử cho xem không",
      "có ai xuống kiểm tra không",
      "phải chứng minh hiệu quả không",
      "hội đồng có đến tận nơi xem không",
      "gửi rồi có ai đọc không",
      "có ai kiểm tra số tiền làm lợi không",
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
      "sáng kiến với kiến nghị khác gì nhau",
      "lấy trên mạng về áp dụng có được không",
      "học theo nơi khác có tính là sáng kiến không",
      "sửa máy cũ có gọi là sáng kiến không",
      "dọn vệ sinh, viết thơ có tính là sáng kiến không",
      "mua máy mới có phải sáng kiến không",
      "thế nào là cải tiến kỹ thuật",
      "hợp lý hóa sản xuất có tính là sáng kiến không",
      "sếp bảo không phải sáng kiến thì có được đăng ký không",
      "lái xe, tạp vụ thì lấy đâu ra sáng kiến",
      "đang làm dở thì có đăng ký được không",
      "như thế nào thì được công nhận",
      "làm cái gì thì dễ được công nhận",
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
      "tiêu chuẩn để được cấp tỉnh công nhận",
      "sáng kiến cấp toàn quốc thì thế nào",
    ],
  ],
  [
    rule("law"),
    [
      "căn cứ theo luật nào",
      "quy định về sáng kiến ở nghị định nào",
      "văn bản nào quy định về sáng kiến",
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
      "làm từ hồi dịch covid thì còn tính không",
    ],
  ],
  [
    rule("authors"),
    [
      "hai người làm chung thì đăng ký thế nào",
      "một sáng kiến được mấy tác giả",
      "cả tổ làm chung một cái thì ai đứng tên",
      "làm cùng nhau thì ghi tên ai",
      "làm chung có được không",
      "thêm người làm cùng sau được không",
      "bỏ bớt một người đồng tác giả được không",
      "đứng tên chung được mấy người",
      "vợ chồng cùng làm thì ghi thế nào",
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
      "gửi xong công ty khác có xem được không",
      "dữ liệu này ai giữ",
      "không đồng ý cho lưu thông tin thì sao",
      "có hiện số điện thoại của tôi không",
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
      "công ty không muốn lộ công nghệ thì sao",
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
      "sếp lấy sáng kiến của tôi làm của mình",
      "người khác nộp tên tôi mà tôi không biết",
      "có ai ăn cắp ý tưởng của mình không",
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
      "cho xin mẫu báo cáo sáng kiến",
      "mẫu đơn lấy ở đâu",
      "đơn phải có dấu công ty không",
      "có cần biên bản họp hội đồng không",
      "đăng ký có cần hồ sơ giấy không",
      "cho xin mẫu đăng ký sáng kiến",
      "thủ tục đăng ký gồm những gì",
      "gửi sáng kiến có phải ký tên đóng dấu không",
      "link form đăng ký ở đâu",
      "nộp bản giấy cho ai",
      "đơn in ra ở đâu, ai ký vào đơn",
      "không cần điền form à",
    ],
  ],
  [
    rule("change"),
    [
      "đăng ký xong rồi có sửa được không",
      "nộp sáng kiến rồi muốn sửa có được không",
      "ghi sai tên sáng kiến thì sửa thế nào",
      "muốn đổi nội dung đã gửi thì làm sao",
      "nhập nhầm số tiền thì sửa ở đâu",
      "sửa được mấy lần",
      "sửa rồi mà vẫn thấy tên cũ thì sao",
      "muốn đổi người đứng tên thì làm sao",
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
      "tiết kiệm thời gian thì quy ra tiền thế nào",
      "làm lợi ước tính có được không",
      "không có lợi ích bằng tiền thì có được không",
      "ghi sai số tiền làm lợi có bị phạt không",
    ],
  ],
  [
    rule("photo"),
    [
      "thêm ảnh vào sáng kiến thế nào",
      "gửi hình minh họa ở đâu",
      "đính kèm tệp thế nào",
      "nộp file word, bản vẽ được không",
      "chụp bản viết tay gửi được không",
      "đánh máy word rồi gửi file được không",
      "máy tôi không gửi được ảnh thì sao",
      "ảnh chụp bằng điện thoại có được không",
      "có bản vẽ, file thì gửi thế nào",
      "gửi mấy tấm ảnh thì đủ",
      "ảnh mờ có sao không",
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
      "viết tên thế nào cho hay",
    ],
  ],
  [
    rule("sector"),
    [
      "không biết chọn lĩnh vực nào",
      "sáng kiến của tôi thuộc lĩnh vực nào",
      "lĩnh vực bỏ trống có được không",
      "bot hỏi lĩnh vực mà không biết chọn số mấy",
      "nhập sai lĩnh vực thì sửa thế nào",
      "y tá, giáo viên thì chọn lĩnh vực nào",
    ],
  ],
  [
    rule("fee"),
    [
      "đăng ký có mất tiền không",
      "có phải đóng phí gì không",
      "dùng bot này có tốn tiền không",
      "đăng ký có tốn tiền mạng không",
      "mỗi lần gửi mất bao nhiêu tiền",
    ],
  ],
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
      "còn nhận sáng kiến đến bao giờ",
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
      "có được tính vào xếp loại cuối năm không",
      "có lợi gì cho thi đua, xét chiến sĩ thi đua không",
    ],
  ],
  [
    rule("most"),
    [
      "người nào gửi nhiều sáng kiến nhất",
      "cá nhân tôi đứng thứ mấy trong công ty",
      "cá nhân xếp hạng thế nào",
      "ai là người dẫn đầu trong đơn vị",
    ],
  ],
  [
    rule("boss"),
    [
      "sếp có biết tôi gửi sáng kiến không",
      "gửi rồi thì sếp, quản lý có biết không",
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
      "công ty sáp nhập, đổi tên thì sáng kiến tính cho ai",
      "công ty sáp nhập thì sao",
      "sang tổ khác có phải báo không",
      "sáng kiến làm ở công ty cũ thì sao",
    ],
  ],
  [
    rule("phone"),
    [
      "đổi điện thoại có mất sáng kiến không",
      "mất máy thì sáng kiến còn không",
      "xóa zalo thì sáng kiến còn không",
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
      "gửi hộ chồng vợ làm công ty khác được không",
      "đăng ký hộ cho tổ trưởng được không",
    ],
  ],
  [
    rule("closing"),
    [
      "mấy giờ đăng tổng hợp tuần",
      "bao giờ chốt số liệu tuần",
      "bao giờ chốt danh sách tuần",
      "xem bảng tổng hợp ở đâu",
      "tổng hợp tuần gửi hôm nào",
      "cuối tuần có bảng tổng hợp không",
      "thứ sáu mấy giờ có kết quả tuần",
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
    rule("approval"),
    [
      "có cần sếp đồng ý trước không",
      "phải xin phép ai trước khi đăng ký không",
      "công ty không đồng ý thì có gửi được không",
      "có phải báo quản lý trước không",
    ],
  ],
  [
    rule("listening"),
    [
      "bot có đọc hết tin nhắn trong nhóm không",
      "bot có nghe lén không",
      "bot có theo dõi tin nhắn của chúng tôi không",
      "tin nhắn khác trong nhóm có bị lưu không",
    ],
  ],
  [
    rule("hours"),
    [
      "bot hoạt động từ mấy giờ đến mấy giờ",
      "nhắn ban đêm có được không",
      "ngoài giờ hành chính nhắn có trả lời không",
      "chủ nhật ngày lễ bot có làm việc không",
    ],
  ],
  [
    rule("code"),
    ["mã SK nghĩa là gì", "mã cổng nghĩa là gì", "số SK dùng làm gì", "mã sáng kiến bắt đầu bằng gì"],
  ],
  [
    rule("receipt"),
    [
      "làm sao biết sáng kiến đã được ghi nhận",
      "có tin nhắn xác nhận không",
      "đăng ký xong có báo lại không",
      "biết đã gửi thành công bằng cách nào",
    ],
  ],
  [
    rule("onPortal"),
    [
      "bao giờ thì lên cổng",
      "sao sáng kiến của tôi chưa lên cổng",
      "bao lâu nữa thì lên được cổng",
      "lên cổng quốc gia là sao, để làm gì",
      "có phải tự nhập lên cổng không",
      "ai đưa hồ sơ lên cổng",
      "lên cổng rồi thì được gì",
    ],
  ],
  [
    rule("restore"),
    [
      "hủy rồi có lấy lại được không",
      "lỡ hủy nhầm thì làm sao",
      "lỡ bấm hủy rồi lấy lại thế nào",
      "đã hủy thì đăng ký lại được không",
      "rút rồi muốn gửi lại được không",
    ],
  ],
  [
    rule("appeal"),
    [
      "không đồng ý với kết quả thì khiếu nại ở đâu",
      "bị từ chối không rõ lý do thì hỏi ai",
      "vì sao sáng kiến của tôi không được công nhận",
      "kết quả không công bằng thì kiến nghị ai",
    ],
  ],
  [rule("support"), ["muốn vào tổ hỗ trợ thì làm sao", "tổ hỗ trợ làm những việc gì", "ai cử tổ hỗ trợ"]],
  [
    rule("author"),
    [
      "người nhà nghĩ ra thì tôi đứng tên được không",
      "ai được đứng tên tác giả",
      "đứng tên hộ có được không",
      "sếp nghĩ ra nhưng tôi làm thì ai là tác giả",
    ],
  ],
  [
    rule("small"),
    [
      "sáng kiến nhỏ quá sợ bị cười",
      "việc của tôi đơn giản quá có đáng gửi không",
      "ngại vì sáng kiến bình thường quá",
    ],
  ],
  [
    rule("applied"),
    ["không nhớ ngày áp dụng thì ghi thế nào", "ngày áp dụng ghi sao", "có phải ghi đúng ngày áp dụng không"],
  ],
  [
    rule("name"),
    [
      "đổi tên zalo thì tên trong hồ sơ có đổi không",
      "tên tôi bị ghi sai thì sửa ở đâu",
      "họ tên trong hồ sơ lấy từ đâu",
      "sửa họ tên tác giả thế nào",
    ],
  ],
  [
    rule("award"),
    [
      "bằng lao động sáng tạo là gì",
      "điều kiện để được bằng lao động sáng tạo",
      "xét tặng bằng lao động sáng tạo thế nào",
    ],
  ],
  [rule("peak"), ["tuần cao điểm là gì", "đợt cao điểm là sao", "cao điểm từ ngày nào đến ngày nào"]],
  [
    rule("target"),
    [
      "ai giao chỉ tiêu cho đơn vị",
      "chỉ tiêu tính thế nào",
      "không đạt chỉ tiêu thì bị gì",
      "sao đơn vị tôi chỉ tiêu cao thế",
    ],
  ],
  [
    rule("elsewhere"),
    [
      "đã nộp giấy cho công đoàn rồi có cần đăng ký ở đây không",
      "nộp ở hai nơi có được không",
      "đã nộp trên cổng, trên giấy rồi có cần gửi bot nữa không",
      "gửi cho sếp rồi còn phải gửi bot không",
    ],
  ],
  [
    rule("hard"),
    [
      "không rành công nghệ thì nhờ ai",
      "lớn tuổi không biết dùng điện thoại thì làm sao",
      "không có điện thoại thông minh thì đăng ký thế nào",
      "không có zalo thì đăng ký thế nào",
      "mắt kém đọc không rõ thì làm sao",
      "già rồi không biết nhắn tin thì nhờ ai",
    ],
  ],
  [
    rule("human"),
    [
      "gặp cán bộ công đoàn ở đâu",
      "muốn hỏi người thật thì hỏi ai",
      "ai trả lời tin nhắn này, người hay máy",
      "số điện thoại cán bộ công đoàn là gì",
      "địa chỉ công đoàn ở đâu",
      "có lớp hướng dẫn viết sáng kiến không",
    ],
  ],
  [
    rule("description"),
    ["phần mô tả cần viết gì", "mô tả sáng kiến viết những gì", "nội dung ghi bao nhiêu chữ"],
  ],
  [
    rule("compulsory"),
    [
      "đăng ký cái này có bắt buộc không",
      "không nộp sáng kiến có bị trừ thi đua không",
      "mỗi năm bắt buộc phải có mấy sáng kiến",
      "có bắt buộc ai cũng phải nộp không",
      "không tham gia có bị phê bình không",
    ],
  ],
  [
    rule("unlisted"),
    [
      "đơn vị tôi không có trong danh sách",
      "không tìm thấy tên công ty tôi",
      "công ty tôi chưa có công đoàn thì sao",
      "tôi không thuộc công đoàn nào thì đăng ký vào đâu",
      "hộ kinh doanh, làm tự do có đăng ký được không",
      "sao không thấy tên trường tôi để chọn",
    ],
  ],
  [
    rule("writing"),
    [
      "viết không dấu có được không",
      "viết sai chính tả có sao không",
      "được viết bao nhiêu chữ",
      "ghi dài quá có bị cắt không",
      "viết tắt có hiểu không",
      "viết bằng tiếng dân tộc có được không",
      "có phải viết văn hay không",
    ],
  ],
  [
    rule("where"),
    [
      "đăng ký trong nhóm hay nhắn riêng",
      "nhắn riêng với nhắn trong nhóm khác gì nhau",
      "người trong nhóm có thấy tin tôi gửi không",
      "gửi ở nhóm nào thì đúng",
      "gửi nhầm sang nhóm khác thì sao",
    ],
  ],
  [
    rule("call"),
    [
      "sao bot không trả lời trong nhóm",
      "gọi bot trong nhóm thế nào",
      "nhắn trong nhóm mà bot không thấy",
      "bot không nghe thấy tôi gọi trong nhóm",
    ],
  ],
  [
    rule("anonymous"),
    [
      "muốn giấu tên có được không",
      "gửi ẩn danh có được không",
      "không ghi tên tác giả có được không",
      "có phải ghi tên thật không",
    ],
  ],
  [
    rule("ceremony"),
    [
      "khi nào trao thưởng",
      "bao giờ công bố kết quả",
      "lễ tổng kết tổ chức ở đâu",
      "ngày nào phát giấy khen",
      "khi nào vinh danh",
      "tổng kết hôm nào",
    ],
  ],
  [
    rule("nextRound"),
    [
      "đợt này kết thúc thì có đợt mới không",
      "năm sau có tổ chức nữa không",
      "bao giờ có đợt tiếp theo",
      "lỡ đợt này thì phải chờ đến bao giờ",
    ],
  ],
  [
    rule("recognised"),
    [
      "sáng kiến được duyệt rồi thì làm gì tiếp",
      "được công nhận xong phải làm gì",
      "được công nhận rồi có sửa được nữa không",
      "công nhận rồi có phải nộp thêm gì không",
    ],
  ],
  [
    rule("supplement"),
    [
      "bổ sung ở đâu",
      "bổ sung thế nào",
      "sáng kiến bị yêu cầu bổ sung thì làm sao",
      "chưa có số liệu thì bổ sung sau được không",
      "thêm thông tin cho sáng kiến đã gửi thế nào",
      "gửi thiếu thì bổ sung kiểu gì",
      "hội đồng hỏi thêm thì trả lời ở đâu",
    ],
  ],
  [
    rule("noApp"),
    [
      "app này tải ở đâu",
      "vào trang web nào để đăng ký",
      "có phải tải, cài ứng dụng không",
      "đăng ký trên trang web nào",
      "có phải tạo tài khoản không",
      "mật khẩu đăng nhập là gì",
      "đăng nhập tài khoản ở đâu",
    ],
  ],
  [
    rule("concern"),
    [
      "thắc mắc về lương thì hỏi ai",
      "góp ý cho công đoàn thì gửi vào đâu",
      "chế độ nghỉ phép, bảo hiểm thì hỏi ở đâu",
      "khiếu nại về công ty thì nhắn ai",
      "đóng đoàn phí ở đâu",
    ],
  ],
  [rule("upset"), ["bot bị lỗi, bị hỏng hả", "sao bot trả lời linh tinh thế", "sao bot không hiểu gì thế"]],
  [
    ["mine", "when"],
    [
      "bao giờ có kết quả công nhận",
      "bao lâu thì được duyệt",
      "đăng ký xong mất bao lâu mới biết đậu hay trượt",
      "ai báo kết quả cho tôi",
      "đăng ký xong bao lâu mới biết được hay không",
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
      "muốn xem lại nội dung đã ghi",
      "hôm qua nhắn mà không thấy trả lời",
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
      "toàn tỉnh có bao nhiêu sáng kiến rồi",
      "đơn vị tôi phải có bao nhiêu sáng kiến",
    ],
  ],
  [
    ["ranking", ""],
    [
      "đơn vị mình đứng thứ mấy",
      "đơn vị nào đang dẫn đầu",
      "công ty nào nhiều sáng kiến nhất",
      "sao đơn vị tôi tụt hạng",
      "sao công ty tôi xếp cuối",
      "đơn vị tôi xếp hạng bao nhiêu",
      "xem xếp hạng các đơn vị ở đâu",
      "nơi nào làm tốt nhất tỉnh",
    ],
  ],
  [
    ["help", ""],
    ["hướng dẫn đăng ký", "bắt đầu từ đâu"],
  ],
  [
    ["campaigns", ""],
    [
      "một triệu sáng kiến là chương trình gì",
      "chương trình này của ai, để làm gì",
      "phong trào này bắt đầu từ bao giờ",
      "đây là chương trình của công đoàn tỉnh hay của công ty",
    ],
  ],
  [
    ["entrance", ""],
    [
      "cho xin link gửi cho tổ",
      "quét mã QR ở đâu",
      "mời đồng nghiệp cùng đăng ký thế nào",
      "lấy đường dẫn gửi cho mọi người ở đâu",
    ],
  ],
  [
    ["myData", ""],
    [
      "bỏ tên tôi ra khỏi danh sách",
      "xóa thông tin của tôi",
      "làm sao để xóa dữ liệu cá nhân",
      "tôi nghỉ làm rồi muốn xóa thông tin thì sao",
      "rút lại đồng ý thế nào, có mất sáng kiến không",
    ],
  ],
  [
    ["search", ""],
    [
      "xem sáng kiến của nơi khác ở đâu",
      "có ai làm giống tôi chưa",
      "cho tham khảo sáng kiến của người khác",
      "muốn xem sáng kiến hay của công ty khác",
      "sáng kiến hay nhất là cái nào",
      "cho xin vài sáng kiến mẫu của ngành may",
      "tìm sáng kiến tương tự thế nào",
      "xem sáng kiến của cả đơn vị ở đâu",
    ],
  ],
]
