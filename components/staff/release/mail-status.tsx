import type { Translate } from '../../messages/catalogue.ts'
import { DataTable } from '../data-table.tsx'
import { SendButton } from '../send-button.tsx'
import type { ReleaseOverview } from './overview.ts'

/** What became of the exam's mail, and why some of it was not sent. */
export function MailStatus({ examId, mail, t }: { examId: string; mail: ReleaseOverview['mail']; t: Translate }) {
  const { on, sent, waiting, troubles } = mail
  return (
    <>
      <p>{on ? t('release.mailOn', { sent, waiting }) : t('release.tellOff')}</p>
      {troubles.length > 0 ? (
        <div className="mt-4">
          <DataTable
            caption={t('release.mail')}
            columns={[
              { name: t('release.mailName') },
              { name: t('release.mailKind') },
              { name: t('release.mailProblem') },
              { name: t('release.mailTries'), numeric: true },
              { name: t('release.stateColumn') },
            ]}
            rows={troubles.map((one) => ({
              key: one.mailId,
              cells: [
                one.name,
                t('release.mailKindIs', { kind: one.kind }),
                <span key="problem" className="block min-w-48 wrap-anywhere">
                  {one.problem}
                </span>,
                one.tries,
                t('release.mailState', { gaveUp: String(one.gaveUp) }),
              ],
            }))}
          />
        </div>
      ) : null}
      {on && troubles.some(({ gaveUp }) => gaveUp) ? (
        <p className="mt-4">
          <SendButton path={`/api/staff/v1/exams/${examId}/mail`}>{t('release.mailAgain')}</SendButton>
        </p>
      ) : null}
    </>
  )
}
