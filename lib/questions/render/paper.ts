import type { PaperNode, PaperQuestion } from '../../../grader/answers/paper.ts'
import type { QuestionDefinition } from '../../../grader/question/definition.ts'
import type { Variant, VariantKey } from '../../../grader/question/variant.ts'
import type { PaperValues } from './computed-values.ts'
import { publicField } from './fields.ts'
import { renderFigure } from './figure.ts'
import { renderAuthorMarkdown } from './markdown.ts'
import { workedSolution } from './solution.ts'
import { fillValues } from './template.ts'
import { withoutSource } from './without-source.ts'

export interface RenderedQuestion {
  /** what the student sees while sitting: no secret in it */
  paper: PaperQuestion
  /** per field, for after release */
  solution: Record<string, PaperNode[]>
}

export interface RenderInput {
  definition: QuestionDefinition
  variant: Variant
  key: VariantKey
  values: PaperValues
}

/** Renders a variant once, when it is made: its page (math and figures included) and, apart, its worked solution. */
export function renderPaper(input: RenderInput): RenderedQuestion {
  const { definition } = input
  const paper: PaperQuestion = {
    slug: definition.slug,
    title: definition.title,
    points: definition.answers.reduce((sum, field) => sum + field.points, 0),
    nodes: withoutSource(rendererOf(input)(definition.body)),
    fields: renderFields(input),
  }
  return { paper, solution: renderSolution(input) }
}

/** The answer fields of a variant alone, as its student sees them. */
export function renderFields(input: RenderInput): PaperQuestion['fields'] {
  const { definition, variant, key } = input
  const render = rendererOf(input)
  return definition.answers.map((field) =>
    publicField(field, variant, key.expected, (text) => inline(withoutSource(render(text)))),
  )
}

/** The worked solution of a variant alone, per field. */
export function renderSolution(input: RenderInput): Record<string, PaperNode[]> {
  const worked = Object.entries(workedSolution(input, rendererOf(input)))
  return Object.fromEntries(worked.map(([field, nodes]) => [field, withoutSource(nodes)]))
}

function rendererOf({ definition, values }: RenderInput): (markdown: string) => PaperNode[] {
  const figures = new Map(definition.figures.map((figure) => [figure.name, figure]))
  const fields = new Set(definition.answers.map((field) => field.name))
  return (markdown) =>
    renderAuthorMarkdown(fillValues(markdown, values.templates), (directive, name) => {
      if (directive === 'answer' && fields.has(name)) return { field: name }
      const figure = directive === 'figure' ? figures.get(name) : undefined
      return figure ? renderFigure(figure, values) : null
    })
}

/** An option of one paragraph stands in its line without the paragraph. */
function inline(nodes: PaperNode[]): PaperNode[] {
  const [only, ...rest] = nodes
  return rest.length === 0 && typeof only === 'object' && 'tag' in only && only.tag === 'p' ? only.children : nodes
}
