'use client'
import { lazy, Suspense, useEffect, useState } from 'react'
import { patient } from '../../fields/patient.ts'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'
import { sendJson } from '../send-json.ts'
import { commentsPath, inserted, longestKept } from './comment-bank.ts'

const Preview = lazy(patient(() => import('../../fields/text/preview.tsx')))
const BankDialog = lazy(patient(() => import('./bank-dialog.tsx')))

interface Props {
  examId: string
  field: string
  /** the comment as it is typed, Markdown with math */
  value: string
  onChange: (text: string) => void
  /** the text area that it is typed into */
  areaId: string
}

/** Under a comment that is being written: how it will read, and what was said before. */
export function CommentTools({ examId, field, value, onChange, areaId }: Props) {
  const { t } = useMessages()
  const [preview, setPreview] = useState(false)
  const [bank, setBank] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const says = value.trim()

  async function keep() {
    const sent = await sendJson(commentsPath(examId, field), { says })
    setSaid(sent.ok ? t('comments.kept') : t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }))
  }

  function insert(comment: string) {
    const area = document.getElementById(areaId)
    const [from, to] =
      area instanceof HTMLTextAreaElement ? [area.selectionStart, area.selectionEnd] : [value.length, value.length]
    const { text, caret } = inserted(value, from, to, comment)
    onChange(text)
    setBank(false)
    // once the text is there and the dialog has given the focus back
    requestAnimationFrame(() => {
      if (!(area instanceof HTMLTextAreaElement)) return
      area.focus()
      area.setSelectionRange(caret, caret)
    })
  }

  return (
    <div className="interface mt-1.5 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <button id="comment-bank" type="button" className={quiet} onClick={() => setBank(true)}>
          {t('comments.bank')}
        </button>
        <button type="button" className={quiet} aria-pressed={preview} onClick={() => setPreview(!preview)}>
          {t('comments.preview')}
        </button>
        <button type="button" className={quiet} disabled={says === '' || says.length > longestKept} onClick={keep}>
          {t('comments.keep')}
        </button>
        <span role="status" className="text-fine text-soft">
          {said}
        </span>
      </div>
      {preview ? (
        <Suspense fallback={null}>
          <Settled markdown={value} />
        </Suspense>
      ) : null}
      {bank ? (
        <Suspense fallback={null}>
          <BankDialog examId={examId} field={field} areaId={areaId} onInsert={insert} onClose={() => setBank(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}

/** The preview of a text that has not changed for a moment: it is set by the server. */
function Settled({ markdown }: { markdown: string }) {
  const [settled, setSettled] = useState(markdown)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(markdown), 300)
    return () => clearTimeout(timer)
  }, [markdown])
  return <Preview markdown={settled} />
}
