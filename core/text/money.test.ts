import fc from "fast-check"
import { expect, test } from "vitest"
import { formatMoney, formatReading, type Money, type MoneyReading } from "./money.ts"
import { extractBenefit, parseMoney } from "./money-reading.ts"
import { anyText } from "./testing.ts"

const NUMBER_WORDS_SAID = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]

/** "50000000 VND /year about", "1..2 VND range", "? VND" without a number, "a | b" when ambiguous, or the kind. */
function brief(reading: MoneyReading): string {
  if (reading.kind === "money") return briefMoney(reading.money)
  return reading.kind === "ambiguous" ? reading.readings.map(briefMoney).join(" | ") : reading.kind
}

function briefMoney({ amount, amountMax, currency, period, qualifier }: Money): string {
  const range = amountMax === undefined ? "" : `..${amountMax}`
  const words = [currency, period && `/${period}`, qualifier].filter((word) => word !== null)
  return `${amount ?? "?"}${range} ${words.join(" ")}`
}

test.each([
  ["30.000.000 đồng", "30000000 VND"],
  ["3,843 tỷ đồng", "3843000000 VND"],
  ["15,9 tỷ đồng/năm", "15900000000 VND /year"],
  ["2,735 tỉ", "2735000000 VND"],
  ["33.000 tỷ đồng", "33000000000000 VND"],
  ["10.000 tỉ", "10000000000000 VND"],
  ["250 triệu đồng/năm", "250000000 VND /year"],
  ["107 tỉ 786 triệu đồng", "107786000000 VND"],
  ["gần 246 triệu", "246000000 VND nearly"],
  ["trên 501 tỷ", "501000000000 VND over"],
  ["hàng trăm triệu", "? VND"],
  ["hàng trăm triệu đồng mỗi năm", "? VND /year"],
  ["từ 3 tỉ đến 100 tỉ", "3000000000..100000000000 VND range"],
  ["80 triệu mỗi tháng", "80000000 VND /month"],
  ["41.040 USD", "41040 USD"],
  ["17 sáng kiến, tổng 501,5 tỷ", "501500000000 VND /total"],
  ["tổng 501,5 tỷ", "501500000000 VND /total"],
  ["50tr", "50000000 VND"],
  ["50 tr", "50000000 VND"],
  ["50 củ", "50000000 VND"],
  ["cỡ chừng ba chục củ", "30000000 VND about"],
  ["1tr5", "1500000 VND"],
  ["1 tỷ 2", "1200000000 VND"],
  ["1.2 tỷ", "1200000000 VND"],
  ["200k", "200000 VND"],
  ["200 nghìn", "200000 VND"],
  ["200 ngàn", "200000 VND"],
  ["300tr/năm", "300000000 VND /year"],
  ["5 chai", "5000000 VND"],
  ["0đ", "0 VND"],
  ["0", "0 VND"],
  ["không tính được", "none_given"],
  ["ko tinh dc", "none_given"],
  ["chị ko bít tính tiền đâu", "none_given"],
  ["chịu thôi em", "none_given"],
  ["không biết nữa", "none_given"],
  ["chưa tính được bằng tiền", "none_given"],
  ["1,2 tỷ đồng/năm", "1200000000 VND /year"],
  ["120tr", "120000000 VND"],
  ["200k mỗi ca", "200000 VND /shift"],
  ["1ty2", "1200000000 VND"],
  ["1ty2 moi nam", "1200000000 VND /year"],
  ["3.843 tỷ", "3843000000 VND | 3843000000000 VND"],
  ["1.500 triệu", "1500000 VND | 1500000000 VND"],
  ["1,500 triệu", "1500000 VND"],
  ["1,000 triệu", "1000000 VND | 1000000000 VND"],
  ["50 triệu 1 năm", "50000000 VND /year"],
  ["50 TRIỆU MỘT NĂM", "50000000 VND /year"],
  ["50 trieu mot nam", "50000000 VND /year"],
  ["120", "unreadable"],
  ["120000000", "120000000 VND"],
  ["2022", "unreadable"],
  ["1.500", "1500 VND"],
  ["30 000 000 đ", "30000000 VND"],
  ["50 triệu đồng trở lên", "50000000 VND over"],
  ["khoảng 50-60 triệu/năm", "50000000..60000000 VND /year range"],
  ["3-5 tỷ", "3000000000..5000000000 VND range"],
  ["tầm 5 6 triệu", "5000000..6000000 VND range"],
  ["5 6 triệu", "5000000..6000000 VND range | 5600000 VND"],
  ["tầm 2 5 triệu", "2000000..5000000 VND range | 2500000 VND about"],
  ["6 5 triệu", "unreadable"],
  ["khoảng 10 15 triệu/năm", "10000000..15000000 VND /year range"],
  ["chừng 5, 6tr một tháng", "5000000..6000000 VND /month range"],
  ["năm sáu triệu", "5000000..6000000 VND range"],
  ["5 hoặc 6 triệu", "5000000..6000000 VND range"],
  ["năm hay sáu triệu mỗi năm", "5000000..6000000 VND /year range"],
  ["2 hoặc 5 triệu", "2000000 VND | 5000000 VND"],
  ["30 triệu hoặc 3 tỷ", "30000000 VND | 3000000000 VND"],
  ["tầm 300 400 nghìn 1 tháng", "300000..400000 VND /month range"],
  ["300 000 đồng", "300000 VND"],
  ["trên dưới 50 triệu", "50000000 VND about"],
  ["5 triệu bạc", "5000000 VND"],
  ["tiết kiệm được mỗi năm khoảng mười lăm triệu đồng chấm hết", "15000000 VND /year about"],
  ["một trăm triệu tròn", "100000000 VND"],
  ["mỗi năm năm bảy triệu", "5000000..7000000 VND /year range"],
  ["bốn năm triệu", "4000000..5000000 VND range"],
  ["hai ba trăm nghìn một tháng", "200000..300000 VND /month range"],
  ["ba bốn mươi triệu", "30000000..40000000 VND range"],
  ["tám chín triệu", "8000000..9000000 VND range"],
  ["tầm chín triệu", "9000000 VND about"],
  ["một năm sáu triệu", "6000000 VND /year"],
  ["dăm bảy triệu", "? VND"],
  ["50tr den 60tr", "50000000..60000000 VND range"],
  ["800 - 1.200 triệu", "800000000..1200000000 VND range"],
  ["dạ khoảng 50 triệu ạ", "50000000 VND about"],
  ["mỗi năm 50 triệu", "50000000 VND /year"],
  ["hàng năm tiết kiệm 50 triệu đồng", "50000000 VND /year"],
  ["1 năm tiết kiệm 5 triệu", "5000000 VND /year"],
  ["hai trăm năm mươi triệu", "250000000 VND"],
  ["một tỷ hai", "1200000000 VND"],
  ["tỷ rưỡi", "1500000000 VND"],
  ["trăm rưỡi triệu", "150000000 VND"],
  ["tram ruoi trieu mot nam", "150000000 VND /year"],
  ["hai trăm rưỡi nghìn", "250000 VND"],
  ["chục rưỡi triệu", "15000000 VND"],
  ["2 trăm rưỡi triệu", "250000000 VND"],
  ["2 tram ruoi trieu 1 nam", "250000000 VND /year"],
  ["2 trăm năm mươi triệu", "250000000 VND"],
  ["2 trăm 50 triệu", "250000000 VND"],
  ["một tỷ trăm rưỡi", "1150000000 VND"],
  ["1 tỷ 2 trăm rưỡi triệu", "1250000000 VND"],
  ["nghìn rưỡi tỷ", "1500000000000 VND"],
  ["ngàn rưỡi triệu/năm", "1500000000 VND /year"],
  ["hai nghìn rưỡi tỷ", "2500000000000 VND"],
  ["2 nghìn 5 trăm triệu", "2500000000 VND"],
  ["hai nghìn năm trăm triệu", "2500000000 VND"],
  ["2 nghìn 500 tỷ", "2500000000000 VND"],
  ["nghìn hai tỷ", "1200000000000 VND"],
  ["nghìn rưỡi", "1500 VND"],
  ["hai nghìn rưỡi", "2500 VND"],
  ["trăm hai triệu", "120000000 VND"],
  ["trăm mốt triệu", "110000000 VND"],
  ["hai trăm mốt triệu", "210000000 VND"],
  ["trăm tám mươi triệu", "180000000 VND"],
  ["hai trăm hai triệu", "202000000 VND | 220000000 VND"],
  ["hai trăm linh năm triệu", "205000000 VND"],
  ["triệu rưỡi", "1500000 VND"],
  ["năm triệu", "5000000 VND"],
  ["tám triệu rưỡi", "8500000 VND"],
  ["mười lăm triệu đồng một tháng", "15000000 VND /month"],
  ["nửa tỷ", "500000000 VND"],
  ["2 nghìn tỷ", "2000000000000 VND"],
  ["1tr25", "1025000 VND | 1250000 VND"],
  ["1tr05", "1050000 VND"],
  ["1tr250", "1250000 VND"],
  ["1 triệu 500 nghìn", "1500000 VND"],
  ["1 triệu 500.000 đồng", "1500000 VND"],
  ["1 tỷ 2 năm", "unreadable"],
  ["mười lăm đến hai mươi triệu", "15000000..20000000 VND range"],
  ["muoi lam den hai muoi trieu 1 thang", "15000000..20000000 VND /month range"],
  ["trăm rưỡi tới hai trăm triệu", "150000000..200000000 VND range"],
  ["hai đến ba trăm triệu", "200000000..300000000 VND range"],
  ["2 đến 3 trăm triệu", "200000000..300000000 VND range"],
  ["hai đến năm trăm triệu", "unreadable"],
  ["năm đến mười triệu", "unreadable"],
  ["năm trăm đến một tỷ", "unreadable"],
  ["500 triệu đến một tỷ", "500000000..1000000000 VND range"],
  ["gần tỷ", "1000000000 VND nearly"],
  ["gan ty dong moi nam", "1000000000 VND /year nearly"],
  ["hơn tỉ", "1000000000 VND over"],
  ["tầm tỷ một năm", "1000000000 VND /year about"],
  ["tám tỷ một năm", "8000000000 VND /year"],
  ["gần tỷ lệ cũ", "unreadable"],
  ["cả trăm triệu chứ ít", "? VND over"],
  ["cả trăm triệu một năm chứ ít gì", "? VND /year over"],
  ["50 triệu là ít", "50000000 VND over"],
  ["2 trăm mấy chục triệu", "? VND"],
  ["ba mươi mấy triệu một năm", "? VND /year"],
  ["200k/ca x 3 ca", "unreadable"],
  ["100 triệu trong 2 năm", "100000000 VND /total"],
  ["$50", "50 USD"],
  ["$1,200.50", "1200.5 USD"],
  ["5k USD", "5000 USD"],
  ["1.5 triệu đô", "1500000 USD"],
  ["50 triệu/máy", "50000000 VND /item"],
  ["khoảng hơn 30.000.000 đồng/vị trí trạm/năm", "30000000 VND /item over"],
  ["giảm trên 80 triệu đồng mỗi tháng", "80000000 VND /month over"],
  ["giảm 70% thời gian may túi, tiết kiệm khoảng 300 triệu đồng/năm", "300000000 VND /year about"],
  ["bốn sáng kiến trong năm làm lợi khoảng 2 tỉ đồng", "2000000000 VND /year about"],
  ["từ 41.040 USD/năm xuống 7.200 USD/năm", "unreadable"],
  ["giá thành khoảng 10 triệu đồng/bộ", "unreadable"],
  ["chi phí 10 triệu", "unreadable"],
  ["không nêu bằng tiền; hết lỗi may nhầm mặt cúc", "none_given"],
  ["không tính được bằng tiền; 90% thầy cô được hỏi sẵn sàng tham gia", "none_given"],
  ["làm lợi trên 3,843 tỷ đồng; ước khoảng 30,7 tỷ đồng/năm", "unreadable"],
  ["hàng trăm triệu đồng (tính chung nhiều sáng kiến)", "? VND"],
  ["70%", "unreadable"],
  ["-50 triệu", "unreadable"],
  ["ok", "unreadable"],
  ["bỏ qua", "unreadable"],
  ["vài chục triệu", "? VND"],
  ["500 đồng/sản phẩm", "500 VND /item"],
  ["30.000.000", "30000000 VND"],
  ["1.5", "unreadable"],
  ["1.2.3 tỷ", "unreadable"],
  ["999999999999 tỷ", "unreadable"],
  ["50trđ/năm", "50000000 VND /year"],
  ["120 tr.đ", "120000000 VND"],
  ["120 tr.đồng/năm", "120000000 VND /year"],
  ["tầm 20tr/tháng e nhé", "20000000 VND /month about"],
  ["5tr/th", "5000000 VND /month"],
  ["mỗi thg 2tr", "2000000 VND /month"],
  ["năm được chục triệu", "? VND /year"],
  ["120tr/n", "120000000 VND /year"],
  ["20tr mỗi lần thay", "20000000 VND /time"],
  ["tối thiểu 30 triệu đồng/năm", "30000000 VND /year over"],
  ["không dưới 30 triệu", "30000000 VND over"],
  ["200tr hơn", "200000000 VND over"],
  ["mỗi tháng đỡ được 5 triệu tiền điện", "5000000 VND /month"],
  ["mỗi năm đỡ 20 triệu", "20000000 VND /year"],
  ["saves 50 million VND per year", "50000000 VND /year"],
  ["saves about 5 million a month", "5000000 VND /month about"],
  ["200 thousand per day", "200000 VND /day"],
  ["2 billion VND yearly", "2000000000 VND /year"],
  ["tiết kiệm 8 triệu tiền điện mỗi tháng", "8000000 VND /month"],
  ["5 triệu tiền điện", "5000000 VND"],
  ["tiết kiệm 500k/tháng tiền thu gom", "500000 VND /month"],
  ["cả năm được 50tr", "50000000 VND /year"],
  ["50 triệu/năm học", "50000000 VND /year"],
  ["phi kinh tế", "none_given"],
  ["lợi ích xã hội là chính, không tính bằng tiền", "none_given"],
  ["giảm lỗi may, không", "unreadable"],
  ["20 triệu/tháng x 12", "unreadable"],
  ["50 triệu hoặc 60 triệu", "50000000 VND | 60000000 VND"],
  ["tiết kiệm tiền điện 5 triệu/tháng", "5000000 VND /month"],
  ["làm lợi: 120tr", "120000000 VND"],
  ["50 triệu năm", "50000000 VND /year"],
  ["từ 50 triệu trở lên", "50000000 VND over"],
  ["tối đa 50 triệu", "50000000 VND up_to"],
  ["50tr+", "50000000 VND over"],
  ["1 tỷ 200 triệu 500 nghìn đồng", "1200500000 VND"],
  ["đến 50.000.000 đ/năm", "50000000 VND /year up_to"],
  ["50.000.000–60.000.000 đ/tháng", "50000000..60000000 VND /month range"],
  ["0,5 tỷ", "500000000 VND"],
  ["0.500 tỷ", "500000000 VND"],
  ["0.125 tỷ", "125000000 VND"],
  ["780 lít", "unreadable"],
  ["50 Triệu Đồng", "50000000 VND"],
  ["50TR", "50000000 VND"],
  ["50Tr/Năm", "50000000 VND /year"],
  ["50 triệu VNĐ", "50000000 VND"],
  ["50 triệu vnd", "50000000 VND"],
  ["50.000.000đ", "50000000 VND"],
  ["50,000,000 VND", "50000000 VND"],
  ["50.000.000 ₫/năm", "50000000 VND /year"],
  ["50 000 000", "50000000 VND"],
  ["5.000.000 đ/tháng", "5000000 VND /month"],
  ["1 tỉ", "1000000000 VND"],
  ["1 tỷ đồng", "1000000000 VND"],
  ["1tỷ", "1000000000 VND"],
  ["1ty", "1000000000 VND"],
  ["1 ti 5", "1500000000 VND"],
  ["2ty5/năm", "2500000000 VND /year"],
  ["1,5 tỷ/năm", "1500000000 VND /year"],
  ["1.5tr", "1500000 VND"],
  ["1.55 tỷ", "1550000000 VND"],
  ["1.2345 tỷ", "1234500000 VND"],
  ["12,5 triệu đồng/tháng", "12500000 VND /month"],
  ["1.234,5 triệu đồng", "1234500000 VND"],
  ["1,234.5 triệu", "1234500000 VND"],
  ["1.234.567 triệu", "1234567000000 VND"],
  ["500 nghìn đồng mỗi ngày", "500000 VND /day"],
  ["500 nghìn/ngày", "500000 VND /day"],
  ["500k/ngày", "500000 VND /day"],
  ["300k/lần", "300000 VND /time"],
  ["300 nghìn đồng mỗi lần", "300000 VND /time"],
  ["2 triệu/tuần", "2000000 VND /week"],
  ["15 triệu/quý", "15000000 VND /quarter"],
  ["20 nghìn đồng/giờ", "20000 VND /hour"],
  ["200k/ca/máy", "200000 VND /item"],
  ["50 triệu mỗi máy", "50000000 VND /item"],
  ["50 triệu đồng/1 năm", "50000000 VND /year"],
  ["50 triệu đồng trong 1 năm", "50000000 VND /year"],
  ["50 triệu năm 2022", "50000000 VND /year"],
  ["50 triệu một quý", "50000000 VND /quarter"],
  ["hàng tháng tiết kiệm 3 triệu", "3000000 VND /month"],
  ["một tháng 5 triệu", "5000000 VND /month"],
  ["năm 2022 làm lợi 50 triệu", "50000000 VND /year"],
  ["tổng cộng 200 triệu", "200000000 VND /total"],
  ["200 triệu tổng cộng", "200000000 VND /total"],
  ["ước tính 50 triệu đồng", "50000000 VND about"],
  ["ước khoảng 50 triệu", "50000000 VND about"],
  ["khoảng chừng 50 triệu", "50000000 VND about"],
  ["tầm 50 triệu", "50000000 VND about"],
  ["tam 50tr", "50000000 VND about"],
  ["chừng 50tr", "50000000 VND about"],
  ["cỡ 50 triệu", "50000000 VND about"],
  ["xấp xỉ 50 triệu", "50000000 VND about"],
  ["~50 triệu", "50000000 VND about"],
  ["cỡ mười mấy triệu", "? VND about"],
  ["mỗi tháng đỡ mua chục cái kéo tầm 500 ngàn", "500000 VND /month about"],
  ["tháng giảm 3 triệu", "3000000 VND /month"],
  ["~ 50tr/năm", "50000000 VND /year about"],
  ["hơn 50 triệu", "50000000 VND over"],
  ["hon 50 trieu", "50000000 VND over"],
  ["trên 50tr/năm", "50000000 VND /year over"],
  ["vượt 50 triệu", "50000000 VND over"],
  ["khoảng hơn 22 tỷ đồng", "22000000000 VND over"],
  ["ước gần 1,5 tỉ đồng", "1500000000 VND nearly"],
  ["it nhat 50 trieu", "50000000 VND over"],
  ["không quá 50 triệu", "50000000 VND up_to"],
  ["dưới 50 triệu", "50000000 VND up_to"],
  ["lên đến 2 tỷ đồng", "2000000000 VND up_to"],
  ["50 triệu đổ lại", "50000000 VND up_to"],
  ["10-15 triệu", "10000000..15000000 VND range"],
  ["10 – 15 triệu đồng/tháng", "10000000..15000000 VND /month range"],
  ["từ 10 đến 15 triệu mỗi tháng", "10000000..15000000 VND /month range"],
  ["10 triệu đến 15 triệu", "10000000..15000000 VND range"],
  ["1,2-1,5 tỷ", "1200000000..1500000000 VND range"],
  ["100-200k/ca", "100000..200000 VND /shift range"],
  ["3.500-4.000 triệu", "3500000000..4000000000 VND range"],
  ["60-50 triệu", "unreadable"],
  ["từ 500 triệu đến 1 tỷ", "500000000..1000000000 VND range"],
  ["50.000 - 60.000 USD", "50000..60000 USD range"],
  ["hàng tỷ đồng", "? VND"],
  ["hàng chục triệu đồng/năm", "? VND /year"],
  ["vài trăm triệu", "? VND"],
  ["mấy chục triệu", "? VND"],
  ["chục triệu", "? VND"],
  ["trăm triệu", "? VND"],
  ["hang tram trieu", "? VND"],
  ["tiền tỷ", "? VND"],
  ["một triệu", "1000000 VND"],
  ["hai triệu rưỡi", "2500000 VND"],
  ["ba mươi triệu", "30000000 VND"],
  ["hai mươi lăm triệu một năm", "25000000 VND /year"],
  ["một trăm triệu", "100000000 VND"],
  ["năm trăm nghìn", "500000 VND"],
  ["một tỷ hai trăm triệu", "1200000000 VND"],
  ["hai trăm linh năm triệu", "205000000 VND"],
  ["năm mươi triệu đồng mỗi năm", "50000000 VND /year"],
  ["nửa triệu", "500000 VND"],
  ["1 tỷ rưỡi", "1500000000 VND"],
  ["1tr rưỡi", "1500000 VND"],
  // The scale a thousand below is left unsaid …
  ["một tỷ hai trăm", "1200000000 VND"],
  ["1 tỷ 2 trăm mỗi năm", "1200000000 VND /year"],
  ["mười hai triệu năm trăm", "12500000 VND"],
  ["một tỷ hai trăm năm mươi", "1250000000 VND"],
  ["hai triệu một trăm linh năm", "2105000 VND"],
  ["một tỷ hai chục", "1020000000 VND"],
  ["một tỷ hai mươi", "1020000000 VND"],
  ["một tỷ mười lăm", "1015000000 VND"],
  ["107 tỉ 786 triệu 5 trăm", "107786500000 VND"],
  ["200 nghìn 5 trăm", "200500 VND"],
  // … but not where đồng is said.
  ["12 triệu 5 trăm đồng", "12000500 VND"],
  ["hai tỷ tư", "2400000000 VND"],
  ["2 triệu tư một tháng", "2400000 VND /month"],
  ["bốn lăm triệu", "45000000 VND"],
  ["hai mốt triệu", "21000000 VND"],
  ["ba tư triệu", "34000000 VND"],
  ["2 tỷ từ năm 2025", "unreadable"],
  ["2 tỷ 05", "2050000000 VND"],
  ["1 tỷ 250", "1250000000 VND"],
  ["1tr250k", "1250000 VND"],
  ["1 tỷ lẻ 5 triệu", "1005000000 VND"],
  ["1 tỷ, 200 triệu", "1200000000 VND"],
  ["12k5", "12500 VND"],
  ["3 trăm triệu", "300000000 VND"],
  ["5 chục triệu", "50000000 VND"],
  ["1 triệu USD", "1000000 USD"],
  ["1.761 USD/năm", "1761 USD /year"],
  ["100 đô", "100 USD"],
  ["100 đô la Mỹ", "100 USD"],
  ["100 dollar", "100 USD"],
  ["1.5 usd", "1.5 USD"],
  ["99,95 USD", "99.95 USD"],
  ["50 EUR", "50 EUR"],
  ["2.000.000 won", "2000000 KRW"],
  ["10.000 yên", "10000 JPY"],
  ["500 tệ", "500 CNY"],
  ["$1,200", "1200 USD"],
  ["US$ 500", "500 USD"],
  ["5 tỏi", "5000000000 VND"],
  ["10 củ/tháng", "10000000 VND /month"],
  ["3.843 tỷ (ba tỷ tám trăm bốn mươi ba triệu)", "3843000000 VND"],
  ["20 chai mỗi năm", "20000000 VND /year"],
  ["làm lợi 120tr/năm cho công ty", "120000000 VND /year"],
  ["lam loi 120 trieu dong nam", "120000000 VND /year"],
  ["tiết kiệm được 5 triệu đồng", "5000000 VND"],
  ["giảm chi phí 10 triệu/tháng", "10000000 VND /month"],
  ["trị giá 50 triệu", "50000000 VND"],
  ["giá trị làm lợi: 50 triệu đồng", "50000000 VND"],
  ["Hiệu quả kinh tế 50 triệu/năm", "50000000 VND /year"],
  ["mang lại lợi nhuận 2 tỷ đồng", "2000000000 VND"],
  ["em nghĩ khoảng 50 triệu", "50000000 VND about"],
  ["chắc khoảng 50 triệu anh ơi", "50000000 VND about"],
  ["50 triệu nhé", "50000000 VND"],
  ["50 triệu.", "50000000 VND"],
  ["50 triệu!", "50000000 VND"],
  ["(50 triệu)", "50000000 VND"],
  ["- 50 triệu", "50000000 VND"],
  ["50 triệu gì đó", "50000000 VND"],
  ["không biết", "none_given"],
  ["ko biết ạ", "none_given"],
  ["chưa có số liệu cụ thể", "none_given"],
  ["dạ chưa tính ạ", "none_given"],
  ["khó tính bằng tiền", "none_given"],
  ["k tinh duoc", "none_given"],
  ["không", "none_given"],
  ["chưa", "none_given"],
  ["Không quy đổi được thành tiền", "none_given"],
  ["0 đồng", "0 VND"],
  ["0đ/năm", "0 VND /year"],
  ["1.000", "1000 VND"],
  ["999", "unreadable"],
  ["2023", "unreadable"],
  ["31.3.2022", "unreadable"],
  ["50", "unreadable"],
  ["50%", "unreadable"],
  ["50 người", "unreadable"],
  ["50 triệu lít", "unreadable"],
  ["3D", "unreadable"],
  ["abc", "unreadable"],
  ["triệu", "unreadable"],
  ["tỷ đồng", "unreadable"],
  ["...", "unreadable"],
  ["-", "unreadable"],
  ["50tr 60tr", "unreadable"],
  ["giảm từ 50 triệu xuống 30 triệu", "unreadable"],
  ["giảm từ 22 còn 11 người mỗi ca", "unreadable"],
  ["hết khoảng 60 triệu đồng, trong khi bộ tương tự trên 100 triệu đồng", "unreadable"],
  ["âm 50 triệu", "unreadable"],
  ["1.50.000 đồng", "unreadable"],
  ["1,2,3 tỷ", "unreadable"],
  ["1..5 tỷ", "unreadable"],
  ["1,5 đồng", "unreadable"],
  ["1.000.000 tỷ", "1000000000000000 VND"],
  ["2.000.000 tỷ", "unreadable"],
  ["12345678901234567890 đồng", "unreadable"],
  ["50 triệu đó", "50000000 VND"],
  ["50 trieu do", "50000000 VND"],
  ["50 trieu do la", "50000000 USD"],
  ["50 triệu cả năm", "50000000 VND /year"],
  ["50 triệu một ca", "50000000 VND /shift"],
  ["5 tới 6 triệu", "5000000..6000000 VND range"],
  ["5 toi 6 trieu", "5000000..6000000 VND range"],
  ["50 triệu tới 60 triệu", "50000000..60000000 VND range"],
  ["50 trieu toi 60 trieu", "50000000..60000000 VND range"],
  ["0 - 5 triệu", "0..5000000 VND range"],
  ["500đ", "500 VND"],
  ["từ 50 triệu", "50000000 VND over"],
  ["50 triệu/tháng máy", "unreadable"],
  ["2 tỷ đô", "2000000000 USD"],
])("%j is read as %s", (typed, meaning) => {
  expect(brief(parseMoney(typed))).toBe(meaning)
})

