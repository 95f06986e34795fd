'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { secondary } from '../site/buttons.ts'
import { Field } from '../site/field.tsx'
import { Outcome } from '../staff/running/outcome.tsx'
import { sendJson } from '../staff/send-json.ts'
import { StaffSection } from '../staff/staff-heading.tsx'

/** What else is done with an exam: another one like it, and its file. */
export function MoreActions({ examId, title, draft }: { examId: string; title: string; draft: boolean }) {
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const [name, setName] = useState('')
  const [message, setMessage] = useState<{ ok: boolean; text: string } | null>(null)
  const suggested = t('builder.copyOf', { title })

  async function copy(event: FormEvent) {
    event.preventDefault()
    const sent = await sendJson(`/api/staff/v1/exams/${examId}/copy`, { title: name.trim() || suggested.slice(0, 200) })
    if (sent.ok) return router.push(`/staff/exams/${(sent.body as { examId: string }).examId}/edit`)
    setMessage({ ok: false, text: t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }) })
  }
  return (
    <StaffSection title={t('builder.more')}>
      <form onSubmit={copy} className="flex max-w-3xl flex-wrap items-end gap-3">
        <Field id={`${id}-copy`} name={t('builder.copyTitle')} className="grow basis-64">
          <input
            id={`${id}-copy`}
            className="ruled w-full"
            maxLength={200}
            placeholder={suggested}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <button type="submit" className={secondary}>
          {t('builder.copy')}
        </button>
        <Outcome message={message} />
        <p className="basis-full text-fine text-soft">{t('builder.copyHint')}</p>
      </form>
      <p className="mt-6 flex flex-wrap items-center gap-3">
        <a className={secondary} href={`/api/staff/v1/exams/${examId}/file`} download>
          {t('builder.saveFile')}
        </a>
        <span className="text-fine text-soft">{t('builder.saveFileHint')}</span>
      </p>
      {draft ? <Discard examId={examId} /> : null}
    </StaffSection>
  )
}

/** Gets rid of a draft, after another look. */
function Discard({ examId }: { examId: string }) {
  const { t } = useMessages()
  const router = useRouter()
  const [asked, setAsked] = useState(false)
  const [message, setMessage] = useState<{ ok: boolean; text: string } | null>(null)

  async function discard() {
    const sent = await sendJson(`/api/staff/v1/exams/${examId}/discard`, {})
    if (sent.ok) return router.push('/staff')
    setMessage({ ok: false, text: t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }) })
  }
  if (!asked)
    return (
      <p className="mt-6">
        <button type="button" className={secondary} onClick={() => setAsked(true)}>
          {t('builder.discard')}
        </button>
      </p>
    )
  return (
    <div className="mt-6">
      <p>{t('builder.discardSure')}</p>
      <p className="mt-2 flex flex-wrap items-center gap-3">
        <button type="button" className={`${secondary} text-wrong`} onClick={() => void discard()}>
          {t('builder.discardNow')}
        </button>
        <button type="button" className={secondary} onClick={() => setAsked(false)}>
          {t('builder.discardNot')}
        </button>
        <Outcome message={message} />
      </p>
    </div>
  )
}
