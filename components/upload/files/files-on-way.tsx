'use client'
import { useEffect, useRef } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'
import type { FileOnWay } from './file-queue.ts'
import type { Files } from './use-files.ts'

/** Files that the server does not have yet, and what stands in their way. */
export function FilesOnWay({ queue, onWay }: Files) {
  const { t } = useMessages()
  if (onWay.length === 0) return null
  return (
    <ul className="interface mt-3 border-t border-rule">
      {onWay.map((file) => (
        <li key={file.page} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-rule py-2 text-fine">
          <Glimpse blob={file.blob} />
          <span className="min-w-0 grow basis-40">
            <span className="block truncate">{file.name}</span>
            <State file={file} />
          </span>
          {file.phase === 'refused' && (
            <span className="flex gap-2">
              <button type="button" className={quiet} onClick={() => queue.again(file.page)}>
                {t('upload.tryAgain')}
              </button>
              <button type="button" className={quiet} onClick={() => queue.putAside(file.page)}>
                {t('upload.putAside')}
              </button>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

const phases = { preparing: 'upload.preparing', waiting: 'upload.waiting', checking: 'upload.checking' } as const

function State({ file }: { file: FileOnWay }) {
  const { t } = useMessages()
  const percent = Math.round(100 * file.share)
  if (file.phase === 'refused') {
    return (
      <span role="alert" className="text-wrong">
        {file.status === 401 ? t('upload.signedOut') : file.message}
      </span>
    )
  }
  if (file.phase === 'retrying')
    return <span className="text-caution">{t(file.kept ? 'upload.keptHere' : 'upload.notKept')}</span>
  return (
    <span className="flex items-center gap-2 text-soft">
      <progress className="h-1.5 w-24 accent-accent" max={100} value={percent} aria-label={file.name} />
      {file.phase === 'sending' ? t('upload.sending', { percent }) : t(phases[file.phase])}
    </span>
  )
}

/** A small picture of what was chosen, drawn here: nothing of it has come back from the server yet. */
function Glimpse({ blob }: { blob: Blob }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let current = true
    createImageBitmap(blob, { resizeHeight: 96, imageOrientation: 'from-image' }).then(
      (picture) => {
        const here = canvas.current
        if (!here || !current) return
        here.width = Math.min(96, picture.width)
        here.height = picture.height
        here.getContext('2d')?.drawImage(picture, 0, 0)
      },
      () => {},
    )
    return () => {
      current = false
    }
  }, [blob])
  return <canvas ref={canvas} width={48} height={48} className="size-12 bg-sheet object-cover" />
}
