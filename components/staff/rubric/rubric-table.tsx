import Link from 'next/link'
import type { Translate } from '../../messages/catalogue.ts'
import { link } from '../../site/buttons.ts'
import { DataTable } from '../data-table.tsx'
import { rubricPage } from './rubric.ts'

interface PartRow {
  field: string
  title: string
  label: string
  possible: number
  version: number
  items: number
  reviewed: number
  waiting: number
}

/** Every part of an exam with how its rubric stands. */
export function RubricTable({ examId, parts, t }: { examId: string; parts: readonly PartRow[]; t: Translate }) {
  if (parts.length === 0) return <p>{t('rubric.noParts')}</p>
  return (
    <DataTable
      caption={t('rubric.title')}
      columns={[
        { name: t('rubric.part') },
        { name: t('rubric.items'), numeric: true },
        { name: t('rubric.state') },
        { name: t('rubric.reviewed'), numeric: true },
        { name: t('rubric.waiting'), numeric: true },
        { name: t('rubric.pointsOf'), numeric: true },
      ]}
      rows={parts.map((part) => ({
        key: part.field,
        cells: [
          <span key="part">
            <Link href={rubricPage(examId, part.field)} prefetch={false} className={link}>
              {`${part.title}: ${part.label}`}
            </Link>
          </span>,
          part.items,
          part.version > 0
            ? t('rubric.editedTo', { version: part.version })
            : t(part.items > 0 ? 'rubric.fromFile' : 'rubric.none'),
          part.reviewed,
          part.waiting,
          part.possible,
        ],
      }))}
    />
  )
}
