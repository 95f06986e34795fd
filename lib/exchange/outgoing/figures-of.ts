import type { Figure, QuestionDefinition } from '../../../grader/question/definition.ts'
import { placementsIn } from '../../../grader/question/placement.ts'
import type { StoredTensor } from '../../../grader/question/variant.ts'
import type { PaperValues } from '../../questions/render/computed-values.ts'
import { fillWords } from '../../questions/render/template.ts'
import type { ItemFigure } from '../item/item.ts'
import { escapeMarkdown } from '../markup/escape-markdown.ts'

/** The figures of a variant: pictures stay in their places, grids become tables, of plots the words remain. */
export function outgoingFigures({ figures }: QuestionDefinition, values: PaperValues, notes: string[]) {
  const known = new Map(figures.map((figure) => [figure.name, figure]))
  const words = ({ alt }: Figure) => fillWords(alt, values.templates)
  const replaced = (text: string, inBody: boolean) =>
    placementsIn(text)
      .toReversed()
      .reduce((made, { kind, name, start, end }) => {
        const figure = kind === 'figure' ? known.get(name) : undefined
        if (!figure || figure.kind === 'image') return made
        const grid = inBody && figure.kind === 'grid' ? values.grids[name]?.value : undefined
        if (figure.kind === 'plot') notes.push('Plots are not carried: their words stand in their place.')
        else notes.push(grid ? 'Drawn grids became tables.' : 'Drawn grids in options are not carried.')
        const said = grid ? `\n\n${table(grid)}\n\n` : `(${escapeMarkdown(words(figure))})`
        return made.slice(0, start) + said + made.slice(end)
      }, text)
  const pictures = figures.flatMap((figure): ItemFigure[] =>
    figure.kind === 'image' ? [{ name: figure.name, file: figure.file, alt: words(figure) }] : [],
  )
  return {
    pictures,
    inBody: (text: string) => replaced(text, true),
    inLine: (text: string) => replaced(text, false),
  }
}

function table({ shape, data }: StoredTensor): string {
  const width = shape.at(-1) ?? 1
  const rows = Array.from({ length: data.length / width }, (_, k) => data.slice(k * width, (k + 1) * width))
  const lines = rows.map((row) => `| ${row.map((x) => String(Number(x.toFixed(4))).replace('-', '−')).join(' | ')} |`)
  return [`|${' |'.repeat(width)}`, `|${' --- |'.repeat(width)}`, ...lines].join('\n')
}
