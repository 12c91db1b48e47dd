import type { Campaign } from "../campaign/campaign.ts"
import type { StoredCampaign } from "../campaign/operator-store.ts"
import { subtreeIds, unitTree } from "../campaign/unit.ts"
import type { Picture } from "../channel.ts"
import { type LocalDate, lastDayOf, startOfDay } from "../clock.ts"
import { given } from "../given.ts"
import type { PictureRef } from "../outbox.ts"
import { remember } from "../remember.ts"
import { seriesSpan } from "./chart.ts"
import { TallyError } from "./plan.ts"
import type { TallyPosts } from "./post-store.ts"
import { readTallies, type TallySource } from "./read.ts"
import type { ReadSeries, SeriesPoint } from "./series.ts"
import type { TallyReading } from "./tally.ts"
import { asLeaving } from "./text.ts"

/** What drawing a tally needs. */
export type PicturePorts = {
  readonly posts: Pick<TallyPosts, "campaigns" | "snapshot">
  readonly source: TallySource & { readonly series: ReadSeries }
  readonly draw: (
    reading: TallyReading,
    campaign: Campaign,
    series: readonly SeriesPoint[],
  ) => Promise<Picture>
  readonly timeZone: string
}

/** Pictures of a hundred kilobytes each that may be asked for again soon. */
const REMEMBERED = 60

/** What a reading's picture is asked for by. */
export function pictureRef(
  campaignId: string,
  unitId: string,
  { tally, isPast, readOn }: TallyReading,
): PictureRef {
  const { period } = tally
  const read = given({ isPast, readOn })
  return { campaignId, unitId, period, from: Date.parse(tally.from), to: Date.parse(tally.to), ...read }
}

/**
 * Pictures of tallies. The same tally asked for by many groups is drawn once; one that failed is tried again. Rejects with
 * `TallyError` for a campaign or unit that is not there any more.
 */
export function tallyPictures(ports: PicturePorts): (ref: PictureRef) => Promise<Picture> {
  const known = new Map<string, Promise<Picture>>()
  return (ref) => {
    const key = [ref.campaignId, ref.unitId, ref.period, ref.from, ref.to, ref.isPast, ref.readOn].join(" ")
    const picture = known.get(key) ?? pictureOf(ports, ref)
    // Asked for last is forgotten last.
    known.delete(key)
    remember(known, key, picture, REMEMBERED)
    picture.catch(() => known.delete(key))
    return picture
  }
}

async function pictureOf(ports: PicturePorts, ref: PictureRef): Promise<Picture> {
  const campaign = (await ports.posts.campaigns()).find(({ id }) => id === ref.campaignId)
  if (campaign === undefined) throw new TallyError(`There is no campaign ${ref.campaignId} any more.`)
  const { campaign: rules, unitId: rootId } = campaign
  const reading = leavingOn(
    ref.readOn,
    (await ports.posts.snapshot(ref)) ?? (await readAgain(ports, campaign, ref)),
    rules,
    ports.timeZone,
  )
  const span = seriesSpan(reading, rules, ports.timeZone)
  const day = lastDayOf(span, ports.timeZone)
  const unitIds =
    ref.unitId === rootId ? undefined : subtreeIds(unitTree(await ports.source.units(day)), ref.unitId)
  const counter = rules.progressCounter
  const series = await ports.source.series({ campaignId: campaign.id, counter, span, unitIds })
  return await ports.draw(ref.isPast === true ? { ...reading, isPast: true } : reading, rules, series)
}

function leavingOn(
  day: LocalDate | undefined,
  reading: TallyReading,
  rules: Campaign,
  zone: string,
): TallyReading {
  return day === undefined ? reading : asLeaving(reading, rules, startOfDay(day, zone), zone)
}

async function readAgain(
  ports: PicturePorts,
  campaign: StoredCampaign,
  { unitId, period, from, to }: PictureRef,
): Promise<TallyReading> {
  const ask = { period, at: to, from, zone: ports.timeZone }
  const [reading] = await readTallies(ports.source, campaign, ask, [unitId])
  if (reading === undefined) throw new TallyError(`There is no tally of the unit ${unitId}.`)
  return reading
}