test("an amount keeps what was typed, cleaned", () => {
  const reading = parseMoney("  khoảng\u00A050 Triệu\u200B ạ ")
  expect(reading).toEqual({
    kind: "money",
    money: {
      raw: "khoảng 50 Triệu ạ",
      amount: "50000000",
      currency: "VND",
      period: null,
      qualifier: "about",
    },
  })
})

test("text typed in NFD is read like text typed in NFC", () => {
  expect(brief(parseMoney("khoảng 1 tỷ 200 triệu đồng/năm".normalize("NFD")))).toBe(
    "1200000000 VND /year about",
  )
})

test.each([
  ["120tr/năm", "120.000.000 đ/năm"],
  ["41.040 USD", "41.040 USD"],
  ["99,95 USD", "99,95 USD"],
  ["200k mỗi ca", "200.000 đ/ca"],
  ["từ 3 tỉ đến 100 tỉ", "3.000.000.000–100.000.000.000 đ"],
  ["10-15 triệu/tháng", "10.000.000–15.000.000 đ/tháng"],
  ["khoảng 5 triệu", "khoảng 5.000.000 đ"],
  ["hơn 5 triệu", "trên 5.000.000 đ"],
  ["gần 246 triệu đồng/năm", "gần 246.000.000 đ/năm"],
  ["tối đa 5 triệu", "đến 5.000.000 đ"],
  ["tổng 501,5 tỷ", "501.500.000.000 đ"],
  ["33.000 tỷ đồng", "33.000.000.000.000 đ"],
  ["0đ", "0 đ"],
  ["300k/lần", "300.000 đ/lần"],
  ["hàng trăm triệu đồng mỗi năm", "hàng trăm triệu đồng mỗi năm"],
  ["50 triệu/máy", "50 triệu/máy"],
  ["làm lợi hàng trăm triệu", "hàng trăm triệu"],
])("%j is shown as %s", (typed, shown) => {
  const reading = parseMoney(typed)
  expect(reading.kind === "money" && formatMoney(reading.money)).toBe(shown)
})

