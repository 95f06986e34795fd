import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { StoredTensor } from '../../../grader/question/variant.ts'
import { escapeXml } from './escape-xml.ts'

const cell = 44
const edge = 2

/** A matrix drawn as cells with its numbers; `window` cuts it into windows with a stronger line, as pooling does. */
export function renderGrid(value: StoredTensor, window: number | null, alt: string): PaperNode {
  const columns = value.shape.at(-1) ?? 1
  const rows = value.data.length / columns
  const [width, height] = [columns * cell + 2 * edge, rows * cell + 2 * edge]
  const numbers = value.data.map((x, at) => {
    const [i, j] = [Math.floor(at / columns), at % columns]
    const text = String(Number(x.toFixed(4))).replace('-', '−')
    return `<text class="grid-number" x="${edge + (j + 0.5) * cell}" y="${edge + (i + 0.5) * cell + 5}" text-anchor="middle">${text}</text>`
  })
  const lines: string[] = []
  const line = (at: number, strong: boolean, horizontal: boolean): void => {
    const place = edge + at * cell
    const path = horizontal ? `M${edge} ${place}H${width - edge}` : `M${place} ${edge}V${height - edge}`
    lines.push(`<path class="${strong ? 'grid-window' : 'grid-line'}" d="${path}"/>`)
  }
  const strong = (at: number, end: number): boolean => at === 0 || at === end || (window !== null && at % window === 0)
  for (const pass of [false, true]) {
    for (let i = 0; i <= rows; i++) if (strong(i, rows) === pass) line(i, pass, true)
    for (let j = 0; j <= columns; j++) if (strong(j, columns) === pass) line(j, pass, false)
  }
  const html = [
    `<svg class="figure-grid" role="img" aria-label="${escapeXml(alt)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    ...lines,
    ...numbers,
    '</svg>',
  ].join('')
  return { html }
}
