import { EditorState } from '@codemirror/state'
import { expect, it } from 'vitest'
import { continueList } from './continue-list.ts'

/** The text after Enter at the bar; null where the editor does as ever. */
function entered(text: string): string | null {
  const doc = text.replace('¦', '')
  let state = EditorState.create({ doc, selection: { anchor: text.indexOf('¦') } })
  const done = continueList({ state, dispatch: (transaction) => (state = transaction.state) })
  const { head } = state.selection.main
  const after = state.doc.toString()
  return done ? `${after.slice(0, head)}¦${after.slice(head)}` : null
}

it.each([
  ['---\nwhere:\n  - x > 1¦\n---\n', '---\nwhere:\n  - x > 1\n  - ¦\n---\n'],
  ['---\nwhere:\n  - x > 1\n  - ¦\n---\n', '---\nwhere:\n  - x > 1\n¦\n---\n'],
  ['---\nholds:\n  - that: x > 1¦\n---\n', null],
  ['---\nothers:\n  - {¦\n---\n', null],
  ['---\nwhere:\n  - x¦ > 1\n---\n', null],
  ['---\ntitle: A¦\n---\n', null],
  ['---\ntitle: A\n---\n- one¦', null],
])('Enter in %j', (text, after) => {
  expect(entered(text)).toBe(after)
})