test.each([
  ["3.843 tỷ", ["3,843 tỷ đồng", "3.843 tỷ đồng"]],
  ["1.500 triệu/năm", ["1,5 triệu đồng/năm", "1,5 tỷ đồng/năm"]],
  ["1tr25", ["1,025 triệu đồng", "1,25 triệu đồng"]],
  ["1.234 triệu USD", ["1,234 triệu USD", "1,234 tỷ USD"]],
])("%j asks to choose between %j", (typed, choices) => {
  const reading = parseMoney(typed)
  expect(reading.kind === "ambiguous" && reading.readings.map(formatReading)).toEqual(choices)
})

test.each([
  ["3,843 tỷ", "3,843 tỷ đồng"],
  ["3.843 tỷ đồng", "3.843 tỷ đồng"],
])("choosing %j and %j tells the two amounts apart", (typed, shown) => {
  const reading = parseMoney(typed)
  const chosen =
    reading.kind === "ambiguous" ? reading.readings[1] : reading.kind === "money" && reading.money
  expect(chosen && formatReading(chosen)).toBe(shown)
})

test.each([
  [
    "Cải tiến cữ gá may túi hộp giảm 30% thời gian, làm lợi 120tr/năm",
    "Cải tiến cữ gá may túi hộp giảm 30% thời gian",
    "làm lợi 120tr/năm",
    "120000000 VND /year",
  ],
  [
    "thay den led nha xuong tiet kiem 1ty2 moi nam",
    "thay den led nha xuong tiet kiem 1ty2 moi nam",
    "tiet kiem 1ty2 moi nam",
    "1200000000 VND /year",
  ],
  ["Cải tiến máy ép keo cổ áo - 45tr", "Cải tiến máy ép keo cổ áo", "45tr", "45000000 VND"],
  ["Cải tiến cữ gá – 45 triệu/năm", "Cải tiến cữ gá", "45 triệu/năm", "45000000 VND /year"],
  ["Cải tiến cữ gá; lợi 50 triệu", "Cải tiến cữ gá", "lợi 50 triệu", "50000000 VND"],
  [
    "bộ cữ chặn mép vải giúp may nhanh hơn lợi 12tr/năm",
    "bộ cữ chặn mép vải giúp may nhanh hơn lợi 12tr/năm",
    "lợi 12tr/năm",
    "12000000 VND /year",
  ],
  [
    "do ga xoay de mai khuon loi khoang 5 trieu 1 nam",
    "do ga xoay de mai khuon loi khoang 5 trieu 1 nam",
    "loi khoang 5 trieu 1 nam",
    "5000000 VND /year about",
  ],
  ["Cải tiến cữ gá lợi 50 triệu", "Cải tiến cữ gá lợi 50 triệu", "lợi 50 triệu", "50000000 VND"],
  ["Cải tiến X (làm lợi 120tr/năm)", "Cải tiến X", "làm lợi 120tr/năm", "120000000 VND /year"],
  ["Cải tiến cữ gá\nLàm lợi: 120tr/năm", "Cải tiến cữ gá", "Làm lợi: 120tr/năm", "120000000 VND /year"],
  [
    "Cải tiến cữ gá. Tiết kiệm 5 triệu/tháng.",
    "Cải tiến cữ gá",
    "Tiết kiệm 5 triệu/tháng",
    "5000000 VND /month",
  ],
  [
    "Cải tiến cữ gá, làm lợi 120tr/năm, giảm 30% thời gian",
    "Cải tiến cữ gá, làm lợi 120tr/năm, giảm 30% thời gian",
    "làm lợi 120tr/năm",
    "120000000 VND /year",
  ],
  [
    "Cải tiến cữ gá, giúp công ty tiết kiệm 50tr/năm",
    "Cải tiến cữ gá",
    "giúp công ty tiết kiệm 50tr/năm",
    "50000000 VND /year",
  ],
  [
    "Ghép hai loại xe tải, giảm chi phí vận chuyển trên 80 triệu đồng mỗi tháng",
    "Ghép hai loại xe tải",
    "giảm chi phí vận chuyển trên 80 triệu đồng mỗi tháng",
    "80000000 VND /month over",
  ],
  [
    "Cải tiến khuôn, làm lợi 3.843 tỷ",
    "Cải tiến khuôn",
    "làm lợi 3.843 tỷ",
    "3843000000 VND | 3843000000000 VND",
  ],
  [
    "Cải tiến khuôn, làm lợi hàng trăm triệu đồng mỗi năm.",
    "Cải tiến khuôn",
    "làm lợi hàng trăm triệu đồng mỗi năm",
    "? VND /year",
  ],
  ["Cải tiến khuôn, làm lợi: chưa tính được", "Cải tiến khuôn", "làm lợi: chưa tính được", "none_given"],
  ["Khay chia chỉ, tiết kiệm 2 củ/tháng", "Khay chia chỉ", "tiết kiệm 2 củ/tháng", "2000000 VND /month"],
  ["Máy ép keo lợi 5 chai", "Máy ép keo lợi 5 chai", "lợi 5 chai", "5000000 VND"],
  ["Khay chia chỉ, tiết kiệm được 5 chai", "Khay chia chỉ", "tiết kiệm được 5 chai", "5000000 VND"],
  // The same amount said twice is one.
  [
    "Cải tiến lò sấy, làm lợi 1,2 tỷ (một tỷ hai trăm triệu)",
    "Cải tiến lò sấy",
    "làm lợi 1,2 tỷ (một tỷ hai trăm triệu)",
    "1200000000 VND",
  ],
  [
    "Cải tiến lò sấy, 85.000.000đ (tám mươi lăm triệu đồng)",
    "Cải tiến lò sấy",
    "85.000.000đ (tám mươi lăm triệu đồng)",
    "85000000 VND",
  ],
  [
    "Cải tiến lò sấy 85.000.000đ (tám mươi lăm triệu đồng)",
    "Cải tiến lò sấy",
    "85.000.000đ (tám mươi lăm triệu đồng)",
    "85000000 VND",
  ],
  [
    "Cải tiến lò sấy - tiết kiệm 85.000.000 (Bằng chữ: Tám mươi lăm triệu đồng chẵn)/năm.",
    "Cải tiến lò sấy",
    "tiết kiệm 85.000.000 (Bằng chữ: Tám mươi lăm triệu đồng chẵn)/năm",
    "85000000 VND /year",
  ],
  [
    "Cải tiến lò sấy, làm lợi 120tr/năm (một trăm hai mươi triệu đồng một năm)",
    "Cải tiến lò sấy",
    "làm lợi 120tr/năm (một trăm hai mươi triệu đồng một năm)",
    "120000000 VND /year",
  ],
  [
    "Cải tiến lò sấy, làm lợi một tỷ hai trăm triệu đồng (1.200.000.000đ)",
    "Cải tiến lò sấy",
    "làm lợi một tỷ hai trăm triệu đồng (1.200.000.000đ)",
    "1200000000 VND",
  ],
  [
    "Cải tiến lò sấy, làm lợi 3.843 tỷ (3.843.000.000 đồng)",
    "Cải tiến lò sấy",
    "làm lợi 3.843 tỷ (3.843.000.000 đồng)",
    "3843000000 VND",
  ],
  [
    "Máng trượt sang tổ là, tiết kiệm được năm sáu triệu tiền thuê một tháng",
    "Máng trượt sang tổ là",
    "tiết kiệm được năm sáu triệu tiền thuê một tháng",
    "5000000..6000000 VND /month range",
  ],
  [
    "Bình tưới cây từ chai nhựa 🌱🌱 tiết kiệm 300k/tháng",
    "Bình tưới cây từ chai nhựa",
    "tiết kiệm 300k/tháng",
    "300000 VND /month",
  ],
  ["Cải tiến dây chuyền, làm lợi 20 củ", "Cải tiến dây chuyền", "làm lợi 20 củ", "20000000 VND"],
  ["Cữ gá may, làm lợi 200k/ca x 3 ca", "Cữ gá may", "làm lợi 200k/ca x 3 ca", "? VND"],
  [
    "Cữ gá may, tiết kiệm 3 công nhân x 8tr/tháng",
    "Cữ gá may",
    "tiết kiệm 3 công nhân x 8tr/tháng",
    "? VND /month",
  ],
  [
    "Cữ gá may, tiết kiệm 500đ/sp x 2 triệu sp/năm",
    "Cữ gá may",
    "tiết kiệm 500đ/sp x 2 triệu sp/năm",
    "? VND /year",
  ],
  ["Cữ gá may, làm lợi hai đến năm trăm triệu", "Cữ gá may", "làm lợi hai đến năm trăm triệu", "? VND"],
  ["Cữ gá may, tiết kiệm gần tỷ", "Cữ gá may", "tiết kiệm gần tỷ", "1000000000 VND nearly"],
  ["Cữ gá may, lợi cả trăm triệu chứ ít", "Cữ gá may", "lợi cả trăm triệu chứ ít", "? VND over"],
  ["Chế tạo xe đẩy trị giá 50 triệu", "Chế tạo xe đẩy trị giá 50 triệu", "trị giá 50 triệu", "50000000 VND"],
  ["CẢI TIẾN CỮ GÁ, LÀM LỢI 120TR/NĂM", "CẢI TIẾN CỮ GÁ", "LÀM LỢI 120TR/NĂM", "120000000 VND /year"],
])("the benefit of %j leaves the title %j", (typed, title, benefitText, meaning) => {
  const found = extractBenefit(typed)
  expect(found && { ...found, reading: brief(found.reading) }).toEqual({
    title,
    benefitText,
    reading: meaning,
  })
})

