// Written by bench/wait/fit.mjs, not by hand. Learnt from days 10001 to 11500, widened on days 14001 to 14150. On days 15001 to 15100, mean error
// by mean wait / share within p90: at joining 0.430 / 0.908, while waiting 0.443 / 0.912.
import type { WaitWeights } from './wait-model.js';

/** The net behind createWaitEstimator. */
export const WAIT_WEIGHTS: WaitWeights = {
  hidden: 16,
  scale: 1.451,
  code: ':9JZIMXHYLIf[MZL?a_KJa_JIQNn;Gg\\J;fn53j@FwgecD@chCEjh82d>><dHr[da]*k.3?5j:F;hbF@KW^FKcKA`JL[MLKD<KIKX\\@8hhBEl>8-CDgf<j62q7f7J<>gD7LFa8htg_d<fC>hiatOjEAol;pDeEhY?e>nlC888ejAH9?gGeCG_]EA_gLfeDJD?cZ_fJb\\J`an=icLbBhibe;he_;6f9<4G:?A8qgJZM`6C>:jaDM6tt9i@AgfA`a@^`c\\@gbBd`cDIGYCZEO]Gq[dEUdiZ<8:i;kmn36;j->hj@z9<6dcKf;8n9aeAhd5<@lfEnjlf0:ggfYnvc:d]di,2)f@df>?r>8;JEBa5K]ea;s?uy8>klC9BfAecd`;9lm869Gzljckt`[><g',
};
