import { type ParseArgsOptionsConfig, parseArgs } from "node:util"
import { CliError, UsageAsked } from "./errors.ts"

/** Options and file names of one command. */
export type Arguments<Option extends string, Flag extends string> = {
  readonly options: Readonly<Partial<Record<Option, string>>>
  readonly flags: Readonly<Record<Flag, boolean>>
  readonly files: readonly string[]
}

/**
 * Reads what follows a command. Options take a value, flags none. Throws `CliError` with the usage for anything unknown, a
 * missing value, or another number of file names than `files`, and `UsageAsked` for --help.
 */
export function readArguments<Option extends string, Flag extends string>(
  words: readonly string[],
  shape: {
    readonly usage: string
    readonly options?: readonly Option[]
    readonly flags?: readonly Flag[]
    readonly files?: number
    /** What stands there when it is no file's name. */
    readonly named?: string
  },
): Arguments<Option, Flag> {
  if (words.some(isHelp)) throw new UsageAsked(shape.usage)
  const config: ParseArgsOptionsConfig = {}
  for (const option of shape.options ?? []) config[option] = { type: "string" }
  for (const flag of shape.flags ?? []) config[flag] = { type: "boolean" }
  const { values, positionals } = parse([...words], config, shape.usage)
  const wanted = shape.files ?? 0
  if (positionals.length !== wanted) {
    const what =
      positionals.length > wanted
        ? `"${positionals[wanted]}" is too much`
        : `${shape.named ?? "A file name"} is missing`
    throw new CliError(`${what}. Usage: ${shape.usage}`)
  }
  const options: Partial<Record<Option, string>> = {}
  for (const option of shape.options ?? []) {
    const value = values[option]
    if (typeof value === "string") options[option] = value
  }
  const flags = {} as Record<Flag, boolean>
  for (const flag of shape.flags ?? []) flags[flag] = values[flag] === true
  return { options, flags, files: positionals }
}

/** Whether a word asks how a command is used. */
export function isHelp(word: string): boolean {
  return word === "--help" || word === "-h"
}

function parse(args: string[], options: ParseArgsOptionsConfig, usage: string) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split(". ")[0] ?? "") : String(cause)
    throw new CliError(`${reason}. Usage: ${usage}`, { cause })
  }
}
