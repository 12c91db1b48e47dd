import { createHash, randomBytes } from "node:crypto"
import { openStore, type Store } from "../../db/open.ts"
import { operatorStore } from "../../db/operator-store.ts"
import { readSettings } from "../settings.ts"
import { CliError, oneLine } from "./errors.ts"
import { runCli } from "./run.ts"
import type { PostTally } from "./world.ts"

// The seam for `tally --post`: the outbox and the wording are wired in here.
const postTally: PostTally = () => {
  throw new CliError("tally --post is not wired yet (bot/cli/main.ts, postTally).")
}

async function main(): Promise<0 | 1> {
  const settings = readSettings(process.env)
  let opened: Promise<Store> | undefined
  try {
    return await runCli(process.argv.slice(2), {
      store: async () => {
        opened ??= openStore(settings)
        return operatorStore((await opened).db, settings.timeZone)
      },
      print: (line) => process.stdout.write(`${line}\n`),
      warn: (line) => process.stderr.write(`${line}\n`),
      now: Date.now,
      timeZone: settings.timeZone,
      randomBytes,
      sha256Hex: (text) => createHash("sha256").update(text).digest("hex"),
      postTally,
      checks: [
        {
          name: "settings",
          run: async () => ({
            ok: true,
            text: `data in ${settings.dataDir}, time zone ${settings.timeZone}`,
          }),
        },
      ],
    })
  } finally {
    const store = await opened?.catch(() => undefined)
    await store?.close()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${oneLine(error)}\n`)
  process.exitCode = 1
}
