import type { Metadata } from 'next'
import { defaultLocale, messagesIn, pickMessages } from '../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../components/messages/provider.tsx'
import { Camera } from '../../components/upload/camera/camera.tsx'
import { requestSettings } from '../request.ts'

export const metadata: Metadata = {
  title: messagesIn(defaultLocale)('upload.cameraTitle'),
  referrer: 'no-referrer',
}

/** The same page for every telephone: what it may do stands in a part of its address that is sent to nobody. */
export default async function CameraPage() {
  const { locale } = await requestSettings()
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['site', 'upload'])}>
      <Camera />
    </MessagesProvider>
  )
}
