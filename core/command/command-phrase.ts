import { fold } from "../text/fold.ts"
import type { CommandName } from "./command.ts"
import type { Shape } from "./shapes.ts"

/** Words that give a command, and what may follow them. */
export type CommandPhrase = {
  readonly name: CommandName
  readonly keys: readonly string[]
  readonly typed: string
  readonly shape: Shape
  /** One syllable, or a pair that is another ordinary word with other marks: "sữa" is not "sửa". */
  readonly strict: boolean
}

/** The phrases of a list, "đăng ký,đăng kí", that all give this command and may be followed by the same. */
export const phrases = (
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
