import type { DeskRule } from "./desk-rule.ts"
import type { Example } from "./question-examples.ts"
import type { Rule } from "./rule-question.ts"

/** What only officers ask, by its text. */
export type OfficerExampleRule =
  | "remindHow"
  | "targetsHow"
  | "unitsHow"
  | "groupHow"
  | "delegateHow"
  | "chart"
  | "honourConsent"
  | "rank"
  | "corrected"
  | "quiet"
  | "requests"
  | "peaksHow"

const rule = (name: Rule | DeskRule | OfficerExampleRule): Example[0] => ["askRule", name]

/** How officers ask how something is done, and what they are to know of it; a new way to ask is a new line. */
export const OFFICER_EXAMPLES: readonly Example[] = [
  [
    rule("remindHow"),
    [
      "làm sao để nhắc tự động mỗi thứ hai",
      "đặt lịch nhắc hằng tuần thế nào",
      "muốn nhắc các đơn vị chậm thì làm sao",
      "gửi tin cho tất cả các nhóm thế nào",
      "hẹn giờ gửi tin nhắc được không",
      "nhắc riêng một đơn vị thì gõ thế nào",
      "làm sao để nhắn cho mọi đơn vị một lúc",
      "thông báo đến các công đoàn cơ sở kiểu gì",
      "muốn gửi cho nhóm khác thì làm sao",
    ],
  ],
  [
    rule("targetsHow"),
    [
      "muốn sửa chỉ tiêu thì gõ gì",
      "đặt chỉ tiêu cho từng đơn vị ở đâu",
      "sửa chỉ tiêu đã giao được không",
      "chỉ tiêu chia theo quân số hay tự nhập",
      "giao chỉ tiêu cho công đoàn cơ sở thế nào",
      "nhập chỉ tiêu hàng loạt được không",
      "bỏ chỉ tiêu đã giao thế nào",
    ],
  ],
  [
    rule("quota"),
    [
      "chỉ tiêu của các đơn vị tính theo cái gì",
      "chỉ tiêu giai đoạn chia cho đơn vị thế nào",
      "ai giao chỉ tiêu cho tỉnh",
    ],
  ],
  [
    rule("unitsHow"),
    [
      "đổi tên đơn vị thế nào",
      "gộp hai đơn vị lại được không",
      "thêm đơn vị mới kiểu gì",
      "hai công ty sáp nhập thì làm thế nào",
      "đơn vị giải thể thì xóa thế nào",
      "đổi tên đơn vị ở đâu",
      "cập nhật số đoàn viên của đơn vị thế nào",
      "chuyển đơn vị sang công đoàn khác quản lý thế nào",
      "tách đơn vị thì làm sao",
      "sáp nhập đơn vị có mất số liệu không",
    ],
  ],
  [
    rule("groupHow"),
    [
      "bảng tổng hợp gửi vào nhóm nào",
      "đưa bot vào nhóm zalo thế nào",
      "thêm bot vào nhóm kiểu gì",
      "liên kết nhóm với đơn vị thế nào",
      "gắn nhầm đơn vị cho nhóm thì sửa lại thế nào",
      "nhóm gắn sai đơn vị thì đổi thế nào",
      "một nhóm thuộc hai đơn vị được không",
      "sao nhóm không nhận được tổng hợp",
      "nhóm nào chưa liên kết thì xem ở đâu",
      "bỏ nhóm ra khỏi danh sách nhận tin thế nào",
    ],
  ],
  [
    rule("delegateHow"),
    [
      "thêm người duyệt cùng với tôi thế nào",
      "mời phó chủ tịch vào thế nào",
      "ai được quyền duyệt hồ sơ",
      "cấp quyền cho người khác duyệt thay được không",
      "đi công tác thì giao việc cho ai",
      "mất điện thoại thì tài khoản cán bộ thế nào",
      "xem ai đã duyệt hồ sơ nào ở đâu",
      "thêm cán bộ phụ trách thế nào",
      "thêm người duyệt cho đơn vị thế nào",
      "thay cán bộ nghỉ hưu thì làm sao",
      "nghỉ phép thì ai xét hồ sơ thay",
    ],
  ],
  [
    ["takeBack", ""],
    [
      "lỡ từ chối nhầm rồi thì gỡ thế nào",
      "duyệt nhầm thì làm lại thế nào",
      "lỡ duyệt hết rồi có lấy lại được không",
      "công nhận nhầm thì hủy thế nào",
      "từ chối nhầm có lấy lại được không",
      "ghi sai số quyết định thì sửa thế nào",
      "lên cổng nhầm thì thu hồi kiểu gì",
    ],
  ],
  [
    ["recognize", ""],
    [
      "công nhận cả loạt một lần được không",
      "duyệt nhiều hồ sơ cùng lúc thế nào",
      "công nhận cấp tỉnh thì gõ thế nào",
      "số quyết định công nhận ghi vào đâu",
    ],
  ],
  [
    ["refuse", ""],
    [
      "muốn từ chối một sáng kiến thì gõ lệnh gì",
      "từ chối có phải ghi lý do không",
      "nếu từ chối thì tác giả có nộp lại được không",
      "tác giả có biết lý do từ chối không",
      "từ chối một hồ sơ không đạt thì gõ lý do ở đâu",
    ],
  ],
  [
    ["askMore", ""],
    [
      "muốn hỏi thêm tác giả thì gõ thế nào",
      "hỏi thêm thì ghi vào đâu",
      "hồ sơ thiếu thì yêu cầu bổ sung kiểu gì",
    ],
  ],
  [
    ["merge", ""],
    ["gộp hai hồ sơ trùng nhau thế nào", "hai hồ sơ giống nhau thì xử lý sao", "hồ sơ trùng thì làm thế nào"],
  ],
  [
    ["review", "quá hạn"],
    ["hồ sơ quá hạn xét xem ở đâu", "hồ sơ nào chờ lâu nhất", "còn hồ sơ nào quá hạn không"],
  ],
  [
    rule("import"),
    [
      "đối chiếu với danh sách trên cổng thế nào",
      "nhập danh sách giấy bằng excel được không",
      "file excel phải có cột nào",
      "nhập hộ cho 20 người một lúc được không",
      "tải danh sách lên kiểu gì",
      "mẫu excel nhập sáng kiến ở đâu",
    ],
  ],
  [
    rule("portal"),
    [
      "đánh dấu đã lên cổng thì gõ gì",
      "lấy danh sách đưa lên cổng ở đâu",
      "cổng trả về mã thì nhập vào đâu",
      "nhập lên cổng quốc gia thế nào",
      "đưa hồ sơ lên cổng kiểu gì",
    ],
  ],
  [
    rule("figures"),
    [
      "đối chiếu với cổng thế nào",
      "số trên cổng khác số ở đây thì làm sao",
      "tại sao phần trăm của đơn vị lại thế",
      "sao số hôm nay khác số hôm qua",
      "con số này từ đâu ra",
    ],
  ],
  [
    ["export", ""],
    [
      "lấy file nộp lên tỉnh ở đâu",
      "xuất báo cáo ra file thế nào",
      "báo cáo quý lấy ở đâu",
      "in báo cáo cho ban thường vụ kiểu gì",
      "lấy danh sách sáng kiến ra excel thế nào",
      "muốn có file số liệu thì làm sao",
    ],
  ],
  [
    rule("chart"),
    [
      "lấy biểu đồ gửi lãnh đạo thế nào",
      "có biểu đồ để chiếu họp không",
      "ảnh tổng hợp lấy ở đâu",
      "hình biểu đồ của từng đơn vị lấy thế nào",
    ],
  ],
  [
    rule("honourConsent"),
    [
      "vinh danh có cần xin phép người ta không",
      "vinh danh nêu tên ai",
      "đăng vinh danh lên nhóm thế nào",
      "khen tác giả trước nhóm được không",
    ],
  ],
  [
    rule("rank"),
    [
      "xếp hạng tính theo cái gì",
      "hai đơn vị bằng nhau thì xếp thế nào",
      "thứ hạng tính theo số lượng hay phần trăm",
      "vì sao đơn vị này xếp trên đơn vị kia",
    ],
  ],
  [
    rule("corrected"),
    [
      "rút hồ sơ có trừ vào số đã đăng ký không",
      "hồ sơ bị từ chối có tính là đã đăng ký không",
      "sửa số liệu sai thì làm sao",
      "số điều chỉnh là gì",
      "hủy hồ sơ thì số liệu thay đổi thế nào",
    ],
  ],
  [
    rule("quiet"),
    [
      "chủ nhật bot có tự gửi tin không",
      "bot nhắn nhiều quá bớt được không",
      "ban đêm bot có gửi tin nhắc không",
      "có nên nhắc lúc sáng sớm không",
      "nhắc lúc 6h sáng có được không",
      "bot tự đăng mấy tin một ngày",
    ],
  ],
  [
    rule("requests"),
    [
      "đoàn viên yêu cầu xóa dữ liệu thì xử lý thế nào",
      "yêu cầu dữ liệu phải trả lời trong mấy ngày",
      "xem các yêu cầu dữ liệu cá nhân ở đâu",
    ],
  ],
  [
    rule("operator"),
    [
      "giới hạn tin zalo một tháng bao nhiêu",
      "dữ liệu có sao lưu không",
      "máy chủ hỏng thì sao",
      "ai cài đặt bot này",
      "bot sập thì báo ai",
    ],
  ],
  [
    rule("peaksHow"),
    [
      "mở đợt cao điểm mới thế nào",
      "kéo dài giai đoạn 1 được không",
      "đổi ngày kết thúc giai đoạn thế nào",
      "đặt tuần cao điểm ở đâu",
      "sửa chỉ tiêu giai đoạn thế nào",
    ],
  ],
  [
    rule("posting"),
    [
      "đổi giờ đăng tổng hợp được không",
      "đổi giờ gửi báo cáo được không",
      "tổng hợp đăng vào những nhóm nào",
      "đăng lại tổng hợp vào nhóm được không",
    ],
  ],
  [
    ["registerFor", ""],
    ["nhập hộ người không có điện thoại thế nào", "đăng ký hộ cho đoàn viên kiểu gì"],
  ],
  [
    rule("start"),
    [
      "mới nhận việc thì bắt đầu từ đâu",
      "cán bộ mới cần làm gì trước",
      "chuẩn bị chương trình gồm những bước nào",
    ],
  ],
]
