import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentUnit } from '@codemirror/language'
import { lintGutter, lintKeymap } from '@codemirror/lint'
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { hovering, saidAt } from './checked.ts'
import { deskCompletion, takeOffered } from './completion.ts'
import { continueList } from './continue-list.ts'
import { questionLanguage } from './question-language.ts'

export interface EditorOptions {
  parent: HTMLElement
  text: string
  about: { slug: string; tab: string }
  readOnly: boolean
  label: string
  describedBy: string
  onText(text: string): void
  /** what stands at the caret, in words */
  onSaid(says: string | null): void
}

/** The nonce that this page's own scripts carry: what is styled by a script must carry it too. */
function nonceOfPage(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
}

export function makeEditor(options: EditorOptions): EditorView {
  const { parent, text, about, readOnly, label, describedBy, onText, onSaid } = options
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(nonceOfPage()),
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-describedby': describedBy,
          spellcheck: 'false',
          tabindex: '0',
        }),
        EditorState.readOnly.of(readOnly),
        EditorView.editable.of(!readOnly),
        indentUnit.of('  '),
        lineNumbers(),
        lintGutter(),
        foldGutter({ openText: '▾', closedText: '▸' }),
        codeFolding(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches(),
        questionLanguage(),
        deskCompletion(about),
        hovering(),
        // Tab takes what the list offers and else leaves the editor: nobody is caught in it
        keymap.of([
          { key: 'Tab', run: takeOffered },
          { key: 'Enter', run: continueList },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...lintKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onText(update.state.doc.toString())
          if (
            update.docChanged ||
            update.selectionSet ||
            update.transactions.some(({ effects }) => effects.length > 0)
          ) {
            onSaid(saidAt(update.state, update.state.selection.main.head)?.says ?? null)
          }
        }),
      ],
    }),
  })
}
