'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary } from '../../site/buttons.ts'
import { sendJson } from '../../staff/send-json.ts'
import { nameOf, withTitle } from './name-of.ts'

interface Beginning {
  name: string
  title: string
  says: string
  source: string
}

interface Props {
  owners: { courseId: string | null; title: string | null }[]
  templates: Beginning[]
  from: { slug: string; title: string; source: string } | null
  /** what the address asked for */
  chosen: { template: string | null; courseId: string | null }
}

/** What a question begins with, what it is called and whose it is. */
export function BeginForm({ owners, templates, from, chosen }: Props) {
  const { t } = useMessages()
  const router = useRouter()
  const copy = from && {
    name: '',
    title: t('authoring.fromQuestion', { title: from.title }),
    says: t('authoring.fromQuestionSays'),
  }
  const [begin, setBegin] = useState(
    from ? '' : (templates.find(({ name }) => name === chosen.template)?.name ?? templates[0]?.name ?? ''),
  )
  const [title, setTitle] = useState('')
  const [own, setOwn] = useState<string | null>(null)
  const [owner, setOwner] = useState(owners.find(({ courseId }) => courseId === chosen.courseId) ?? owners[0])
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const slug = own ?? nameOf(title)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const source = begin === '' ? from?.source : templates.find(({ name }) => name === begin)?.source
    if (source === undefined || !owner) return
    setBusy(true)
    setRefusal(null)
    const body = { slug, courseId: owner.courseId, source: withTitle(source, title.trim()) }
    const sent = await sendJson('/api/staff/v1/questions', body)
    if (sent.ok) return router.push(`/staff/questions/${slug}/edit`)
    setBusy(false)
    setRefusal(t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }))
  }

  if (owners.length === 0) return <p>{t('authoring.noCourse')}</p>
  const options = [...(copy ? [copy] : []), ...templates]
  return (
    <form onSubmit={submit} className="space-y-8">
      <div className="interface grid max-w-3xl gap-x-8 gap-y-5 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <label htmlFor="begin-title" className="eyebrow mb-1 block">
            {t('authoring.newCalled')}
          </label>
          <input
            id="begin-title"
            className="ruled w-full"
            required
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        <div>
          <label htmlFor="begin-name" className="eyebrow mb-1 block">
            {t('authoring.newName')}
          </label>
          <input
            id="begin-name"
            className="ruled w-full"
            required
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            maxLength={80}
            value={slug}
            aria-describedby="begin-name-hint"
            onChange={(event) => setOwn(event.target.value)}
          />
          <p id="begin-name-hint" className="eyebrow mt-1">
            {t('authoring.newNameHint')}
          </p>
        </div>
        <div>
          <label htmlFor="begin-owner" className="eyebrow mb-1 block">
            {t('authoring.newCourse')}
          </label>
          <select
            id="begin-owner"
            className="ruled w-full"
            value={owner?.courseId ?? ''}
            onChange={({ target }) => setOwner(owners.find(({ courseId }) => (courseId ?? '') === target.value))}
          >
            {owners.map(({ courseId, title: course }) => (
              <option key={courseId} value={courseId ?? ''}>
                {course ?? t('authoring.house')}
              </option>
            ))}
          </select>
        </div>
      </div>
      <fieldset>
        <legend className="mb-3 text-lead font-semibold">{t('authoring.newBegin')}</legend>
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {options.map(({ name, title: called, says }) => (
            <label
              key={name}
              className="flex gap-3 border border-line p-3 has-checked:border-accent has-checked:bg-wash has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="begin"
                className="mt-1 size-4 shrink-0 accent-(--accent)"
                checked={begin === name}
                onChange={() => setBegin(name)}
              />
              <span className="min-w-0">
                <span className="interface block font-semibold">{called}</span>
                <span className="interface block text-fine text-soft">{says}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="flex flex-wrap items-center gap-4">
        <button type="submit" className={primary} disabled={busy}>
          {busy ? t('authoring.creating') : t('authoring.create')}
        </button>
        <span role="status" className="interface text-wrong">
          {refusal}
        </span>
      </p>
    </form>
  )
}
