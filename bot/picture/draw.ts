import type { Campaign } from "../../core/campaign/campaign.ts"
import type { Picture } from "../../core/channel.ts"
import { type TallyChart, tallyChart } from "../../core/tally/chart.ts"
import type { ChartProgress, ChartWords } from "../../core/tally/chart-progress.ts"
import type { ChartBar, ChartBars } from "../../core/tally/chart-ranking.ts"
import type { SeriesPoint } from "../../core/tally/series.ts"
import type { TallyReading } from "../../core/tally/tally.ts"
import { formatNumber } from "../../core/text/number.ts"
import { drawable, textWidth, wrapText } from "./font.ts"
import { FORECAST_DASH, PACE_DASH, progressLine } from "./line.ts"
import { toPng } from "./render.ts"
import { BLUE, FAINT, fittingSize, INK, line, rect, SOFT, TRACK, text } from "./svg.ts"

/** Width of every picture in pixels: a phone shows it at a third, so nothing is written below 30. */
export const PICTURE_WIDTH = 1080

const PAGE_WIDTH = 720
const WIDE_PAGE_WIDTH = 1600
const MARGIN = 40
const INNER = PICTURE_WIDTH - 2 * MARGIN
const SMALL_PX = 30
const LINE_HEIGHT_PX = 450

/** Where the next part begins, and what is drawn so far. */
type Canvas = { readonly width: number; y: number; readonly parts: string[] }

/**
 * The picture of a tally. `series` covers `seriesSpan(reading, …)`. Renders on a thread of its own; the caller keeps what it
 * may need again.
 */
export async function tallyPicture(
  reading: TallyReading,
  campaign: Campaign,
  words: ChartWords,
  series: readonly SeriesPoint[],
): Promise<Picture> {
  const chart = tallyChart(reading, campaign, words, series)
  return { png: await drawTally(chart), alt: chart.alt }
}

/** The whole picture as PNG: heading, counters, way to the goal, ranking. */
export async function drawTally(chart: TallyChart): Promise<Uint8Array> {
  return await toPng(tallySvg(chart))
}

/**
 * Only the way to the goal, for a page that says the rest in words. For a phone it is 720 units wide, so that its letters are
 * no smaller there, in two pixels each; for a wide page more than twice as wide, so that they are no larger.
 */
export async function drawProgress(progress: ChartProgress, form: "narrow" | "wide"): Promise<Uint8Array> {
  return form === "narrow"
    ? await toPng(progressSvg(progress, PAGE_WIDTH), 2)
    : await toPng(progressSvg(progress, WIDE_PAGE_WIDTH), 1.25)
}

/** The picture before it becomes pixels; its names are escaped and only what the font can draw. */
export function tallySvg(chart: TallyChart): string {
  const canvas: Canvas = { width: PICTURE_WIDTH, y: 0, parts: [] }
  drawHeading(canvas, chart)
  drawCounters(canvas, chart)
  drawGoal(canvas, chart.progress)
  drawLine(canvas, chart.progress)
  drawSentences(canvas, chart.progress)
  if (chart.ranking !== undefined) drawRanking(canvas, chart.ranking)
  return svgOf(canvas)
}

function progressSvg(progress: ChartProgress, width: number): string {
  const canvas: Canvas = { width, y: 10, parts: [] }
  drawLine(canvas, progress)
  return svgOf(canvas)
}

function svgOf(canvas: Canvas): string {
  const height = Math.ceil(canvas.y + 24)
  // Stripes for what is not a unit of its own.
  const patterns = `<defs>
    <pattern id="rest" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="12" height="12" fill="#fff"/><rect width="4" height="12" fill="${SOFT}"/></pattern>
  </defs>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${canvas.width}" height="${height}" viewBox="0 0 ${canvas.width} ${height}">${patterns}<rect width="100%" height="100%" fill="#fff"/>${canvas.parts.join("")}</svg>`
}

function drawHeading(canvas: Canvas, chart: TallyChart): void {
  canvas.y += 30
  for (const words of wrapText(chart.kicker, { size: 32, weight: 600 }, { width: INNER, lines: 2 })) {
    canvas.y += 42
    canvas.parts.push(text(MARGIN, canvas.y, words, { size: 32, weight: 600, fill: BLUE }))
  }
  canvas.y += 8
  for (const words of wrapText(chart.title, { size: 52, weight: 700 }, { width: INNER, lines: 2 })) {
    canvas.y += 62
    canvas.parts.push(text(MARGIN, canvas.y, words, { size: 52, weight: 700 }))
  }
  canvas.y += 50
  canvas.parts.push(text(MARGIN, canvas.y, drawable(chart.subtitle), { size: 34, fill: SOFT }))
  canvas.y += 28
}

