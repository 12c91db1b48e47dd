import { type Kysely, sql } from "kysely"
import { successorOf } from "../../core/campaign/reorganisation.ts"
import type { UnitState } from "../../core/campaign/unit-history.ts"
import type { SearchableUnit } from "../../core/intake/unit-index.ts"
import type { UnitRef } from "../../core/people/role.ts"
import { foldWords } from "../../core/text/fold.ts"
import type { Database } from "../schema.ts"

/** The units as people speak of them. */
export type KnownUnits = {
  readonly list: readonly (SearchableUnit & UnitRef & { readonly level: string })[]
  readonly byId: ReadonlyMap<string, UnitRef>
  readonly parents: ReadonlySet<string>
  readonly roots: readonly UnitRef[]
}

/** Open units; the names of others that were merged into them, and their own former names, find them too. */
export async function loadUnits(db: Kysely<Database>): Promise<KnownUnits> {
  const { rows } = await sql<
    UnitRef & { level: string; nameKey: string; state: UnitState; alsoKeys: string[] | null }
  >`
    select unit.id, code, unit.name, level, name_key as "nameKey", path, unit.state, other.keys as "alsoKeys"
    from unit
    left join (
      select unit_id, array_agg(key) as keys from (
        select unit_id, alias_key as key from unit_alias union select unit_id, name from unit_version
      ) as each group by unit_id
    ) as other on other.unit_id = unit.id
    order by created_at, code`.execute(db)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const also = new Map<string, Set<string>>()
  for (const row of rows) {
    const keys = [row.name, ...(row.alsoKeys ?? [])].map(foldWords)
    const owner = row.state === "open" ? row.id : successorOf(byId, row.id)
    if (owner === undefined) continue
    const known = also.get(owner) ?? new Set()
    also.set(owner, known)
    for (const key of keys) if (key !== byId.get(owner)?.nameKey) known.add(key)
  }
  const open = rows.filter((row) => row.state === "open")
  return {
    list: open.map(({ id, code, name, level, nameKey, path }) => ({
      id,
      code,
      name,
      level,
      nameKey,
      path,
      alsoKeys: [...(also.get(id) ?? [])],
    })),
    byId,
    parents: new Set(open.flatMap((row) => row.path.at(-2) ?? [])),
    roots: open.filter((row) => row.path.length === 1),
  }
}
