import { createRequire } from "node:module"
import type { EChartsOption, LineSeriesOption } from "echarts"
import type { ChartProgress } from "../../core/tally/chart-progress.ts"
import type { SeriesPoint } from "../../core/tally/series.ts"
import { formatNumber } from "../../core/text/number.ts"
import { FONT_FAMILY, textWidth } from "./font.ts"
import { BLUE, FAINT, INK, SOFT, text } from "./svg.ts"

// One file of plain CommonJS loads in a fifth of the time of the package's several hundred modules.
const echarts = createRequire(import.meta.url)("echarts/dist/echarts.min") as typeof import("echarts")

// Outside a browser ECharts guesses widths; the font knows them.
echarts.setPlatformAPI({
  measureText: (words, font) => ({
    width: textWidth(words, Number.parseFloat(/[\d.]+px/.exec(font ?? "")?.[0] ?? "30"), 400),
  }),
})

const LABEL_PX = 30
const RIGHT_PX = 26
const NOW_PX = 40
/** Dashes of the straight line and of the forecast, in the legend too. */
export const PACE_DASH = [18, 12]
export const FORECAST_DASH = [4, 10]
/** More points than this cannot be told apart in the picture. */
const MOST_POINTS = 240

/**
 * The way to the goal as an SVG element of its own: the count as a thick line over a tint, the straight line dashed, the
 * forecast dotted, the goal as a level. Its text is the font's, at least 30 px at 1080.
 */
export function progressLine(progress: ChartProgress, width: number, height: number): string {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height })
  try {
    chart.setOption(optionOf(progress, width))
    const pixel = (point: SeriesPoint) => {
      const [x = 0, y = 0] = chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [point.at, point.count])
      return [x, y] as const
    }
    const labels = goalLabel(progress, pixel) + nowLabel(progress, pixel, width)
    return withLabels(chart.renderToSVGString(), labels)
  } finally {
    chart.dispose()
  }
}

/** ECharts centres text by `dominant-baseline`, which the renderer does not know. */
function withLabels(svg: string, labels: string): string {
  return svg
    .replaceAll('dominant-baseline="central"', 'dy="0.36em"')
    .replace(/<\/svg>\s*$/, `${labels}</svg>`)
}

type Pixel = (point: SeriesPoint) => readonly [x: number, y: number]

function goalLabel({ from, target, legend }: ChartProgress, pixel: Pixel): string {
  if (target === null || legend.goal === undefined) return ""
  const [x, y] = pixel({ at: from, count: target })
  return text(x + 12, y - 13, legend.goal, {
    size: LABEL_PX,
    weight: 600,
    halo: true,
  })
}

/**
 * The count beside its point: above the line where the count is ahead, below both lines where it is behind, so that it
 * stands on neither the straight line nor the forecast.
 */
function nowLabel(progress: ChartProgress, pixel: Pixel, width: number): string {
  const { from, to, count, pace } = progress
  const label = formatNumber(count)
  const room = textWidth(label, NOW_PX, 700)
  const [x, y] = pixel({ at: to, count })
  const [left, bottom] = pixel({ at: from, count: 0 })
  const style = { size: NOW_PX, weight: 700, halo: true } as const
  if (pace !== undefined && count < expectedAt(pace, to)) {
    const start = Math.min(x + 22, width - 26 - room)
    const above = progress.points.map(pixel).filter(([pointX]) => pointX >= start)
    const baseline = Math.max(y, ...above.map(([, pointY]) => pointY)) + 48
    if (baseline < bottom - 12) return text(start, baseline, label, style)
  }
  const isRight = x - room - 22 < left
  return text(isRight ? x + 22 : x - 22, y - 24, label, { ...style, anchor: isRight ? "start" : "end" })
}

function expectedAt([start, goal]: readonly [SeriesPoint, SeriesPoint], at: number): number {
  return start.count + ((goal.count - start.count) * (at - start.at)) / Math.max(1, goal.at - start.at)
}

