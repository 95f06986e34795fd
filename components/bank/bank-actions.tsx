'use client'
import { type ReactNode, useId, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { quiet } from '../site/buttons.ts'
import type { Asked, Bank } from './card.ts'
import type { Act } from './use-action.ts'

interface Props {
  bank: Bank
  asked: Asked
  slugs: readonly string[]
  act: Act
  busy: boolean
  onPublish: () => void
  /** what became of the last of them */
  children: ReactNode
}

const bankRoute = '/api/staff/v1/bank'
/** so many names of questions an address holds */
const inAddress = 100

/** What can be done with the chosen questions at once. */
export function BankActions({ bank, asked, slugs, act, busy, onPublish, children }: Props) {
  const { t } = useMessages()
  const [courseId, setCourseId] = useState(asked.course ?? bank.courses[0]?.id ?? '')
  const collections = bank.collections.filter((one) => one.courseId === courseId)
  const shown = bank.collections.find(({ id }) => id === asked.collection)
  const download = `${bankRoute}/export?${new URLSearchParams(slugs.map((slug) => ['slug', slug]))}`
  return (
    <section aria-label={t('bank.actions')} className="interface border-b border-line bg-sheet px-3 py-4">
      {bank.courses.length > 1 ? (
        <label className="mb-3 flex max-w-full flex-wrap items-center gap-2">
          <span className="eyebrow">{t('bank.course')}</span>
          <select className="ruled max-w-full" value={courseId} onChange={(event) => setCourseId(event.target.value)}>
            {bank.courses.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        {courseId ? (
          <>
            <Words
              title={t('bank.addTag')}
              button={t('bank.add')}
              options={bank.facets.tags.map(({ name }) => name)}
              busy={busy}
              onSend={(tag) => act(`${bankRoute}/tags`, { course: courseId, slugs, add: [tag] })}
            />
            <Words
              title={t('bank.removeTag')}
              button={t('bank.remove')}
              options={bank.facets.tags.map(({ name }) => name)}
              busy={busy}
              onSend={(tag) => act(`${bankRoute}/tags`, { course: courseId, slugs, remove: [tag] })}
            />
            <IntoCollection courseId={courseId} collections={collections} slugs={slugs} act={act} busy={busy} />
          </>
        ) : null}
        <Share slugs={slugs} act={act} busy={busy} />
        <Difficulty slugs={slugs} act={act} busy={busy} />
      </div>
      <p className="mt-4 flex flex-wrap gap-3">
        {slugs.length <= inAddress ? (
          <>
            <a href={download} download className={quiet}>
              {t('bank.exportZip')}
            </a>
            <a href={`/staff/questions/export?slugs=${slugs.join(',')}`} className={quiet}>
              {t('bank.exportOther')}
            </a>
          </>
        ) : null}
        <button type="button" className={quiet} disabled={busy} onClick={onPublish}>
          {t('bank.publishMany')}
        </button>
        <button
          type="button"
          className={quiet}
          disabled={busy}
          onClick={() =>
            void act(`${bankRoute}/archive`, { slugs, archived: true }, t('bank.awayDone', { n: slugs.length }))
          }
        >
          {t('bank.away')}
        </button>
        {shown ? (
          <button
            type="button"
            className={quiet}
            disabled={busy}
            onClick={() => void act(`${bankRoute}/collections/${shown.id}`, { remove: slugs })}
          >
            {t('bank.takeOut', { title: shown.title })}
          </button>
        ) : null}
      </p>
      {children}
    </section>
  )
}

interface Doing {
  slugs: readonly string[]
  act: Act
  busy: boolean
}

function Words(props: {
  title: string
  button: string
  options: readonly string[]
  busy: boolean
  onSend: (text: string) => Promise<boolean>
}) {
  const [text, setText] = useState('')
  const list = useId()
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={async (event) => {
        event.preventDefault()
        if (text.trim() && (await props.onSend(text))) setText('')
      }}
    >
      <label className="flex flex-col gap-1">
        <span className="eyebrow">{props.title}</span>
        <input className="ruled w-36" value={text} list={list} onChange={(event) => setText(event.target.value)} />
      </label>
      <datalist id={list}>
        {props.options.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button type="submit" className={quiet} disabled={props.busy || text.trim() === ''}>
        {props.button}
      </button>
    </form>
  )
}

function IntoCollection(props: Doing & { courseId: string; collections: Bank['collections'] }) {
  const { courseId, collections, slugs, act, busy } = props
  const { t } = useMessages()
  const [into, setInto] = useState('')
  const [title, setTitle] = useState('')
  const known = collections.some(({ id }) => id === into) ? into : ''
  const send = () =>
    known
      ? act(`${bankRoute}/collections/${known}`, { add: slugs })
      : act(`${bankRoute}/collections`, { course: courseId, title, slugs })
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={async (event) => {
        event.preventDefault()
        if (await send()) setTitle('')
      }}
    >
      <label className="flex flex-col gap-1">
        <span className="eyebrow">{t('bank.intoCollection')}</span>
        <select className="ruled max-w-52" value={known} onChange={(event) => setInto(event.target.value)}>
          <option value="">{t('bank.newCollection')}</option>
          {collections.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      </label>
      {known === '' ? (
        <label className="flex flex-col gap-1">
          <span className="eyebrow">{t('bank.collectionName')}</span>
          <input
            className="ruled w-44"
            value={title}
            maxLength={120}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
      ) : null}
      <button type="submit" className={quiet} disabled={busy || (known === '' && title.trim() === '')}>
        {t('bank.put')}
      </button>
    </form>
  )
}

const rights = ['use', 'edit', 'none'] as const

function Share({ slugs, act, busy }: Doing) {
  const { t } = useMessages()
  const [course, setCourse] = useState('')
  const [right, setRight] = useState<(typeof rights)[number]>('use')
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={async (event) => {
        event.preventDefault()
        await act(`${bankRoute}/shares`, { slugs, course, right: right === 'none' ? null : right })
      }}
    >
      <label className="flex flex-col gap-1">
        <span className="eyebrow">{t('bank.shareWith')}</span>
        <input
          className="ruled w-40"
          value={course}
          placeholder={t('bank.shareHint')}
          onChange={(event) => setCourse(event.target.value)}
        />
      </label>
      <label className="flex flex-col gap-1">
        <span className="eyebrow">{t('bank.shareRight')}</span>
        <select
          className="ruled"
          value={right}
          onChange={(event) => setRight(rights.find((one) => one === event.target.value) ?? 'use')}
        >
          {rights.map((one) => (
            <option key={one} value={one}>
              {t('bank.rightIs', { right: one })}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={quiet} disabled={busy || course.trim() === ''}>
        {t('bank.share')}
      </button>
    </form>
  )
}

function Difficulty({ slugs, act, busy }: Doing) {
  const { t } = useMessages()
  const [difficulty, setDifficulty] = useState('medium')
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={async (event) => {
        event.preventDefault()
        await act(`${bankRoute}/difficulty`, { slugs, difficulty: difficulty || null })
      }}
    >
      <label className="flex flex-col gap-1">
        <span className="eyebrow">{t('bank.setDifficulty')}</span>
        <select className="ruled" value={difficulty} onChange={(event) => setDifficulty(event.target.value)}>
          {['easy', 'medium', 'hard'].map((one) => (
            <option key={one} value={one}>
              {t('bank.difficultyIs', { difficulty: one })}
            </option>
          ))}
          <option value="">{t('bank.unsaid')}</option>
        </select>
      </label>
      <button type="submit" className={quiet} disabled={busy}>
        {t('bank.set')}
      </button>
    </form>
  )
}