test.each([
  "cữ gá 5tr bị hỏng",
  "Lắp hệ thống lọc bụi, chi phí 10 triệu",
  "Lắp hệ thống lọc bụi chi phí 10 triệu",
  "Lắp hệ thống lọc bụi, đầu tư 10 triệu",
  "mua máy 50 triệu",
  "Mua máy mới, 50 triệu",
  "mua máy trị giá 50 triệu",
  "Khung nắn chỉnh ngoài, giá thành khoảng 10 triệu đồng/bộ",
  "Nạo vét kênh thủy lợi 50 triệu",
  "Nâng phúc lợi 50 triệu",
  "Sửa đường vào xã Phú Lợi 50 triệu",
  "Sua may in loi 2 trieu",
  "Máy cắt vải giảm lỗi 50 triệu",
  "Giảm chi phí sản xuất xe ô-tô",
  "Cải tiến dây chuyền, tiết kiệm 2 chai/ngày",
  "Khay pha hóa chất, tiết kiệm dầu máy 5 chai/tháng",
  "Khay pha hóa chất, dùng 2 củ gừng, 5 chai cồn",
  "Cải tiến lò sấy, làm lợi 1,2 tỷ (hai tỷ mốt)",
  "Lắp hệ thống lọc bụi, chi phí 10.000.000đ (mười triệu đồng)",
  "Mua sắm máy hút bụi, 85.000.000đ (tám mươi lăm triệu đồng)",
  "Cải tiến xưởng nước tăng công suất 20%",
  "Cải tiến máy in 3D",
  "Cải tiến nồi hơi - tiết kiệm 1.200.000 kWh",
  "Giảm từ 22 còn 11 người mỗi ca",
  "Tiết giảm linh kiện, từ 41.040 USD/năm xuống 7.200 USD/năm",
  "Cải tiến A, làm lợi 5 triệu, tiết kiệm 7 triệu",
  "Đào lò kéo dài dọc vỉa than V7 CB tầng -25/+30 để tận thu tài nguyên",
  "Cải tạo bơm ngầm ЭЦВ6-6,3 dùng để bơm sản phẩm dầu",
  "Chế tạo xe chuyên dụng cho bơm cứu hỏa 1-P-481A/B",
  "làm lợi 120tr/năm",
  "",
])("no benefit is taken from %j", (typed) => {
  expect(extractBenefit(typed)).toBeNull()
})

