import type { Translate } from '../../messages/catalogue.ts'
import { DataTable } from '../../staff/data-table.tsx'
import { durationInWords, signedPoints } from './duration.ts'
import type { ListedRequest, RequestNumbers, RequestStatistics } from './request.ts'

interface Props {
  statistics: RequestStatistics
  requests: readonly ListedRequest[]
  locale: string
  t: Translate
}

/** What was asked and what came of it, in all, by part and by who answered. */
export function RequestNumbersShown({ statistics, requests, locale, t }: Props) {
  const { all, parts, people } = statistics
  const wait = (seconds: number | null) => (seconds === null ? '–' : durationInWords(seconds, t))
  const named = new Map(requests.map(({ field, question, label }) => [field, `${question}: ${label}`]))
  const cells = (numbers: RequestNumbers) => [
    numbers.requests,
    numbers.answered,
    <span key="granted" className="whitespace-nowrap">
      {numbers.answered === 0
        ? '–'
        : t('requests.share', {
            n: numbers.granted,
            percent: Math.round((100 * numbers.granted) / numbers.answered),
          })}
    </span>,
    <span key="wait" className="whitespace-nowrap">
      {wait(numbers.medianWait)}
    </span>,
    signedPoints(numbers.points, locale),
  ]
  const columns = [
    { name: t('requests.asked'), numeric: true },
    { name: t('requests.answered'), numeric: true },
    { name: t('requests.granted'), numeric: true },
    { name: t('requests.median'), numeric: true },
    { name: t('requests.points'), numeric: true },
  ]
  return (
    <>
      <p className="mb-6 max-w-measure">
        {t('requests.statisticsLead', {
          requests: all.requests,
          answered: all.answered,
          granted: all.granted,
          wait: wait(all.medianWait),
          points: all.points,
        })}
      </p>
      <DataTable
        caption={t('requests.byPart')}
        columns={[{ name: t('requests.part') }, ...columns]}
        rows={parts.map((one) => ({
          key: one.field,
          cells: [<Name key="part">{named.get(one.field) ?? one.field}</Name>, ...cells(one)],
        }))}
      />
      {people.length > 0 ? (
        <div className="mt-8">
          <DataTable
            caption={t('requests.byPerson')}
            columns={[{ name: t('requests.who') }, ...columns]}
            rows={people.map((one) => ({ key: one.name, cells: [<Name key="who">{one.name}</Name>, ...cells(one)] }))}
          />
        </div>
      ) : null}
    </>
  )
}

/** Names keep some room beside their numbers on a narrow screen. */
function Name({ children }: { children: string }) {
  return <span className="block min-w-44">{children}</span>
}
