import { oneOf } from "../text/pattern.ts"
import { firstOf, type Reading } from "./asked.ts"
import { UNIT_NAME as NAME, unitNamed } from "./house-question.ts"
import { asks, GROUPLESS_UNITS, PEOPLE, SO_MANY, UNIT } from "./officer-words.ts"

const OFFICE = "(?:can bo|to ho tro|ho tro|quan tri(?: vien)?)"
const WHO =
  "(?!(?:nao|ai|gi|moi|cu)(?: |$))(?!(?:em|anh|chi|toi|minh) (?:thoi|nghi|khong|ko|k))[^ ]+(?: [^ ]+){0,4}?"

const INVITES =
  "(?:(?:xin|lay|tao|cap|gui|cho|can|giup|ho|em|anh|chi|toi|minh|mot|1|cai) )*(?:(?:ma|link|duong dan)(?: moi)?|moi|them|bo sung|cu|bo nhiem|phan cong|giao|cho|de)(?: (?:de|cho|moi|them|nguoi|dong chi))*"

/** Who has which role, which groups and units there are: what an officer says at their desk. */
export const deskPeople: Reading = firstOf(
  // "bỏ cán bộ Dung", "cho Dung thôi làm tổ hỗ trợ"
  asks("withdrawRole", (found) => `của ${found.typed("who")}`, [
    `(?:bo|xoa|go|huy|cat|rut|thu|lay|thu hoi)(?: lai)? (?:(?:vai tro|quyen)(?: ${OFFICE})?|${OFFICE})(?: (?:cua|cho))? (?<who>${WHO})(?: (?:vi )?(?:anh|chi|ong|ba|co|chu|em)(?: ay)? (?:(?:da|moi|vua|sap) )?(?:nghi|chuyen|thoi)(?: .{0,20})?)?`,
    `(?<who>(?:anh|chi|co|chu|ong|ba|dong chi|em) [^ ]+(?: [^ ]+){0,3}?) (?:(?:da|moi|sap|vua) )*(?:nghi|chuyen|thoi)(?: (?:viec|huu|roi|cong tac|di))* (?:(?:thi|em|cho|nen) )*(?:rut|thu hoi|go|bo|cat|xoa)(?: (?:giup|cho|luon))* (?:quyen|vai tro)(?: (?:di|giup|luon|duyet|xet|can bo|cua|(?:chi|anh|co|chu|ong|ba) ay|ho))*`,
    `(?<who>${WHO}) (?:thoi|nghi|khong|ko|k) (?:con )?(?:(?:lam|la) )?${OFFICE}(?: nua)?`,
  ]),
  // "thay cán bộ KCN": who it is, and how that ends
  asks("roles", (found) => `cán bộ ${found.typed("unit")}`.trim(), [
    `(?:thay|doi|thay doi)(?: nguoi)? (?:can bo|nguoi phu trach)(?: phu trach)?(?: (?:cua|o|ben))?(?: (?<unit>${NAME}))?`,
  ]),
  asks("roles", "cán bộ", [
    `${UNIT} nao (?:van |con )?(?:chua|khong) co (?:can bo|nguoi phu trach|ai phu trach)`,
  ]),
  // "cho tôi mã mời để chị Hạnh ở Sông Công làm cán bộ", "mời chị Lan làm tổ hỗ trợ cho May TNG"
  asks("invite", (found) => `${found.folded("office")} ${found.typed("unit")}`, [
    `${INVITES}(?: ${WHO})? (?:o|ben|tai|thuoc|cua) (?<unit>${NAME}) (?:(?:lam|vao|la|giu|de|phu trach|trong|vai tro|voi) )+(?<office>${OFFICE})(?: (?:sang kien|sk|duyet|xet|moi))*`,
    `${INVITES} ${WHO} (?:(?:lam|vao|la|giu|vai tro) )+(?<office>${OFFICE})(?: (?:sang kien|sk|duyet|xet|moi))* (?:cho|o|ben|cua|tai|phu trach) (?<unit>${NAME})`,
  ]),
  // "xin mã mời cán bộ KCN"
  asks("invite", (found) => `${found.folded("office")} ${found.typed("unit")}`, [
    `${INVITES} ${WHO} (?:(?:lam|vao|la) )+(?<office>${OFFICE}) (?<unit>(?:ldld|cdcs|cong doan|cong ty|truong|nganh|benh vien|kcn)(?: [^ ]+){0,8}?)`,
    `${WHO} (?:o|ben|cua) (?<unit>${NAME}) (?:(?:se|moi|duoc|nay) )*(?:lam|vao|la) (?<office>${OFFICE})(?: moi)? (?:.{0,20} )?ma(?: moi)?`,
    `${INVITES} ${WHO} (?<unit>(?:ldld|cdcs|cong doan|cong ty|truong|nganh|benh vien) ${NAME}) (?:(?:lam|vao|la) )+(?<office>${OFFICE})`,
    `(?:(?:xin|lay|tao|cap|gui|can|1|mot|cai) )*ma(?: moi)?(?: cho)? (?<office>${OFFICE})(?: (?:cua|o|ben|cho))? (?<unit>${NAME})`,
  ]),
  asks("invite", (found) => found.folded("office"), [
    `(?:(?:xin|lay|tao|cap|gui|cho) )+ma(?: moi)?(?: cho)? (?<office>${OFFICE})`,
  ]),
  // "thêm 1 người tổ hỗ trợ cho KCN-02"
  asks("invite", (found) => `${found.folded("office")} ${found.typed("unit")}`, [
    `(?:them|bo sung|moi) (?:(?:mot|1|2|hai) )?nguoi (?:(?:vao|lam|la) )*(?<office>${OFFICE}) (?:cho|o|cua|vao) (?<unit>${NAME})`,
  ]),
  asks("handOver", "", ["(?:doi|chuyen|trao) (?:quan tri|vai tro|quyen quan tri) (?:sang|cho|qua) .{2,40}"]),
  // "thêm cán bộ", "cấp quyền cho anh Hải": of which unit is not said yet
  asks("invite", "", [
    `(?:them|bo sung|bo nhiem) (?:(?:mot|1|nguoi) )*${OFFICE}(?: (?:moi|nua|the nao|kieu gi))*`,
    `(?:cap|trao|phan|giao) quyen(?: (?:${OFFICE}|duyet|xet|cong nhan|xem))?(?: cho .{2,40}?)?`,
    `(?:.{2,50} )?cho .{2,30} quyen (?:${OFFICE}|duyet|xet|cong nhan|xem)(?: (?:ho so|sang kien))*`,
    `(?:link|ma|duong dan) moi ${OFFICE}`,
    `(?:them|bo sung) (?:mot |1 )?nguoi (?:vao|lam|cho) ${OFFICE}`,
    `(?:cho|cu|de) .{2,30} (?:lam|vao) ${OFFICE}`,
    "(?:(?:xin|cho|lay|tao|cap) )*ma moi(?! (?:cua|het|cu|nay)(?: |$)).{0,30}",
  ]),
  asks("entrance", "", [
    `moi (?:them )?(?:nguoi|moi nguoi|ca to|ca don vi|anh em|dong nghiep|doan vien)(?: ${oneOf("vao, tham gia, nua, cung, the nao, kieu gi, sao, bang cach nao")})*`,
  ]),
  // "bot đang ở những nhóm nào"
  asks("groups", "", [
    `(?:dang )?(?:o|co mat|nam)(?: (?:o|trong))? (?:nhung|cac|${SO_MANY}) nhom(?: nao)?`,
    `(?:co |tong cong )*${SO_MANY} nhom(?: ${oneOf("chat, zalo, telegram, da, lien ket, nao")})*`,
    "(?:go|bo|xoa|huy|chuyen)(?: lien ket)? nhom .{1,40}",
    "(?:nhung |cac )?nhom nao (?:(?:da|dang|duoc|roi) )*(?:lien ket|ket noi|gan|noi)(?: (?:roi|voi|don vi|nao))*",
    "nhom (?:da|dang) (?:duoc )?(?:lien ket|ket noi|gan)",
    `${UNIT} nao (?:(?:da|dang|duoc) )*(?:lien ket|gan|noi|ket noi|co)(?: voi)? nhom`,
    "tin (?:nay |tong hop )?(?:gui|dang) (?:vao |len )?(?:nhung |cac )?nhom nao",
  ]),
  // "nhóm KCN đang nhận tin không đấy"
  asks("groups", unitNamed, [
    `nhom (?<unit>(?!(?:nay|minh|nao|chung)(?: |$))${NAME}) (?:(?:co|dang|van|con|da) )*(?:nhan(?: duoc)? tin|hoat dong|lien ket|duoc gan)(?: (?:gi|binh thuong|nua))* (?:khong|ko|k|chua)`,
  ]),
  asks("askRule", "group", [
    "nhom nay (?:(?:dang|duoc|thuoc|la) )*(?:(?:gan|lien ket|ket noi|noi)(?: (?:voi|vao|cho))?|cua|thuoc)? ?(?:don vi|dv|cong ty|cdcs|cong doan|ben) nao",
  ]),
  // "có bao nhiêu đơn vị có nhóm rồi, còn đơn vị nào chưa": so many of so many have none
  asks("groups", GROUPLESS_UNITS, [
    `(?:co )?${SO_MANY} ${UNIT} (?:(?:da|dang|duoc) )*(?:co|lien ket|gan|vao|noi)(?: nhom)?(?: (?:roi|r|chua))*(?: (?:va|con|thi))*(?: ${UNIT} nao (?:van |con )?chua(?: (?:co|lien ket|gan|vao|noi|nhom))*)?`,
    "(?:con |nhung |cac )*nhom(?: nao)? (?:van |con )?(?:chua|khong) (?:duoc )?(?:lien ket|gan|ket noi)(?: (?:voi )?don vi(?: nao)?)?",
  ]),
  // "đơn vị", "KCN có bao nhiêu đoàn viên"
  asks("unitList", "", [
    `${UNIT} nao (?:dong|nhieu|it)(?: (?:${PEOPLE}|nguoi))*(?: nhat)?`,
    `(?:danh sach|ds) (?:cac )?(?:don vi|cdcs) (?:kem|va|co)(?: (?:so|quan so|${PEOPLE}|nguoi))+`,
  ]),
  asks("unitList", unitNamed, [
    "don vi",
    `(?:${oneOf(`tong, tong so, so luong, so, quan so, co, ${SO_MANY}`)} )+${PEOPLE}(?: (?:cua|o|trong|thuoc|ca|toan) (?<unit>${NAME}))?`,
    `(?<unit>${NAME}) (?:(?:co|hien co|tong cong) )*${SO_MANY} ${PEOPLE}`,
  ]),
  asks("units", (found) => `đóng ${found.typed("unit")}`, [
    `(?:xoa|bo|giai the) don vi (?<unit>${NAME})`,
    `(?:don vi )?(?<unit>${NAME}) (?:(?:da|vua|moi|sap|bi) )*giai the`,
  ]),
  asks("units", (found) => `đóng ${found.typed("unit")} từ ${found.typed("from")}`, [
    `(?:don vi )?(?<unit>${NAME}) (?:(?:da|vua|moi|sap|bi) )*(?:giai the|ngung hoat dong|dong cua) (?:(?:ke )?tu |vao |hom )(?:ngay )?(?<from>\\d{1,2} \\d{1,2}(?: \\d{4})?)`,
  ]),
  // "thêm CĐCS Công ty Nhôm Việt vào KCN, 120 đoàn viên"
  asks(
    "units",
    (found) => {
      const members = found.typed("members")
      const counted = members === "" ? "" : ` gồm ${members} đoàn viên`
      return `thêm ${found.typed("name")} thuộc ${found.typed("above")}${counted}`
    },
    [
      `(?:them|bo sung|tao) (?<name>(?:cdcs|cong doan co so|cong doan|cong ty|truong|benh vien|tram y te) ${NAME}) (?:vao|thuoc|duoi|truc thuoc) (?<above>${NAME})(?: (?:co |gom |voi )?(?<members>\\d[\\d ]*) ?(?:doan vien|dv))?`,
    ],
  ),
  // "sáp nhập Phổ Yên vào Sông Công", "CĐCS Hoa Sen mới thành lập thuộc KCN"
  asks("units", (found) => `gộp ${found.typed("one")} vào ${found.typed("other")}`, [
    `(?!.* (?:quan ly|phu trach)(?: |$))(?:sap nhap|nhap|gop)(?: don vi)? (?!sk )(?<one>${NAME}) (?:vao|voi|ve) (?<other>${NAME})`,
  ]),
  asks("units", (found) => `thêm ${found.typed("name")} thuộc ${found.typed("above")}`, [
    `(?<name>${NAME}) (?:moi |vua |duoc )*thanh lap (?:truc )?(?:thuoc|o|tai) (?<above>${NAME})`,
  ]),
  asks("units", "thêm", [
    "(?:them|tao|bo sung) (?:mot |1 )?(?:don vi|cdcs|cong doan(?: co so)?)(?: moi)?",
    "(?:doi|sua) ten (?:mot |cac )?don vi(?: (?:thi|phai|go|gi|lenh|the nao|lam sao|kieu gi|sao|o dau))*",
  ]),
)
