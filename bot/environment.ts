import { readFileSync } from "node:fs"
import { parseEnv } from "node:util"
import { codeOf, wordsOf } from "../core/error.ts"
import { SettingsError } from "./settings.ts"

/** The environment with what `.env` in the working folder adds to it; a variable that is set already wins. Throws `SettingsError` when `.env` cannot be read. */
export function readEnvironment(): NodeJS.ProcessEnv {
  try {
    // Read once: of a file that is just being put there, what was looked at is what is used. `process.loadEnvFile` calls one
    // that we may not read missing (24.21), and without its tokens the demo would start, open to anybody.
    for (const [name, value] of Object.entries(parseEnv(readFileSync(".env", "utf8"))))
      process.env[name] ??= value
  } catch (error) {
    if (codeOf(error) === "ENOENT") return process.env
    const reason = wordsOf(error)
    throw new SettingsError([
      `.env cannot be read: ${reason.replace(/\.$/, "")}. It is a text file that our user may read. Example: cp .env.example .env`,
    ])
  }
  return process.env
}
