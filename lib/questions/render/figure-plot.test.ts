import { describe, expect, it } from 'vitest'
import { renderGrid } from './figure-grid.ts'
import { renderPlot } from './figure-plot.ts'

function htmlOf(node: unknown): string {
  return (node as { html: string }).html
}

describe('figures', () => {
  it('a plot draws its points and breaks the line where the curve has no value', () => {
    const html = htmlOf(
      renderPlot({
        points: [
          { x: 1, y: 1 },
          { x: 2, y: Number.NaN },
          { x: 3, y: 0.5 },
          { x: 4, y: 0.25 },
        ],
        xLabel: 'step',
        yLabel: 'rate',
        alt: 'falls',
      }),
    )
    const path = /class="plot-curve" d="([^"]*)"/.exec(html)?.[1] ?? ''
    expect(path.match(/M/g)).toHaveLength(2)
    expect(path.match(/L/g)).toHaveLength(1)
    expect(html).toContain('role="img" aria-label="falls"')
  })

  it('labels cannot break out of the drawing', () => {
    const html = htmlOf(renderPlot({ points: [{ x: 0, y: 1 }], xLabel: '<script>', yLabel: '&', alt: '"><img src=x>' }))
    expect(html).not.toMatch(/<script|<img/)
  })

  it('a grid shows every number and cuts windows with a stronger line', () => {
    const value = { shape: [4, 4], data: Array.from({ length: 16 }, (_, k) => k - 8) }
    const html = htmlOf(renderGrid(value, 2, 'a map'))
    expect(html.match(/class="grid-number"/g)).toHaveLength(16)
    // both outer edges and the middle, in both directions
    expect(html.match(/class="grid-window"/g)).toHaveLength(6)
    expect(html).toContain('−8')
  })
})
