import { fold } from "../text/fold.ts"

/** What kind a unit is. Nobody records it: its level or the words of its own name tell, and nothing else. */
export type UnitKind = (typeof KINDS)[number]["kind"]

/** As much of a unit as tells its kind. */
export type KindOf = { readonly name: string; readonly level: string }

/** Names keep their marks: "trường" is no "trưởng", "phường" no "Phương". */
const named = (words: string) => {
  const pattern = new RegExp(`(?:^| )(?:${words})(?: |$)`, "u")
  return ({ name }: KindOf): boolean =>
    pattern.test(
      name
        .normalize("NFC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " "),
    )
}
const levelled =
  (level: string) =>
  (unit: KindOf): boolean =>
    unit.level === level
const isCare = named("bệnh viện|bv|y tế|phòng khám|ttyt|tyt")

const PRESCHOOL = ["mam non|mau giao|mn", "mầm non|mẫu giáo|mn"] as const
const PRIMARY = ["tieu hoc", "tiểu học"] as const
const SECONDARY = ["thcs|trung hoc co so", "thcs|trung học cơ sở"] as const
const HIGH = ["thpt|trung hoc pho thong", "thpt|trung học phổ thông"] as const
const COLLEGE = ["dai hoc|cao dang|hoc vien", "đại học|cao đẳng|học viện"] as const
const school = ([asked, name]: readonly [asked: string, name: string]) => ({
  asked: `truong (?:${asked})|${asked}`,
  is: named(name),
})

/** `asked`: the folded words people say for the kind. The first kind that fits is meant. */
const KINDS = [
  { kind: "district", asked: "huyen", is: named("huyện") },
  { kind: "city", asked: "thanh pho|tp|thi xa", is: named("thành phố|tp|thị xã|tx") },
  {
    kind: "commune",
    asked: "xa phuong|phuong xa|xa|phuong",
    // "hợp tác xã", "thị xã" and "xã hội" are none.
    is: named("(?<!(?:tác|thị) )xã(?! hội)|phường"),
  },
  { kind: "preschool", ...school(PRESCHOOL) },
  { kind: "primary", ...school(PRIMARY) },
  { kind: "secondary", ...school(SECONDARY) },
  { kind: "high", ...school(HIGH) },
  { kind: "college", ...school(COLLEGE) },
  {
    kind: "school",
    asked: "truong hoc|truong|nha truong|giao duc",
    // Nor are "môi trường", "thị trường" and "công trường".
    is: named(
      `(?<!(?:môi|thị|công) )trường|${[PRESCHOOL, PRIMARY, SECONDARY, HIGH, COLLEGE].map(([, name]) => name).join("|")}`,
    ),
  },
  {
    kind: "health",
    asked: "benh vien|tram y te|trung tam y te|co so y te|y te",
    is: (unit: KindOf) => unit.level === "grassroots" && isCare(unit),
  },
  {
    kind: "enterprise",
    asked: "doanh nghiep|cong ty|cty|nha may|xi nghiep|san xuat kinh doanh|sxkd|san xuat",
    is: named("công ty|cty|ctcp|tnhh|nhà máy|xí nghiệp|tập đoàn|ngân hàng|doanh nghiệp"),
  },
  { kind: "cooperative", asked: "hop tac xa|htx", is: named("hợp tác xã|htx") },
  { kind: "branch", asked: "nganh", is: named("ngành") },
  {
    kind: "upper",
    asked: "(?:cong doan )?cap tren(?: truc tiep)?(?: co so)?",
    is: levelled("upper"),
  },
  { kind: "grassroots", asked: "cdcs|cong doan co so|co so", is: levelled("grassroots") },
] as const satisfies readonly { kind: string; asked: string; is: (unit: KindOf) => boolean }[]

/** Groups people speak of that nothing recorded of a unit tells. */
const UNTOLD =
  "hanh chinh(?: su nghiep)?|hcsn|su nghiep|co quan|nha nuoc|khu vuc nha nuoc|ngoai nha nuoc|fdi|tu nhan|dan doanh|thi dua(?: so)?(?: \\d+)?|cum(?: so)?(?: \\d+)?|\\d+"

const ALL = "(?:cac|khoi|nhung|nhom|loai|tat ca|toan bo|cum|khoi cac) "
const BEHIND = "(?: (?:nao|the nao|ra sao|xem|nhe|a|em|tren dia ban|toan tinh))*"
const PLACE = "(?: (?:cua|thuoc|trong|o|tai) (?<place>.+?))?"
const ASKED = KINDS.map(({ kind, asked }) => ({
  kind,
  pattern: new RegExp(`^(?<all>(?:${ALL})*)(?:${asked})${BEHIND}${PLACE}${BEHIND}$`),
}))
const ASKED_UNTOLD = new RegExp(`^(?:${ALL})+(?:${UNTOLD})${BEHIND}${PLACE}${BEHIND}$`)

/** Words that begin so may ask for a kind; others are not looked at further. */
const MAY_ASK = new RegExp(`^(?:${ALL}|${KINDS.map(({ asked }) => asked).join("|")})`)
const LONGEST = 80

/** A kind of units that is asked for: "các trường của KCN", "khối doanh nghiệp", "huyện". */
export type KindAsked = {
  /** undefined: nothing recorded of units tells these from others. */
  readonly kind: UnitKind | undefined
  /** Below which unit, as typed; empty for none. */
  readonly place: string
  /** "các", "khối": more than one is meant, so that it is no unit's name. */
  readonly several: boolean
}

/** Reads a kind of units; undefined where the words name something else. */
export function kindAsked(typed: string): KindAsked | undefined {
  if (typed.length > LONGEST) return undefined
  const words = typed.trim().split(/\s+/)
  const said = fold(words.join(" ")).replaceAll(",", "")
  if (!MAY_ASK.test(said)) return undefined
  const found = ASKED.map(({ kind, pattern }) => ({ kind, match: pattern.exec(said) })).find(
    ({ match }) => match !== null,
  )
  const match = found?.match ?? ASKED_UNTOLD.exec(said)
  if (match == null) return undefined
  const place = match.groups?.["place"] ?? ""
  const count = place === "" ? 0 : place.split(" ").length
  const at = place === "" ? 0 : said.slice(0, said.lastIndexOf(` ${place}`)).split(" ").length
  return {
    kind: found?.kind,
    place: words.slice(at, at + count).join(" "),
    several: found === undefined || match.groups?.["all"] !== "",
  }
}

const AHEAD = KINDS.filter(({ kind }) => kind !== "grassroots").map(({ kind, asked }) => ({
  kind,
  pattern: new RegExp(`^(?<all>(?:${ALL})*)(?:${asked})(?: nao)?(?= |,|$)`),
}))
const AND = /^ ?, ?(?:va |voi )?| (?:va|voi|cung|hoac) /y

/** Kinds of units that stand ahead of what is said of them, "các trường và các bệnh viện chưa đạt"; `said` is folded. */
export function kindsAhead(
  said: string,
): { readonly kinds: readonly UnitKind[]; readonly several: boolean; readonly rest: string } | undefined {
  const kinds: UnitKind[] = []
  let several = false
  let rest = said
  for (;;) {
    const found = AHEAD.map(({ kind, pattern }) => ({ kind, match: pattern.exec(rest) })).find(
      ({ match }) => match !== null,
    )
    if (found?.match == null) return undefined
    if (!kinds.includes(found.kind)) kinds.push(found.kind)
    several ||= found.match.groups?.["all"] !== ""
    const behind = rest.slice(found.match[0].length)
    AND.lastIndex = 0
    const and = AND.exec(behind)
    if (and === null) return { kinds, several, rest: behind.trim() }
    rest = behind.slice(and[0].length)
  }
}

/** Whether a unit is of the kind. */
export function isOfKind(unit: KindOf, kind: UnitKind): boolean {
  return KINDS.find((each) => each.kind === kind)?.is(unit) === true
}
