import { benchReading } from './end-to-end/bench-end-to-end.ts'
import { benchFaults } from './live/bench-faults.ts'
import { benchLive } from './live/bench-live.ts'

/**
 * Prints how fast it is, and what faults do to it. `npm run bench -- [ROWS…]` reads exports end to end, `live [SECONDS]
 * [MINUTES]` takes interactions as they happen, `faults [TIMES]` kills and cuts what it can meanwhile.
 */
const [what = '', ...args] = process.argv.slice(2)
if (what === 'live') await benchLive(...args.map(Number))
else if (what === 'faults') await benchFaults(...args.map(Number))
else await benchReading(process.argv.slice(2).map(Number))
