import type { Gate, Show } from "./gate.ts"
import { type Ground, type Happenings, POSTS, type Scenario } from "./plan.ts"
import type { Platforms } from "./platforms.ts"
import type { Site } from "./site.ts"

/** What came of a scenario. */
export type Verdict = {
  readonly scenario: string
  readonly backend: "PostgreSQL" | "Redis"
  readonly seed: number
  /** Messages the platforms were told to forget, without those that were lost on the way. */
  readonly accepted: number
  readonly registrations: number
  readonly kills: number
  readonly outages: number
  /** Calls that went wrong. */
  readonly mishaps: number
  /** Zalo's long polling: read by a server that was killed before it could store them. Zalo does not repeat. */
  readonly lostOnTheWay: number
  /** Messages shown once more because nobody could know whether they had been shown. */
  readonly repeated: number
  /** Posts left to a human because nobody could know whether they had been shown. */
  readonly unknownPosts: number
  /** Accepted messages without effect or answer. */
  readonly lost: number
  /** Registrations that count more than once. */
  readonly twice: number
  /** Everything else that must not be. */
  readonly wrong: readonly string[]
}

/** Counts what the platforms saw and what the database holds against each other. */
export async function examine(
  scenario: Scenario,
  ground: Ground,
  record: Happenings,
  { platforms, gate, site }: { readonly platforms: Platforms; readonly gate: Gate; readonly site: Site },
): Promise<Verdict> {
  const accepted = record.said.filter(
    (each) => platforms.isAccepted(each, gate.handedByZalo) && !record.lostOnTheWay.has(each.id),
  )
  const handled = await site.handled()
  const registered = await site.registered()
  const answers = await site.answersWritten()
  const lost = accepted.filter((each) => !handled.has(platforms.keyOf(each)))
  const unregistered = record.people.filter((person) => !registered.has(person.title))
  const titles = new Set(record.people.map((person) => person.title))
  const twice = [...registered].reduce(
    (sum, [title, count]) => sum + (titles.has(title) ? count - 1 : count),
    0,
  )
  const repeats = repeatsOf(gate.shows, record, platforms)
  const givenUp = await site.givenUp()
  const unknownPosts = givenUp.filter((row) => row.kind === "post" && row.state === "unknown")
  const lostAlive = [...record.lostOnTheWay.values()].filter((cause) => cause === "outage").length
  return {
    scenario: scenario.name,
    backend: ground.redis === undefined ? "PostgreSQL" : "Redis",
    seed: scenario.seed,
    accepted: accepted.length,
    registrations: registered.size,
    kills: record.kills,
    outages: record.outages,
    mishaps: [...gate.happened.values()].reduce((sum, times) => sum + times, 0),
    lostOnTheWay: record.lostOnTheWay.size - lostAlive,
    repeated: repeats.explained,
    unknownPosts: unknownPosts.length,
    lost: new Set([...lost.map((each) => each.person), ...unregistered]).size,
    twice,
    wrong: [
      ...(answers === accepted.length
        ? []
        : [`${answers} answers were written to ${accepted.length} messages`]),
      ...(lostAlive === 0
        ? []
        : [`${lostAlive} messages at Zalo were read and never stored by a server that lived`]),
      ...repeats.unexplained,
      ...postsAmiss(gate.shows, record, new Set(unknownPosts.map((row) => row.chat_id))),
      ...givenUp
        .filter((row) => !unknownPosts.includes(row))
        .map((row) => `given up (${row.state}): ${row.kind} to ${row.chat_id}, ${row.error}`),
      ...record.odd.map((text) => `an answer to nothing: ${text}`),
      ...platforms.complaints(),
      ...(await site.contradictions()),
    ],
  }
}

/** The same words to the same person more than once: with a reason when the server could not know of the time before. */
function repeatsOf(shows: readonly Show[], record: Happenings, platforms: Platforms) {
  const unexplained: string[] = []
  let explained = 0
  for (const { platform, name, chat } of record.people) {
    const { ref } = platforms.person(platform, name)
    const mine = shows.filter((show) => show.platform === platform && show.chat === chat)
    for (const [text, times] of Map.groupBy(mine, (show) => show.text)) {
      const again = times.length - 1
      if (again === 0) continue
      const knowable = times.slice(0, -1).filter((show) => show.told && !record.heldAtKill.has(ref)).length
      explained += again - knowable
      if (knowable > 0) unexplained.push(`${name} (${platform}) read ${times.length} times: ${text}`)
    }
  }
  return { explained, unexplained }
}

function postsAmiss(
  shows: readonly Show[],
  record: Happenings,
  unknown: ReadonlySet<string>,
): readonly string[] {
  return record.groups.flatMap(({ platform, chat, ref }) =>
    POSTS.flatMap((text) => {
      const times = shows.filter(
        (show) => show.platform === platform && show.chat === chat && show.text === text,
      ).length
      if (times > 1) return [`a post was shown ${times} times in ${ref}`]
      return times === 0 && !unknown.has(ref) ? [`a post never came to ${ref}`] : []
    }),
  )
}
