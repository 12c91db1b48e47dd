/** A title, how somebody else tells the same idea, and another idea about the same machine or matter. */
export type Labelled = {
  readonly title: string
  readonly same: readonly string[]
  readonly other: readonly string[]
}

/** Written for this purpose, after the kinds of title that campaigns get. */
export const TITLES: readonly Labelled[] = [
  {
    title: "Cải tiến cữ gá may túi hộp giảm 30% thời gian",
    same: [
      "giam 30% thoi gian may tui hop nho cai tien cu ga",
      "Cữ gá may túi hộp cải tiến",
      "Cải tiến cữ gá để may túi hộp nhanh hơn tại Công ty May TNG",
    ],
    other: [
      "Cải tiến chân vịt may bo gấu áo giảm 20% thời gian",
      "Giá để cữ gá trên bàn máy may",
      "Bảng màu phân loại túi hộp theo đơn hàng",
    ],
  },
  {
    title: "Thay đèn sợi đốt bằng đèn LED ở nhà xưởng để tiết kiệm điện",
    same: [
      "thay den led nha xuong tiet kiem dien",
      "Thay đèn LED cho đèn sợi đốt trong nhà xưởng",
      "Dùng đèn LED thay đèn sợi đốt nhà xưởng, tiết kiệm điện năng",
    ],
    other: [
      "Lắp cảm biến tự tắt đèn nhà xưởng khi không có người",
      "Mái lấy sáng tự nhiên cho nhà xưởng",
      "Tủ sạc đèn lò cho thợ mỏ",
    ],
  },
  {
    title: "Đồ gá khoan mặt bích nhiều lỗ trên máy khoan cần",
    same: [
      "do ga khoan mat bich nhieu lo may khoan can",
      "Cải tiến đồ gá khoan mặt bích nhiều lỗ",
      "Chế tạo đồ gá khoan nhiều lỗ mặt bích cho máy khoan cần",
    ],
    other: [
      "Tấm chắn phoi an toàn cho máy khoan cần",
      "Cơ cấu tự tra dầu cho máy khoan cần",
      "Thước đo nhanh lỗ mặt bích",
    ],
  },
  {
    title: "Ứng dụng mã QR quản lý dụng cụ trong kho vật tư",
    same: [
      "ung dung ma qr quan ly dung cu kho vat tu",
      "Quản lý dụng cụ kho vật tư bằng mã QR",
      "Dán mã QR để quản lý dụng cụ ở kho vật tư",
    ],
    other: [
      "Sắp xếp kho vật tư theo nguyên tắc 5S",
      "Xe đẩy dụng cụ đa năng cho tổ sửa chữa",
      "Mã QR tra cứu bài giảng cho học sinh",
    ],
  },
  {
    title: "Trò chơi học vần cho học sinh lớp 1 vùng dân tộc thiểu số",
    same: [
      "tro choi hoc van hoc sinh lop 1 dan toc thieu so",
      "Sử dụng trò chơi học vần cho học sinh lớp 1 người dân tộc thiểu số",
      "Một số trò chơi học vần cho học sinh dân tộc thiểu số lớp 1",
    ],
    other: [
      "Góc thư viện xanh cho học sinh dân tộc thiểu số",
      "Sổ liên lạc điện tử cho phụ huynh vùng dân tộc thiểu số",
      "Trò chơi toán học cho học sinh lớp 5",
    ],
  },
  {
    title: "Giá treo súng hàn xoay được ở chuyền hàn khung",
    same: [
      "gia treo sung han xoay duoc chuyen han khung",
      "Chế tạo giá treo súng hàn xoay được tại chuyền hàn khung",
      "Giá treo xoay cho súng hàn ở chuyền hàn khung",
    ],
    other: [
      "Hút khói cục bộ cho chuyền hàn khung",
      "Đồ gá định vị khung trước khi hàn",
      "Bộ làm mát súng hàn bằng nước tuần hoàn",
    ],
  },
  {
    title: "Rút ngắn quy trình tiếp nhận hồ sơ bảo hiểm tại bộ phận một cửa",
    same: [
      "rut ngan quy trinh tiep nhan ho so bao hiem bo phan mot cua",
      "Rút gọn quy trình tiếp nhận hồ sơ bảo hiểm ở bộ phận một cửa",
      "Tiếp nhận hồ sơ bảo hiểm một cửa với quy trình rút ngắn",
    ],
    other: [
      "Máy lấy số tự động tại bộ phận một cửa",
      "Số hóa kho lưu trữ hồ sơ hộ tịch",
      "Tổng đài nhắc lịch trả kết quả một cửa",
    ],
  },
  {
    title: "Cơ cấu gạt than tự động chống kẹt máng cào",
    same: [
      "co cau gat than tu dong chong ket mang cao",
      "Chống kẹt máng cào bằng cơ cấu gạt than tự động",
      "Lắp cơ cấu gạt than tự động để máng cào không kẹt",
    ],
    other: [
      "Bôi trơn tự động cho xích máng cào",
      "Vì neo chất dẻo cho lò than",
      "Cảm biến báo đứt xích máng cào",
    ],
  },
  {
    title: "Phiếu kiểm tra an toàn phẫu thuật bằng thẻ màu tại khoa ngoại",
    same: [
      "phieu kiem tra an toan phau thuat the mau khoa ngoai",
      "Dùng thẻ màu làm phiếu kiểm tra an toàn phẫu thuật",
      "Thẻ màu kiểm tra an toàn trước phẫu thuật ở khoa ngoại",
    ],
    other: [
      "Xe đẩy dụng cụ phẫu thuật có khóa bánh tại khoa ngoại",
      "Phiếu theo dõi dấu hiệu sinh tồn sau mổ bằng thẻ màu",
      "Góc truyền thông an toàn người bệnh khoa ngoại",
    ],
  },
  {
    title: "Giá truyền dịch gắn giường có bánh xe cho bệnh nhân cấp cứu",
    same: [
      "gia truyen dich gan giuong co banh xe benh nhan cap cuu",
      "Cải tiến giá truyền dịch có bánh xe gắn vào giường cấp cứu",
      "Gắn giá truyền dịch vào giường bệnh nhân cấp cứu",
    ],
    other: [
      "Giường cấp cứu gấp gọn có bánh xe",
      "Bảng nhận diện bệnh nhân cấp cứu theo màu",
      "Giá để bình ô xy gắn xe đẩy cấp cứu",
    ],
  },
  {
    title: "Hệ thống tưới nhỏ giọt tự động cho vườn ươm chè giống",
    same: [
      "he thong tuoi nho giot tu dong vuon uom che giong",
      "Tưới nhỏ giọt tự động ở vườn ươm giống chè",
      "Lắp tưới nhỏ giọt tự động cho vườn ươm chè, tiết kiệm nước",
    ],
    other: [
      "Mái che lưới điều chỉnh được cho vườn ươm chè giống",
      "Máy đóng bầu đất cho vườn ươm chè",
      "Hệ thống phun sương làm mát chuồng gà tự động",
    ],
  },
  {
    title: "Máy sao chè tôn quay cải tiến có bộ đảo chiều và hẹn giờ",
    same: [
      "may sao che ton quay cai tien bo dao chieu hen gio",
      "Cải tiến máy sao chè tôn quay: thêm bộ đảo chiều, hẹn giờ",
      "Bộ đảo chiều và hẹn giờ cho máy sao chè tôn quay",
    ],
    other: [
      "Buồng thu hồi nhiệt thừa của máy sao chè",
      "Sàng phân loại búp chè sau khi sao",
      "Bộ hẹn giờ bơm nước cho bể chứa",
    ],
  },
  {
    title: "Cảm biến phát hiện rò rỉ khí gas cho bếp ăn ca",
    same: [
      "cam bien phat hien ro ri khi gas bep an ca",
      "Lắp cảm biến rò rỉ khí gas ở bếp ăn ca",
      "Phát hiện rò khí gas bếp ăn ca bằng cảm biến",
    ],
    other: [
      "Tủ lưu mẫu thức ăn bếp ăn ca",
      "Cảm biến báo cháy kho bông",
      "Bếp ăn ca dùng hơi nước thừa thay gas",
    ],
  },
  {
    title: "Van xả đáy lò hơi tự động theo độ dẫn điện của nước",
    same: [
      "van xa day lo hoi tu dong theo do dan dien cua nuoc",
      "Tự động xả đáy lò hơi theo độ dẫn điện nước",
      "Lắp van tự động xả đáy lò hơi dựa trên độ dẫn điện",
    ],
    other: [
      "Bảo ôn đường ống hơi của lò hơi",
      "Thu hồi nước ngưng về lò hơi",
      "Van an toàn hai cấp cho bình khí nén",
    ],
  },
  {
    title: "Biến tần cho quạt thông gió lò chợ theo nồng độ khí mê tan",
    same: [
      "bien tan quat thong gio lo cho theo nong do khi me tan",
      "Điều khiển quạt thông gió lò chợ bằng biến tần theo khí mê tan",
      "Lắp biến tần quạt thông gió lò chợ điều chỉnh theo nồng độ mê tan",
    ],
    other: [
      "Biến tần cho máy nén khí trung tâm",
      "Đo khí mê tan cầm tay cho thợ lò",
      "Giảm ồn quạt thông gió cục bộ lò chợ",
    ],
  },
  {
    title: "Sàng rung tách đá thải trước khi vào máy nghiền clinker",
    same: [
      "sang rung tach da thai truoc khi vao may nghien clinker",
      "Lắp sàng rung để tách đá thải trước máy nghiền clinker",
      "Tách đá thải bằng sàng rung trước khi nghiền clinker",
    ],
    other: [
      "Tấm lót chịu mòn cho máy nghiền clinker",
      "Bộ lọc bụi túi vải sau máy nghiền clinker",
      "Sàng rung phân loại quặng sắt theo cỡ hạt",
    ],
  },
  {
    title: "Đồ dùng dạy học môn Vật lý từ vật liệu tái chế cho học sinh lớp 8",
    same: [
      "do dung day hoc mon vat li tu vat lieu tai che hoc sinh lop 8",
      "Làm đồ dùng dạy học Vật lí lớp 8 bằng vật liệu tái chế",
      "Tận dụng vật liệu tái chế làm đồ dùng dạy môn Vật lý lớp 8",
    ],
    other: [
      "Bài giảng điện tử môn Vật lý lớp 8",
      "Vườn rau từ chai nhựa tái chế của học sinh",
      "Thí nghiệm ảo môn Hóa học lớp 8",
    ],
  },
  {
    title: "Góc thư viện mini trong lớp mầm non để trẻ làm quen với sách",
    same: [
      "goc thu vien mini trong lop mam non tre lam quen voi sach",
      "Xây dựng góc thư viện mini cho trẻ mầm non làm quen sách",
      "Thư viện mini ở góc lớp giúp trẻ mầm non làm quen với sách",
    ],
    other: [
      "Góc thiên nhiên trong lớp mầm non",
      "Trò chơi dân gian cho trẻ mầm non",
      "Phần mềm mượn trả sách thư viện trường",
    ],
  },
  {
    title: "Phần mềm chấm công bằng khuôn mặt cho công nhân ca đêm",
    same: [
      "phan mem cham cong bang khuon mat cong nhan ca dem",
      "Chấm công ca đêm bằng nhận diện khuôn mặt cho công nhân",
      "Ứng dụng phần mềm chấm công khuôn mặt ở ca đêm",
    ],
    other: [
      "Phần mềm đăng ký suất ăn cho công nhân ca đêm",
      "Đèn chiếu sáng lối đi cho công nhân ca đêm",
      "Cổng nhận diện khuôn mặt cho khách vào nhà máy",
    ],
  },
  {
    title: "Sào thao tác trung thế gập được, đeo vai khi leo cột",
    same: [
      "sao thao tac trung the gap duoc deo vai khi leo cot",
      "Cải tiến sào thao tác trung thế gập được để đeo vai leo cột",
      "Sào trung thế gập gọn, đeo vai khi công nhân leo cột",
    ],
    other: [
      "Túi đựng dụng cụ đeo vai khi leo cột",
      "Bộ tiếp địa di động cho đường dây trung thế",
      "Giá kê máy biến áp trên cột trung thế",
    ],
  },
  {
    title: "Khuôn dập chi tiết vỏ loa hai khoang giảm phế phẩm",
    same: [
      "khuon dap chi tiet vo loa hai khoang giam phe pham",
      "Thiết kế khuôn dập hai khoang cho chi tiết vỏ loa",
      "Giảm phế phẩm vỏ loa bằng khuôn dập hai khoang",
    ],
    other: [
      "Băng tải gắp vỏ loa sau khi dập",
      "Khuôn ép nhựa nắp sạc hai khoang",
      "Giá để khuôn dập theo tần suất sử dụng",
    ],
  },
]
