import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import { type EditorState, type Extension, RangeSet, RangeValue, StateEffect, StateField } from '@codemirror/state'
import { type EditorView, hoverTooltip } from '@codemirror/view'
import type { CheckAnswer } from '../desk/desk.ts'
import { stretchOf } from './positions.ts'

class Saying extends RangeValue {
  readonly says: string
  constructor(says: string) {
    super()
    this.says = says
  }
}

const setSayings = StateEffect.define<RangeSet<Saying>>()

/** What the desk said of every place, moved along while one types on. */
const sayings = StateField.define<RangeSet<Saying>>({
  create: () => RangeSet.empty,
  update(value, transaction) {
    const moved = transaction.docChanged ? value.map(transaction.changes) : value
    return transaction.effects.reduce((last, effect) => (effect.is(setSayings) ? effect.value : last), moved)
  },
})

/** What stands at a position, in words: what the smallest stretch round it is. */
export function saidAt(state: EditorState, position: number): { from: number; to: number; says: string } | null {
  let best: { from: number; to: number; says: string } | null = null
  state.field(sayings, false)?.between(position, position, (from, to, { says }) => {
    if (!best || to - from < best.to - best.from) best = { from, to, says }
  })
  return best
}

/** Shows what the desk found in the text as it is now: problems under their places, and what is said on hovering. */
export function showCheck(view: EditorView, { problems, spans }: CheckAnswer): void {
  const { doc } = view.state
  const diagnostics = problems.map((problem): Diagnostic => {
    const { fix } = problem
    const actions = fix && [
      {
        name: fix.label,
        apply: (target: EditorView, from: number, to: number) =>
          target.dispatch({ changes: { from, to, insert: fix.insert }, userEvent: 'input.complete' }),
      },
    ]
    return { ...stretchOf(doc, problem), severity: 'error', message: problem.message, ...(actions && { actions }) }
  })
  const said = spans.flatMap((span) => {
    const { from, to } = stretchOf(doc, span)
    return from < to && span.says ? [new Saying(span.says).range(from, to)] : []
  })
  view.dispatch(setDiagnostics(view.state, diagnostics), { effects: setSayings.of(RangeSet.of(said, true)) })
}

/** Hovering shows what a name, an operation or a key is. */
export function hovering(): Extension {
  return [
    sayings,
    hoverTooltip(
      ({ state }, position) => {
        const found = saidAt(state, position)
        if (!found) return null
        return {
          pos: found.from,
          end: found.to,
          above: true,
          create() {
            const dom = document.createElement('div')
            dom.className = 'q-said'
            dom.textContent = found.says
            return { dom }
          },
        }
      },
      { hoverTime: 250 },
    ),
  ]
}
