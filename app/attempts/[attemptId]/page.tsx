import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { preload } from 'react-dom'
import { defaultLocale, messagesIn } from '../../../components/messages/catalogue.ts'
import { Sitting } from '../../../components/sitting/sitting.tsx'
import { attemptParams } from '../../../lib/attempts/input.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('sitting.title') }

interface Props {
  params: Promise<{ attemptId: string }>
}

/** The same shell for everybody: whose attempt it is, is settled by the routes it asks. */
export default async function SittingPage({ params }: Props) {
  const address = attemptParams.safeParse({ id: (await params).attemptId })
  if (!address.success) notFound()
  // on its way before the page's scripts run and ask for it
  preload(`/api/exam/v1/attempts/${address.data.id}/paper`, { as: 'fetch', crossOrigin: 'anonymous' })
  return <Sitting attemptId={address.data.id} />
}
