import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:net"
import { createInterface } from "node:readline"

/** A Redis for tests; `restart` only where the server is our own. */
export type TestRedis = {
  readonly url: string
  readonly restart?: { down(): Promise<void>; up(): Promise<void> }
  close(): Promise<void>
}

/** `REDIS_URL`, else a `redis-server` from PATH on a free port with nothing on disk; undefined where there is neither. */
export async function startTestRedis(): Promise<TestRedis | undefined> {
  const given = process.env["REDIS_URL"]
  if (given) return { url: given, close: async () => {} }
  const port = await freePort()
  let server = await startServer(port)
  if (server === undefined) {
    console.info("The Redis tests were left out: neither REDIS_URL nor a redis-server on PATH.")
    return undefined
  }
  const down = async () => {
    if (server === undefined) return
    const gone = once(server, "exit")
    server.kill()
    await gone
    server = undefined
  }
  const up = async () => {
    server = await startServer(port)
  }
  return { url: `redis://127.0.0.1:${port}`, restart: { down, up }, close: down }
}

async function startServer(port: number): Promise<ChildProcess | undefined> {
  const settings = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
  const child = spawn("redis-server", settings, { stdio: ["ignore", "pipe", "ignore"] })
  const started = Promise.withResolvers<ChildProcess | undefined>()
  child.once("error", () => started.resolve(undefined))
  child.once("exit", () => started.resolve(undefined))
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line.includes("Ready to accept connections")) started.resolve(child)
  })
  return started.promise
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  server.close()
  await once(server, "close")
  if (address === null || typeof address === "string") throw new Error("no free port")
  return address.port
}
