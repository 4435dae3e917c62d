// A picture process, started by `worker.ts` by its path: the only place where uploads are decoded.
import { serve } from './serve.ts'
import { work } from './work.ts'

serve(work)
