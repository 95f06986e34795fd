'use client'
import { useMessages } from '../../messages/provider.tsx'
import { typed } from '../../paper/typed.ts'
import { Scrolling } from '../../staff/scrolling.tsx'
import { type ColumnKind, given, type Meanings, type Table } from './table.ts'

/** The first rows of a file, and above each column what it is taken for. */
export function ColumnTable(props: {
  table: Table
  kinds: readonly ColumnKind[]
  meanings: Meanings
  onMeanings: (meanings: Meanings) => void
}) {
  const { table, kinds, meanings } = props
  const { t } = useMessages()
  const { heading, rows, broken } = table
  return (
    <>
      <p className="interface mb-4 text-soft">
        {t('people.readAs', { kind: table.kind, from: table.from, n: rows.length })} {t('people.columnsLead')}
      </p>
      {broken[0] ? (
        <p className="interface mb-4 text-caution">
          {t('people.brokenCells', { n: broken.length, line: broken[0].line })}
        </p>
      ) : null}
      <Scrolling name={t('people.columns')}>
        <table className="interface border-collapse text-left text-fine">
          <thead>
            <tr>
              {meanings.map((kind, at) => (
                <th key={at} scope="col" className="py-1 pr-4 align-bottom font-normal">
                  {heading?.[at] ? <span className={`eyebrow block max-w-48 ${typed}`}>{heading[at]}</span> : null}
                  <select
                    className={`ruled text-ui ${kind === null ? 'text-soft' : 'font-semibold'}`}
                    aria-label={t('people.columnMeans', {
                      n: at + 1,
                      heading: heading?.[at] ? `, ${heading[at]}` : '',
                    })}
                    value={kind ?? ''}
                    onChange={(event) =>
                      props.onMeanings(given(meanings, at, (event.target.value || null) as ColumnKind | null))
                    }
                  >
                    <option value="">{t('people.kind', { kind: 'none' })}</option>
                    {kinds.map((one) => (
                      <option key={one} value={one}>
                        {t('people.kind', { kind: one })}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, 4).map(({ line, cells }) => (
              <tr key={line} className="border-t border-rule">
                {meanings.map((kind, at) => (
                  <td key={at} className={`max-w-64 py-1.5 pr-4 ${typed} ${kind === null ? 'text-soft' : ''}`}>
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </>
  )
}
