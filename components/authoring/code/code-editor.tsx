'use client'
import './code.css'
import type { EditorView } from '@codemirror/view'
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import type { CheckAnswer } from '../desk/desk.ts'
import { showCheck } from './checked.ts'
import { makeEditor } from './make-editor.ts'
import { offsetAt } from './positions.ts'

/** What the page may do with the editor. */
export interface CodeHandle {
  /** shows a check of exactly this text; a check of an older text is passed over */
  show(check: CheckAnswer, text: string): void
  goTo(line: number, column: number): void
  replace(text: string): void
  insert(insertions: { from: number; insert: string }[]): void
  caret(): number
  focus(): void
}

interface Props {
  handle: RefObject<CodeHandle | null>
  text: string
  slug: string
  tab: string
  readOnly: boolean
  onText(text: string): void
}

/** The text of a question, with its colours, its problems and what stands at the caret. */
export function CodeEditor({ handle, text, slug, tab, readOnly, onText }: Props) {
  const { t } = useMessages()
  const parent = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const latest = useRef(onText)
  useEffect(() => {
    latest.current = onText
  })
  const label = t('authoring.source')

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor holds the text from here on
  useEffect(() => {
    if (!parent.current) return
    const made = makeEditor({
      parent: parent.current,
      text,
      about: { slug, tab },
      readOnly,
      label,
      describedBy: 'editor-keys',
      onText: (next) => latest.current(next),
      onSaid: setSaid,
    })
    view.current = made
    return () => {
      made.destroy()
      view.current = null
    }
  }, [slug, tab, readOnly, label])

  useImperativeHandle(handle, () => ({
    show(check, checked) {
      if (view.current?.state.doc.toString() === checked) showCheck(view.current, check)
    },
    goTo(line, column) {
      const current = view.current
      if (!current) return
      current.focus()
      current.dispatch({ selection: { anchor: offsetAt(current.state.doc, line, column) }, scrollIntoView: true })
    },
    replace(next) {
      const current = view.current
      current?.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: next } })
    },
    insert(insertions) {
      view.current?.dispatch({ changes: insertions, userEvent: 'input.complete', scrollIntoView: true })
    },
    caret: () => view.current?.state.selection.main.head ?? 0,
    focus: () => view.current?.focus(),
  }))

  return (
    <div className="flex min-h-0 grow flex-col">
      <div ref={parent} className="question-code min-h-0 grow" />
      <p className="interface flex min-h-8 items-center border-t border-rule px-3 py-1 text-fine text-soft">
        <span className="break-words">{said}</span>
      </p>
    </div>
  )
}
