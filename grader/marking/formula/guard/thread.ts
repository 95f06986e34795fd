import { judgeFormula } from '../judge-formula.ts'
import { serve } from './serve.ts'

serve(judgeFormula)
