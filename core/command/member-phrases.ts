import { type CommandPhrase, phrases } from "./command-phrase.ts"
import {
  addressed,
  benefitGone,
  claim,
  corrected,
  dated,
  movedTo,
  posterOf,
  recentDays,
  search,
} from "./command-shapes.ts"
import { forOthers, forSeveral, onBehalf } from "./for-whom.ts"
import { request } from "./registration.ts"
import { alone, bare, behindColon, code, codeAlone, either, meaning, named, place, rest } from "./shapes.ts"

const MINE_TAIL =
  "đâu đến tới sao ra thế nào như chưa đã xét duyệt công nhận thống kê danh sách lên cổng hết gồm những gì bao nhiêu bn hôm tuần tháng quý năm đợt nay này trước qua"
const HELP_TAIL =
  "me sử dụng dùng cách cán bộ tổ hỗ trợ này đăng ký sáng kiến sk nộp giúp đỡ bot người mới chi tiết cụ thể thế nào như gì những làm các bước"

const OUR_PLACES = [
  "đơn vị",
  "công đoàn",
  "bên",
  "tổ",
  "công ty",
  "trường",
  "khoa",
  "phòng",
  "xưởng",
].flatMap((place) => ["em", "mình", "tôi", "chúng tôi"].map((whose) => `${place} ${whose}`))

const OWN_RECORDS = ["sk", "sáng kiến", "hồ sơ"].flatMap((record) =>
  ["tôi", "em", "anh", "chị", "mình", "cô", "chú", "bác", "tui", "mk", "t", "e", "c", "a"].map(
    (owner) => `${record} của ${owner}`,
  ),
)

