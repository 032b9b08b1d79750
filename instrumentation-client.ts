import { openHistoryGate } from '@/components/form/history-gate'

// Next runs this in the browser before its router starts.
openHistoryGate()
