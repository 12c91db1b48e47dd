import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"

const ROOT = join(import.meta.dirname, "../..")
const NODE = join(ROOT, "node_modules/.bin/node")
const ADDRESS = /đang chạy tại (http:\/\/127\.0\.0\.1:\d+)/
/** Far beyond anything that works on a busy machine. */
const PATIENCE_MS = 60_000
const KEPT_OUTPUT = 200_000

/** Settings of whoever runs the tests must not reach the servers under test. */
const OURS =
  /^(DATABASE_URL|REDIS_URL|DATA_DIR|HOST|PORT|PUBLIC_URL|WEBHOOK_SECRET|TIME_ZONE|WEB_CHAT|ADMIN_CODE|PROCESS_ROLE|LOG_LEVEL|ZALO_.*|TELEGRAM_.*|npm_.*|NODE_.*|VITEST.*)$/i

/** A real `node bot/main.ts`. */
export type Server = {
  readonly name: string
  readonly role: string
  readonly address: string
  /** Listens, and nobody has told it to end or to stand still. */
  readonly isAlive: () => boolean
  /** SIGKILL, at this very instant; resolves when the process is gone. */
  kill(): Promise<void>
  /** SIGSTOP: it does nothing more, and its connections stay, until `goOn`. */
  standStill(): void
  goOn(): void
  /** SIGTERM; resolves when it has ended by itself, rejects when it did not end well. */
  stop(): Promise<void>
  /** Everything printed so far, newest part only. */
  said(): string
  /** Resolves as soon as the output from now on holds the pattern. */
  says(pattern: RegExp): Promise<void>
}

const running = new Set<ChildProcess>()
// Whatever ends the tests must not leave servers behind.
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL")
})

/** Starts a server and resolves when it listens. `died` is told when it ends though nobody asked it to. */
export async function startServer(
  name: string,
  env: Readonly<Record<string, string>>,
  died: (how: Error) => void,
): Promise<Server> {
  const inherited = Object.entries(process.env).filter(([key]) => !OURS.test(key))
  const child = spawn(NODE, ["bot/main.ts"], {
    cwd: ROOT,
    env: { ...Object.fromEntries(inherited), PORT: "0", WEB_CHAT: "off", LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  })
  running.add(child)
  let output = ""
  const listeners = new Set<(text: string) => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output = (output + text).slice(-KEPT_OUTPUT)
      for (const listen of listeners) listen(text)
    })
  }
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => {
      running.delete(child)
      if (!child.killed) died(new Error(`${name} ended by itself (${signal ?? code}): ${output}`))
      resolve(signal ?? String(code))
    })
  })

  async function says(pattern: RegExp): Promise<void> {
    const found = Promise.withResolvers<void>()
    let heard = ""
    const listen = (text: string) => {
      heard += text
      if (pattern.test(heard)) found.resolve()
    }
    listeners.add(listen)
    try {
      const gone = ended.then((how) => Promise.reject(new Error(`${name} ended (${how}): ${output}`)))
      await within(Promise.race([found.promise, gone]), () => `${name} never said ${pattern}: ${output}`)
    } finally {
      listeners.delete(listen)
    }
  }

  await says(ADDRESS).catch((error: unknown) => {
    // Nobody else knows of it yet.
    child.kill("SIGKILL")
    throw error
  })
  const address = ADDRESS.exec(output)?.[1] ?? ""
  let standsStill = false
  return {
    name,
    role: env["PROCESS_ROLE"] ?? "all",
    address,
    isAlive: () => child.exitCode === null && child.signalCode === null && !child.killed && !standsStill,
    standStill: () => {
      standsStill = true
      process.kill(child.pid ?? 0, "SIGSTOP")
    },
    goOn: () => {
      standsStill = false
      process.kill(child.pid ?? 0, "SIGCONT")
    },
    kill: async () => {
      child.kill("SIGKILL")
      await ended
    },
    stop: async () => {
      child.kill("SIGTERM")
      const how = await within(ended, () => `${name} did not stop: ${output}`)
      if (how !== "0") throw new Error(`${name} ended with ${how}: ${output}`)
    },
    said: () => output,
    says,
  }
}

/** Bounds a wait that only a defect makes long. */
export async function within<Value>(
  awaited: Promise<Value>,
  complaint: () => string,
  patienceMs = PATIENCE_MS,
): Promise<Value> {
  const over = new AbortController()
  const late = once(over.signal, "abort").then(() => Promise.reject(new Error(complaint())))
  const timer = setTimeout(() => over.abort(), patienceMs)
  try {
    return await Promise.race([awaited, late])
  } finally {
    clearTimeout(timer)
  }
}
