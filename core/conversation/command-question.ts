import type { Command } from "./command.ts"
import type { Head } from "./command-head.ts"

const OURS =
  "(?:don vi|to|doi|phong|cong ty|cty|truong|khoa|ben|nha may|phan xuong|cdcs)(?: cua)? (?:em|minh|toi|anh|chi|ta|chung ta|chung toi|e|mk)"
const IDEA = "(?:sang kien|sk)"
const ENDED = "(?: (?:roi|a|em|nhi|vay|the|ad|bot|oi|chau|con|bac|hien nay|den nay|den gio|day))*$"

const PROGRESS = new RegExp(
  `^(?:em |anh |chi |cho |hoi |bot |ad |oi )*(?:(?:da |dat |duoc |moi )+(?:bao nhieu|bn)(?: (?:phan tram|${IDEA}))?|(?:bao nhieu|bn) (?:phan tram|roi)|con (?:thieu )?(?:bao nhieu|bn)(?: ${IDEA})?(?: nua)?|(?:han|han cuoi|thoi han) (?:nop|dang ky)(?: ${IDEA})?(?: la| den| toi)* (?:bao gio|khi nao|ngay nao|ngay may)|con (?:may|bao nhieu|bn) (?:ngay|tuan)(?: nua)?(?: thi| la)* (?:het han|den han|het dot|ket thuc)(?: nop| dang ky)?|(?:bao gio|khi nao|ngay nao) (?:thi )?het han(?: nop| dang ky)?(?: ${IDEA})?)${ENDED}|` +
    `(?:^| )${OURS} (?:da |dat |duoc |moi )*(?:bao nhieu|may|bn) (?:phan tram|%)${ENDED}|(?:^| )${OURS} (?:da |dat |duoc |moi |nop )+(?:bao nhieu|may|bn)${ENDED}|(?:^| )tinh hinh (?:cua )?${OURS}(?: (?:sao|the nao|ra sao|ntn))*${ENDED}|(?:^| )${OURS} (?:da |moi |duoc |co |dat |nop |dang ky )*(?:bao nhieu|may|bn) ${IDEA}${ENDED}|(?:^| )${OURS} (?:con )?thieu (?:bao nhieu|may|bn)(?: ${IDEA}| cai)?(?: nua)?${ENDED}`,
)
const RANKING = new RegExp(
  `^(?:em |anh |chi |cho |hoi |bot |ad |oi )*(?:don vi|cong doan|noi|cdcs) nao (?:dang |co )?(?:dan dau|dung dau|cao nhat|nhieu ${IDEA} nhat|nhat|dung thu nhat)${ENDED}|^(?:em |anh |chi |cho |hoi |bot |ad |oi |xem |lay |gui |xin |xep hang |bang xep hang )*top ?\\d*(?: don vi| cdcs| cong doan| dan dau| dau| xep hang)*${ENDED}|(?:^| )${OURS} (?:dang )?(?:dung|xep|hang) (?:thu |hang )*(?:may|bao nhieu)${ENDED}`,
)
const REVIEW = new RegExp(
  `^(?:em |anh |chi |cho |hoi |bot |con |co )*(?:(?:bao nhieu|may|bn) (?:${IDEA}|ho so|cai) (?:dang |con |chua )*(?:cho )?(?:duyet|xet)|(?:ho so|${IDEA}|cai) nao(?: (?:can|dang|chua|con))*(?: cho)?(?: duyet| xet) (?:khong|ko|k|nua khong)|ho so nao(?: nua)? (?:khong|ko|k))${ENDED}`,
)
const MINE = new RegExp(
  `^(?:em |anh |chi |cho |hoi |bot |ad |oi |the |vay |a |o |roi |minh |toi )*(?:${IDEA} |ho so |cai |nay |do |cua |em |anh |chi |toi |minh )*(?:(?:bao gio|khi nao|chung nao|bao lau(?: nua)?) (?:thi |moi )*(?:duoc |co )*(?:duyet|xet|cong nhan|ket qua|len cong)|(?:da |duoc |co )+(?:duyet|xet|cong nhan|ket qua|len cong)(?: gi)? chua)${ENDED}|` +
    `^(?:em |anh |chi |toi |minh |e |a |c |lai |thi )*quen (?:mat )?(?:ma|code)(?: (?:cua em|cua minh|cua toi|${IDEA}|mat|roi))*${ENDED}|^(?:cho (?:em|anh|chi|minh|toi) (?:xin|hoi|xem) )?(?:ma|code)(?: ${IDEA})?(?: cua)? (?:em|anh|chi|toi|minh)(?: la)? (?:gi|bao nhieu|may|so may)${ENDED}|^(?:cho |em |anh |chi |minh |toi )*xem (?:lai )?(?:cai|${IDEA})(?: ma)? (?:em |anh |chi |toi |minh )?(?:vua|moi|da) (?:gui|nop|dang ky|dk)${ENDED}|^(?:${IDEA} |cai |nay |cua |e |a |c |em |anh |chi |toi |minh )+(?:da |duoc |dc |co )+(?:duyet|xet|cong nhan|ket qua|len cong)(?: gi)? (?:chua|ch|c)${ENDED}|` +
    `(?:^| )(?:chua|khong|ko|k)(?: thay| co| duoc)*(?: ai)? (?:duyet|xet|tra loi)(?: (?:gi|het|vay|the|troi|roi|ca|luon|nhi|a|em|ad|bot))*$`,
)
const REWARD = new RegExp(
  `(?:^| )(?:${IDEA}|lam loi)(?: .{0,40})? (?:duoc |co |thi |la )*(?:thuong|thu lao|tien thuong)(?: (?:bao nhieu|bn|the nao|gi|khong|ko|may|ra sao|nhu the nao|ntn|muc nao))+${ENDED}|^(?:em |anh |chi |cho |hoi |bot |ad |oi |the |vay )*(?:muc thuong|tien thuong|thu lao|duoc thuong|thuong)(?: ${IDEA}| la| duoc| cho)* (?:bao nhieu|bn|the nao|ra sao|gi|may|ntn)${ENDED}`,
)
const WHO_MAY = new RegExp(
  `^(?:em |anh |chi |cho |hoi |bot |ad |oi |the |vay )*(?:(?:1|mot|moi) (?:nguoi|doan vien|ca nhan)(?: thi| co| duoc| the| phai)* (?:dang ky|dk|nop|gui)(?: duoc| toi da)* (?:may|bao nhieu|bn)(?: ${IDEA}| cai)?${ENDED}|(?:khong|ko|k|chua) (?:phai|la|phai la) doan vien(?: thi)? (?:co )?(?:dang ky|dk|nop|gui|tham gia)(?: ${IDEA})? (?:duoc|dc)(?: (?:khong|ko|k|hong))?${ENDED}|ai (?:duoc|co the|thi duoc) (?:dang ky|dk|nop|gui|tham gia)(?: ${IDEA})?${ENDED})`,
)
const REVIEWER = new RegExp(
  `^(?:em |anh |chi |cho |hoi |bot |ad |oi |the |vay |gui |nop |xong |roi |thi )*(?:ai|nguoi nao|don vi nao|cap nao|cho nao|ben nao)(?: la| se| thi| duoc| nguoi)* (?:duyet|xet|xet duyet|cong nhan|cham)(?: cho| cua| ${IDEA}| ho so| nay| em| minh| toi| anh| chi| e| a| c)*${ENDED}`,
)
const CRITERIA = new RegExp(
  `^(?:em |anh |chi |cho |hoi |bot |ad |oi )*(?:(?:dieu kien|tieu chuan|tieu chi)(?: gi| nao)?(?: de)?(?: duoc)? (?:cong nhan|xet)(?: ${IDEA})?(?: la gi| gom gi| the nao)*|${IDEA} (?:phai )?(?:the nao|nhu the nao|ntn|ra sao) (?:thi |moi )*(?:duoc )?(?:cong nhan|xet|tinh)|${IDEA} (?:co )?(?:phai |can )(?:duoc )?(?:ap dung|lam|dung thu)(?: thu)?(?: roi)?(?: thi)?(?: moi)?(?: duoc)? (?:dang ky|dk|nop)(?: duoc| dc| khong| ko| ha| phai khong)*|(?:the nao|nhu the nao) (?:thi |moi )*(?:la |duoc coi la |goi la )+(?:mot )?${IDEA})${ENDED}`,
)
const HELP =
  /^(?:em |anh |chi |cho |hoi |bot |ad |oi |minh |toi |chi )*(?:(?:khong|ko|chua|k) biet (?:cach )?(?:dung|su dung|nhan|lam)(?: the nao| sao| bot| ntn)*|(?:cach )?(?:dung|su dung) (?:bot )?(?:the nao|sao|ntn|nhu nao)|(?:chi |day |huong dan )(?:em |anh |chi |minh |toi )*(?:cach )?(?:dung|su dung)(?: bot)?)(?: (?:voi|vs|a|em|ad|bot|oi|nhe|di))*$/