test("a pasted document is neither an answer nor searched for a benefit", () => {
  expect(parseMoney(`50 triệu ${"a".repeat(600)}`).kind).toBe("unreadable")
  expect(extractBenefit(`${"Cải tiến ".repeat(1000)}, làm lợi 50 triệu`)).toBeNull()
})

const wholeMoney = fc.record({
  amount: fc.bigInt({ min: 1000n, max: 10n ** 15n }).map(String),
  currency: fc.constantFrom("VND", "USD", "EUR", "JPY", "KRW", "CNY"),
  period: fc.constantFrom("year", "quarter", "month", "week", "day", "shift", "hour", "time", null),
  qualifier: fc.constantFrom("about", "over", "nearly", "up_to", null),
})

test("a number of hundreds or thousands is the same with its count in words or in a digit, and with rưỡi for its half", () => {
  const digit = fc.integer({ min: 1, max: 9 })
  const scale = fc.constantFrom(["triệu", 6] as const, ["tỷ", 9] as const)
  const count = fc.constantFrom(["trăm", 100] as const, ["nghìn", 1_000] as const, ["ngàn", 1_000] as const)
  const rest = fc.constantFrom("rưỡi", "50", "năm mươi", "500", "năm trăm", "5 trăm")
  fc.assert(
    fc.property(digit, count, rest, scale, (said, [word, each], tail, [unit, power]) => {
      const isOfHundreds = tail === "50" || tail === "năm mươi"
      fc.pre(tail === "rưỡi" || isOfHundreds === (each === 100))
      const vnd = `${BigInt(said * each + each / 2) * 10n ** BigInt(power)} VND`
      for (const first of [String(said), NUMBER_WORDS_SAID[said - 1]])
        expect(brief(parseMoney(`${first} ${word} ${tail} ${unit}`))).toBe(vnd)
    }),
  )
})

