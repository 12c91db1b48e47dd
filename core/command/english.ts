/** How English says what a command of the contract says: a pattern for all of the message, and the command in its own words. */
type Way = readonly [says: RegExp, command: string]

/** What people say before it: "hi, I would like to …", "can you please …". */
const LEAD =
  "(?:(?:hi|hello|hey|dear|please|pls|bot|sir|madam|i|we|would|d|like|want|wanna|need|to|can|could|may|you|let|me|us|kindly|ok|okay|sorry|oh|no)[\\s,.!']+)*"
const OURS = "(?:(?:my|our|an|a|the|this|that|one|new|last|another)\\s+)*"
const IDEA = "(?:initiatives?|ideas?|registrations?|improvements?)"
const CODE = "(?:(?:my|the|initiative|number|code|to|of)\\s+)*(sk[\\s-]*\\d{1,9})"
const BEHIND = "[\\s:,.–-]*"
const END = "(?:\\s+(?:please|pls|now|for me|thanks|thank you))*[\\s.!?]*$"
const GONE = "(?:cancel|withdraw|delete|remove|undo)"
const CHANGE = "(?:change|edit|correct|update|fix|modify|rename)"
const MONEY = "(?:benefits?|savings?|amount|value)"

const way = (says: string, command: string): Way => [new RegExp(`^${LEAD}${says}`, "isu"), command]

/** The first that fits is meant; $1 and $2 are taken over as they were typed. */
const WAYS: readonly Way[] = [
  way(`(?:how|what|where)\\b.*\\b(?:register|submit|use|work|do)\\b.{0,40}$`, "trợ giúp"),
  way(`(?:who are you|what is this|menu|commands?|instructions?)${END}`, "trợ giúp"),
  way(`(?:register|submit|add)\\s+${OURS}${IDEA}${END}`, "đăng ký"),
  way(`(?:register|submit)${END}`, "đăng ký"),
  way(
    `(?:register|submit)(?:\\s+${OURS}${IDEA})?(?:\\s+(?:called|titled|named))?\\s*[:–-]\\s*(\\S.*)$`,
    "đăng ký: $1",
  ),
  way(
    `(?:register|submit)\\s+${OURS}${IDEA}\\s+(?:(?:called|titled|named|about|on|for|of)\\s+)?(\\S+\\s.*)$`,
    "đăng ký: $1",
  ),
  way("register\\s+(?!(?:for|with|me|us|here|now|to|in|on|by|and|or|as)\\b)(\\S+\\s.*)$", "đăng ký: $1"),
  way(`${GONE}\\s+${CODE}${BEHIND}(.*)$`, "hủy $1 $2"),
  way(`${GONE}(?:\\s+(?:it|them|${OURS}${IDEA}|that|this|the last one|my|draft))*${END}`, "hủy"),
  way(`(?:stop|quit|exit|never\\s?mind|forget it)${END}`, "hủy"),
  way(`(?:add|supplement)\\s+${CODE}${BEHIND}(.*)$`, "bổ sung $1 $2"),
  way(`(?:add|supplement)${END}`, "bổ sung"),
  way(`(?:search|find)${END}`, "tìm"),
  way(`co-?authors?${END}`, "đồng tác giả"),
  way(`(?:add|supplement)\\s*:\\s*(\\S.*)$`, "bổ sung: $1"),
  way(`(?:add|supplement)\\s+(\\S.*?)\\s+to\\s+${CODE}${END}`, "bổ sung $2 $1"),
  way(
    `${CHANGE}\\s+(?:the\\s+)?(?:title|name)\\s+of\\s+${CODE}\\s+(?:to|into)\\s*:?\\s*(\\S.*)$`,
    "sửa $1: $2",
  ),
  way(
    `${CHANGE}\\s+(?:the\\s+)?${MONEY}\\s+of\\s+${CODE}\\s+(?:to|into)\\s*:?\\s*(\\S.*)$`,
    "sửa $1 làm lợi: $2",
  ),
  way(`${CHANGE}\\s+${CODE}${BEHIND}(?:to\\s+)?(.*)$`, "sửa $1 $2"),
  way(
    `${CHANGE}\\s+(?:(?:the|my|its)\\s+)*(?:title|name)\\s+(?:to|into)\\s*:?\\s*(\\S.*)$`,
    "sửa tên thành: $1",
  ),
  way(
    `${CHANGE}\\s+(?:(?:the|my|its)\\s+)*${MONEY}\\s+(?:to|into)\\s*:?\\s*(\\S.*)$`,
    "sửa làm lợi thành $1",
  ),
  way(`${CHANGE}(?:\\s+(?:it|${OURS}${IDEA}))?${END}`, "sửa"),
  way(`(?:(?:this|it|that|is|s)[\\s']+)*not\\s+mine\\s*:?\\s*${CODE}${END}`, "không phải của tôi $1"),
  way(`(?:(?:this|it|that|is|s|are|they|yes)[\\s',]+)+mine(?:\\s+${CODE})?${END}`, "đúng của tôi $1"),
  way(`co-?authors?\\s+${CODE}${BEHIND}(.*)$`, "đồng tác giả $1 $2"),
  way(`(?:view|see|show|check|open|status)\\s+${CODE}${END}`, "$1"),
  way(
    `(?:delete|remove|erase|see|show|download|view)?\\s*my\\s+(?:data|information|personal data)${END}`,
    "dữ liệu của tôi",
  ),
  way(
    `(?:(?:see|show|me|view|list|check|where|what|is|are|status|of|the)\\s+)*(?:my|our)\\s+(?:own\\s+)?(?:${IDEA}|codes?|status)(?:\\s+status)?${END}`,
    "của tôi",
  ),
  way(`(?:mine|status)${END}`, "của tôi"),
  way(
    `(?:(?:see|show|me|view|list|what|which|are|all|the)\\s+)*${IDEA}\\s+(?:of|in|at|does|has)\\s+(?:my|our)\\s+(?:unit|union|company|team|group|school|hospital)${END}`,
    "danh sách sáng kiến của đơn vị mình",
  ),
  way(
    `(?:(?:see|show|me|results?|figures?|numbers?|of|for|the)\\s+)*this\\s+month${END}`,
    "số liệu tháng này",
  ),
  way(`(?:(?:see|show|me|results?|figures?|numbers?|of|for|the)\\s+)*this\\s+week${END}`, "số liệu tuần này"),
  way(`(?:(?:see|show|view|what|is|the|my|our|unit'?s?|union'?s?)\\s+)*progress${END}`, "tiến độ"),
  way(`(?:(?:see|show|view|the)\\s+)*progress\\s+(?:of|for)\\s+(\\S.*)$`, "tiến độ $1"),
  way(`(?:(?:see|show|view|the)\\s+)*(?:rankings?|ranks?|leaderboard)${END}`, "bảng xếp hạng"),
  way(`(?:search|find|look)(?:\\s+for)?\\s+(\\S.*)$`, "tìm $1"),
  way(`(?:go\\s+)?back${END}|previous(?:\\s+question)?${END}`, "quay lại"),
  way(`(?:continue|resume|go on)${END}`, "tiếp"),
  way(`(?:skip|pass|next|later|not now)(?:\\s+(?:it|this|that|question|one))*${END}`, "bỏ qua"),
  way(
    "(?:(?:it|this|was|were|is|has|have|been)\\s+)*first\\s+(?:used|applied|put\\s+into\\s+use)\\s+(?:(?:on|in|from|since)\\s+)?(.*\\d.*)$",
    "áp dụng từ $1",
  ),
  way(`(?:stop|no|turn off|mute)\\s+(?:the\\s+)?reminders?${END}`, "tắt nhắc"),
]

