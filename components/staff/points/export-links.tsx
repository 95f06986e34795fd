import type { Translate } from '../../messages/catalogue.ts'
import { secondary } from '../../site/buttons.ts'

const formats = [
  ['xlsx', 'xlsx'],
  ['csv-excel', 'excel'],
  ['csv', 'csv'],
] as const

/** The tables as files. */
export function ExportLinks({ examId, t }: { examId: string; t: Translate }) {
  const files = [
    { what: 'points', name: t('points.pointsFile') },
    { what: 'changes', name: t('points.changesFile') },
  ]
  return (
    <>
      <p className="interface mb-4 max-w-measure text-soft">{t('points.filesLead')}</p>
      <dl className="interface grid gap-x-8 gap-y-4 sm:grid-cols-[auto_1fr] sm:items-center">
        {files.map(({ what, name }) => (
          <div key={what} className="contents">
            <dt>{name}</dt>
            <dd className="-mt-2 flex flex-wrap gap-3 sm:mt-0">
              {formats.map(([format, said]) => (
                <a
                  key={format}
                  download
                  className={secondary}
                  href={`/api/staff/v1/exams/${examId}/export?what=${what}&format=${format}`}
                  aria-label={t('points.download', { what: name, format: t('points.format', { format: said }) })}
                >
                  {t('points.format', { format: said })}
                </a>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
