import { access } from './en/access.ts'
import { agreement } from './en/agreement.ts'
import { audit } from './en/audit.ts'
import { authoring } from './en/authoring.ts'
import { bank } from './en/bank.ts'
import { bankFiles } from './en/bank-files.ts'
import { builder } from './en/builder.ts'
import { checks } from './en/checks.ts'
import { comments } from './en/comments.ts'
import { corrections } from './en/corrections.ts'
import { during } from './en/during.ts'
import { evidence } from './en/evidence.ts'
import { exams } from './en/exams.ts'
import { exchange } from './en/exchange.ts'
import { fields } from './en/fields.ts'
import { groups } from './en/groups.ts'
import { landing } from './en/landing.ts'
import { leftBehind } from './en/left-behind.ts'
import { pages } from './en/pages.ts'
import { parting } from './en/parting.ts'
import { people } from './en/people.ts'
import { points } from './en/points.ts'
import { progress } from './en/progress.ts'
import { quiz } from './en/quiz.ts'
import { receipt } from './en/receipt.ts'
import { regrade } from './en/regrade.ts'
import { release } from './en/release.ts'
import { requests } from './en/requests.ts'
import { result } from './en/result.ts'
import { reviewing } from './en/reviewing.ts'
import { rubric } from './en/rubric.ts'
import { running } from './en/running.ts'
import { saving } from './en/saving.ts'
import { signIn } from './en/sign-in.ts'
import { signInAgain } from './en/sign-in-again.ts'
import { site } from './en/site.ts'
import { sitting } from './en/sitting.ts'
import { staff } from './en/staff.ts'
import { start } from './en/start.ts'
import { upload } from './en/upload.ts'
import { verdict } from './en/verdict.ts'
import { versions } from './en/versions.ts'

/** English, complete: the other languages must have every message of it. */
export const en = {
  access,
  agreement,
  audit,
  authoring,
  bank,
  bankFiles,
  builder,
  checks,
  comments,
  corrections,
  during,
  evidence,
  exams,
  exchange,
  fields,
  groups,
  landing,
  leftBehind,
  pages,
  parting,
  people,
  points,
  progress,
  quiz,
  receipt,
  regrade,
  release,
  requests,
  result,
  reviewing,
  rubric,
  running,
  saving,
  signIn,
  signInAgain,
  site,
  sitting,
  staff,
  start,
  upload,
  verdict,
  versions,
}
