'use client'
import { useCallback, useEffect, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary, secondary } from '../../site/buttons.ts'
import { Notice } from '../../site/notice.tsx'
import { accepted } from '../files/chosen.ts'
import { FileButton } from '../files/file-button.tsx'
import { FilesOnWay } from '../files/files-on-way.tsx'
import { sendFile } from '../files/send-file.ts'
import { useFiles } from '../files/use-files.ts'
import { type CameraView, openCamera } from './open-camera.ts'

type Opening = { view: CameraView; token: string } | { trouble: string } | null

/** A telephone as the camera of an exam: what stands behind the # of its address says which answer it is for. */
export function Camera() {
  const { t } = useMessages()
  const [opening, setOpening] = useState<Opening>(null)
  useEffect(() => {
    const token = location.hash.slice(1)
    void openCamera(token).then((opened) => {
      if ('view' in opened) setOpening({ ...opened, token })
      else setOpening({ trouble: opened.trouble ?? t(token ? 'upload.cameraUnreachable' : 'upload.cameraNoToken') })
    })
  }, [t])
  if (!opening) {
    return (
      <p role="status" className="interface px-5 py-16 text-center text-soft">
        {t('upload.cameraOpening')}
      </p>
    )
  }
  if ('trouble' in opening) return <Notice title={t('upload.cameraCannot')} text={opening.trouble} />
  return <Taking token={opening.token} first={opening.view} />
}

function Taking({ token, first }: { token: string; first: CameraView }) {
  const { t } = useMessages()
  const [view, setView] = useState(first)
  const [said, setSaid] = useState<string | null>(null)
  const send = useCallback(
    (page: string, blob: Blob, onShare: (share: number) => void) =>
      sendFile(`/api/exam/v1/camera/pages/${page}`, blob, onShare, { 'x-camera': token }),
    [token],
  )
  const arrived = useCallback(
    (outcome: 'kept' | 'accepted' | 'late') => {
      setSaid(outcome)
      void openCamera(token).then((opened) => 'view' in opened && setView(opened.view))
    },
    [token],
  )
  const files = useFiles(`camera ${token.slice(0, 8)}`, send, arrived)
  const add = (chosen: { name: string; blob: Blob }[]) => void files.queue.add(chosen)
  return (
    <main id="content" className="mx-auto max-w-md px-5 py-8">
      <p className="eyebrow">{view.exam}</p>
      <h1 className="mt-1 text-lead font-semibold">{view.question}</h1>
      <p className="interface mt-1 text-soft">
        {t('upload.cameraFor')} <span className="font-semibold text-ink">{view.label}</span>
      </p>
      {!view.open && (
        <div role="alert" className="interface mt-5 border-l-2 border-caution bg-sheet px-4 py-3">
          <p className="font-semibold">{t('upload.cameraOver')}</p>
          <p className="text-fine">{t('upload.cameraOverText')}</p>
        </div>
      )}
      <div className="mt-6 flex flex-col gap-3">
        <FileButton className={`${primary} min-h-16 text-lead`} accept="image/*" camera disabled={false} onFiles={add}>
          {t('upload.take')}
        </FileButton>
        <FileButton className={`${secondary} min-h-12`} accept={accepted} disabled={false} onFiles={add}>
          {t('upload.cameraGallery')}
        </FileButton>
      </div>
      <FilesOnWay {...files} />
      <div role="status" className="interface mt-5">
        <p className="font-semibold">{t('upload.cameraSent', { n: view.pages })}</p>
        {said !== null && files.onWay.length === 0 && (
          <p className={`mt-1 text-fine ${said === 'late' ? 'text-caution' : 'text-good'}`}>
            {t(said === 'late' ? 'upload.late' : 'upload.cameraThere')}
          </p>
        )}
      </div>
      <p className="interface mt-8 text-fine text-soft">{t('upload.cameraHint')}</p>
      <p className="interface mt-2 text-fine text-soft">{t('upload.cameraPrivacy')}</p>
    </main>
  )
}
