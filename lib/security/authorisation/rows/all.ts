import type { PageRow, Row } from '../row.ts'
import { access, accessPages } from './access.ts'
import { authoring } from './authoring.ts'
import { bank, bankPages } from './bank.ts'
import { blind, blindPages } from './blind.ts'
import { builder, builderPages } from './builder.ts'
import { coursePages, courses } from './courses.ts'
import { editor, editorPages } from './editor.ts'
import { evidence, evidencePages } from './evidence.ts'
import { examPages, exams } from './exams.ts'
import { exchangePages, exchangeRows } from './exchange.ts'
import { groupPages, groupRows } from './groups.ts'
import { openPages } from './open.ts'
import { pointPages, points } from './points.ts'
import { questionPages, questions } from './questions.ts'
import { regradePages, regrades } from './regrades.ts'
import { requestPages, requests } from './requests.ts'
import { resultPages, results } from './results.ts'
import { reviewPages, reviews } from './reviews.ts'
import { rubricPages, rubricRows } from './rubrics.ts'
import { running, runningPages } from './running.ts'
import { sitting, sittingPages } from './sitting.ts'
import { cameraPages, uploads } from './uploads.ts'
import { versionPages, versions } from './versions.ts'

export const rows: readonly Row[] = [
  ...sitting,
  ...results,
  ...requests,
  ...access,
  ...running,
  ...evidence,
  ...exams,
  ...courses,
  ...builder,
  ...questions,
  ...regrades,
  ...reviews,
  ...rubricRows,
  ...groupRows,
  ...points,
  ...blind,
  ...uploads,
  ...versions,
  ...editor,
  ...authoring,
  ...bank,
  ...exchangeRows,
]

export const pageRows: readonly PageRow[] = [
  ...sittingPages,
  ...resultPages,
  ...requestPages,
  ...accessPages,
  ...runningPages,
  ...evidencePages,
  ...examPages,
  ...builderPages,
  ...coursePages,
  ...questionPages,
  ...regradePages,
  ...reviewPages,
  ...rubricPages,
  ...groupPages,
  ...cameraPages,
  ...versionPages,
  ...pointPages,
  ...blindPages,
  ...bankPages,
  ...editorPages,
  ...exchangePages,
  ...openPages,
]
