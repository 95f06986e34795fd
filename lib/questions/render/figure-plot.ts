import type { PaperNode } from '../../../grader/answers/paper.ts'
import { escapeXml } from './escape-xml.ts'

export interface PlotData {
  /** points from left to right; gaps where the curve is not finite */
  points: { x: number; y: number }[]
  xLabel: string
  yLabel: string
  alt: string
}

const width = 320
const height = 200
const left = 46
const right = 10
const top = 12
const bottom = 36

/** Round numbers that divide a range into about four parts (1, 2 or 5 times a power of ten). */
function ticks(low: number, high: number): number[] {
  const rough = (high - low || 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5, 10].find((m) => m * power >= rough) ?? 10)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => (first + k) * step)
}

const short = (x: number): string => String(Number(x.toPrecision(3)))

/** A line plot as SVG in the page's own ink: real points, axes, ticks and a text alternative. */
export function renderPlot(plot: PlotData): PaperNode {
  const points = plot.points.filter((p) => Number.isFinite(p.x) && Number.isFinite(p.y))
  const xs = points.map((p) => p.x)
  const ys = points.map((p) => p.y)
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)]
  const [y0, y1] = [Math.min(0, ...ys), Math.max(...ys, 0) * 1.05 || 1]
  const px = (x: number): number => left + ((x - x0) / (x1 - x0 || 1)) * (width - left - right)
  const py = (y: number): number => height - bottom - ((y - y0) / (y1 - y0 || 1)) * (height - top - bottom)
  const path = plot.points
    .map((p, i) => {
      if (!Number.isFinite(p.y)) return ''
      const start = i === 0 || !Number.isFinite(plot.points[i - 1]?.y)
      return `${start ? 'M' : 'L'}${px(p.x).toFixed(1)} ${py(p.y).toFixed(1)}`
    })
    .join('')
  const xTicks = ticks(x0, x1).map(
    (x) =>
      `<path class="plot-tick" d="M${px(x).toFixed(1)} ${height - bottom}v4"/><text class="plot-number" x="${px(x).toFixed(1)}" y="${height - bottom + 15}" text-anchor="middle">${short(x)}</text>`,
  )
  const yTicks = ticks(y0, y1).map(
    (y) =>
      `<path class="plot-rule" d="M${left} ${py(y).toFixed(1)}H${width - right}"/><text class="plot-number" x="${left - 6}" y="${(py(y) + 3.5).toFixed(1)}" text-anchor="end">${short(y)}</text>`,
  )
  const html = [
    `<svg class="figure-plot" role="img" aria-label="${escapeXml(plot.alt)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    ...yTicks,
    ...xTicks,
    `<path class="plot-axis" d="M${left} ${top}V${height - bottom}H${width - right}"/>`,
    `<path class="plot-curve" d="${path}"/>`,
    `<text class="plot-label" x="${(left + width - right) / 2}" y="${height - 4}" text-anchor="middle">${escapeXml(plot.xLabel)}</text>`,
    `<text class="plot-label" x="${left}" y="${top - 3}" text-anchor="start">${escapeXml(plot.yLabel)}</text>`,
    '</svg>',
  ].join('')
  return { html }
}
