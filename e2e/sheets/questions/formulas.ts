import type { QuestionSheet } from '../sheet.ts'
import { additiveAttention, attentionSlips } from './additive-attention.ts'
import { gelu, geluSlips } from './gelu.ts'
import { gru, gruSlips } from './gru.ts'
import { layerNorm, layerNormSlips } from './layer-norm.ts'
import { schedule, scheduleSlips } from './schedule.ts'

export const formulas: QuestionSheet = {
  slug: '02-formulas',
  right: (params) => ({
    ...gelu(params),
    ...schedule(params),
    ...layerNorm(params),
    ...gru(params),
    ...additiveAttention(params),
  }),
  slips: [...geluSlips, ...scheduleSlips, ...layerNormSlips, ...gruSlips, ...attentionSlips],
}
