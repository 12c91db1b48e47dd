import type { Kysely } from "kysely"
import type { RoundPorts } from "../../core/tally/round.ts"
import type { SeriesAsk } from "../../core/tally/series.ts"
import { operatorStore } from "../../db/operator-store.ts"
import type { Database } from "../../db/schema.ts"
import { tallyPosts } from "../../db/tally/post.ts"
import { progressSeries } from "../../db/tally/series.ts"

/** What tallies are read from and posted to. */
export function roundPorts(db: Kysely<Database>, timeZone: string): RoundPorts {
  const series = async (ask: SeriesAsk) => await progressSeries(db, ask, timeZone)
  return { source: { ...operatorStore(db, timeZone), series }, posts: tallyPosts(db), timeZone }
}
