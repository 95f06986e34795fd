import type { Translate } from '../../messages/catalogue.ts'
import { printBand } from '../../result/values.ts'
import { DataTable } from '../data-table.tsx'
import type { AuditReport, Examination } from './audit.ts'
import { facts } from './facts.ts'

interface Props {
  report: AuditReport
  /** which audit it is, where a page shows several */
  of?: string
  t: Translate
}

/** What an audit found, part by part: the same as `npm run check:questions` prints. */
export function AuditFindings({ report, of, t }: Props) {
  const called = (caption: string) => (of ? `${caption} (${of})` : caption)
  const { components = [], bands = {}, constantFields = [], failures = [], formulas = [], printed } = report
  const parts = components.filter(({ fields }) => fields.length > 0)
  return (
    <div className="space-y-6">
      {failures.length + formulas.length > 0 && (
        <ul className="interface space-y-1 border-l-2 border-wrong pl-4">
          {failures.map((failure) => (
            <li key={failure}>{failure}</li>
          ))}
          {formulas.map(({ line, column, message }) => (
            <li key={`${line}:${column}`}>{t('staff.fileProblem', { line, column, message })}</li>
          ))}
        </ul>
      )}
      <dl className="interface grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
        {facts(report, t).map(([name, text]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="mb-1 break-words sm:mb-0">{text}</dd>
          </div>
        ))}
        {constantFields.length > 0 && (
          <div className="contents">
            <dt className="text-soft">{t('audit.constant')}</dt>
            <dd>{constantFields.join(', ')}</dd>
          </div>
        )}
      </dl>
      {report.examination && <Checks checks={report.examination.checks} t={t} />}
      {parts.length > 0 && (
        <DataTable
          caption={called(t('audit.parts'))}
          columns={[
            { name: t('audit.fields') },
            { name: t('audit.drawn'), numeric: true },
            { name: t('audit.kept'), numeric: true },
            { name: t('audit.redraws'), numeric: true },
            { name: t('audit.mostly') },
          ]}
          rows={parts.map(({ fields, draws, accepted, mostTries, rejections }) => ({
            key: fields.join(),
            cells: [
              fields.join(', '),
              draws,
              t('audit.percent', { n: draws === 0 ? 100 : Math.round((100 * accepted) / draws) }),
              mostTries,
              rejections[0] ? t('audit.because', { detail: rejections[0].detail, n: rejections[0].count }) : '',
            ],
          }))}
        />
      )}
      {Object.keys(bands).length > 0 && (
        <div className="max-w-md">
          <DataTable
            caption={called(t('audit.bands'))}
            columns={[{ name: t('audit.field') }, { name: t('audit.band'), numeric: true }]}
            rows={Object.entries(bands).map(([field, { smallest, largest }]) => ({
              key: field,
              cells: [field, bandText(smallest, largest, t)],
            }))}
          />
        </div>
      )}
      {printed && (
        <details>
          <summary className="interface min-h-7 text-accent">{t('audit.printed')}</summary>
          {/* a scrolling region must be reachable by keyboard */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
          <pre className="mt-2 overflow-x-auto bg-sheet p-4 font-mono text-fine" tabIndex={0}>
            {printed}
          </pre>
        </details>
      )}
    </div>
  )
}

function bandText(smallest: number, largest: number, t: Translate): string {
  if (largest === 0) return t('verdict.bandExact')
  const [low, high] = [printBand(smallest), printBand(largest)]
  return low === high ? `±${high}` : t('audit.bandRange', { smallest: low, largest: high })
}

/** What was checked once more on accepted variants, and what is wrong where a check did not pass. */
function Checks({ checks, t }: { checks: Examination['checks']; t: Translate }) {
  return (
    <ul className="interface space-y-1">
      {checks.map(({ name, passed, problems }) => (
        <li key={name}>
          <span className={passed ? 'text-good' : 'text-wrong'}>
            <span aria-hidden="true">{passed ? '✓' : '✗'} </span>
            <span className="sr-only">{passed ? t('audit.passed') : t('audit.failed')}</span>
          </span>{' '}
          {t('audit.check', { name })}
          {problems.length > 0 && (
            <ul className="ml-5 list-disc">
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
