import type { Command, CommandName } from "./command.ts"
import type { Head } from "./head.ts"

/** The command that words ask for, if they ask for one. `said`: what the patterns look at, mostly `head.said`. */
export type Reading = (head: Head, said: string) => Command | undefined

/** The command a row stands for; some rows stand for two, and what stands behind the command tells which. */
export type Name = CommandName | ((rest: string) => CommandName)

/** What stands behind a command: always the same, or taken from what was said; undefined when nothing is asked after all. */
export type Rest = string | ((found: Found) => string | undefined)

/** What a pattern found in what was said. */
export class Found {
  readonly head: Head
  readonly said: string
  readonly #match: RegExpExecArray

  constructor(head: Head, said: string, match: RegExpExecArray) {
    this.head = head
    this.said = said
    this.#match = match
  }

  /** The first of these groups that took part, folded; empty without one. */
  folded(...groups: readonly string[]): string {
    const found = groups.map((name) => this.#match.groups?.[name]).find((words) => words)
    return found?.trim() ?? ""
  }

  /** The same words as they were typed: dates keep their slashes, names their marks. */
  typed(...groups: readonly string[]): string {
    const words = this.folded(...groups)
    if (words === "") return ""
    const at = ` ${this.said} `.indexOf(` ${words} `, this.#match.index)
    const first = this.said.slice(0, at).split(" ").length - 1
    const last = first + words.split(" ").length - 1
    return this.head.text.slice(this.head.words[first]?.start, this.head.words[last]?.end)
  }

  /** What stands behind all that was found, as it was typed. */
  behind(): string {
    return this.head.from(this.#match[0].trim().split(" ").length)
  }
}

/** A row of a table of questions: the command that is meant, what stands behind it, and the ways to ask for it. */
export function means(name: Name, rest: Rest, ways: readonly RegExp[]): Reading {
  return (head, said) => {
    for (const way of ways) {
      const match = way.exec(said)
      if (match === null) continue
      const words = typeof rest === "string" ? rest : rest(new Found(head, said, match))
      if (words !== undefined) return asked(typeof name === "string" ? name : name(words), words)
    }
    return undefined
  }
}

/** Behind the command stands the first of these groups that took part, as it was typed. */
export function typed(...groups: readonly string[]): (found: Found) => string {
  return (found) => found.typed(...groups)
}

/** The first that fits is meant. */
export function firstOf(...readings: readonly Reading[]): Reading {
  return (head, said) => {
    for (const reading of readings) {
      const command = reading(head, said)
      if (command !== undefined) return command
    }
    return undefined
  }
}

/** Who asks is brief: more words than these tell something, and are not compared. */
export function upTo(mostWords: number, reading: Reading): Reading {
  return (head, said) => (head.words.length > mostWords ? undefined : reading(head, said))
}

export function asked(name: CommandName, rest: string): Command {
  return { name, rest, slash: false, clear: true }
}
