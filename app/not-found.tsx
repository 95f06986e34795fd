import { connection } from 'next/server'
import { messagesIn } from '../components/messages/catalogue.ts'
import { Notice } from '../components/site/notice.tsx'
import { requestSettings } from './request.ts'

export default async function NotFound() {
  // The page's scripts carry a nonce, which a page made at build time could not know.
  await connection()
  const t = messagesIn((await requestSettings()).locale)
  return <Notice title={t('site.notFound')} text={t('site.notFoundText')} href="/" action={t('site.toStart')} />
}
