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
    numbers.answered === 0
      ? '–'
      : t('requests.share', {
          n: numbers.granted,
          percent: Math.round((100 * numbers.granted) / numbers.answered),
        }),
    wait(numbers.medianWait),
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
        rows={parts.map((one) => ({ key: one.field, cells: [named.get(one.field) ?? one.field, ...cells(one)] }))}
      />
      {people.length > 0 ? (
        <div className="mt-8">
          <DataTable
            caption={t('requests.byPerson')}
            columns={[{ name: t('requests.who') }, ...columns]}
            rows={people.map((one) => ({ key: one.name, cells: [one.name, ...cells(one)] }))}
          />
        </div>
      ) : null}
    </>
  )
}