function drawCounters(canvas: Canvas, chart: TallyChart): void {
  const gap = 24
  const width = (INNER - gap * (chart.counters.length - 1)) / chart.counters.length
  const hasDelta = chart.counters.some((counter) => counter.delta !== null)
  const height = hasDelta ? 204 : 156
  for (const [index, counter] of chart.counters.entries()) {
    const x = MARGIN + index * (width + gap)
    const { y } = canvas
    const number = formatNumber(counter.total)
    const size = fittingSize(number, 700, width - 40, { most: 66, least: 34 })
    canvas.parts.push(
      rect(x, y, width, height, counter.isProgress ? BLUE : TRACK, 16),
      text(x + 20, y + 52, counter.label, {
        size: 32,
        weight: 600,
        fill: counter.isProgress ? "#fff" : SOFT,
      }),
      text(x + 20, y + 124, number, { size, weight: 700, fill: counter.isProgress ? "#fff" : INK }),
    )
    if (counter.delta !== null) {
      const delta = `${counter.delta < 0 ? "" : "+"}${formatNumber(counter.delta)} ${chart.deltaLabel}`
      const deltaSize = fittingSize(delta, 400, width - 40, { most: 32, least: 24 })
      canvas.parts.push(
        text(x + 20, y + 176, delta, { size: deltaSize, fill: counter.isProgress ? "#fff" : INK }),
      )
    }
  }
  canvas.y += height + 18
}

function drawGoal(canvas: Canvas, progress: ChartProgress): void {
  const { count, target, pct } = progress
  canvas.y += 62
  const number = target === null ? formatNumber(count) : `${formatNumber(count)}/${formatNumber(target)}`
  const right = pct === null ? number : `${number} · ${pct}`
  const rightSize = fittingSize(right, 700, 640, { most: 48, least: 34 })
  const room = INNER - textWidth(right, rightSize, 700) - 30
  const [name = ""] = wrapText(progress.name, { size: 42, weight: 700 }, { width: room, lines: 1 })
  canvas.parts.push(
    text(MARGIN, canvas.y, name, { size: 42, weight: 700 }),
    text(PICTURE_WIDTH - MARGIN, canvas.y, right, { size: rightSize, weight: 700, anchor: "end" }),
  )
  canvas.y += 24
}

function drawLine(canvas: Canvas, progress: ChartProgress): void {
  drawLegend(canvas, progress)
  const chart = progressLine(progress, canvas.width - 2 * MARGIN, LINE_HEIGHT_PX)
  canvas.parts.push(chart.replace("<svg ", `<svg x="${MARGIN}" y="${canvas.y}" `))
  canvas.y += LINE_HEIGHT_PX
}

function drawLegend(canvas: Canvas, progress: ChartProgress): void {
  canvas.y += 40
  let x = MARGIN
  const entry = (label: string, stroke: string, width: number, dash?: readonly number[]) => {
    const room = 86 + textWidth(label, SMALL_PX, 400)
    if (x + room > canvas.width - MARGIN) {
      x = MARGIN
      canvas.y += 44
    }
    const y = canvas.y - 10
    canvas.parts.push(
      line([x, y], [x + 72, y], { stroke, width, dash: dash?.join(" ") }),
      text(x + 86, canvas.y, label, { size: SMALL_PX }),
    )
    x += room + 44
  }
  const { done, even, forecast } = progress.legend
  entry(done, BLUE, 8)
  if (progress.pace !== undefined) entry(even, INK, 4, PACE_DASH)
  if (progress.forecast !== undefined) entry(forecast, BLUE, 7, FORECAST_DASH)
  canvas.y += 18
}

function drawSentences(canvas: Canvas, progress: ChartProgress): void {
  canvas.y += 8
  for (const [index, sentence] of progress.sentences.entries()) {
    const weight = index === 0 ? 600 : 400
    for (const words of wrapText(sentence, { size: 34, weight }, { width: INNER, lines: 2 })) {
      canvas.y += 46
      canvas.parts.push(text(MARGIN, canvas.y, words, { size: 34, weight }))
    }
  }
  canvas.y += 24
}

const NAME_X = MARGIN + 66
const BAR_WIDTH = 700
const BAR_HEIGHT = 26
const LEAST_DETAIL_PX = 22

/**
 * Bars by hand and not by ECharts: a name stands above its bar in one or two lines measured by the font, and only a
 * bar that knows that height can make room for it.
 */
function drawRanking(canvas: Canvas, ranking: ChartBars): void {
  canvas.y += 20
  canvas.parts.push(line([MARGIN, canvas.y], [PICTURE_WIDTH - MARGIN, canvas.y], { stroke: FAINT, width: 3 }))
  canvas.y += 58
  canvas.parts.push(text(MARGIN, canvas.y, ranking.title, { size: 38, weight: 700 }))
  canvas.y += 10
  const measures = measuresOf(ranking)
  for (const bar of ranking.bars) drawBar(canvas, bar, ranking, measures)
  if (ranking.goal !== null) {
    canvas.y += 40
    const x = NAME_X + (measures.barWidth * ranking.goal) / ranking.scale
    canvas.parts.push(
      text(Math.min(x, PICTURE_WIDTH - 140), canvas.y, "100%", {
        size: SMALL_PX,
        anchor: "middle",
        fill: SOFT,
      }),
    )
  }
}

