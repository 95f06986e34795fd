import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  completionStatus,
  moveCompletionSelection,
  selectedCompletionIndex,
} from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { askDesk, type CompletionOption } from '../desk/desk.ts'
import { placeAt } from '../text/scan.ts'
import { placeOf, stretchOf } from './positions.ts'

/** What the completion list calls the kinds of what it offers; each has a sign of its own. */
const types: Record<CompletionOption['kind'], string> = {
  key: 'property',
  value: 'enum',
  parameter: 'variable',
  step: 'variable',
  operation: 'function',
  generator: 'function',
  field: 'constant',
  figure: 'constant',
  snippet: 'text',
}

const prose = /^(?:title|topics|.*\.(?:says|label|text|alt|solution|x|y)|.*\.(?:lines|distractors|options)\..*)$/
const inHole = /\{\{[^{}\n]*$/

/** Whether a list is offered unasked: where names and keys stand, not in the middle of a sentence. */
export function offersUnasked(text: string, position: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', position - 1) + 1, position)
  if (inHole.test(line) || /:(?:(?:answer|figure)\[\w*|[a-z]{1,6})$/.test(line)) return true
  const place = placeAt(text, position)
  if (place.region !== 'front') return false
  if (place.role === 'value' && prose.test(place.path.join('.'))) return false
  return /[\p{L}_'}]$|[[{(,] ?$|^\s*- $/u.test(line)
}

/** Where the caret stands afterwards, in what the desk offers. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: the desk's own sign
const caretSign = '${}'

/** A chosen option takes the place of the word; the caret goes where the option wants it. */
export function applied(insert: string): { text: string; caret: number } {
  const caret = insert.indexOf(caretSign)
  return caret < 0 ? { text: insert, caret: insert.length } : { text: insert.replace(caretSign, ''), caret }
}

function completionOf({ label, kind, detail, doc, insert }: CompletionOption): Completion {
  return {
    label,
    type: types[kind],
    ...(detail && detail !== label && { detail }),
    ...(doc && { info: doc }),
    apply(view: EditorView, _: Completion, from: number, to: number) {
      const { text, caret } = applied(insert)
      view.dispatch({
        changes: { from, to, insert: text },
        selection: { anchor: from + caret },
        userEvent: 'input.complete',
        scrollIntoView: true,
      })
    },
  }
}

/** Completion by the desk, which knows names, shapes and operations, also of a file that cannot be read as a whole. */
export function deskCompletion(about: { slug: string; tab: string }): Extension {
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const { doc } = context.state
    const text = doc.toString()
    if (!context.explicit && !offersUnasked(text, context.pos)) return null
    const stop = new AbortController()
    context.addEventListener('abort', () => stop.abort(), { onDocChange: true })
    const asked = await askDesk('complete', { source: text, ...placeOf(doc, context.pos), ...about }, stop.signal)
    if (!asked.ok || asked.answer.options.length === 0) return null
    const { from } = stretchOf(doc, asked.answer.range)
    return { from, options: asked.answer.options.map(completionOf), validFor: /^[\p{L}\p{N}_']*$/u }
  }
  // nothing is chosen at first, so that Enter ends a line and never takes what one did not ask for
  return autocompletion({ override: [source], selectOnOpen: false, icons: false, maxRenderedOptions: 60 })
}

/** Takes what is chosen in the list, or the first where nothing is. */
export function takeOffered(view: EditorView): boolean {
  if (completionStatus(view.state) !== 'active') return false
  if (selectedCompletionIndex(view.state) === null) moveCompletionSelection(true)(view)
  return acceptCompletion(view)
}
