import { formatLocal, startOfDay } from "../../core/clock.ts"
import type { BoardFacts, BoardPeak, BoardRow, BoardStanding } from "../../core/tally/board.ts"
import { COUNTER_LABELS } from "../../core/tally/chart.ts"
import { formatNumber, formatPct } from "../../core/text/number.ts"
import { escapeXml } from "../xml.ts"

/** Where the chart stands, drawn for a narrow page and for a wide one. */
export type ChartAddresses = { readonly narrow: string; readonly wide: string }

/** The page as HTML that is XML too: every tag closed, every attribute quoted. */
export function boardPage(facts: BoardFacts | undefined, picture: ChartAddresses): string {
  const title = facts === undefined ? "Bảng tiến độ sáng kiến" : `${facts.unitName} – bảng tiến độ sáng kiến`
  return `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${escapeXml(title)}</title>
<link rel="stylesheet" href="/board.css"/>
<link rel="icon" type="image/svg+xml" href="/board.svg"/>
</head>
<body>
${facts === undefined ? nothing() : bodyOf(facts, picture)}
</body>
</html>
`
}

function nothing(): string {
  return `<main><h1>Bảng tiến độ sáng kiến</h1><p class="note">Chưa có chương trình.</p></main>`
}

function bodyOf(facts: BoardFacts, picture: ChartAddresses): string {
  const { standing, zone } = facts
  const date = (day: string) => formatLocal(startOfDay(day, zone), zone, "date")
  const moment = `<time datetime="${new Date(facts.at).toISOString()}">${formatLocal(facts.at, zone, "sentence")}</time>`
  const skip = standing === undefined ? "" : `<a class="skip" href="#units">Tới bảng các đơn vị</a>\n`
  return `${skip}<header>
<p class="campaign">${escapeXml(facts.campaignName)}</p>
<h1>${escapeXml(facts.unitName)}</h1>
<p class="note">Số liệu đến ${moment}. Chương trình từ ${date(facts.startsOn)} đến ${date(facts.endsOn)}.</p>
</header>
<main>
${
  standing === undefined
    ? `<section><h2>Chưa bắt đầu</h2><p>Chương trình bắt đầu ngày ${date(facts.startsOn)}.</p></section>`
    : `${countersPart(standing, zone)}\n${goalPart(standing, picture)}`
}
${peaksPart(facts.peaks, date)}
${standing === undefined ? "" : unitsPart(standing)}
</main>`
}

function countersPart({ chart, weekFrom }: BoardStanding, zone: string): string {
  const counters = chart.counters.map(({ label, total, delta, isProgress }) => {
    const more = delta === null ? "" : `${signed(delta)} ${chart.deltaLabel}`
    return `<div${isProgress ? ' class="counted"' : ""}><dt>${label}</dt><dd><strong>${formatNumber(total)}</strong>${more}</dd></div>`
  })
  return `<section aria-labelledby="now"><h2 id="now">Đến nay</h2><dl class="counters">${counters.join("")}</dl><p class="note">Dấu + và − là phần thêm, bớt từ ${formatLocal(weekFrom, zone, "sentence")}.</p></section>`
}

function goalPart({ chart, whole, progressCounter }: BoardStanding, picture: ChartAddresses): string {
  const { name, count, target, pct, expected, sentences } = chart.progress
  const counted = COUNTER_LABELS[progressCounter].toLowerCase()
  const goal =
    target === null || pct === null
      ? `<p class="goal"><span>${formatNumber(count)}</span></p>`
      : `<p class="goal"><span>${formatNumber(count)}/${formatNumber(target)}</span><span>${pct}</span></p>${bar((count / target) * 100, expected === null ? undefined : (expected / target) * 100)}`
  const wholeLine =
    whole.pct === null
      ? ""
      : `<p class="note">Cả chương trình: ${formatNumber(whole.count)}/${formatNumber(whole.goal)} (${formatPct(whole.pct)}).</p>`
  const list = sentences.map((sentence) => `<li>${escapeXml(sentence)}</li>`).join("")
  const alt = `Đường tiến độ ${name}: ${[`đến nay ${formatNumber(count)}${target === null ? "" : ` trên ${formatNumber(target)}`}.`, ...sentences].join(" ")}`
  return `<section aria-labelledby="goal"><h2 id="goal">${escapeXml(name)} <small>(tính theo số ${counted})</small></h2>
${goal}${list === "" ? "" : `<ul class="sentences">${list}</ul>`}${wholeLine}
<picture><source media="(min-width: 48rem)" srcset="${escapeXml(picture.wide)}" width="1600" height="542"/><img class="line" src="${escapeXml(picture.narrow)}" width="720" height="574" alt="${escapeXml(alt)}"/></picture></section>`
}

function peaksPart(peaks: readonly BoardPeak[], date: (day: string) => string): string {
  if (peaks.length === 0) return ""
  const states = { coming: "sắp tới", running: "đang diễn ra", over: "đã kết thúc" }
  const rows = peaks.map(
    (peak) =>
      `<tr role="row"><th scope="row" role="rowheader">${escapeXml(peak.name)} <small>${states[peak.state]}</small><br/><small>${date(peak.startsOn)} – ${date(peak.endsOn)}</small></th>${share(peak.pct)}<td role="cell">${formatNumber(peak.count)}/${formatNumber(peak.goal)}</td><td role="cell">${formatNumber(peak.counters.registered)}</td><td role="cell">${formatNumber(peak.counters.recognized)}</td><td role="cell">${formatNumber(peak.counters.onPortal)}</td></tr>`,
  )
  return table({
    id: "peaks",
    heading: "Đợt cao điểm",
    caption: "Chỉ đếm những gì phát sinh trong thời gian của đợt.",
    columns: ["Đợt", "Đạt", "Kết quả/chỉ tiêu", ...Object.values(COUNTER_LABELS)],
    rows,
  })
}

function unitsPart({ rows, progressCounter }: BoardStanding): string {
  const counted = COUNTER_LABELS[progressCounter].toLowerCase()
  return table({
    id: "units",
    heading: "Các đơn vị",
    caption: `${formatNumber(rows.filter((row) => row.rank !== null).length)} đơn vị, xếp theo % chỉ tiêu (số ${counted}); mũi tên là số bậc thay đổi so với đầu tuần.`,
    columns: ["Hạng, đơn vị", "Đạt", "Chỉ tiêu", "Đăng ký", "Công nhận", "Lên cổng", "Trong tuần"],
    rows: rows.map(unitRow),
  })
}

function unitRow(row: BoardRow): string {
  const name =
    row.rank === null
      ? `${escapeXml(row.name)} <small>(đăng ký trực tiếp)</small>`
      : `${formatNumber(row.rank)}. ${escapeXml(row.name)}${changeOf(row.rankChange)}`
  const target = row.target === null ? "–" : formatNumber(row.target)
  return `<tr role="row"><th scope="row" role="rowheader">${name}</th>${share(row.achievedPct)}<td role="cell">${target}</td><td role="cell">${formatNumber(row.registered)}</td><td role="cell">${formatNumber(row.recognized)}</td><td role="cell">${formatNumber(row.onPortal)}</td><td role="cell">${signed(row.delta)}</td></tr>`
}

function changeOf(change: number | null): string {
  if (change === null || change === 0) return ""
  const [arrow, word] = change > 0 ? ["▲", "tăng"] : ["▼", "giảm"]
  const places = Math.abs(change)
  return ` <small aria-hidden="true">${arrow}${places}</small><span class="heard">, ${word} ${places} bậc</span>`
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