const SEARCH = new RegExp(
  `^(?:cho |em |anh |chi |bac |co |chu |ong |minh |toi )*(?:xem |coi |biet )(?:cac |nhung )?${IDEA} (?:ve|lien quan den|lien quan toi|linh vuc) (?<sector>.+?)(?: (?:a|em|nhi|voi|nhe|ad|bot|oi|chau))*$|^(?:em |anh |chi |cho |bot |ad |minh |toi |muon |xem |coi |biet )+(?:cac )?${IDEA} (?:cua )?(?:don vi khac|noi khac|cho khac|ben khac) (?:ve|lien quan den|lien quan toi) (?<other>.+?)(?: (?:a|em|nhi|voi|nhe|ad|bot|oi))*$|^(?:em |anh |chi |cho |hoi |bot |ad |oi |minh |da )*(?:co|da co|tung co) ${IDEA} nao (?:ve |lien quan (?:den |toi )?|giong |noi ve )(.+?) (?:khong|ko|chua|k)(?: (?:a|em|nhi|vay|ad|bot|oi))*$`,
)

/** Questions people ask instead of giving a command: "đơn vị em được bao nhiêu sáng kiến rồi", "có sáng kiến nào về lọc bụi không". */
export function questionAsCommand(head: Head): Command | undefined {
  if (head.words.length > 20) return undefined
  const said = head.words.map(({ key }) => key).join(" ")
  if (PROGRESS.test(said)) return { name: "progress", rest: "", slash: false, clear: true }
  if (RANKING.test(said)) return { name: "ranking", rest: "", slash: false, clear: true }
  if (REVIEW.test(said)) return { name: "review", rest: "", slash: false, clear: true }
  if (REWARD.test(said)) return { name: "askRule", rest: "reward", slash: false, clear: true }
  if (WHO_MAY.test(said)) return { name: "askRule", rest: "who", slash: false, clear: true }
  if (CRITERIA.test(said)) return { name: "askRule", rest: "criteria", slash: false, clear: true }
  if (REVIEWER.test(said)) return { name: "askRule", rest: "reviewer", slash: false, clear: true }
  if (MINE.test(said)) return { name: "mine", rest: "", slash: false, clear: true }
  if (HELP.test(said)) return { name: "help", rest: "", slash: false, clear: true }
  const sought = SEARCH.exec(said)
  const about = sought?.groups?.["sector"] ?? sought?.groups?.["other"] ?? sought?.[3]
  if (about === undefined) return undefined
  const before = said.slice(0, said.lastIndexOf(` ${about}`)).split(" ").length
  const words = head.words.slice(before, before + about.split(" ").length)
  return {
    name: "search",
    rest: head.text.slice(words[0]?.start, words.at(-1)?.end),
    slash: false,
    clear: true,
  }
}

