'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { sendJson } from '../send-json.ts'

interface Imported {
  saves: number
  fresh: number
  late: boolean
}

/** Sends the file that a student's device had sealed, and says what of it was new or why it was refused. */
export function ImportSealed({ attemptId }: { attemptId: string }) {
  const { t } = useMessages()
  const router = useRouter()
  const [file, setFile] = useState<File | null>(null)
  const [sending, setSending] = useState(false)
  const [said, setSaid] = useState<{ text: string; wrong: boolean } | null>(null)

  async function send(event: FormEvent) {
    event.preventDefault()
    if (!file) return
    setSending(true)
    setSaid(null)
    const path = `/api/staff/v1/attempts/${encodeURIComponent(attemptId)}/sealed`
    const sent = await sendJson(path, { file: await file.text() })
    setSending(false)
    if (!sent.ok)
      return setSaid({ text: t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }), wrong: true })
    const { saves, fresh, late } = sent.body as Imported
    const text = `${t('evidence.imported', { saves, fresh })}${late && fresh > 0 ? ` ${t('evidence.importedLate')}` : ''}`
    setSaid({ text, wrong: false })
    router.refresh()
  }

  return (
    <form className="interface flex flex-col items-start gap-3" onSubmit={send}>
      <p className="max-w-measure text-soft">{t('evidence.importLead')}</p>
      <label className="flex w-full flex-col gap-1.5">
        {t('evidence.importFile')}
        <input
          type="file"
          accept="application/json,.json"
          className="w-full max-w-measure border border-line p-2 file:mr-3 file:border-0 file:bg-sheet file:px-3 file:py-1 file:text-ink"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </label>
      <button type="submit" className={secondary} disabled={!file || sending}>
        {sending ? t('staff.sending') : t('evidence.importSend')}
      </button>
      <p role="status" className={said?.wrong ? 'text-wrong' : undefined}>
        {said?.text}
      </p>
    </form>
  )
}