/** Every way to say a command that everybody gives; of equally long ones that fit the first is taken. */
export const MEMBER_PHRASES: readonly CommandPhrase[] = [
  ...phrases(
    "registerFor",
    either(forSeveral, onBehalf),
    "đăng ký hộ,đăng kí hộ,dangkyho,dangkiho,dk hộ,dki hộ,dky hộ,nộp hộ,đăng ký sáng kiến hộ,đăng kí sáng kiến hộ",
  ),
  ...phrases(
    "registerFor",
    forOthers,
    "nộp giúp,nộp thay,đăng ký giúp,đăng ký thay,đăng kí giúp,đăng kí thay,dk giúp",
  ),
  ...phrases(
    "registerFor",
    either(forSeveral, onBehalf),
    "nộp sáng kiến hộ,nộp hộ sáng kiến,dk sk hộ,đăng ký sk hộ",
  ),
  ...phrases("register", request, "đăng ký,đăng kí,dangky,dangki,dk,đký,đkí,dky,dki,dksk,dang kysk"),
  ...phrases("register", request, "nộp sáng kiến,nộp sk,nộp bài sáng kiến,gửi sáng kiến,dangkysangkien"),
  ...phrases("register", behindColon, "nộp bài,nộp bài dự thi,register"),
  ...phrases("add", either(code, behindColon, alone()), "bổ sung,bosung,bổ xung"),
  ...phrases("add", either(named, behindColon), "bs"),
  ...phrases("edit", either(code, alone()), "sửa,chỉnh sửa,sửa lại"),
  ...phrases("edit", named, "chỉnh,chỉnh lại,đổi,đổi lại"),
  ...phrases(
    "edit",
    benefitGone,
    ["bỏ", "xóa"]
      .flatMap((verb) => [
        `${verb} phần tiền`,
        `${verb} số tiền`,
        `${verb} phần làm lợi`,
        `${verb} giá trị làm lợi`,
        `${verb} số tiền làm lợi`,
      ])
      .join(),
    { strict: true },
  ),
  ...phrases("cancel", either(code, alone("đăng ký sáng kiến bỏ")), "hủy,hủy bỏ,thôi hủy"),
  ...phrases("cancel", either(named, codeAlone), "xóa,rút,bỏ"),
  ...phrases("cancel", alone("ra luôn"), "thoát,exit,stop", { strict: true }),
  ...phrases("cancel", alone("thôi"), "thôi không đăng ký nữa,không đăng ký nữa,ko đăng ký nữa"),
  ...phrases("cancel", alone("thôi"), "thôi không đk nữa,không đk nữa,ko đk nữa,thôi ko đk nữa"),
  ...phrases("coAuthor", either(code, behindColon, alone()), "đồng tác giả,dongtacgia"),
  ...phrases("coAuthor", named, "tham gia,tham gia cùng,làm đồng tác giả,xin làm đồng tác giả"),
  ...phrases("use", named, "dùng,cũng dùng,áp dụng,cũng áp dụng"),
  ...OUR_PLACES.flatMap((place) =>
    phrases("use", named, `${place} cũng dùng,${place} cũng áp dụng,${place} đã áp dụng`),
  ),
  ...phrases("keepSecret", either(named, alone()), "bảo mật,bí mật"),
  ...phrases("makeOpen", named, "công khai,bỏ bảo mật"),
  ...phrases("resume", alone("đăng ký làm"), "tiếp,tiếp tục,làm tiếp"),
  ...phrases(
    "resume",
    alone(
      "cái bản nháp bài hồ sơ sáng kiến sk câu đang còn viết làm dở dang hôm qua hôm trước lúc nãy hồi nãy ban nãy bữa trước",
    ),
    "làm tiếp,viết tiếp,đăng ký tiếp,làm nốt,viết nốt",
  ),
  ...phrases(
    "resume",
    alone("giúp hộ cho cái bản nháp dở hôm qua trước nãy"),
    "đăng ký tiếp,đăng ký nốt,làm nốt,viết tiếp,viết nốt,ghi nốt",
  ),
  ...phrases("back", alone("câu bước trước"), "quay lại,quaylai,trở lại,lùi lại"),
  ...phrases(
    "skip",
    alone("câu bước"),
    "bỏ qua,boqua,để sau,thôi để sau,để khi khác,thôi để khi khác,để lúc khác,thôi để lúc khác,skip,cho qua",
  ),
  ...phrases(
    "skip",
    alone("em anh chị tôi mình đăng ký dk sk làm gửi tính sau khác"),
    "thôi để mai,thôi mai,thôi để hôm khác,thôi để bữa khác,thôi để tối,thôi để chiều",
  ),
  ...phrases("mine", alone(MINE_TAIL), "của tôi,của tui,cuatoi", { strict: true }),
  ...phrases("mine", alone(), "xem lại giúp,xem lại hộ,xem lại dùm,coi lại giùm,coi lại dùm,coi lại giúp"),
  ...phrases(
    "mine",
    alone(MINE_TAIL),
    "tôi có mấy sáng kiến,tôi đã có mấy sáng kiến,em có mấy sáng kiến,em đã có mấy sáng kiến,mình có mấy sáng kiến",
  ),
  ...OWN_RECORDS.flatMap((record) => phrases("mine", alone(MINE_TAIL), record)),
  ...phrases("progress", place, "tiến độ,tiendo"),
  ...phrases("progress", place, "kết quả", { strict: true }),
  ...phrases("progress", alone("của đơn vị công đoàn cơ sở ta chung"), "số liệu,thống kê", { strict: true }),
  ...phrases(
    "ranking",
    alone("trực thuộc cấp dưới toàn tỉnh"),
    "tiến độ các đơn vị,tiến độ từng đơn vị,kết quả các đơn vị,kết quả từng đơn vị,so sánh các đơn vị,so sánh từng đơn vị",
  ),
  ...phrases("ranking", either(dated, recentDays, place), "bảng xếp hạng,xếp hạng,xephang,bxh"),
  ...phrases("ranking", alone("nhất"), "ai đang dẫn đầu,ai dẫn đầu,ai đang đứng đầu,ai đứng đầu"),
  ...phrases("look", named, "xem,trạng thái,tình trạng,kiểm tra,xem lại"),
  ...phrases("history", named, "lịch sử,xem lịch sử,lịch sử hồ sơ,nhật ký hồ sơ,quá trình"),
  ...phrases("search", search, "tìm kiếm,tìm,tra cứu"),
  ...phrases(
    "myData",
    alone("cá nhân ở đâu gồm những gì"),
    "dữ liệu của tôi,dữ liệu của em,dữ liệu của anh,dữ liệu của chị,dulieu",
  ),
  ...phrases(
    "myData",
    alone("của tôi em mình anh chị đi hết cá nhân ra khỏi đây nhóm danh sách hệ thống"),
    "xóa tôi,xóa em,xóa mình,xóa tên tôi,xóa tên em,xóa dữ liệu,xóa dữ liệu cá nhân,rút đồng ý,rút lại đồng ý,rút lại sự đồng ý,rút sự đồng ý,không đồng ý nữa,không đồng ý lưu nữa,không đồng ý cho lưu nữa,không muốn lưu thông tin nữa,xóa thông tin,xóa hết thông tin,xóa hết dữ liệu,xóa tài khoản,xóa acc,xóa luôn acc,xóa nick,xóa luôn tài khoản,xóa tk,xóa account,xóa toàn bộ thông tin,xóa toàn bộ dữ liệu",
  ),
  ...phrases("myData", alone("của"), "dữ liệu của mình,dữ liệu cá nhân,dữ liệu"),
  ...phrases(
    "myData",
    alone("cá nhân đâu gồm những gì"),
    "thông tin của tôi,thông tin của em,thông tin của mình,thông tin cá nhân,bot lưu gì về tôi,em lưu gì về tôi,lưu gì về tôi",
  ),
  ...phrases(
    "correctName",
    corrected,
    "đổi tên hiển thị,sửa tên hiển thị,sửa tên tôi,sửa tên của tôi,sửa tên em,sửa tên mình,đổi tên tôi,đổi tên của tôi,đổi tên em,đổi tên mình,sửa họ tên,đổi họ tên,sai tên tôi,sai tên rồi,sai họ tên,tên tôi viết sai,tên em viết sai,tên tôi ghi sai,tên em ghi sai,ghi sai tên,sao ghi sai tên,sao sai tên,sao lại ghi sai tên,tên tôi sai,tên em sai,tên tôi bị sai,tên em bị sai",
  ),
  ...phrases(
    "correctUnit",
    corrected,
    "đổi đơn vị,sửa đơn vị,chuyển đơn vị,đổi công đoàn,chuyển công đoàn,sửa lại đơn vị,sai đơn vị,nhầm đơn vị,đơn vị tôi sai,đơn vị em sai",
  ),
  ...phrases(
    "correctUnit",
    movedTo,
    "chuyển sang,chuyển về,chuyển qua,chuyển công tác sang,chuyển công tác về,mới chuyển sang,mới chuyển về,đã chuyển sang,vừa chuyển sang",
  ),
  ...phrases("askRequest", rest, "yêu cầu dữ liệu,yêu cầu về dữ liệu,yêu cầu dữ liệu cá nhân"),
  ...phrases(
    "help",
    alone(HELP_TAIL),
    "trợ giúp,trogiup,giúp,giúp đỡ,help,start,menu,hdsd,hướng dẫn,cách dùng",
  ),
  ...phrases(
    "help",
    alone(),
    "bot làm được gì,em làm được gì,làm được gì,làm được những gì,bot làm được những gì",
  ),
  ...phrases("claim", claim, "mã,có mã,nhập mã,mã mời của em là,mã của em là,mã của tôi là"),
  ...phrases("address", addressed, "xưng hô,xungho"),
  ...phrases(
    "entrance",
    place,
    "link đăng ký sáng kiến,link đk sk,link dk sk,link đăng ký,link đăng kí,link đk,link dk,link nộp sáng kiến,link nộp,đường dẫn đăng ký,đường link đăng ký",
  ),
  ...phrases(
    "entrance",
    either(
      alone(
        "sáng kiến đăng ký đk dk bot zalo telegram đâu ở quét để vào nào in dán phát gửi mọi người đồng nghiệp",
      ),
      posterOf,
    ),
    "link,link bot,link chat,link sáng kiến,đường dẫn,đường link,mã qr,cái mã qr,tạo mã qr,in mã qr,qr,qr code,mã quét,tờ dán,poster",
    { strict: true },
  ),
  ...phrases("own", either(named, alone("rồi ạ")), "đúng của tôi,đúng là của tôi,đúng của em"),
  ...phrases(
    "disown",
    named,
    "không phải của tôi,không phải của em,không phải sáng kiến của tôi,không phải sk của tôi",
  ),
  ...phrases(
    "requestForm",
    either(named, bare),
    "đơn,mẫu đơn,biểu mẫu đơn,đơn đề nghị,mẫu đơn đề nghị,đơn đề nghị công nhận,mẫu đơn đề nghị công nhận,tờ đơn,làm đơn,viết đơn,in đơn,tải đơn,lấy đơn,đơn yêu cầu,đơn công nhận,đơn yêu cầu công nhận,đơn yêu cầu công nhận sáng kiến,xuất đơn",
  ),
  ...phrases(
    "askRule",
    meaning("reward", alone()),
    "mức thưởng sáng kiến,mức thưởng,tiền thưởng sáng kiến,thù lao sáng kiến",
  ),
  ...phrases(
    "greet",
    alone("buổi sáng chiều tối cả nhà mọi người hỏi cho tí các sếp cháu bác cô chú"),
    "chào,xin chào,hello,hi,hế lô,hê lô,helo,alo,ê bot,hey bot,ê,test,có ai không,có ai ở đây không,hú",
  ),
  ...phrases(
    "greet",
    alone("hỏi cho tí chút dì a lô alo nghe rõ thấy không đang vội"),
    "em ơi,bot ơi,ad ơi,shop ơi,dì ơi,a lô,chị ơi,anh ơi,cháu ơi",
  ),
  ...phrases(
    "thanks",
    alone("nhiều rất lắm đã giúp đỡ hỗ trợ mọi người cháu bác cô chú"),
    "cảm ơn,cám ơn,thanks,thank you,tks,thks,thank",
  ),
  ...phrases("thanks", alone("ok oke vâng dạ rõ hiểu la lạ nè"), "ok,oke,okie,okela,vâng,dạ,ừ,uk,rõ"),
]
