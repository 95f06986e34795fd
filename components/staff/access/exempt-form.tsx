'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { Outcome } from '../running/outcome.tsx'
import { useAct } from '../running/use-act.ts'
import type { AccessShown } from './overview.ts'

const none = { personId: '', networks: false, safeBrowser: false, reason: '' }

/** Lets one student sit the exam from elsewhere, or in another browser. */
export function ExemptForm({ path, students }: { path: string; students: AccessShown['students'] }) {
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const { busy, message, act } = useAct(async () => router.refresh())
  const [given, setGiven] = useState(none)
  const chosen = given.networks || given.safeBrowser

  async function exempt(event: FormEvent) {
    event.preventDefault()
    if (await act(path, given, () => t('access.exempted'))) setGiven(none)
  }
  const rule = (name: 'networks' | 'safeBrowser', text: string) => (
    <label className="flex min-h-7 items-center gap-2.5">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={given[name]}
        onChange={(event) => setGiven({ ...given, [name]: event.target.checked })}
      />
      {text}
    </label>
  )
  return (
    <form onSubmit={exempt} className="interface mt-6 flex max-w-3xl flex-col gap-4">
      <label className="flex flex-col gap-1" htmlFor={`${id}-student`}>
        <span className="eyebrow">{t('access.student')}</span>
        <select
          id={`${id}-student`}
          className="ruled max-w-full"
          required
          value={given.personId}
          onChange={(event) => setGiven({ ...given, personId: event.target.value })}
        >
          <option value="">{t('access.chooseStudent')}</option>
          {students.map(({ personId, name, email }) => (
            <option key={personId} value={personId}>
              {name} ({email})
            </option>
          ))}
        </select>
      </label>
      <fieldset className="flex flex-wrap gap-x-6 gap-y-1">
        <legend className="eyebrow mb-1">{t('access.freeOf')}</legend>
        {rule('networks', t('access.anyNetwork'))}
        {rule('safeBrowser', t('access.anyBrowser'))}
      </fieldset>
      <label className="flex flex-col gap-1" htmlFor={`${id}-reason`}>
        <span className="eyebrow">{t('access.reason')}</span>
        <input
          id={`${id}-reason`}
          className="ruled w-full"
          required
          maxLength={1000}
          aria-describedby={`${id}-hint`}
          value={given.reason}
          onChange={(event) => setGiven({ ...given, reason: event.target.value })}
        />
        <span id={`${id}-hint`} className="text-fine text-soft">
          {t('access.reasonHint')}
        </span>
      </label>
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className={secondary} disabled={busy || !chosen}>
          {t('access.exempt')}
        </button>
        {given.personId !== '' && !chosen ? <span className="text-soft">{t('access.chooseRule')}</span> : null}
        <Outcome message={message} />
      </div>
    </form>
  )
}
