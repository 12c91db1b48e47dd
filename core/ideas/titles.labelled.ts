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
  {
    title: "Bàn xoay đóng gói hai mặt cho chuyền linh kiện điện tử",
    same: [
      "ban xoay dong goi hai mat chuyen linh kien dien tu",
      "Làm bàn xoay hai mặt để đóng gói linh kiện điện tử",
      "Đóng gói linh kiện điện tử trên bàn xoay hai mặt, bớt một người",
    ],
    other: [
      "Bàn thao tác chống tĩnh điện cho chuyền linh kiện điện tử",
      "Máy hàn tự động linh kiện điện tử hai mặt",
      "Xe chở thùng đóng gói cho chuyền linh kiện",
    ],
  },
  {
    title: "Cải tạo hố ga chống tắc bằng lưới chắn rác hai lớp",
    same: [
      "cai tao ho ga chong tac luoi chan rac hai lop",
      "Lưới chắn rác hai lớp chống tắc hố ga",
      "Lắp lưới chắn rác hai lớp cho hố ga để không bị tắc",
    ],
    other: [
      "Nắp hố ga composite chống trộm",
      "Lưới chắn côn trùng hai lớp cho bếp ăn",
      "Bơm hút bùn hố ga di động",
    ],
  },
  {
    title: "Thước định vị nhãn mác trên cổ áo",
    same: [
      "thuoc dinh vi nhan mac tren co ao",
      "Dùng thước định vị để gắn nhãn mác cổ áo",
      "Chế tạo thước định vị nhãn cổ áo",
    ],
    other: [
      "Máy ép nhãn mác nhiệt cho áo",
      "Thước đo nhanh vòng cổ áo",
      "Phần mềm in nhãn mác theo đơn hàng",
    ],
  },
  {
    title: "Nhắc lịch tái khám cho người bệnh đái tháo đường qua Zalo",
    same: [
      "nhac lich tai kham nguoi benh dai thao duong qua zalo",
      "Dùng Zalo nhắc người bệnh đái tháo đường tái khám",
      "Ứng dụng Zalo nhắc lịch tái khám bệnh nhân đái tháo đường",
    ],
    other: [
      "Tư vấn dinh dưỡng cho người bệnh đái tháo đường qua Zalo",
      "Sổ theo dõi đường huyết cho người bệnh đái tháo đường",
      "Nhắc lịch tiêm chủng cho trẻ qua Zalo",
    ],
  },
  {
    title: "Phễu rót nguyên liệu có van định lượng cho máy trộn thức ăn chăn nuôi",
    same: [
      "pheu rot nguyen lieu co van dinh luong may tron thuc an chan nuoi",
      "Lắp van định lượng vào phễu rót của máy trộn thức ăn chăn nuôi",
      "Cải tiến phễu rót nguyên liệu máy trộn thức ăn chăn nuôi bằng van định lượng",
    ],
    other: [
      "Cánh khuấy tháo nhanh cho máy trộn thức ăn chăn nuôi",
      "Cân định lượng đóng bao thức ăn chăn nuôi",
      "Hút bụi tại phễu rót xi măng",
    ],
  },
  {
    title: "Xe đẩy bình ô xy ba bánh lên xuống bậc thềm",
    same: [
      "xe day binh oxy 3 banh len xuong bac them",
      "Thiết kế xe đẩy ba bánh đưa bình ô xy lên bậc thềm",
      "Xe ba bánh đẩy bình ô xy qua bậc thềm",
    ],
    other: [
      "Giá cố định bình ô xy chống đổ",
      "Xe đẩy rác ba bánh lên xuống bậc thềm",
      "Ram dốc di động cho xe lăn lên bậc thềm",
    ],
  },
  {
    title: "Số hóa hồ sơ đoàn viên bằng bảng tính dùng chung",
    same: [
      "so hoa ho so doan vien bang bang tinh dung chung",
      "Quản lý hồ sơ đoàn viên số hóa trên bảng tính dùng chung",
      "Dùng bảng tính chung để số hóa hồ sơ đoàn viên",
    ],
    other: [
      "Số hóa hồ sơ bệnh án ngoại trú",
      "Thu đoàn phí bằng mã QR",
      "Bảng tính theo dõi tiến độ sản xuất dùng chung",
    ],
  },
  {
    title: "Đồ gá uốn ống đồng không móp cho tổ lắp máy lạnh",
    same: [
      "do ga uon ong dong khong mop to lap may lanh",
      "Gá uốn ống đồng chống móp khi lắp máy lạnh",
      "Chế tạo đồ gá uốn ống đồng không bị móp",
    ],
    other: [
      "Dao cắt ống đồng cầm tay cho tổ lắp máy lạnh",
      "Đồ gá hàn ống đồng hai đầu",
      "Giá đỡ dàn nóng máy lạnh trên cao",
    ],
  },
  {
    title: "Kệ xoay để chỉ may theo màu",
    same: [
      "ke xoay de chi may theo mau",
      "Làm kệ xoay phân màu để chỉ may",
      "Kệ xoay xếp chỉ may theo từng màu",
    ],
    other: ["Máy đánh suốt chỉ tự động", "Kệ xoay để khuôn ép nhựa", "Bảng màu đối chiếu chỉ may với vải"],
  },
  {
    title: "Hệ thống cảnh báo quá nhiệt động cơ quạt lò",
    same: [
      "he thong canh bao qua nhiet dong co quat lo",
      "Cảnh báo động cơ quạt lò bị quá nhiệt",
      "Lắp cảm biến cảnh báo quá nhiệt cho động cơ quạt lò",
    ],
    other: [
      "Biến tần khởi động mềm động cơ quạt lò",
      "Hệ thống cảnh báo quá tải cầu trục",
      "Bọc cách nhiệt vỏ lò",
    ],
  },
  {
    title: "Dạy từ vựng tiếng Anh lớp 3 qua bài hát và động tác",
    same: [
      "day tu vung tieng anh lop 3 qua bai hat va dong tac",
      "Dùng bài hát và động tác dạy từ vựng tiếng Anh lớp 3",
      "Sử dụng bài hát, động tác để dạy học sinh lớp 3 từ vựng tiếng Anh",
    ],
    other: [
      "Dạy từ vựng tiếng Anh lớp 3 bằng thẻ tranh",
      "Rèn kỹ năng nói tiếng Anh lớp 3 qua đóng vai",
      "Dạy bảng nhân lớp 3 qua bài hát",
    ],
  },
  {
    title: "Thùng rác phân loại có cân và in phiếu đổi quà cho học sinh",
    same: [
      "thung rac phan loai co can va in phieu doi qua hoc sinh",
      "Thùng phân loại rác biết cân, in phiếu đổi quà cho học sinh",
      "Chế tạo thùng rác phân loại cân rác và in phiếu đổi quà",
    ],
    other: [
      "Thùng rác phân loại mở nắp bằng chân",
      "Đổi giấy vụn lấy cây xanh cho học sinh",
      "Cân điện tử in phiếu cho bếp ăn",
    ],
  },
  {
    title: "Rút ngắn thời gian thay khuôn máy dập 63 tấn bằng bàn trượt",
    same: [
      "rut ngan thoi gian thay khuon may dap 63 tan bang ban truot",
      "Bàn trượt thay khuôn nhanh cho máy dập 63 tấn",
      "Dùng bàn trượt để thay khuôn máy dập nhanh hơn",
    ],
    other: [
      "Thanh chắn an toàn máy dập 63 tấn",
      "Bôi trơn tự động khuôn máy dập",
      "Bàn trượt đưa phôi vào máy cắt tôn",
    ],
  },
  {
    title: "Tủ sấy bát đũa bằng hơi nóng thừa của nồi hơi",
    same: [
      "tu say bat dua bang hoi nong thua cua noi hoi",
      "Tận dụng hơi nóng thừa nồi hơi để sấy bát đũa",
      "Sấy bát đũa nhà ăn bằng hơi thừa của nồi hơi",
    ],
    other: [
      "Thu hồi nước ngưng của nồi hơi",
      "Tủ sấy quần áo bảo hộ bằng điện trở",
      "Sấy gỗ bằng hơi nóng thừa của lò gạch",
    ],
  },
  {
    title: "Bẫy dính côn trùng tự chế từ chai nhựa cho vườn cam",
    same: [
      "bay dinh con trung tu che tu chai nhua cho vuon cam",
      "Làm bẫy dính côn trùng vườn cam từ chai nhựa cũ",
      "Chai nhựa làm bẫy côn trùng cho vườn cam",
    ],
    other: [
      "Tưới nhỏ giọt cho vườn cam từ chai nhựa",
      "Bẫy đèn bắt bướm cho vườn rau",
      "Bao trái cam chống ruồi vàng",
    ],
  },
  {
    title: "Quy trình bốn bước tiếp công dân tại trụ sở xã",
    same: [
      "quy trinh bon buoc tiep cong dan tai tru so xa",
      "Tiếp công dân ở trụ sở xã theo quy trình bốn bước",
      "Xây dựng quy trình tiếp công dân bốn bước tại xã",
    ],
    other: [
      "Quy trình bốn bước giao ca an toàn",
      "Lịch tiếp công dân trực tuyến của xã",
      "Hòm thư góp ý điện tử tại trụ sở xã",
    ],
  },
  {
    title: "Gắn nam châm thu mạt sắt trên máy tiện",
    same: [
      "gan nam cham thu mat sat tren may tien",
      "Thu mạt sắt máy tiện bằng nam châm",
      "Dùng nam châm hút mạt sắt ở máy tiện",
    ],
    other: [
      "Tấm che phoi bắn trên máy tiện",
      "Nam châm giữ tua vít trên thành máy",
      "Thu dầu làm mát máy tiện để dùng lại",
    ],
  },
  {
    title: "Sổ tay điện tử tra liều thuốc cho trẻ em ở khoa nhi",
    same: [
      "so tay dien tu tra lieu thuoc tre em khoa nhi",
      "Tra liều thuốc nhi bằng sổ tay điện tử",
      "Xây dựng sổ tay điện tử tra cứu liều thuốc trẻ em tại khoa nhi",
    ],
    other: [
      "Sổ tay điện tử cho điều dưỡng mới ở khoa nhi",
      "Tủ thuốc trực có chia ngăn ở khoa nhi",
      "Góc vui chơi cho trẻ em ở khoa nhi",
    ],
  },
  {
    title: "Máy cuốn ống giấy từ bìa các tông thải",
    same: [
      "may cuon ong giay tu bia cac tong thai",
      "Chế máy cuốn ống giấy bằng bìa các tông thải",
      "Tận dụng bìa các tông thải để cuốn ống giấy bằng máy tự chế",
    ],
    other: ["Máy ép kiện bìa các tông thải", "Máy cắt ống giấy hai đầu", "Khay đựng hàng từ bìa các tông"],
  },
  {
    title: "Đèn cảnh báo xe nâng ở góc khuất kho hàng",
    same: [
      "den canh bao xe nang o goc khuat kho hang",
      "Lắp đèn cảnh báo xe nâng tại góc khuất trong kho hàng",
      "Cảnh báo xe nâng bằng đèn ở các góc khuất của kho",
    ],
    other: [
      "Gương cầu lồi ở góc khuất kho hàng",
      "Đèn chiếu vạch đỏ gắn trên xe nâng",
      "Sạc ắc quy xe nâng giờ thấp điểm",
    ],
  },
  {
    title: "Bộ kẹp cuộn dây điện khi kéo cáp trên cột",
    same: [
      "bo kep cuon day dien khi keo cap tren cot",
      "Kẹp giữ cuộn dây điện lúc kéo cáp lên cột",
      "Chế tạo bộ kẹp cuộn dây để kéo cáp trên cột điện",
    ],
    other: [
      "Tời kéo cáp bằng máy khoan trên cột",
      "Kẹp cáp quang chống trượt trên cột",
      "Xe chở cuộn dây điện vào khu dân cư",
    ],
  },
  {
    title: "Chuồng ủ phân hữu cơ ba ngăn có thông khí",
    same: [
      "chuong u phan huu co ba ngan co thong khi",
      "Ủ phân hữu cơ trong chuồng ba ngăn thông khí",
      "Thiết kế chuồng ba ngăn thông khí để ủ phân hữu cơ",
    ],
    other: [
      "Men vi sinh ủ phân hữu cơ từ lá chè",
      "Chuồng gà ba tầng có thông khí",
      "Máy trộn phân hữu cơ mini",
    ],
  },
  {
    title: "Nhắc việc tự động cho tổ bảo trì bằng bảng màu",
    same: ["Bảng màu tự động nhắc việc cho tổ bảo trì"],
    other: ["Bảng màu nhận biết đường ống nước và khí nén"],
  },
  {
    title: "Tra cứu bản vẽ bằng mã QR",
    same: ["Dùng mã QR để tra cứu bản vẽ"],
    other: ["Dán mã QR lên bản vẽ để lưu kho"],
  },
]
