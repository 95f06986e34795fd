'use client'
import Link from 'next/link'
import { useMessages } from '../messages/provider.tsx'
import { link } from '../site/buttons.ts'
import { DataTable } from '../staff/data-table.tsx'
import type { ImportedFile } from './import-report.ts'

interface Props {
  files: readonly ImportedFile[]
  replace: ReadonlySet<string>
  onReplace: (slug: string, on: boolean) => void
}

const colours = { new: 'text-good', changed: 'text-caution', taken: 'text-wrong', refused: 'text-wrong' } as const

/** What would become of each file, or has. */
export function ImportTable({ files, replace, onReplace }: Props) {
  const { t } = useMessages()
  const rows = files.map((file) => ({
    key: file.path,
    cells: [
      <span key="path" className="break-all">
        {file.path}
      </span>,
      <span key="what" className={colours[file.what as keyof typeof colours] ?? 'text-soft'}>
        {t('bankFiles.what', { what: file.done ? 'done' : file.what, kind: file.kind })}
      </span>,
      <Detail key="detail" file={file} replace={replace} onReplace={onReplace} />,
    ],
  }))
  return (
    <DataTable
      caption={t('bankFiles.files')}
      columns={[{ name: t('bankFiles.file') }, { name: t('bankFiles.becomes') }, { name: t('bankFiles.detail') }]}
      rows={rows}
    />
  )
}

function Detail({ file, replace, onReplace }: Omit<Props, 'files'> & { file: ImportedFile }) {
  const { t } = useMessages()
  const { kind, name, what, done, problems, message, draftOf } = file
  const [first] = problems
  return (
    <div className="flex flex-col gap-1">
      {message ? <span>{message}</span> : null}
      {what === 'changed' && !done && name ? (
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            checked={replace.has(name)}
            onChange={(event) => onReplace(name, event.target.checked)}
          />
          <span>
            {draftOf ? t('bankFiles.replaceDraft', { name, person: draftOf }) : t('bankFiles.replace', { name })}
          </span>
        </label>
      ) : null}
      {first ? (
        <span className="text-caution">
          {t('bankFiles.problem', { n: problems.length, line: first.line, message: first.message })}
        </span>
      ) : null}
      {kind === 'question' && name && (done || what === 'same') ? (
        <Link href={`/staff/questions/${name}/edit`} prefetch={false} className={link}>
          {t('bankFiles.open', { name })}
        </Link>
      ) : null}
    </div>
  )
}
