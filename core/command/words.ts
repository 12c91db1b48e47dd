import { fold } from "../text/fold.ts"
import type { CommandName } from "./command.ts"
import {
  addressed,
  allWaiting,
  benefitGone,
  claim,
  corrected,
  counted,
  dated,
  EXPORTED,
  groupsOf,
  honour,
  linked,
  marking,
  movedTo,
  numbered,
  PERIOD_WORDS,
  periodAdded,
  periodToGo,
  phaseAdded,
  pointsTo,
  posterOf,
  recentDays,
  remind,
  reminderNumber,
  requestNumber,
  scoresOf,
  search,
  target,
  unlessAsksWhen,
} from "./command-shapes.ts"
import { forOthers, forSeveral, onBehalf } from "./for-whom.ts"
import { laggardsAsked } from "./officer-question.ts"
import { request } from "./registration.ts"
import {
  alone,
  bare,
  beginning,
  behind,
  behindColon,
  code,
  codeAlone,
  either,
  exactPlace,
  meaning,
  named,
  numberAlone,
  place,
  placeAndPeriod,
  rest,
  type Shape,
  somebodys,
  whole,
} from "./shapes.ts"

/** Words that give a command, and what may follow them. */
export type CommandPhrase = {
  readonly name: CommandName
  readonly keys: readonly string[]
  readonly typed: string
  readonly shape: Shape
  /** One syllable, or a pair that is another ordinary word with other marks: "sữa" is not "sửa". */
  readonly strict: boolean
}

const phrases = (
  name: CommandName,
  shape: Shape,
  list: string,
  options: { strict?: true } = {},
): CommandPhrase[] =>
  list.split(",").map((word) => {
    const typed = word.trim()
    const keys = fold(typed).split(" ")
    return { name, keys, typed, shape, strict: options.strict === true || keys.length === 1 }
  })

const MINE_TAIL =
  "đâu đến tới sao ra thế nào như chưa đã xét duyệt công nhận thống kê danh sách lên cổng hết gồm những gì bao nhiêu bn"
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

