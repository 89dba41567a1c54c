// Packs the demo once for all journeys.
import { buildDemoPack } from '../../scripts/lib/demo.mjs';

export const setup = () => buildDemoPack();
