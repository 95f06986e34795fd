'use client'
import { useRouter } from 'next/navigation'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'
import { DataTable } from '../data-table.tsx'
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
  const columns = [t('access.student'), t('access.freeOf'), t('access.reason')]
  return (
    <>
      {exemptions.length === 0 ? (
        <p>{t('access.nobodyExempt')}</p>
      ) : (
        <DataTable
          caption={t('access.exemptions')}
          columns={[...columns, ...(mayChange ? [t('access.takeBack')] : [])].map((name) => ({ name }))}
          rows={exemptions.map(({ personId, name, networks, safeBrowser, reason }) => ({
            key: personId,
            cells: [
              name,
              [networks && t('access.anyNetwork'), safeBrowser && t('access.anyBrowser')].filter(Boolean).join(', '),
              <span key="reason" className="wrap-anywhere">
                {reason}
              </span>,
              <button
                key="back"
                type="button"
                className={quiet}
                disabled={busy}
                aria-label={t('access.takeBackOf', { name })}
                onClick={() => takeBack(personId)}
              >
                {t('access.takeBack')}
              </button>,
            ].slice(0, mayChange ? 4 : 3),
          }))}
        />
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
