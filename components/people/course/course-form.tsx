'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary } from '../../site/buttons.ts'
import { Field } from '../../site/field.tsx'
import { Outcome } from '../../staff/running/outcome.tsx'
import { sendJson } from '../../staff/send-json.ts'

interface Facts {
  title: string
  term: string
  slug: string
  zone: string | null
  archived: boolean
}

const empty: Facts = { title: '', term: '', slug: '', zone: null, archived: false }

/** What a course is called, for a new one (`courseId` null) and for one that is there. */
export function CourseForm(props: { courseId: string | null; facts?: Facts; zones: readonly string[] }) {
  const { courseId, facts = empty } = props
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const [typed, setTyped] = useState(facts)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState<{ ok: boolean; text: string } | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)

  async function send(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setMessage(null)
    const { title, term, slug, zone, archived } = typed
    const sent = courseId
      ? await sendJson(`/api/staff/v1/courses/${courseId}/settings`, { title, term, slug, zone, archived })
      : await sendJson('/api/staff/v1/courses', { title, term, slug: slug === '' ? null : slug, zone })
    setWrong(sent.ok ? null : String(sent.error?.field ?? ''))
    if (sent.ok && !courseId) {
      const made = (sent.body as { courseId: string }).courseId
      return router.push(`/staff/courses/${made}/import`)
    }
    setBusy(false)
    setMessage({ ok: sent.ok, text: sent.ok ? t('people.saved') : (sent.message ?? t('staff.unreachable')) })
    if (sent.ok) router.refresh()
  }

  const text = (name: 'title' | 'term' | 'slug', label: string, hint: string, required = false) => (
    <Field id={`${id}-${name}`} name={label} hint={hint}>
      <input
        id={`${id}-${name}`}
        className="ruled w-full"
        value={typed[name]}
        required={required}
        maxLength={200}
        aria-invalid={wrong === name}
        aria-describedby={hint ? `${id}-${name}-hint` : undefined}
        onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
      />
    </Field>
  )
  return (
    <form onSubmit={send} className="interface flex max-w-xl flex-col gap-5">
      {text('title', t('people.courseTitle'), '', true)}
      {text('term', t('people.courseTerm'), t('people.termHint'))}
      {text('slug', t('people.courseSlug'), t('people.slugHint'), courseId !== null)}
      <Field id={`${id}-zone`} name={t('people.courseZone')} hint={t('people.zoneHint')}>
        <select
          id={`${id}-zone`}
          className="ruled w-full"
          aria-describedby={`${id}-zone-hint`}
          value={typed.zone ?? ''}
          onChange={(event) => setTyped({ ...typed, zone: event.target.value || null })}
        >
          <option value="">{t('people.noZone')}</option>
          {props.zones.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      {courseId ? (
        <label className="flex items-baseline gap-2.5">
          <input
            type="checkbox"
            checked={typed.archived}
            onChange={(event) => setTyped({ ...typed, archived: event.target.checked })}
          />
          <span>
            {t('people.archived')}
            <span className="block text-fine text-soft">{t('people.archivedHint')}</span>
          </span>
        </label>
      ) : null}
      <p className="flex flex-wrap items-center gap-4">
        <button type="submit" className={primary} disabled={busy}>
          {courseId ? t('people.save') : t('people.make')}
        </button>
        <Outcome message={message} />
      </p>
    </form>
  )
}