/** Every way to say a command; of equally long ones that fit the first is taken. */
export const PHRASES: readonly CommandPhrase[] = [
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
  ...phrases("ranking", place, "bảng xếp hạng,xếp hạng,xephang,bxh"),
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
    "sửa tên tôi,sửa tên của tôi,sửa tên em,sửa tên mình,đổi tên tôi,đổi tên của tôi,đổi tên em,đổi tên mình,sửa họ tên,đổi họ tên,sai tên tôi,sai tên rồi,sai họ tên,tên tôi viết sai,tên em viết sai,tên tôi ghi sai,tên em ghi sai,ghi sai tên,sao ghi sai tên,sao sai tên,sao lại ghi sai tên,tên tôi sai,tên em sai,tên tôi bị sai,tên em bị sai",
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
  ...phrases("requests", either(alone("dữ liệu"), requestNumber), "yêu cầu,danh sách yêu cầu", {
    strict: true,
  }),
  ...phrases("answerRequest", requestNumber, "trả lời"),
  ...phrases("extendRequest", requestNumber, "gia hạn"),
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
  ...phrases("link", linked, "liên kết,lienket"),
  ...phrases("unlink", either(alone("nhóm này"), numberAlone), "gỡ liên kết,golienket,bỏ liên kết"),
  ...phrases("address", addressed, "xưng hô,xungho"),
  ...phrases("groups", groupsOf, "nhóm,danh sách nhóm,các nhóm", { strict: true }),
  ...phrases("journal", exactPlace, "nhật ký,nhật kí,nhatky"),
  ...phrases(
    "withdrawRole",
    either(alone(), numberAlone, somebodys),
    "thu hồi vai trò,thu hồi quyền,gỡ vai trò",
  ),
  ...phrases("roles", exactPlace, "vai trò,vaitro"),
  ...phrases("roles", alone(), "phân quyền,xem phân quyền"),
  ...phrases(
    "campaigns",
    alone("nào đang chạy mở hiện nay có"),
    "chương trình,các chương trình,chuongtrinh",
    {
      strict: true,
    },
  ),
  ...phrases("handOver", alone("vai trò nhiệm vụ quyền cán bộ quản trị"), "bàn giao,bangiao"),
  ...phrases(
    "invite",
    either(
      alone(),
      beginning("cán bộ,chủ tịch,phó chủ tịch,tổ hỗ trợ,hỗ trợ,quản trị,support,admin,officer"),
    ),
    "mời",
  ),
  ...phrases(
    "invite",
    beginning("cán bộ,tổ hỗ trợ,hỗ trợ,quản trị"),
    "mời thêm,tạo mã mời,mã mời,mã mời cho,cấp mã mời,cấp mã mời cho",
  ),
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
  ...phrases(
    "review",
    either(code, beginning("quá hạn"), alone("sáng kiến hồ sơ danh sách sk tiếp hết tất cả")),
    "duyệt,ký duyệt,chờ duyệt,chờ xét,sáng kiến chờ duyệt,hồ sơ chờ duyệt",
  ),
  ...phrases("review", alone(), "duyệt hết chưa"),
  ...phrases(
    "recognize",
    allWaiting,
    "công nhận tất cả,công nhận hết,duyệt hết,duyệt tất cả,duyệt toàn bộ,đạt hết,đạt cả,ok hết,ok tất cả",
    { strict: true },
  ),
  ...phrases("recognize", either(code, alone()), "công nhận", { strict: true }),
  ...phrases("accept", allWaiting, "tiếp nhận tất cả,tiếp nhận hết,tiếp nhận toàn bộ", { strict: true }),
  ...phrases("accept", either(code, alone()), "tiếp nhận", { strict: true }),
  ...phrases("askMore", either(code, bare), "hỏi thêm"),
  ...phrases("askMore", code, "hỏi lại,yêu cầu bổ sung,đề nghị bổ sung,trả hồ sơ"),
  ...phrases("askMore", code, "trả lại,trả về", { strict: true }),
  ...phrases("refuse", either(code, alone()), "từ chối"),
  ...phrases("refuse", code, "không duyệt,ko duyệt,không công nhận,ko công nhận,không đạt,chưa đạt,loại"),
  ...phrases("merge", either(code, alone()), "gộp,gộp sáng kiến,gộp hồ sơ", { strict: true }),
  ...phrases("split", named, "tách,tách sáng kiến,tách hồ sơ"),
  ...phrases(
    "onPortal",
    either(code, alone("tất cả"), beginning("tất cả sk,danh sách")),
    "lên cổng,đã lên cổng",
  ),
  ...phrases(
    "takeBack",
    either(whole(code), alone()),
    "thu hồi công nhận,thu hồi quyết định,thu hồi từ chối,thu hồi trùng lặp,thu hồi lên cổng,thu hồi,bỏ công nhận,bỏ từ chối,bỏ lên cổng,thu hồi gộp,bỏ gộp,hủy gộp,hủy công nhận,hủy từ chối,hủy lên cổng,bỏ duyệt,hủy duyệt,thu hồi duyệt",
  ),
  ...phrases("remind", remind, "nhắc,nhắc nhở,đôn đốc"),
  ...phrases("remind", reminderNumber, "bỏ,dừng,hủy,xóa,tắt,sửa,đổi,dừng nhắc,bỏ nhắc,hủy nhắc"),
  ...phrases("remind", whole(alone()), "tắt nhắc,bật nhắc,tắt nhắc nhở"),
  ...phrases(
    "remind",
    meaning("tắt nhắc", alone("phiền quá nữa đi giúp giùm hộ")),
    "tắt đi,tắt giúp,tắt giùm,tắt thông báo,đừng nhắn cho tôi nữa,đừng nhắn cho em nữa,không nhận tin nữa,không nhận tin nhắc nữa,đừng nhắn nữa,đừng nhắc nữa,đừng nhắn tin nữa",
  ),
  ...phrases(
    "remind",
    meaning("bật nhắc", alone()),
    "bật lại nhắc,bật lại thông báo,nhận tin lại,nhận nhắc lại",
  ),
  ...phrases("remind", rest, "đặt lịch nhắc,lên lịch nhắc"),
  ...phrases(
    "tally",
    unlessAsksWhen(
      alone("kết quả"),
      beginning(`${PERIOD_WORDS},chi tiết,theo lĩnh vực,theo từng lĩnh vực,lĩnh vực`),
      dated,
      placeAndPeriod,
      place,
    ),
    "tổng hợp,tonghop,tổng kết",
  ),
  ...phrases("compare", either(alone(), beginning("tuần,tháng,với tuần,với tháng")), "so sánh", {
    strict: true,
  }),
  ...phrases("movement", either(alone(), beginning(PERIOD_WORDS), placeAndPeriod, place), "tăng nhiều nhất", {
    strict: true,
  }),
  ...phrases("scopes", either(alone(), beginning(PERIOD_WORDS), placeAndPeriod, place), "cấp công nhận", {
    strict: true,
  }),
  ...phrases("scores", scoresOf, "điểm thi đua,diemthidua", { strict: true }),
  ...phrases("scores", behind("table", scoresOf), "bảng điểm thi đua,bảng điểm", { strict: true }),
  ...phrases("scores", meaning("rules", alone()), "tiêu chí thi đua,tiêu chí chấm điểm,thang điểm thi đua"),
  ...phrases("scores", behind("table", scoresOf), "xếp hạng theo điểm,bảng xếp hạng theo điểm"),
  ...phrases("mark", marking, "chấm điểm thi đua,chấm điểm,cho điểm", { strict: true }),
  ...phrases("mark", pointsTo, "chấm,cho", { strict: true }),
  ...phrases(
    "whoLags",
    ({ head }) => laggardsAsked(head),
    "đơn vị nào,đv nào,cđcs nào,công đoàn nào,cơ sở nào,ai chưa",
  ),
  ...phrases("targets", target, "chỉ tiêu", { strict: true }),
  ...phrases("targets", whole(either(alone(), place)), "bỏ chỉ tiêu,hủy chỉ tiêu,xóa chỉ tiêu"),
  ...phrases("pledge", whole(either(alone(), place)), "bỏ phấn đấu,bỏ chỉ tiêu phấn đấu,hủy phấn đấu"),
  ...phrases("targets", whole(either(alone(), numbered, phaseAdded)), "giai đoạn"),
  ...phrases("targets", whole(either(alone(), numbered, periodAdded)), "đợt cao điểm"),
  ...phrases("targets", periodToGo("giai đoạn"), "bỏ giai đoạn,xóa giai đoạn,hủy giai đoạn"),
  ...phrases("targets", periodToGo("đợt cao điểm"), "bỏ đợt cao điểm,xóa đợt cao điểm,hủy đợt cao điểm"),
  ...phrases("pledge", either(bare, target), "phấn đấu,chỉ tiêu phấn đấu", { strict: true }),
  ...phrases(
    "units",
    either(beginning("thêm,tách,đổi tên,chuyển,gộp,sáp nhập,đóng,giải thể"), counted),
    "đơn vị",
  ),
  ...phrases("unitList", alone("trực thuộc"), "danh sách đơn vị,danh sách các đơn vị,ds đơn vị"),
  ...phrases("export", either(alone(), beginning(`${EXPORTED},${PERIOD_WORDS}`), recentDays), "xuất"),
  ...phrases("own", either(named, alone("rồi ạ")), "đúng của tôi,đúng là của tôi,đúng của em"),
  ...phrases(
    "disown",
    named,
    "không phải của tôi,không phải của em,không phải sáng kiến của tôi,không phải sk của tôi",
  ),
  ...phrases("portalCard", named, "thẻ,cổng,thẻ cổng"),
  ...phrases(
    "requestForm",
    either(named, bare),
    "đơn,mẫu đơn,biểu mẫu đơn,đơn đề nghị,mẫu đơn đề nghị,đơn đề nghị công nhận,mẫu đơn đề nghị công nhận,tờ đơn,làm đơn,viết đơn,in đơn,tải đơn,lấy đơn,đơn yêu cầu,đơn công nhận,đơn yêu cầu công nhận,đơn yêu cầu công nhận sáng kiến,xuất đơn",
  ),
  ...phrases("honour", honour, "vinh danh,vinhdanh"),
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
