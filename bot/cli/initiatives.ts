import { isDemo } from "../../core/campaign/demo.ts"
import type { ExportedInitiative, StoredCampaign } from "../../core/campaign/operator-store.ts"
import { subtreeIds, unitTree } from "../../core/campaign/unit.ts"
import type { BadRow } from "../../core/campaign/unit-sheet.ts"
import { isoLocal, localDate } from "../../core/clock.ts"
import type { OutColumn } from "../../core/export/sheet.ts"
import { initiativeCode } from "../../core/intake/code.ts"
import { isOurHeading } from "../../core/intake/initiative-import.ts"
import {
  INITIATIVE_COLUMNS,
  type InitiativeDraft,
  readInitiatives,
} from "../../core/intake/initiative-sheet.ts"
import { readArguments } from "./arguments.ts"
import { chooseCampaign } from "./campaign.ts"
import { numberOf } from "./figures.ts"
import { reportImport } from "./report.ts"
import { readTable, writeTable } from "./sheet.ts"
import type { World } from "./world.ts"

/** `initiatives import FILE`: good rows are stored in one go, bad ones reported. False when there were any. */
export async function importInitiativesFile(world: World, words: readonly string[]): Promise<boolean> {
  const usage = "initiatives import FILE.xlsx|csv [--dry-run] [--campaign CODE] [--json]"
  const { files, flags, options } = readArguments(words, {
    usage,
    files: 1,
    flags: ["dry-run", "json"],
    options: ["campaign"],
  })
  const required = ["unit", "title", "author", "registeredAt"] as const
  const sheet = await readTable(files[0] ?? "", INITIATIVE_COLUMNS, required)
  const store = await world.store()
  const now = world.now()
  const zone = world.timeZone
  const campaigns = campaignsOfRows(await store.campaigns(), options.campaign, now, zone)
  const tree = unitTree(await store.units(localDate(now, zone)))
  const units = subtreeIds(tree, campaigns[0].unitId).flatMap((id) => tree.byId.get(id) ?? [])
  const read = (rows: typeof sheet.rows, { campaign }: StoredCampaign) =>
    readInitiatives(rows, { zone, now, sectors: campaign.sectors, units })
  const { drafts: all, bad, ahead } = read(sheet.rows, campaigns[0])
  const { lines, homeless } = byCampaign(all, campaigns, zone)
  const result = { created: 0, changed: 0, unchanged: 0, closed: 0 }
  const unknownSectors = new Set<string>()
  for (const [campaign, own] of lines) {
    const { drafts, unknownSectors: unknown } = read(
      sheet.rows.filter(({ line }) => own.has(line)),
      campaign,
    )
    const done = await store.importInitiatives(campaign, drafts, { dryRun: flags["dry-run"], now })
    for (const count of ["created", "changed", "unchanged", "closed"] as const) result[count] += done[count]
    for (const sector of unknown) unknownSectors.add(sector)
  }
  // In a list that we wrote ourselves nobody needs to be told of our other columns.
  const isOurs = sheet.rows.some(({ cells }) => (cells.code ?? "") !== "")
  return reportImport(world, {
    what: "initiatives",
    json: flags.json,
    dryRun: flags["dry-run"],
    counts: {
      new: result.created,
      changed: result.changed,
      unchanged: result.unchanged,
      leftAlone: result.closed,
    },
    bad: [...sheet.bad, ...bad, ...homeless],
    unknownColumns: sheet.unknownColumns.filter((heading) => !(isOurs && isOurHeading(heading))),
    notes: [
      ...(unknownSectors.size === 0
        ? []
        : [`Sectors that the campaign does not list, kept as typed: ${[...unknownSectors].join("; ")}`]),
      ...(ahead.length === 0 ? [] : [datesAhead(ahead)]),
    ],
  })
}

const MOST_LINES = 20

function datesAhead(lines: readonly number[]): string {
  const more = lines.length - MOST_LINES
  const named = lines.slice(0, MOST_LINES).join(", ") + (more > 0 ? ` and ${more} more` : "")
  return `Dates that are still to come, which no tally counts before then: line${lines.length === 1 ? "" : "s"} ${named}`
}

