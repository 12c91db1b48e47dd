import { isSameName, peopleIn } from "../intake/author-name.ts"
import { foldWords } from "../text/fold.ts"
import type { Turn } from "./turn.ts"
import { unitNamed } from "./which-unit.ts"

const CALLED =
  /^(?:tác giả|tac gia|anh|chị|chi|cô|co|chú|chu|bác|bac|ông|ong|bà|ba|em|bạn|ban|đồng chí|dong chi|đc)\s+(?=\p{L})/iu

/** "anh An", "Nguyễn Văn An" where a unit or a person may be named: the words, where they are no unit's name; else undefined. */
export async function personMeant(
  { reads }: Pick<Turn, "reads">,
  typed: string,
): Promise<string | undefined> {
  const isCalled = CALLED.test(typed)
  const name = typed.replace(CALLED, "").trim()
  if (name === "" || (!isCalled && peopleIn(name).length !== 1)) return undefined
  return isCalled || unitNamed(typed, await reads.units()).kind === "none" ? typed.trim() : undefined
}

const BETWEEN = /\s*,\s*(?:và\s+)?|\s+(?:và|với|cùng)\s+/iu

/** Whether somebody may be called so, "anh An", or as one of several: a single word is a given name, which stands last. */
export function isCalledSo(name: string, said: string): boolean {
  return said.split(BETWEEN).some((each) => {
    const called = each.replace(CALLED, "")
    const words = foldWords(called)
    return words.includes(" ") ? isSameName(called, name) : foldWords(name).split(" ").at(-1) === words
  })
}
