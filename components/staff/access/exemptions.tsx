'use client'
import { useRouter } from 'next/navigation'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'
import { Outcome } from '../running/outcome.tsx'
import { useAct } from '../running/use-act.ts'
import { ExemptForm } from './exempt-form.tsx'
import type { AccessShown } from './overview.ts'

/** Students for whom some of the rules do not count, and the form for one more. */
export function Exemptions({ examId, shown }: { examId: string; shown: AccessShown }) {
  const { t } = useMessages()
  const router = useRouter()
  const { busy, message, act } = useAct(async () => router.refresh())
  const { exemptions, mayChange } = shown
  const path = `/api/staff/v1/exams/${examId}/exemptions`
  const takeBack = (personId: string) => {
    const given = { personId, networks: false, safeBrowser: false, reason: t('access.takingBack') }
    void act(path, given, () => t('access.exempted'))
  }
  return (
    <>
      {exemptions.length === 0 ? (
        <p>{t('access.nobodyExempt')}</p>
      ) : (
        <ul className="interface max-w-3xl border-t border-rule">
          {exemptions.map(({ personId, name, networks, safeBrowser, reason }) => (
            <li key={personId} className="flex items-start gap-x-5 border-b border-rule py-3">
              <div className="min-w-0 grow wrap-anywhere">
                <p>
                  <span className="font-semibold">{name}</span>{' '}
                  {[networks && t('access.anyNetwork'), safeBrowser && t('access.anyBrowser')]
                    .filter(Boolean)
                    .join(', ')}
                </p>
                <p className="text-soft">{reason}</p>
              </div>
              {mayChange ? (
                <button
                  type="button"
                  className={`${quiet} shrink-0`}
                  disabled={busy}
                  aria-label={t('access.takeBackOf', { name })}
                  onClick={() => takeBack(personId)}
                >
                  {t('access.takeBack')}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayChange ? (
        <>
          <Outcome message={message} />
          <ExemptForm path={path} students={shown.students} />
        </>
      ) : null}
    </>
  )
}
