// HELPKIOSK_FUZZ sets how many (`npm run bench:host-fuzz`: 10,000), HELPKIOSK_SEED which.
import { describeHostile } from '../testing/hostile-suite.js';

const { HELPKIOSK_FUZZ: count = '1000', HELPKIOSK_SEED: seed = '1' } = process.env;

describeHostile('the embedded store', { count: Number(count), seed: Number(seed) });