type Measures = { readonly barWidth: number; readonly detailSize: number }

/** One size for the numbers behind the bars; bars are shorter only where the longest number would still stand on them. */
function measuresOf({ bars }: ChartBars): Measures {
  const room = PICTURE_WIDTH - MARGIN - NAME_X - 16
  const details = bars.map((bar) => bar.detail)
  const detailSize = Math.min(
    ...details.map((detail) =>
      fittingSize(detail, 400, room - BAR_WIDTH, { most: SMALL_PX, least: LEAST_DETAIL_PX }),
    ),
  )
  const widest = Math.max(...details.map((detail) => textWidth(detail, detailSize, 400)))
  return { barWidth: Math.min(BAR_WIDTH, room - widest), detailSize }
}

function drawBar(canvas: Canvas, bar: ChartBar, ranking: ChartBars, measures: Measures): void {
  const right = PICTURE_WIDTH - MARGIN
  const labelWidth = textWidth(bar.label, 34, 700)
  const change = bar.change === 0 ? "" : String(Math.abs(bar.change))
  const changeWidth = change === "" ? 0 : textWidth(change, SMALL_PX, 600) + 46
  const names = wrapText(
    bar.name,
    { size: 32, weight: 400 },
    { width: right - NAME_X - labelWidth - changeWidth - 24, lines: 2 },
  )
  canvas.y += 6
  for (const [index, name] of names.entries()) {
    canvas.y += 40
    canvas.parts.push(text(NAME_X, canvas.y, name, { size: 32 }))
    if (index > 0) continue
    canvas.parts.push(text(right, canvas.y, bar.label, { size: 34, weight: 700, anchor: "end" }))
    if (bar.rank !== null) {
      const rank = formatNumber(bar.rank)
      const size = fittingSize(rank, 600, 52, { most: 32, least: 22 })
      canvas.parts.push(text(NAME_X - 14, canvas.y, rank, { size, weight: 600, fill: SOFT, anchor: "end" }))
    }
    if (change !== "") drawChange(canvas, right - labelWidth - 18, bar.change, change)
  }
  canvas.y += 11
  drawTrack(canvas, bar, ranking, measures)
  canvas.y += BAR_HEIGHT
}

/** ▲2, ▼1: the font has no such triangles. */
function drawChange(canvas: Canvas, right: number, change: number, label: string): void {
  const x = right - textWidth(label, SMALL_PX, 600)
  const top = canvas.y - 21
  const points =
    change > 0
      ? `${x - 26},${top + 20} ${x - 4},${top + 20} ${x - 15},${top}`
      : `${x - 26},${top} ${x - 4},${top} ${x - 15},${top + 20}`
  canvas.parts.push(
    `<polygon points="${points}" fill="${INK}"/>`,
    text(right, canvas.y, label, { size: SMALL_PX, weight: 600, anchor: "end" }),
  )
}

function drawTrack(canvas: Canvas, bar: ChartBar, ranking: ChartBars, measures: Measures): void {
  const { y, parts } = canvas
  const { barWidth, detailSize: size } = measures
  const fill = bar.kind === "rest" ? "url(#rest)" : BLUE
  const share = Math.min(1, Math.max(0, (bar.value ?? 0) / ranking.scale))
  const length = barWidth * share
  parts.push(rect(NAME_X, y, barWidth, BAR_HEIGHT, TRACK), rect(NAME_X, y, length, BAR_HEIGHT, fill))
  if (ranking.goal !== null) {
    const x = NAME_X + (barWidth * ranking.goal) / ranking.scale
    const isCovered = (bar.value ?? 0) > ranking.goal
    // White over a bar that is past the goal, dark beside one that is not.
    parts.push(
      isCovered ? line([x, y], [x, y + BAR_HEIGHT], { stroke: "#fff", width: 5 }) : "",
      line([x, y - 5], [x, y + BAR_HEIGHT + 5], { stroke: INK, width: isCovered ? 2 : 4 }),
    )
  }
  if ((bar.value ?? 0) > ranking.scale) {
    // Two white strokes across the end: the bar goes on further than it is drawn.
    for (const x of [NAME_X + barWidth - 42, NAME_X + barWidth - 26]) {
      parts.push(line([x - 6, y + BAR_HEIGHT + 4], [x + 6, y - 4], { stroke: "#fff", width: 6 }))
    }
  }
  if (bar.detail !== "") {
    const right = PICTURE_WIDTH - MARGIN
    parts.push(text(right, y + BAR_HEIGHT - 2, bar.detail, { size, fill: SOFT, anchor: "end" }))
  }
}