test("an amount survives being shown and read again", () => {
  fc.assert(
    fc.property(wholeMoney, (facts) => {
      const money: Money = { raw: "", ...facts }
      const shown = formatMoney(money)
      expect(parseMoney(shown)).toEqual({ kind: "money", money: { ...money, raw: shown } })
    }),
  )
})

test("what is multiplied is never worked out, and keeps its words", () => {
  const small = fc.integer({ min: 2, max: 99 })
  fc.assert(
    fc.property(
      small,
      small,
      fc.constantFrom("x", "*", "×"),
      fc.constantFrom("ca", "người", "cái"),
      (price, count, times, of) => {
        const said = `làm lợi ${price}k/${of} ${times} ${count} ${of}`
        const found = extractBenefit(`Cữ gá may túi, ${said}`)
        expect(found && [found.title, found.benefitText, brief(found.reading)]).toEqual([
          "Cữ gá may túi",
          said,
          "? VND",
        ])
      },
    ),
  )
})

test("a range survives being shown and read again", () => {
  const bound = fc.bigInt({ min: 1000n, max: 10n ** 15n })
  fc.assert(
    fc.property(bound, bound, (a, b) => {
      const [amount, amountMax] = [a < b ? a : b, a < b ? b : a].map(String)
      const money = {
        raw: "",
        amount,
        amountMax,
        currency: "VND",
        period: "year",
        qualifier: "range",
      } as Money
      const shown = formatMoney(money)
      expect(parseMoney(shown)).toEqual({ kind: "money", money: { ...money, raw: shown } })
    }),
  )
})

const hostile = fc.oneof(
  anyText({ maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ..."tỷ tr triệu k 5 1.500 3,843 99999999999999999999 đồng / - – năm mỗi từ đến khoảng trăm rưỡi $ , . ( ) % một mươi x * mấy làm lợi tiết kiệm chi phí hàng 30 000 \n \u0301 \ud800".split(
          " ",
        ),
      ),
      { maxLength: 30 },
    )
    .map((words) => words.join(" ")),
  fc.array(fc.constantFrom(..."0159.,/-đktrỷnăm \n"), { maxLength: 80 }).map((letters) => letters.join("")),
)

test("no text makes the money readers throw", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const reading = parseMoney(text)
      if (reading.kind === "money") formatMoney(reading.money)
      if (reading.kind === "ambiguous") reading.readings.map(formatReading)
      extractBenefit(text)
    }),
    { numRuns: 10_000 },
  )
})
