// Written by bench/wait/fit.mjs, not by hand. Learnt from days 1 to 600, widened on days 4001 to 4150. On days 4501 to 4600, mean error
// by mean wait / share within p90: at joining 0.406 / 0.916, while waiting 0.442 / 0.914.
import type { WaitWeights } from './wait-model.js';

/** The net behind createWaitEstimator. */
export const WAIT_WEIGHTS: WaitWeights = {
  hidden: 16,
  scale: 8.345,
  code: ';1;7>6;E;I;G<7<6<;;K;@;N<D<*:><<;H<A:1:><B;<8C<C;J:L=/<-=/<:<.;4;M=?81<@:L;?;F-+>@>3>=:A?>;B<G;N=,;9;<<2<(<-;F;A:F=16I;.;.;D=7>;=/>D:3@O;7;7<2>B;@<+:E<0;O=/;)<5<=<K:-<=;L<K9I9H<9;D;F;?<?;E;O<(;I<1;M<+;L<-;M;J;;;N;O;N<)<);K;G<1;H;L;O<(?4;3;M:(<(<,<,;A;):F;F</=+<9()9/>4:*9-<);J<B;N;I<9=><2;J<0==:E:+>*<?<+<5;M;=<*<=<5;2:?<.;L;)=*<:<C<7<,;H<B<F;8?N7K<H;F;;=,;+;A9.:/=/;8<<;H?(:5;B<.<2;O;>;D;I<;?E<-;.<1;)<O<9;E<5:D<B<7<=<C;B;8;B=(<;<(<.;@;?:?=3<J:2<@=:;O<);F<*<6<;<,<A;2<.;K;;<,;-;?=2@@;L;3;G;H;?90>O=,:)9<>+;K<<>K<A<?<I=/;E<9:N>(<:=9;B;>;A8.;99O8E=D<<;;;5;L:O<+?A<5;><(<4<7:E9@;8;8;H<-<*<=<O=4@4<-<.<><+9/;L=.<+=-;I<0<):O>D:*<;=6<F=6<=:H>2=:;<<?<;<*;I<);O<);O<,;N<-;M</<,<*;K<,<L;M;E<+<-;O<,<(<(;=<2<H<C<.;O<*<J</10?M;D;E;O55=1=6<5:?:B<);F;M',
};