function optionOf(progress: ChartProgress, width: number): EChartsOption {
  const highest = Math.max(progress.count, progress.target ?? 0, progress.forecast?.count ?? 0, 1)
  const interval = niceStep(highest)
  const max = Math.ceil((highest * 1.02) / interval) * interval
  const left = Math.ceil(textWidth(formatNumber(max), LABEL_PX, 400)) + 18
  const marks = ticks(progress, width - left)
  const plot = width - left - RIGHT_PX
  const span = Math.max(1, progress.end - progress.from)
  const [first = progress.from, last = first] = [marks[0], marks.at(-1)]
  const half = widestLabel(progress) / 2
  return {
    animation: false,
    textStyle: { fontFamily: FONT_FAMILY, color: SOFT, fontSize: LABEL_PX },
    grid: { left, right: RIGHT_PX, top: 60, bottom: 62 },
    xAxis: {
      type: "value",
      min: progress.from,
      max: Math.max(progress.end, progress.from + 1),
      splitLine: { show: false },
      axisLine: { show: true, onZero: false, lineStyle: { color: SOFT, width: 3 } },
      axisTick: {
        show: true,
        length: 10,
        lineStyle: { color: SOFT, width: 3 },
        customValues: marks,
      },
      axisLabel: {
        customValues: marks,
        formatter: (value) => progress.ticks.find((tick) => tick.at === value)?.label ?? "",
        fontSize: LABEL_PX,
        color: SOFT,
        margin: 30,
        // In the middle below its mark, unless it would stand on the zero or out of the picture.
        ...(((first - progress.from) / span) * plot < half ? { alignMinLabel: "left" } : {}),
        ...(((progress.end - last) / span) * plot + RIGHT_PX < half ? { alignMaxLabel: "right" } : {}),
      },
    },
    yAxis: {
      type: "value",
      min: 0,
      max,
      interval,
      splitLine: { lineStyle: { color: FAINT, width: 2 } },
      axisLabel: {
        fontSize: LABEL_PX,
        color: SOFT,
        margin: 14,
        formatter: (value: number) => formatNumber(value),
      },
    },
    series: seriesOf(progress),
  }
}

function widestLabel({ ticks: all }: ChartProgress): number {
  return Math.max(0, ...all.map((tick) => textWidth(tick.label, LABEL_PX, 400)))
}

/** As many marks as stand apart: ECharts does not thin out marks that it is given. */
function ticks(progress: ChartProgress, width: number): number[] {
  const all = progress.ticks
  const widest = widestLabel(progress)
  const span = Math.max(1, progress.end - progress.from)
  const apart = (step: number) =>
    all.every((tick, index) => {
      const next = all[index + step]
      return (
        index % step !== 0 || next === undefined || ((next.at - tick.at) / span) * width > widest * 1.5 + 16
      )
    })
  const step = all.findIndex((_, index) => index > 0 && apart(index))
  return all.filter((_, index) => index % (step < 1 ? all.length : step) === 0).map((tick) => tick.at)
}

function seriesOf(progress: ChartProgress): LineSeriesOption[] {
  const { to, count, target, pace, forecast } = progress
  const now: SeriesPoint = { at: to, count }
  const base: LineSeriesOption = { type: "line", showSymbol: false, silent: true }
  const lines: LineSeriesOption[] = []
  if (pace !== undefined) {
    lines.push({
      ...base,
      data: pair(pace),
      lineStyle: { color: INK, width: 4, type: PACE_DASH },
    })
  }
  if (forecast !== undefined) {
    lines.push({
      ...base,
      data: pair([now, forecast]),
      lineStyle: { color: BLUE, width: 7, type: FORECAST_DASH, cap: "round" },
    })
  }
  lines.push({
    ...base,
    data: thinned(progress.points).map((point) => [point.at, point.count]),
    lineStyle: { color: BLUE, width: 8, cap: "round", join: "round" },
    areaStyle: { color: BLUE, opacity: 0.13 },
    markPoint: {
      silent: true,
      symbol: "circle",
      symbolSize: 26,
      itemStyle: { color: BLUE, borderColor: "#fff", borderWidth: 5 },
      label: { show: false },
      data: [{ name: "", coord: [to, count] }],
    },
    ...(target === null
      ? {}
      : {
          markLine: {
            silent: true,
            symbol: "none",
            lineStyle: { color: INK, width: 4, type: "solid" },
            label: { show: false },
            data: [{ yAxis: target }],
          },
        }),
  })
  return lines
}

function pair([a, b]: readonly [SeriesPoint, SeriesPoint]): number[][] {
  return [
    [a.at, a.count],
    [b.at, b.count],
  ]
}

function thinned(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  const step = Math.ceil(points.length / MOST_POINTS)
  return step <= 1 ? points : points.filter((_, index) => index % step === 0 || index === points.length - 1)
}

/** A step of 1, 2 or 5 times a power of ten, whole, that makes three to six lines. */
function niceStep(highest: number): number {
  const rough = Math.max(1, highest / 5)
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10
  return Math.max(1, Math.round(factor * power))
}
