import '../../../../fonts/math.css'
import type { Metadata } from 'next'
import { QuestionEditor } from '../../../../../components/authoring/question-editor.tsx'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { loadDraft } from '../../../../../lib/questions/versions/load-draft.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: messagesIn(defaultLocale)('authoring.editTitle', { title: (await params).slug }) }
}

export default async function EditQuestionPage({ params }: Props) {
  const { slug } = await params
  const { locale } = await requestSettings()
  const principal = await currentPrincipal()
  const draft = await load(`/staff/questions/${slug}/edit`, () => loadDraft(principal, slug))
  const messages = pickMessages(locale, [
    'audit',
    'authoring',
    'fields',
    'pages',
    'sitting',
    'staff',
    'verdict',
    'versions',
  ])
  return (
    <MessagesProvider locale={locale} messages={messages}>
      <QuestionEditor draft={draft} personId={principal?.personId ?? ''} />
    </MessagesProvider>
  )
}
