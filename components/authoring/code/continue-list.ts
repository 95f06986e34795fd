import type { StateCommand } from '@codemirror/state'
import { placeAt } from '../text/scan.ts'

/** An item of a list that is one text; what holds a key goes on with the next key instead. */
const item = /^( *)- (?!\s*(?:[\w-]+|"[^"]*"):(?:\s|$))(.*)$/

/** Enter after an item of a list begins the next one; after an empty item it ends the list. */
export const continueList: StateCommand = ({ state, dispatch }) => {
  const { head, empty } = state.selection.main
  const line = state.doc.lineAt(head)
  const [, indent = '', text = ''] = item.exec(line.text) ?? []
  if (!empty || head !== line.to || !item.test(line.text)) return false
  if (placeAt(state.doc.toString(), head).region !== 'front' || /[[{,|>]$/.test(text)) return false
  const next = `\n${indent}- `
  const changes = text.trim() === '' ? { from: line.from, to: line.to } : { from: head, insert: next }
  const anchor = text.trim() === '' ? line.from : head + next.length
  dispatch(state.update({ changes, selection: { anchor }, scrollIntoView: true, userEvent: 'input' }))
  return true
}
