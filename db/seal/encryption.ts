import { given } from "../../core/given.ts"
import { type Rotation, type Seal, UNSEALED } from "../../core/seal.ts"
import { isAlone } from "../server/connection.ts"
import type { Store as WholeStore } from "../server/open.ts"
import { type KeyPlaces, type KeyRing, keyRing } from "./keys.ts"
import { encryptionState, forgetSealed, hasPlainIds, sealAll } from "./resealing.ts"

type Store = Pick<WholeStore, "db" | "pool">

const ROTATE = "npm run cli -- key rotate"

/**
 * The seal the database is under. What lies open is sealed first, once, when there is a key, and a change of the key that was cut
 * off is finished. Throws one clear line when the key is missing or another one.
 */
export async function openSeal(places: KeyPlaces, store: Store): Promise<Seal> {
  const ring = await keyRing(places)
  const state = await encryptionState(store.db)
  if (ring === undefined) {
    if (state === undefined) return UNSEALED
    throw new Error(
      `The database is encrypted with the key ${state.key}, and there is none here. Set ENCRYPTION_KEY to it, or bring ${places.dataDir}/encryption-key back from where you keep it.`,
    )
  }
  const [newest] = ring.seals
  if (newest === undefined) throw new Error(`${ring.from} is empty. Bring it back from where you keep it.`)
  if (state === undefined) {
    if ((await hasPlainIds(store.db)) && !(await isAlone(store.pool))) {
      throw new Error(
        "The database is to be encrypted, and another process uses it. Stop all of them and start one first.",
      )
    }
    await sealAll(store, [], newest)
    return newest
  }
  const seal = ring.seals.find(({ name }) => name === state.key)
  if (seal === undefined) throw new Error(wrongKey(state.key, ring))
  // Another process is at it just now, or died over it.
  if (state.changing) await sealAll(store, ring.seals, seal)
  return seal
}

/**
 * Seals everything with the newest key: of the file that is a fresh one, of the setting the first. Goes on where it was cut
 * off. `lose`: what no key here opens is removed. Throws when another process uses the database.
 */
export async function rotateKey(
  places: KeyPlaces,
  store: Store,
  { lose = false }: { readonly lose?: boolean } = {},
): Promise<Rotation> {
  const ring = await keyRing(places)
  if (ring === undefined)
    throw new Error(
      "There is no key. Set ENCRYPTION_KEY, for example to what this prints: npm run cli -- key new",
    )
  if (!(await isAlone(store.pool))) {
    throw new Error(
      "The bot or another command uses this database. Stop it, rotate the key, then start it again.",
    )
  }
  const before = await encryptionState(store.db)
  const isKnown = before === undefined || ring.seals.some(({ name }) => name === before.key)
  if (!isKnown && !lose) throw new Error(wrongKey(before.key, ring))
  const lost = lose
    ? await forgetSealed(
        store.db,
        ring.seals.map(({ name }) => name),
      )
    : undefined
  // A newer key than the one in use was put there before, by the operator or by us.
  const isWaiting = ring.seals[0]?.name !== before?.key || before?.changing === true
  if (!isWaiting && ring.add === undefined && !lose) return { did: "nothing", key: before?.key ?? "" }
  const { seals } = isWaiting || ring.add === undefined || lose ? ring : await ring.add()
  const [newest, ...older] = seals
  if (newest === undefined) throw new Error(`${ring.from} is empty. Bring it back from where you keep it.`)
  await sealAll(store, older, newest)
  return { did: "rotated", from: before?.key, to: newest.name, ...given({ lost }) }
}

/** For `doctor`: how it stands, and what to do. */
export async function encryptionCheck(
  places: KeyPlaces,
  store: Store,
): Promise<{ readonly ok: boolean; readonly text: string }> {
  const ring = await keyRing(places)
  const state = await encryptionState(store.db)
  if (ring === undefined && state === undefined) {
    return {
      ok: true,
      text: "off: with a database of your own, set ENCRYPTION_KEY (npm run cli -- key new) to have ids of people and secrets sealed",
    }
  }
  if (state === undefined)
    return { ok: true, text: `not yet; the next start of the bot seals with the key of ${ring?.from}` }
  if (ring === undefined || !ring.seals.some(({ name }) => name === state.key)) {
    return { ok: false, text: wrongKey(state.key, ring) }
  }
  if (state.changing)
    return {
      ok: false,
      text: `the change to the key ${state.key} was cut off; run: key rotate, or start the bot`,
    }
  if (await hasPlainIds(store.db))
    return { ok: false, text: "some ids lie open; stop the bot and run: key rotate" }
  const newer =
    ring.seals[0]?.name === state.key ? "" : `; ${ring.from} has a newer one: stop the bot and run key rotate`
  return {
    ok: true,
    text: `ids of people and secrets are sealed with the key ${state.key} of ${ring.from}; keep it apart from the backups${newer}`,
  }
}

function wrongKey(key: string, ring: KeyRing | undefined): string {
  const here =
    ring === undefined
      ? "there is none here"
      : `${ring.from} has ${ring.seals.map(({ name }) => name).join(", ")}`
  return `The database is encrypted with the key ${key}, and ${here}. Bring that key back, or set ENCRYPTION_KEY=<new>,<old> and run: ${ROTATE}. When it is lost for good: ${ROTATE} --lost`
}
