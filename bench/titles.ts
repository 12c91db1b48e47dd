/** A repeatable stream of numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const list = (text: string): readonly string[] => text.split(",").map((each) => each.trim())

const ACTS =
  list(`Cải tiến, Thiết kế, Chế tạo, Ứng dụng, Số hóa, Tự động hóa, Sắp xếp lại, Lắp thêm, Thay thế, Cải tạo, Giải pháp quản lý,
  Xây dựng, Một số biện pháp sử dụng, Nghiên cứu chế tạo, Bố trí lại, Tận dụng, Rút gọn, Giám sát từ xa, Chuẩn hóa, Làm mới`)
const THINGS =
  list(`cữ gá may túi hộp, cữ gá may cổ áo, cữ cuốn sườn, chân vịt may bo gấu, bàn ép keo cổ áo, rập cải tiến may nẹp, dưỡng ghép vai,
  khuôn dập chi tiết loa, khuôn ép nhựa vỏ sạc, đồ gá hàn khung, đồ gá khoan mặt bích, dao tiện ren trong, lò sấy chè, máy vò chè, máy sao chè tôn quay,
  băng tải than, máng rót than, sàng rung phân loại quặng, bơm bùn hố thu, quạt thông gió lò chợ, tời trục giếng phụ, goòng chở vật liệu, cột chống thủy lực,
  vì neo chất dẻo, lò nung clinker, vòi đốt dầu, bộ lọc bụi túi vải, cân đóng bao xi măng, con lăn băng tải, hệ thống tưới nhỏ giọt, giàn phơi thuốc bắc,
  quy trình cấp phát thuốc, tủ thuốc cấp cứu lưu động, xe đẩy bệnh nhân, giá treo dịch truyền, phiếu chăm sóc người bệnh, quy trình tiêm chủng, hộp đựng vật sắc nhọn,
  bài giảng điện tử môn Toán, trò chơi học vần, góc thư viện xanh, bản đồ tư duy môn Lịch sử, đồ dùng dạy học từ phế liệu, sổ liên lạc điện tử, ngân hàng đề kiểm tra,
  phần mềm chấm công, phần mềm theo dõi hồ sơ, biểu mẫu báo cáo, sổ theo dõi đoàn viên, quy trình tiếp nhận hồ sơ một cửa, kho vật tư, mã vạch kiểm kê kho,
  tủ điện điều khiển, biến tần máy nén khí, đèn chiếu sáng nhà xưởng, hệ thống thu hồi nhiệt, đường ống hơi, van xả đáy, tháp giải nhiệt, máy hàn tự động,
  máy cắt vải đầu bàn, máy trải vải, máy dò kim, bàn là hơi treo, giá để cuộn vải, xe chở bán thành phẩm, dây chuyền sơn tĩnh điện, bể mạ kẽm, cầu trục năm tấn,
  palăng điện, máy mài hai đá, tấm chắn phoi, bộ kẹp phôi nhanh, đầu khoan nhiều mũi, rơ le bảo vệ trạm biến áp, sào thao tác trung thế, thang cách điện,
  đồng hồ đo nước từ xa, máy bơm trạm cấp nước, thùng phân loại rác, xe quét rác, hệ thống camera giám sát, cổng ra vào tự động, máy đếm viên nang`)
const PLACES =
  list(`ở chuyền may, tại xưởng cơ khí, cho phân xưởng lò, ở kho thành phẩm, cho tổ cơ điện, tại khoa cấp cứu, cho lớp chủ nhiệm, tại bộ phận một cửa,
  cho ca đêm, ở công đoạn hoàn thiện, tại trạm nghiền, ở khu đóng gói, cho đội xe, tại trạm y tế, cho học sinh dân tộc, ở nhà ăn ca, tại bãi than, cho máy đời cũ,
  ở khâu kiểm hàng, cho dây chuyền hai, tại vườn ươm, ở phòng thí nghiệm, cho hộ nghèo, tại nhà văn hóa`)
const AIMS =
  list(`giảm phế phẩm, tiết kiệm điện, giảm thời gian chờ, tăng năng suất, nâng cao an toàn lao động, giảm tiếng ồn, chống bụi, giảm hao hụt nguyên liệu,
  bỏ công đoạn mài tay, giảm ba thao tác, tránh kẹt tay, chống rò rỉ dầu, hạn chế nhầm lẫn, rút ngắn đường đi, giảm sức người, tăng tuổi thọ vòng bi, tiết kiệm nước,
  không phải dừng máy, dễ vệ sinh, tận dụng vật liệu thừa, giảm tồn kho, nâng tỷ lệ chuyên cần, tăng hứng thú đọc sách, cảnh báo sớm sự cố, giảm mùi hôi, chống trơn trượt,
  giữ nhiệt đều, thay mới trong mười phút, phát hiện lỗi ngay, giảm tai nạn khi bốc xếp`)
const DETAILS =
  list(`bằng cảm biến quang, bằng xi lanh khí nén, dùng lò xo hồi, gắn bánh xe xoay, có khóa an toàn, bằng vật liệu tái chế, dùng mã QR, bằng bảng màu,
  có đèn báo, theo nguyên tắc 5S, bằng inox tấm, dùng nam châm vĩnh cửu, bằng bộ đếm tự ngắt, có nắp che trong suốt, kèm bảng hướng dẫn, dùng vòi phun sương, bằng gỗ ép,
  có phao tự động, bằng ray trượt, dùng nhiệt dư, kèm phiếu kiểm tra, bằng động cơ giảm tốc, có tay đòn phụ, qua điện thoại, bằng khung nhôm định hình`)
const BRANDS =
  list(`TNG, Sông Công, Gò Đầm, Phổ Yên, Trại Cau, Núi Hồng, Khánh Hòa, Làng Cẩm, Quang Sơn, La Hiên, Đình Cả, Túc Duyên, Hùng Sơn, Bảo Cường, Ba Hàng, Kha Sơn,
  Yên Ninh, Đu, Giang Tiên, Chùa Hang, Hóa Thượng, Linh Sơn, Tân Long, Phú Lương, Quyết Thắng`)
const ORGANISATIONS = list(
  "Công ty May, Công ty Cơ khí, Trường Tiểu học, Trường THCS, Mỏ than, Bệnh viện, Hợp tác xã, Trung tâm",
)

/** Titles as campaigns get them: few phrases in many combinations, half of them with their unit's name. */
export function makeTitle(random: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] as string
  // Popular things are popular: the first ones of each list come more often.
  const often = (from: readonly string[]) => from[Math.floor(random() * random() * from.length)] as string
  const parts = [`${often(ACTS)} ${often(THINGS)}`]
  if (random() < 0.5) parts.push(pick(DETAILS))
  if (random() < 0.5) parts.push(pick(PLACES))
  if (random() < 0.8) parts.push(pick(AIMS))
  if (random() < 0.35) parts.push(`tại ${pick(ORGANISATIONS)} ${pick(BRANDS)}`)
  return parts.join(" ")
}

/** `count` titles, the same for the same seed. */
export function* makeTitles(count: number, seed: number): Generator<string> {
  const random = seeded(seed)
  for (let made = 0; made < count; made++) yield makeTitle(random)
}

/** The title as somebody else would write it: a share of its words exchanged, the rest in another order, without marks. */
export function retell(
  title: string,
  how: { readonly change: number; readonly reorder: boolean; readonly bare: boolean; readonly unit?: string },
  random: () => number,
): string {
  const words = title.split(" ")
  const changed = Math.floor(words.length * how.change)
  const strange = makeTitle(random).split(" ")
  const places = shuffled([...words.keys()], random).slice(0, changed)
  for (const [nth, place] of places.entries()) words[place] = strange[nth % strange.length] as string
  const ordered = how.reorder ? shuffled(words, random) : words
  const text = [...ordered, ...(how.unit === undefined ? [] : [how.unit])].join(" ")
  return how.bare ? text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D") : text
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T]
  }
  return mixed
}