const VERB = "(?:dang k[yi]|dangky|dk|dki|dky|nop(?: sang kien| sk)?|tham gia|gui sang kien)"
const HOW =
  "(?:lam sao|lam the nao|lam nhu the nao|lam ntn|lam nhu nao|bang cach nao|the nao|nhu the nao|ntn|nhu nao|kieu gi|cach nao|o dau|can gi|can nhung gi|nhung gi|lam gi|ra sao)"
const HOW_BEFORE = new RegExp(
  `(?:^| )(?:${HOW}|cach(?: thuc)?|huong dan(?: (?:em|anh|chi|minh|toi|cach))*|cac buoc|thu tuc) (?:de |ma |thi )?(?:em |anh |chi |minh |toi )?(?:de )?${VERB}(?= |$)`,
)
const HOW_BEHIND = new RegExp(
  `(?:^| )${VERB}(?: sang kien| sk| bang| thi| phai| can| la| lam| minh| em| chi)* ${HOW}(?: (?:a|em|anh|chi|ad|bot|vay|the|nhi|ha|nhe|da|day|day a|bot oi|oi|z))*$`,
)
const OTHER_THINGS = new RegExp(`${VERB} (?:kham|nghi|an |xe |tiem|hoc|thi dua|du lich|mua|ho )`)

/** "làm sao để đăng ký?" wants to be told how, not to be asked for a title. */
export function asksHow(head: Head): boolean {
  if (head.words.length > 16 || behindColonSomewhere(head)) return false
  const said = head.words.map(({ key }) => key).join(" ")
  return !OTHER_THINGS.test(said) && (HOW_BEFORE.test(said) || HOW_BEHIND.test(said))
}

function behindColonSomewhere(head: Head): boolean {
  return head.words.some((_, at) => at > 0 && /[:\n]/.test(head.gap(at)))
}
