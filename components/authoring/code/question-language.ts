import { markdownLanguage } from '@codemirror/lang-markdown'
import { yamlFrontmatter } from '@codemirror/lang-yaml'
import { indentService, syntaxHighlighting } from '@codemirror/language'
import type { Extension, Range, Text } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { tagHighlighter, tags } from '@lezer/highlight'
import { placeAt } from '../text/scan.ts'
import { type Mark, marksOf } from './expression-marks.ts'

const looks = tagHighlighter([
  { tag: tags.propertyName, class: 'q-key' },
  { tag: tags.definition(tags.propertyName), class: 'q-key' },
  { tag: tags.comment, class: 'q-comment' },
  { tag: tags.string, class: 'q-string' },
  { tag: tags.heading, class: 'q-heading' },
  { tag: tags.emphasis, class: 'q-emphasis' },
  { tag: tags.strong, class: 'q-strong' },
  { tag: tags.link, class: 'q-link' },
  { tag: tags.monospace, class: 'q-code' },
  { tag: [tags.meta, tags.processingInstruction, tags.punctuation, tags.separator], class: 'q-soft' },
])

/** Of one text only; going up and down in it asks for them again and again. */
let known: { doc: Text; marks: Mark[] } | null = null

function marksIn(doc: Text): Mark[] {
  if (known?.doc !== doc) known = { doc, marks: marksOf(doc.toString()) }
  return known.marks
}

/** Marks that start or end nowhere near the window are not drawn. */
function decorations(view: EditorView): DecorationSet {
  const { from, to } = view.viewport
  const drawn: Range<Decoration>[] = marksIn(view.state.doc)
    .filter((mark) => mark.to >= from && mark.from <= to && mark.to > mark.from)
    .map((mark) => Decoration.mark({ class: mark.class }).range(mark.from, mark.to))
  return Decoration.set(drawn, true)
}

const expressions = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = decorations(view)
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = decorations(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

/** A new line of the front matter stands under the one before it, or two further in after a key with nothing behind it. */
const indentation = indentService.of((context, position) => {
  const text = context.state.doc.toString()
  if (placeAt(text, position).region !== 'front') return undefined
  const line = context.state.doc.lineAt(position)
  const broken = context.simulatedBreak === position
  const above = line.number > 1 ? context.state.doc.line(line.number - 1).text : ''
  const source = broken ? context.lineAt(position, -1).text : above
  const own = /^ */.exec(source)?.[0].length ?? 0
  return /(?:[:{[(]|^ *-)\s*$/.test(source) ? own + 2 : own
})

/** The language of question files: YAML with expressions above, Markdown with formulas and directives below. */
export function questionLanguage(): Extension {
  return [
    yamlFrontmatter({ content: markdownLanguage }),
    syntaxHighlighting(looks),
    expressions,
    indentation,
    EditorView.lineWrapping,
  ]
}
