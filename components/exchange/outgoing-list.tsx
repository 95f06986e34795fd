'use client'
import { useMessages } from '../messages/provider.tsx'
import type { ExportReport } from './exchange.ts'

/** What each question loses on its way out. */
export function OutgoingList({ report }: { report: ExportReport }) {
  const { t } = useMessages()
  return (
    <ul className="border-t border-rule">
      {report.questions.map(({ slug, title, carried, notes }) => (
        <li key={slug} className="border-b border-rule py-3">
          <h3 className="font-semibold break-words">{title}</h3>
          {carried ? null : <p className="text-wrong">{t('exchange.notCarried')}</p>}
          {carried && notes.length === 0 ? <p className="text-good">{t('exchange.carriedWhole')}</p> : null}
          <ul className="list-disc pl-5">
            {notes.map((note) => (
              <li key={note} className="break-words">
                {note}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
