import { setTimeout as pause } from "node:timers/promises"
import type { WebhookRequest } from "../../core/channel.ts"
import { given } from "../../core/given.ts"
import { createBell } from "../transcripts/bell.ts"
import { createCrowd, guided, oneMessage, type Person, titles } from "./crowd.ts"
import { type Moment, openGate, type PlatformName } from "./gate.ts"
import { type Blow, type Ground, type Happenings, POSTS, type Scenario } from "./plan.ts"
import { openPlatforms } from "./platforms.ts"
import { random } from "./random.ts"
import { type Server, startServer } from "./servers.ts"
import { openSite } from "./site.ts"
import { examine, type Verdict } from "./verdict.ts"

const PLATFORMS = ["telegram", "zalo"] as const
/** Every so many people one asks to be guided. */
const GUIDED_EVERY = 4
const GROUPS_EACH = 4
/** A line of the server's log at level warn or above: it has noticed. */
const TROUBLED = /"level":[456]0/

const TAKEN_OVER = /were left behind by their sender/
/** Longer than any silence of a server that lives. */
const STANDS_STILL_MS = 50_000

/** Plays one scenario until everybody has an answer and nothing waits to be sent, and counts. */
export async function play(scenario: Scenario, ground: Ground): Promise<Verdict> {
  await using undo = new AsyncDisposableStack()
  const chance = random(scenario.seed)
  const bell = createBell()
  let failure: Error | undefined
  const fail = (error: unknown) => {
    failure ??= error instanceof Error ? error : new Error(String(error))
    bell.ring()
  }

  // --- the servers -----------------------------------------------------------------------------------------------

  const servers: Server[] = []
  let started = 0
  const alive = () => servers.filter((server) => server.isAlive())

  async function start(role: string): Promise<Server> {
    started += 1
    const name = `s${started}`
    const env = {
      ...platforms.environment,
      TELEGRAM_API_ROOT: gate.root(name, "telegram"),
      ZALO_API_ROOT: gate.root(name, "zalo"),
      DATABASE_URL: ground.databaseUrl,
      PROCESS_ROLE: role,
      ...given({ REDIS_URL: ground.redis?.url }),
    }
    const server = await startServer(name, env, fail)
    servers.push(server)
    return server
  }

  let turn = 0
  /** What a load balancer does: the next server that receives, whatever comes of it. */
  async function deliver(path: string, { headers, body }: WebhookRequest): Promise<number> {
    const receivers = alive().filter((server) => server.role !== "worker")
    const next = receivers[turn++ % receivers.length]
    if (next === undefined) return 0
    try {
      const given = Object.entries(headers).map(([name, value]): [string, string] => [name, value ?? ""])
      const answer = await fetch(next.address + path, { method: "POST", headers: given, body })
      await answer.arrayBuffer()
      return answer.status
    } catch {
      return 0
    }
  }

  const platforms = await openPlatforms(scenario.receives, deliver)
  undo.defer(platforms.close)
  const gate = await openGate(platforms.roots)
  undo.defer(gate.close)
  const site = await openSite(ground.databaseUrl, bell.ring)
  undo.defer(site.close)
  undo.defer(async () => {
    await Promise.all(alive().map((server) => server.kill()))
  })

  // --- people and groups -----------------------------------------------------------------------------------------

  const names = titles(scenario.people * PLATFORMS.length, chance)
  const crowd = createCrowd(
    chance.shuffled(
      names.map((title, place): Person => {
        const platform = PLATFORMS[place % 2] as PlatformName
        const name = `Người ${place + 1}`
        const lines = Math.floor(place / 2) % GUIDED_EVERY === 0 ? guided(title) : oneMessage(title)
        return { platform, name, chat: platforms.person(platform, name).chat, title, lines, at: -1 }
      }),
    ),
    (person, text) => platforms.write(person.platform, person.name, text),
  )
  await site.addPeople(
    crowd.people.map(({ platform, name }) => {
      const { account, ref } = platforms.person(platform, name)
      return { account, chat: ref, name }
    }),
  )
  const groups = PLATFORMS.flatMap((platform) =>
    Array.from({ length: GROUPS_EACH }, (_, place) => {
      const title = `Nhóm ${place + 1}`
      return { platform, title, ...platforms.group(platform, title) }
    }),
  )
  for (const { platform, ref, title } of groups) await site.addGroup(ref, platforms.bots[platform], title)
  const post = async (text: string) =>
    await site.addPosts(
      groups.map(({ ref, platform }) => ({ chat: ref, bot: platforms.bots[platform], text })),
    )

  // --- what is done to them --------------------------------------------------------------------------------------

  const heldAtKill = new Set<string>()
  /** Claims that were open when a server or the database died. Those of the dead will never be settled. */
  const deadClaims = new Map<string, string>()
  const lostOnTheWay = new Map<string, "kill" | "outage">()
  let recheck: "kill" | "outage" | undefined
  let kills = 0
  let outages = 0

  /** Whoever dies, or loses the database while it claims, leaves rows that nobody settles before their lease ends. */
  async function noteClaims(each: (chat: string) => void = () => {}): Promise<void> {
    for (const row of await site.held()) {
      deadClaims.set(row.id, row.lease)
      each(row.chat_id)
    }
  }

  /** `gone` resolves when the server is dead; called after the signal was sent. */
  async function replace(victim: Server, gone: Promise<void>): Promise<void> {
    kills += 1
    await gone
    await noteClaims((chat) => heldAtKill.add(chat))
    if (scenario.leases === "skip" && alive().length === 0) await site.endLeases()
    recheck = "kill"
    await start(victim.role)
  }

  /** Until the others have gone on with what it held, or long enough when it held nothing. */
  async function freeze(victim: Server): Promise<void> {
    const taken = alive().map((server) => server.says(TAKEN_OVER))
    for (const each of taken) each.catch(() => {})
    victim.standStill()
    await noteClaims((chat) => heldAtKill.add(chat))
    await Promise.race([Promise.any(taken), pause(STANDS_STILL_MS)])
    victim.goOn()
  }

  async function outage(down: () => Promise<void>, up: () => Promise<void>): Promise<void> {
    outages += 1
    const noticed = alive().map((server) => server.says(TROUBLED))
    // Whoever does not notice in time need not.
    for (const each of noticed) each.catch(() => {})
    await down()
    await Promise.any(noticed)
    await up()
    recheck = "outage"
  }

  /** Half of the time the server with whom it is just happening. */
  function somebody(moment: Moment): Server {
    const beside = chance.pick(alive())
    const present = alive().find((server) => server.name === moment.server)
    return chance.between(0, 1) === 0 ? (present ?? beside) : beside
  }

  async function strike(blow: Blow, moment: Moment): Promise<void> {
    switch (blow) {
      case "kill": {
        const victim = somebody(moment)
        return await replace(victim, victim.kill())
      }
      case "kill the poller": {
        const poller = gate.poller(chance.pick(PLATFORMS))
        const victim = alive().find((server) => server.name === poller) ?? chance.pick(alive())
        return await replace(victim, victim.kill())
      }
      case "freeze":
        return await freeze(somebody(moment))
      case "database": {
        const { cluster } = ground
        if (cluster === undefined) throw new Error("This scenario needs a database that can be taken away")
        await outage(cluster.crash, cluster.recover)
        await site.listen()
        return await noteClaims()
      }
      case "redis":
        return ground.redis && (await outage(ground.redis.down, ground.redis.up))
      case "empty redis":
        return await ground.redis?.empty()
      case "platform":
        for (const platform of PLATFORMS) gate.trouble(platform, scenario.mishaps?.[platform] ?? [])
        return
      default:
        return blow satisfies never
    }
  }

  /**
   * Zalo repeats nothing. Where a poll waits, everything written before it began was read, and what was read then is either
   * stored or lost.
   */
  async function lookForLost(cause: "kill" | "outage"): Promise<void> {
    const written = crowd.said.filter(({ person, id }) => person.platform === "zalo" && !lostOnTheWay.has(id))
    await platforms.zaloIsEmpty()
    const stored = await site.stored(written.map(platforms.keyOf)).catch(unlessStriking)
    if (stored === undefined) {
      recheck = cause
      return
    }
    for (const each of written) {
      if (stored.has(platforms.keyOf(each)) || lostOnTheWay.has(each.id)) continue
      lostOnTheWay.set(each.id, cause)
      crowd.saysAgain(each)
    }
  }

  // People come in waves; each blow falls at a drawn moment of the wave before it, so every one meets people at work.
  const blows = [...scenario.blows]
  let momentsLeft = 0
  let striking = false

  function wave(): void {
    const share = Math.ceil(crowd.people.length / (scenario.blows.length + 1))
    const lines = crowd.comes(share)
    momentsLeft = chance.between(1, Math.max(1, Math.floor(lines * 1.6)))
  }

  function count(moment: Moment): void {
    momentsLeft -= 1
    if (momentsLeft > 0 || striking) return
    const blow = blows.shift()
    if (blow === undefined) return
    striking = true
    strike(blow, moment)
      .then(() => {
        striking = false
        wave()
      })
      .catch(fail)
      .finally(bell.ring)
  }

  gate.watch((moment) => {
    if (moment.kind === "shown") crowd.hears(moment.platform, moment.show.chat, moment.show.text)
    if (
      moment.kind === "polled" &&
      moment.platform === "zalo" &&
      recheck !== undefined &&
      scenario.receives === "polling"
    ) {
      const cause = recheck
      recheck = undefined
      lookForLost(cause).catch(fail)
    }
    if (moment.kind !== "polled" && moment.kind !== "registered") count(moment)
    bell.ring()
  })

  /** Nothing goes on, and all that is left is held by the dead. */
  async function isStuck(open: Awaited<ReturnType<typeof site.open>>): Promise<boolean> {
    const held = new Set(open.filter((row) => deadClaims.get(row.id) === row.lease).map((row) => row.chat_id))
    const waiting = crowd.unfinished().map(({ platform, name }) => platforms.person(platform, name).ref)
    return open.length > 0 && [...open.map((row) => row.chat_id), ...waiting].every((chat) => held.has(chat))
  }

  /** A blow may fall while somebody asks the database. */
  function unlessStriking(error: unknown): undefined {
    if (!striking) throw error
  }

  async function state(): Promise<"done" | "stuck" | undefined> {
    if (failure !== undefined) throw failure
    if (striking) return undefined
    const open = await site.open().catch(unlessStriking)
    if (open === undefined) return undefined
    if (crowd.isFinished() && blows.length === 0 && open.length === 0) return "done"
    return scenario.leases === "skip" && (await isStuck(open)) ? "stuck" : undefined
  }

  /** Everybody stops in good order, what the dead hold is let go, and others start. */
  async function relieve(): Promise<void> {
    striking = true
    await Promise.all(alive().map((server) => server.stop()))
    await site.endLeases()
    // One is enough to end what is left; only where more is to come the whole team is needed again.
    await Promise.all((blows.length === 0 ? (["all"] as const) : scenario.team).map(start))
    striking = false
  }

  await Promise.all(scenario.team.map(start))
  if (scenario.receives === "webhook") {
    await bell.until("the webhooks to be set", () => platforms.areRegistered() || undefined)
  }
  await post(POSTS[0])
  wave()
  await post(POSTS[1])
  try {
    while ((await bell.until("everybody to be answered", state, scenario.patienceMs)) === "stuck") {
      await relieve()
    }
  } catch (error) {
    throw new Error(await whatIsMissing(), { cause: error })
  }
  await Promise.all(alive().map((server) => server.stop()))
  const record: Happenings = {
    said: crowd.said,
    odd: crowd.odd,
    people: crowd.people,
    groups,
    heldAtKill,
    lostOnTheWay,
    kills,
    outages,
  }
  return await examine(scenario, ground, record, { platforms, gate, site })

  async function whatIsMissing(): Promise<string> {
    const open = await site.open().catch(() => [])
    const people = crowd.unfinished().map((each) => `${each.platform} ${each.name} line ${each.at}`)
    const outputs = alive().map((server) => `${server.name} (${server.role}): ${server.said().slice(-6_000)}`)
    return [
      `${scenario.name} (seed ${scenario.seed}) did not come to its end.`,
      `blows left: ${blows.join()}; rows open: ${JSON.stringify(open.slice(0, 10))}`,
      `waiting: ${people.slice(0, 20).join("; ")}`,
      `odd: ${crowd.odd.slice(0, 5).join("; ")}`,
      ...outputs,
    ].join("\n")
  }
}
