import { clean, fold } from "../text/fold.ts"

const FEWEST_WORDS = 12
const LONGEST = 3_000

const ASKED_BEHIND =
  /(?:^| )(?:dang k[yi]|dk|dki|ghi nhan|nop)(?: (?:sang kien|sk))?(?: nay)?(?: (?:cho|giup|ho|dum|gium))?(?: (?:em|anh|chi|toi|minh|a|c|e|nhe|nha|voi|luon|di|duoc khong|dc ko))*[^\p{L}]*$/u
const BEFORE =
  /(?:^| )(?:truoc (?:day|kia|do|phai|toan|thi|van|cu|la|em|anh|chi|toi|to)|hoi truoc|ngay truoc|luc truoc)(?= )/
const NOW = /(?:^| )(?:gio|bay gio|nay|hien nay|hien tai|sau khi|sau do)(?= )/
const ASKS =
  /\?\s*$|(?: nhi)(?: \S+)?\W*$|(?: (?:khong|ko|chua|the nao|sao|ntn|bao nhieu))(?: (?:a|em|nhi|vay|ad|bot))*\W*$/

/** Whether the words want an answer, and tell nothing. */
export function isQuestion(text: string): boolean {
  return ASKS.test(fold(clean(text.slice(0, LONGEST))))
}

/**
 * Whether a message without any command tells of an idea: "truoc day to em phai mai tay mat 30 phut gio lam do ga con 10 phut", as
 * people say it into their phone. Asked for a name it becomes a registration.
 */
export function tellsIdea(text: string): boolean {
  const said = fold(clean(text.slice(0, LONGEST)))
  if (text.length > LONGEST || said.split(" ").length < FEWEST_WORDS || isQuestion(text)) return false
  return ASKED_BEHIND.test(said) || (BEFORE.test(said) && NOW.test(said))
}
