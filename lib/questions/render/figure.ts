import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { Figure } from '../../../grader/question/definition.ts'
import type { PaperValues } from './computed-values.ts'
import { renderGrid } from './figure-grid.ts'
import { renderPicture } from './figure-picture.ts'
import { renderPlot } from './figure-plot.ts'
import { fillWords } from './template.ts'

/** A figure of the question as SVG, or as a picture that is asked for, with its text alternative. */
export function renderFigure(figure: Figure, values: PaperValues): PaperNode {
  const alt = fillWords(figure.alt, values.templates)
  if (figure.kind === 'image') return { tag: 'figure', children: [renderPicture(figure.file, alt)] }
  if (figure.kind === 'plot') {
    const points = values.curves[figure.name] ?? []
    return { tag: 'figure', children: [renderPlot({ points, xLabel: figure.x, yLabel: figure.y, alt })] }
  }
  const grid = values.grids[figure.name]
  if (!grid) throw new Error(`figure ${figure.name} has no value`)
  return { tag: 'figure', children: [renderGrid(grid.value, grid.window, alt)] }
}
