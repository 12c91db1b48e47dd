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
]
