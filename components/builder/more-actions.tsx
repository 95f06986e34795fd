'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { secondary } from '../site/buttons.ts'
import { Outcome } from '../staff/running/outcome.tsx'
import { sendJson } from '../staff/send-json.ts'
import { StaffSection } from '../staff/staff-heading.tsx'
import { Field } from './field.tsx'

/** What else is done with an exam: another one like it, and its file. */
export function MoreActions({ examId, title }: { examId: string; title: string }) {
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
    </StaffSection>
  )
}
