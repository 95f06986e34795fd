'use client'
import Link from 'next/link'
import { useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { typed } from '../paper/typed.ts'
import { link, primary, quiet } from '../site/buttons.ts'
import { PublishPanel } from '../versions/publish-panel.tsx'
import type { Draft } from './draft/draft.ts'
import type { KeeperView } from './draft/keeper.ts'
import { SaveNote } from './draft/save-note.tsx'
import { AddFigure } from './figures/add-figure.tsx'
import type { Placed } from './figures/placing.ts'

interface Props {
  draft: Draft
  title: string
  text: string
  view: KeeperView | null
  onFigure: (figure: Placed) => boolean
  /** saves what is typed; its revision, or null where it cannot be saved now */
  onSave: () => Promise<number | null>
}

/** What is being written, whether it is saved, and where it goes from here. */
export function EditorHead({ draft, title, text, view, onFigure, onSave }: Props) {
  const { t } = useMessages()
  const { slug, rights } = draft
  const [open, setOpen] = useState<'publish' | 'figure' | null>(null)
  const toggle = (part: 'publish' | 'figure') => setOpen(open === part ? null : part)
  const publishing = open === 'publish'
  const page = `/staff/questions/${slug}`
  const links = [
    [`${page}/history`, t('authoring.history')],
    [`${page}/review`, t('authoring.review')],
    [`/staff/questions/new?from=${slug}`, t('authoring.startFromThis')],
  ] as const
  return (
    <header className="mb-4">
      <p className="interface flex flex-wrap gap-x-5">
        <Link href="/staff/questions" prefetch={false} className={link}>
          {t('authoring.backToBank')}
        </Link>
        <Link href={page} prefetch={false} className={link}>
          {t('authoring.backToQuestion')}
        </Link>
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-x-6 gap-y-2">
        <h1
          className={`min-w-0 grow basis-60 text-[1.5rem] font-semibold lg:truncate ${typed}`}
          title={title || t('authoring.untitled')}
        >
          {title || t('authoring.untitled')} <span className="interface text-fine font-normal text-soft">{slug}</span>
        </h1>
        <p role="status" className="interface text-fine">
          <SaveNote view={view} editable={rights.edit} />
        </p>
        <nav className="interface flex flex-wrap gap-2">
          {rights.edit && (
            <button
              type="button"
              className={quiet}
              aria-expanded={open === 'figure'}
              aria-controls="editor-part"
              onClick={() => toggle('figure')}
            >
              {t('authoring.figure')}
            </button>
          )}
          {links.map(([href, name]) => (
            <Link key={href} href={href} prefetch={false} className={quiet}>
              {name}
            </Link>
          ))}
        </nav>
        {rights.edit && (
          <button
            type="button"
            className={`${primary} sm:ml-auto`}
            aria-expanded={publishing}
            aria-controls="editor-part"
            onClick={() => toggle('publish')}
          >
            {publishing ? t('authoring.closePublish') : t('authoring.publish')}
          </button>
        )}
      </div>
      {view?.restored && <p className="interface mt-1 text-fine text-caution">{t('authoring.restored')}</p>}
      <div id="editor-part">
        {open === 'figure' && (
          <div className="mt-3 border border-line bg-sheet p-4">
            <AddFigure slug={slug} text={text} onPlace={onFigure} />
          </div>
        )}
        {publishing && view && (
          <div className="mt-3 border border-line bg-sheet p-4">
            <PublishPanel slug={slug} rights={rights} revision={view.revision} flush={onSave} />
          </div>
        )}
      </div>
    </header>
  )
}
