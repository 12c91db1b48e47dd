import { type Head, isLeadWord, PRONOUN } from "./head.ts"

const MOST_LEAD_WORDS = 14

/** The words at which a command may begin: the first, and those behind greetings, pronouns and "cho … xin". */
export function beginnings(head: Head): readonly number[] {
  const begun = behindSalutation(head)
  const at = begun === 0 ? [0] : [0, begun]
  let word = begun
  while (word < begun + MOST_LEAD_WORDS && word < head.words.length) {
    const mention = mentionAt(head, word)
    if (mention === 0 && !isLead(head, word)) break
    word += Math.max(1, mention)
    at.push(word)
  }
  return at
}

const SALUTATION = /^(?:kinh (?:gui|thua|chao|trinh)|thua|xin chao|chao|dear)(?: |$)/
const MOST_SALUTATION_WORDS = 14

/** The word behind "Kính gửi Ban tổ chức, …"; 0 without such an address. */
function behindSalutation(head: Head): number {
  if (!SALUTATION.test(`${head.key(0)} ${head.key(1)}`)) return 0
  for (let word = 2; word <= MOST_SALUTATION_WORDS && word < head.words.length; word++) {
    if (/[.,;:!\n]/.test(head.gap(word))) return word
  }
  return 0
}

function isLead(head: Head, at: number): boolean {
  const word = head.words[at]
  if (word === undefined) return false
  const { key, typed } = word
  // "em đã đăng ký" reports; "dạ em đăng ký" asks. Without marks the two differ by where they stand.
  if (key === "da") return typed !== "đã" && at <= 1 && !PRONOUN.has(head.key(at - 1))
  // "bao giờ được duyệt" asks when.
  if (key === "gio") return head.key(at - 1) !== "bao"
  return isLeadWord(word)
}

/** How many words a mention left over from the platform takes: "@Bot", "@TroLySangKien_bot", "@Trợ lý Sáng kiến". */
function mentionAt(head: Head, at: number): number {
  const title = ["tro", "li", "sang", "kien"]
  const isTitle = title.every((key, word) => head.key(at + word).replace("y", "i") === key)
  if (isTitle) return title.length
  if (!head.gap(at).endsWith("@")) return 0
  let next = at + 1
  while (head.gap(next) === "_") next++
  return next - at
}
