'use client'
import Link from 'next/link'
import { useMessages } from '../messages/provider.tsx'
import { link } from '../site/buttons.ts'
import { type Choice, type Choices, choiceOf, ways, waysOf } from './import-choice.ts'
import type { ImportedFile } from './import-report.ts'

interface Props {
  files: readonly ImportedFile[]
  choices: Choices
  onChoose: (path: string, choice: Choice) => void
  disabled: boolean
}

const colours = { new: 'text-good', changed: 'text-caution', taken: 'text-caution', refused: 'text-wrong' } as const

/** What would become of each file, or has. */
export function ImportList({ files, ...rest }: Props) {
  const { t } = useMessages()
  return (
    <ul aria-label={t('bankFiles.files')} className="interface border-t border-line">
      {files.map((file) => (
        <li
          key={file.path}
          className="grid gap-x-6 gap-y-1 border-b border-rule py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
        >
          <div>
            <p className="wrap-anywhere font-semibold">{file.path}</p>
            <p className={colours[file.what as keyof typeof colours] ?? 'text-soft'}>
              {t('bankFiles.what', { what: file.done ? 'done' : file.what, kind: file.kind })}
            </p>
          </div>
          <Detail file={file} {...rest} />
        </li>
      ))}
    </ul>
  )
}

function Detail({ file, ...rest }: Omit<Props, 'files'> & { file: ImportedFile }) {
  const { t } = useMessages()
  const { kind, name, what, done, problems, message, missing, became } = file
  const [first] = problems
  const page = became ?? name
  return (
    <div className="flex min-w-0 flex-col gap-1 empty:hidden">
      {message ? <span>{message}</span> : null}
      <Settle file={file} {...rest} />
      {first ? (
        <span className="text-caution">
          {t('bankFiles.problem', { n: problems.length, line: first.line, message: first.message })}
        </span>
      ) : null}
      {missing.length > 0 ? (
        <span className="wrap-anywhere text-caution">
          {t('bankFiles.missing', { n: missing.length, files: missing.join(', ') })}
        </span>
      ) : null}
      {kind === 'question' && page && (done || what === 'same') ? (
        <Link href={`/staff/questions/${page}/edit`} prefetch={false} className={link}>
          {t('bankFiles.open', { name: page })}
        </Link>
      ) : null}
    </div>
  )
}

/** What is to become of a question file where there is a choice. */
function Settle({ file, choices, onChoose, disabled }: Omit<Props, 'files'> & { file: ImportedFile }) {
  const { t } = useMessages()
  const possible = waysOf(file)
  const choice = choiceOf(file, choices)
  if (!choice) return null
  const { path, what, name, draftOf } = file
  return (
    <div className="flex flex-wrap items-center gap-2">
      <select
        className="ruled max-w-full"
        aria-label={t('bankFiles.settle', { path })}
        value={choice.how}
        disabled={disabled}
        onChange={(event) =>
          onChoose(path, { ...choice, how: ways.find((way) => way === event.target.value) ?? choice.how })
        }
      >
        {possible.map((way) => (
          <option key={way} value={way}>
            {t('bankFiles.way', { way, what })}
          </option>
        ))}
      </select>
      {choice.how === 'rename' ? (
        <input
          className="ruled w-52 max-w-full"
          aria-label={t('bankFiles.nameFor', { path })}
          value={choice.name}
          maxLength={80}
          spellCheck={false}
          autoCapitalize="none"
          disabled={disabled}
          onChange={(event) => onChoose(path, { ...choice, name: event.target.value })}
        />
      ) : null}
      {choice.how === 'draft' && draftOf ? (
        <span className="text-caution">{t('bankFiles.replaceDraft', { name: name ?? '', person: draftOf })}</span>
      ) : null}
    </div>
  )
}