/** The one named, else all beside the demo; several only of one federation. Throws `CliError` like `chooseCampaign`. */
function campaignsOfRows(
  stored: readonly StoredCampaign[],
  code: string | undefined,
  now: number,
  zone: string,
): readonly [StoredCampaign, ...StoredCampaign[]] {
  const [first, ...others] = stored.filter(({ campaign }) => !isDemo(campaign))
  const isOne = first !== undefined && others.every(({ unitId }) => unitId === first.unitId)
  return code === undefined && isOne ? [first, ...others] : [chooseCampaign(stored, code, now, zone)]
}

/** The lines of each campaign: where there are several, of the one that ran on the day a row was registered. */
function byCampaign(
  drafts: readonly InitiativeDraft[],
  campaigns: readonly [StoredCampaign, ...StoredCampaign[]],
  zone: string,
): {
  readonly lines: ReadonlyMap<StoredCampaign, ReadonlySet<number>>
  readonly homeless: readonly BadRow[]
} {
  const lines = new Map(campaigns.map((each) => [each, new Set<number>()]))
  const homeless: BadRow[] = []
  const spans = campaigns.map(
    ({ campaign: { code, startsOn, endsOn } }) => `${code} from ${startsOn} to ${endsOn}`,
  )
  for (const { line, registeredAt } of drafts) {
    const day = localDate(registeredAt, zone)
    const running =
      campaigns.length === 1
        ? campaigns
        : campaigns.filter(({ campaign }) => campaign.startsOn <= day && day <= campaign.endsOn)
    const [only, ...more] = running
    if (only !== undefined && more.length === 0) lines.get(only)?.add(line)
    else {
      const many = running.length === 0 ? "no campaign runs" : "more than one campaign runs"
      const reason = `registered on ${day}, when ${many} (${spans.join("; ")}); say which one is meant with --campaign`
      homeless.push({ line, reason })
    }
  }
  return { lines, homeless }
}

/** `initiatives export FILE`: everything, or with `--portal` what is recognised and not yet on the portal. */
export async function exportInitiatives(world: World, words: readonly string[]): Promise<void> {
  const usage = "initiatives export FILE.xlsx|csv [--portal] [--campaign CODE] [--json]"
  const { files, flags, options } = readArguments(words, {
    usage,
    files: 1,
    flags: ["portal", "json"],
    options: ["campaign"],
  })
  const file = files[0] ?? ""
  const store = await world.store()
  const campaign = chooseCampaign(await store.campaigns(), options.campaign, world.now(), world.timeZone)
  const initiatives = await store.initiatives(campaign.id, { forPortal: flags.portal })
  await writeTable(
    file,
    flags.portal ? "for the portal" : "initiatives",
    exportColumns(world.timeZone),
    initiatives,
  )
  world.print(
    flags.json
      ? JSON.stringify({ file, initiatives: initiatives.length })
      : `${numberOf(initiatives.length, "initiative")} written to ${file}`,
  )
}

function exportColumns(zone: string): OutColumn<ExportedInitiative>[] {
  const heading = (column: keyof typeof INITIATIVE_COLUMNS) => INITIATIVE_COLUMNS[column][0]
  const time = (column: "registeredAt" | "recognizedAt" | "onPortalAt"): OutColumn<ExportedInitiative> => ({
    heading: heading(column),
    value: (row) => {
      const at = row[column]
      // Whole seconds: what a sheet cannot keep would look like a change when it comes back.
      return at === null ? null : { time: isoLocal(Math.floor(at / 1000) * 1000, zone) }
    },
    width: 20,
  })
  return [
    { heading: heading("id"), value: (row) => row.sourceId },
    { heading: heading("unit"), value: (row) => row.unit },
    { heading: heading("title"), value: (row) => row.title, width: 60 },
    { heading: heading("author"), value: (row) => row.author, width: 24 },
    { heading: heading("sector"), value: (row) => row.sector, width: 24 },
    { heading: heading("benefit"), value: (row) => row.benefit, width: 20 },
    time("registeredAt"),
    time("recognizedAt"),
    time("onPortalAt"),
    { heading: heading("portalCode"), value: (row) => row.portalCode },
    { heading: heading("code"), value: (row) => initiativeCode(row.number) },
    { heading: heading("status"), value: (row) => row.status },
  ]
}
