import { hasMarks } from "../command/head.ts"
import type { InitiativeView } from "../conversation/initiative-view.ts"
import type { Turn } from "../conversation/turn.ts"
import { clean, fold, foldWords } from "../text/fold.ts"
import { initiativeCode } from "./code.ts"

export const MOST_LOOKED_AT = 20

function wordsOf(text: string): Set<string> {
  return new Set(foldWords(text).split(" "))
}

const SMALL_WORDS = new Set(
  "cho cua cai con nay kia thi duoc khong giup lam bang voi trong roi anh chi minh toi nhe nha".split(" "),
)

/** "kệ", "xe", "gá": short words that name a thing and hardly ever anything else. */
const SHORT_THINGS = new Set(["ke", "xe", "ga"])

/** The words of a text that name things, folded. */
export function thingsIn(text: string): Set<string> {
  return new Set(
    [...wordsOf(text)].filter(
      (word) => (word.length > 2 || SHORT_THINGS.has(word)) && !SMALL_WORDS.has(word),
    ),
  )
}

/** How many things of a title a text names: by their marks, "bạn" is no "bàn", where it is typed with any. */
export function thingsShared(text: string): (title: string) => number {
  const typed = (words: string) =>
    new Set(
      clean(words)
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
  const folded = thingsIn(text)
  const marked = hasMarks(text) ? typed(text) : undefined
  return (title) => {
    const things = [...typed(title)].filter((word) => thingsIn(word).size > 0)
    return things.filter((word) => marked?.has(word) ?? folded.has(foldWords(word))).length
  }
}

const FEWEST_NAMED = 2

const LONGEST_QUESTION = 120

/** "cái khay ốc vít hôm nọ đến đâu rồi em" */
const STANDS =
  /(?:^| )(?:den|toi) dau(?: |$)|(?:^| )(?:sao|the nao|ra sao) roi(?: |$)|(?:duyet|xet|cong nhan|ket qua|len cong)(?: gi)? chua(?: |$)/

/** The code of the one initiative of the person's whose title a question about how far it is speaks of. */
export async function askedByTitle(turn: Turn): Promise<string | undefined> {
  const { text } = turn.written
  if (text.length > LONGEST_QUESTION || !STANDS.test(fold(clean(text)))) return undefined
  const found = await ownSpokenOf(turn)
  return found && initiativeCode(found.number)
}

/** The one initiative of the person's whose title the words speak of, more than of any other's. */
export async function ownSpokenOf({
  context: { person },
  written: { text },
  reads,
}: Pick<Turn, "context" | "written" | "reads">): Promise<InitiativeView | undefined> {
  if (person === undefined || text === "") return undefined
  const said = thingsIn(text)
  if (said.size < FEWEST_NAMED) return undefined
  const [best, second] = (await reads.initiativesOf(person.id, MOST_LOOKED_AT)).newest
    .map((view) => ({ view, named: thingsIn(view.title).intersection(said).size }))
    .filter(({ named }) => named >= FEWEST_NAMED)
    .sort((one, other) => other.named - one.named)
  return best === undefined || best.named === second?.named ? undefined : best.view
}

/** "cái kệ khuôn được duyệt chưa em", "hôm trước em gửi mấy cái rồi nhỉ", "gửi lại giúp em cái mã": the list of one's own tells. */
const OWN_ASKED =
  /(?:^| )(?:quen|mat) (?:mat |luon )?ma(?: (?:so|sk|sang kien))?(?: (?:r|roi|mat))?(?:[ ,.]+(?:tim|xem|coi|cho|gui|nhac|xin)(?: \S+){0,4})?\W*$|(?:hom|lan|bua) truoc .{0,20}noi (?:toi|den) dau|(?:^| )(?:gui|nop|dang ky|dk)(?: .{1,40})? (?:nhan duoc|nhan|thay|co nhan duoc)(?: (?:roi|cua (?:anh|chi|em|toi|minh|bac)))? (?:chua|khong|ko|k)\W*$|(?:^| )(?:gui|nop|dang ky|dk)(?: duoc)? (?:may|bao nhieu) (?:cai|sang kien|sk)|^(?:cho )?(?:em |anh |chi |toi |minh |bac |co |chu )?xem lai\W*$|^(?:(?:em|cho|xin|gui|nhac|lay) )*(?:lai |giup |ho |cho |em |anh |chi |toi |minh |xin )*(?:cai )?ma(?: (?:sang kien|sk|cua|em|anh|chi|toi|minh|voi|a|nhe))*\W*$/

const NAMES_ONE = /(?:^| )(?:cai|sang kien|sk|ho so)(?: |$)/

/** Whether somebody who has registered asks how their own stand, or what their codes are. */
export function asksHowOwnStand({ context, written: { text } }: Turn): boolean {
  if (context.person === undefined || text.length > LONGEST_QUESTION) return false
  const said = fold(clean(text))
  return OWN_ASKED.test(said) || (STANDS.test(said) && NAMES_ONE.test(said))
}

export const LONGEST_HINT = 60

const POINTING = wordsOf(
  "cái con sáng kiến sk này đó kia ấy là ạ em anh chị của tôi mình cơ nhé đấy về hồ sơ vừa rồi thì",
)

/** "cái đèn led": the place of the one among them whose title has these words. */
export async function placeOfTitle(
  { written, reads }: Turn,
  offered: readonly string[],
): Promise<number | undefined> {
  if (written.text.length > LONGEST_HINT) return undefined
  const said = wordsOf(written.text).difference(POINTING)
  if (said.size === 0) return undefined
  const views = await Promise.all(
    offered.map(async (command) => {
      const number = NAMED_CODE.exec(command)?.[1]
      return number === undefined ? undefined : await reads.initiative(Number(number))
    }),
  )
  const places = views.flatMap((view, place) =>
    view !== undefined && said.isSubsetOf(wordsOf(view.title)) ? [place + 1] : [],
  )
  return places.length === 1 ? places[0] : undefined
}

export const NAMED_CODE = /SK-0*(\d+)/
