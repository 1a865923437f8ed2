// Property tests draw other values every time on a developer's computer, and always the same on a build server, so that a red
// build is about the change that it builds. FAST_CHECK_SEED names a seed anywhere; a failure prints its own.
import * as fc from 'fast-check';

const named = process.env['FAST_CHECK_SEED'];
const seed = named === undefined ? (process.env['CI'] === undefined ? null : 20_261_123) : Number(named);
if (seed !== null) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
