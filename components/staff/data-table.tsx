import type { ReactNode } from 'react'
import { Scrolling } from './scrolling.tsx'

/** A table of hairlines that scrolls by itself on a narrow screen. Columns of numbers are set flush right. */
export function DataTable(props: {
  caption: string
  columns: { name: string; numeric?: boolean }[]
  rows: { key: string; cells: ReactNode[] }[]
}) {
  return (
    <Scrolling name={props.caption}>
      <table className="interface w-full border-collapse text-left">
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr className="border-b border-line">
            {props.columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                className={`eyebrow px-3 py-2 font-normal first:pl-0 last:pr-0 ${column.numeric ? 'text-right' : ''}`}
              >
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key} className="border-b border-rule align-baseline">
              {row.cells.map((cell, k) => (
                <td
                  key={props.columns[k]?.name}
                  className={`px-3 py-2.5 first:pl-0 last:pr-0 ${props.columns[k]?.numeric ? 'text-right' : ''}`}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}