/** A cheap look first: none of these is a Vietnamese word without its marks. */
const ENGLISH =
  /(?:^|[^\p{L}])(?:register|submit|cancel|withdraw|delete|remove|undo|stop|quit|exit|never ?mind|forget|add|supplement|change|edit|correct|update|fix|modify|rename|co-?authors?|status|my|mine|progress|rank\w*|leaderboard|search|find|look|back|previous|continue|resume|go on|skip|pass|next|later|not now|reminders?|who are|what|how|where|menu|commands?|instructions?|check|view|show|see|figures|results|used|applied|put into use|this (?:week|month))(?![\p{L}])/iu
/** A cheaper look before that one: the word that such a message begins with. */
const FIRST: ReadonlySet<string> = new Set(
  (
    "hi hello hey dear please pls bot sir madam i we would d like want wanna need to can could may you let me us kindly ok okay sorry oh no how what " +
    "where who menu command commands instruction instructions register submit add supplement cancel withdraw delete remove undo stop quit exit never " +
    "nevermind forget search find look co coauthor coauthors change edit correct update fix modify rename this it that is s are they yes view see show " +
    "check open status erase download my our list of the mine which all initiative initiatives idea ideas registration registrations improvement " +
    "improvements result results figure figures number numbers for unit units union unions progress ranking rankings rank ranks leaderboard go back " +
    "first was were has have been previous continue resume skip pass next later not turn mute"
  ).split(" "),
)
const FIRST_WORD = /^[^\p{L}\p{N}]*([a-z]+)(?![\p{L}\p{M}])/iu
const LONGEST = 5_000

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")
const MONTH = `(${MONTHS.join("|")})[a-z]*\\.?`
const DAY_FIRST = new RegExp(`(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?${MONTH},? (\\d{4})`, "i")
const MONTH_FIRST = new RegExp(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`, "i")

/** "1 March 2026", "March 1st, 2026", "March 2026" as days are written here. */
function withDates(text: string): string {
  const number = (month: string) => MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
  return text
    .replace(MONTH_FIRST, (_, month: string, day: string, year: string) => `${day}/${number(month)}/${year}`)
    .replace(DAY_FIRST, (_, day: string | undefined, month: string, year: string) =>
      day === undefined ? `${number(month)}/${year}` : `${day}/${number(month)}/${year}`,
    )
}

/** What an English message says in the words of a command; undefined for all others. Codes, titles and amounts stay as they were typed. */
export function inVietnamese(text: string): string | undefined {
  const first = FIRST_WORD.exec(text)?.[1]?.toLowerCase() ?? ""
  if (text.length > LONGEST || !FIRST.has(first) || !ENGLISH.test(text.slice(0, 80))) return undefined
  for (const [says, command] of WAYS) {
    const found = says.exec(text)
    if (found === null) continue
    const said = command.replace(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? "").trim()
    return command.startsWith("áp dụng") ? withDates(said) : said
  }
  return undefined
}
