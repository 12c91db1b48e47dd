import { COUNTERS } from "../../core/campaign/campaign.ts"
import { formatLocal, startOfDay } from "../../core/clock.ts"
import type { Phrase } from "../../core/outbox.ts"
import type { BoardCampaign, BoardFacts, BoardPeak, BoardRow, BoardStanding } from "../../core/tally/board.ts"
import { formatNumber, formatPct } from "../../core/text/number.ts"
import { escapeXml } from "../xml.ts"

/** Where the chart stands, drawn for a narrow page and for a wide one. */
export type ChartAddresses = { readonly narrow: string; readonly wide: string }

/** The words of the page, and the language they are in ("vi"). */
export type PageWords = { readonly say: (phrase: Phrase) => string; readonly language: string }

/** A sentence as it stands in the page. */
type Say = (key: string, args?: Readonly<Record<string, string | number>>) => string

/** The page as HTML that is XML too: every tag closed, every attribute quoted. */
export function boardPage(
  facts: BoardFacts | undefined,
  picture: ChartAddresses,
  { say: phrased, language }: PageWords,
): string {
  const say: Say = (key, args) => escapeXml(phrased(args === undefined ? { key } : { key, args }))
  const title = facts === undefined ? say("board-title") : say("board-title-of", { unit: facts.unitName })
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<title>${title}</title>
<link rel="stylesheet" href="/board.css"/>
<link rel="icon" type="image/svg+xml" href="/board.svg"/>
</head>
<body>
${facts === undefined ? nothing(say) : bodyOf(facts, picture, say)}
</body>
</html>
`
}

function nothing(say: Say): string {
  return `<main><h1>${say("board-title")}</h1><p class="note">${say("board-nothing")}</p></main>`
}

function bodyOf(facts: BoardFacts, picture: ChartAddresses, say: Say): string {
  const { standing, zone } = facts
  const date = (day: string) => formatLocal(startOfDay(day, zone), zone, "date")
  const at = say("board-as-of", { at: formatLocal(facts.at, zone, "sentence") })
  const span = say("board-span", { from: date(facts.startsOn), to: date(facts.endsOn) })
  const skip = standing === undefined ? "" : `<a class="skip" href="#units">${say("board-skip")}</a>\n`
  const ended =
    facts.campaigns.find(({ isShown }) => isShown)?.state === "over"
      ? ` <strong>${say("board-over", { on: date(facts.endsOn) })}</strong>`
      : ""
  return `${skip}${campaignsPart(facts.campaigns, date, say)}<header>
<p class="campaign">${escapeXml(facts.campaignName)}</p>
<h1>${escapeXml(facts.unitName)}</h1>
<p class="note"><time datetime="${new Date(facts.at).toISOString()}">${at}</time> ${span}${ended}</p>
</header>
<main>
${
  standing === undefined
    ? `<section><h2>${say("board-coming")}</h2><p>${say("board-begins", { on: date(facts.startsOn) })}</p></section>`
    : `${countersPart(standing, zone, say)}\n${goalPart(standing, picture, say)}`
}
${peaksPart(facts.peaks, date, say)}
${standing === undefined ? "" : unitsPart(standing, say)}
</main>`
}

/** The way to the other campaigns; nothing where there is but one. */
function campaignsPart(campaigns: readonly BoardCampaign[], date: (day: string) => string, say: Say): string {
  if (campaigns.length < 2) return ""
  const items = campaigns.map(({ code, name, startsOn, endsOn, state, isShown }) => {
    const address = `/board/${encodeURIComponent(code)}`
    const current = isShown ? ' aria-current="page"' : ""
    const about = `${say("board-state", { state })} · ${date(startsOn)} – ${date(endsOn)}`
    return `<li><a href="${escapeXml(address)}"${current}>${escapeXml(name)}</a> <small>${about}</small></li>`
  })
  return `<nav aria-label="${say("board-campaigns")}"><ul>${items.join("")}</ul></nav>\n`
}

function countersPart({ chart, weekFrom }: BoardStanding, zone: string, say: Say): string {
  const counters = chart.counters.map(({ label, total, delta, isProgress }) => {
    const more = delta === null ? "" : `${signed(delta)} ${escapeXml(chart.deltaLabel)}`
    return `<div${isProgress ? ' class="counted"' : ""}><dt>${escapeXml(label)}</dt><dd><strong>${formatNumber(total)}</strong>${more}</dd></div>`
  })
  const note = say("board-delta", { at: formatLocal(weekFrom, zone, "sentence") })
  return `<section aria-labelledby="now"><h2 id="now">${say("board-now")}</h2><dl class="counters">${counters.join("")}</dl><p class="note">${note}</p></section>`
}

function goalPart(
  { chart, whole, progressCounter }: BoardStanding,
  picture: ChartAddresses,
  say: Say,
): string {
  const { name, count, target, pct, expected, sentences } = chart.progress
  const goal =
    target === null || pct === null
      ? `<p class="goal"><span>${formatNumber(count)}</span></p>`
      : `<p class="goal"><span>${formatNumber(count)}/${formatNumber(target)}</span><span>${pct}</span></p>${bar((count / target) * 100, expected === null ? undefined : (expected / target) * 100)}`
  const wholeLine =
    whole.pct === null
      ? ""
      : `<p class="note">${say("board-whole", { count: whole.count, goal: whole.goal, pct: formatPct(whole.pct) })}</p>`
  const list = sentences.map((sentence) => `<li>${escapeXml(sentence)}</li>`).join("")
  const line =
    target === null ? say("board-line", { name, count }) : say("board-line-goal", { name, count, target })
  const alt = [line, ...sentences.map(escapeXml)].join(" ")
  return `<section aria-labelledby="goal"><h2 id="goal">${escapeXml(name)} <small>${say("board-counted", { counter: progressCounter })}</small></h2>
${goal}${list === "" ? "" : `<ul class="sentences">${list}</ul>`}${wholeLine}
<picture><source media="(min-width: 48rem)" srcset="${escapeXml(picture.wide)}" width="1600" height="542"/><img class="line" src="${escapeXml(picture.narrow)}" width="720" height="574" alt="${alt}"/></picture></section>`
}

function counterColumns(say: Say): readonly string[] {
  return COUNTERS.map((counter) => say("chart-counter", { counter }))
}

function peaksPart(peaks: readonly BoardPeak[], date: (day: string) => string, say: Say): string {
  if (peaks.length === 0) return ""
  const column = (name: string) => say("board-column", { column: name })
  const rows = peaks.map(
    (peak) =>
      `<tr role="row"><th scope="row" role="rowheader">${escapeXml(peak.name)} <small>${say("board-state", { state: peak.state })}</small><br/><small>${date(peak.startsOn)} – ${date(peak.endsOn)}</small></th>${share(peak.pct)}<td role="cell">${formatNumber(peak.count)}/${formatNumber(peak.goal)}</td><td role="cell">${formatNumber(peak.counters.registered)}</td><td role="cell">${formatNumber(peak.counters.recognized)}</td><td role="cell">${formatNumber(peak.counters.onPortal)}</td></tr>`,
  )
  return table({
    id: "peaks",
    heading: say("board-peaks"),
    caption: say("board-peaks-caption"),
    columns: [column("peak"), column("achieved"), column("result"), ...counterColumns(say)],
    rows,
  })
}

function unitsPart({ rows, progressCounter }: BoardStanding, say: Say): string {
  const column = (name: string) => say("board-column", { column: name })
  const units = rows.filter((row) => !row.isRoot)
  const by = units.some((row) => row.rank !== null) ? "pct" : "nothing"
  return table({
    id: "units",
    heading: say("board-units"),
    caption: say("board-units-caption", { count: units.length, by, counter: progressCounter }),
    columns: [
      ...[column("unit"), column("achieved"), column("target")],
      ...counterColumns(say),
      column("week"),
    ],
    rows: rows.map((row) => unitRow(row, say)),
  })
}

function unitRow(row: BoardRow, say: Say): string {
  const place = row.rank === null ? "" : `${formatNumber(row.rank)}. `
  const more = row.isRoot ? ` <small>${say("board-own")}</small>` : changeOf(row.rankChange, say)
  const name = `${place}${escapeXml(row.name)}${more}`
  const target = row.target === null ? "–" : formatNumber(row.target)
  return `<tr role="row"><th scope="row" role="rowheader">${name}</th>${share(row.achievedPct)}<td role="cell">${target}</td><td role="cell">${formatNumber(row.registered)}</td><td role="cell">${formatNumber(row.recognized)}</td><td role="cell">${formatNumber(row.onPortal)}</td><td role="cell">${signed(row.delta)}</td></tr>`
}

function changeOf(change: number | null, say: Say): string {
  if (change === null || change === 0) return ""
  const [arrow, way] = change > 0 ? ["▲", "up"] : ["▼", "down"]
  const places = Math.abs(change)
  return ` <small aria-hidden="true">${arrow}${places}</small><span class="heard">${say("board-moved", { way, places })}</span>`
}

function share(pct: number | null): string {
  return pct === null
    ? `<td role="cell">–</td>`
    : `<td role="cell"><span>${formatPct(pct)}</span>${bar(pct)}</td>`
}

/** A bar without a style attribute, which the content security policy would drop; `mark` is where an even pace would be. */
function bar(pct: number, mark?: number): string {
  const within = (value: number) => Math.round(Math.min(100, Math.max(0, value)) * 10) / 10
  const line = mark === undefined ? "" : `<path class="even" d="M${within(mark)} 0V1"/>`
  return `<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${within(pct)}" height="1"/>${line}</svg>`
}

type TableParts = {
  readonly id: string
  readonly heading: string
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly string[]
}

/**
 * A table in a frame of its own that would scroll sideways, by keyboard too, so that the page never does. On a phone a row is
 * laid out over several lines; the roles say what the layout no longer does.
 */
function table({ id, heading, caption, columns, rows }: TableParts): string {
  const head = columns.map((column) => `<th scope="col" role="columnheader">${column}</th>`).join("")
  return `<section id="${id}"><h2 id="${id}-name">${heading}</h2>
<div class="scroll" role="region" aria-labelledby="${id}-name" tabindex="0"><table role="table"><caption><span>${caption}</span></caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${rows.join("\n")}
</tbody></table></div></section>`
}

function signed(delta: number): string {
  return delta > 0 ? `+${formatNumber(delta)}` : formatNumber(delta)
}
