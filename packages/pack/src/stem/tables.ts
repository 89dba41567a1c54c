// Made by scripts/make-stem-tables.mjs; not to be changed by hand.
/** What `createStemmer` of @helpkiosk/search takes. */
export interface StemRules {
  readonly rules: string;
  readonly least: number;
  readonly front?: string;
}

/** For each language, the rules that its inflected words follow. */
export const TABLES: Readonly<Record<string, StemRules>> = {
  ar: {
    least: 3,
    front: 'وال|بال|كال|فال|ولل|ال|لل',
    rules:
      'ئ1ء ئه2ء ئي2ء ئيا3يي ئيه3ء ا1 ائق2يق ائل2يل ائم2يم ائمه3يم اتجاه2 ادني0 اذا0 ارات2 ايات3 بدا1ء ت1 تا2 تها3 جات2 جدا0 حت0 حدات2 رته2 رك1 ستان2 علي0 كائن2ء كن1 كو1 لات2 مته2 مخزن1 مدي0 مستوي0 مسمي0 معطي0 مكنك2 ملا1ء ملفات2 من1 مين0 نا0 ه1 ها2 وا2 وان2 وجه0 وقت0 ي1 يت0 يمان2 ين2 يه2',
  },
  bg: {
    least: 3,
    rules:
      'а1 аи0 ата3 ато3 ая2 е1 ели0 ета3 етата5 ето3 ея2 зи0 и1 ищата5 ия2 ият3 ията3 йте2 кове3 лта1 о1 овете5 ои2 ота3 ото3 оя2 оят3 рито3 та2 те3 тове3 хте2 ът2 я1 ят2',
  },
  da: {
    least: 3,
    rules:
      'aegte1 aengden3 aengder3 aer0 aere1 aerende4 aeret2 andteret5 appens4 bbet3 bufferen5 dde2 dder3 dns0 domaene1 dt1 dte2 e1 elig4 elige5 eligt5 ellerne5 else4 elsen5 elsens6 elser5 elserne7 elses5 en2 ende4 ene3 enheder5 ens3 er2 ere3 ered4 erede5 eren4 erende6 erens5 erer4 eres4 eret4 erne4 ernes5 ers3 es2 et2 ets3 ff1 ffe2 ffer3 ffere4 gelighed7 gge2 ggen3 ggende5 gger3 gges3 gget3 gigheder7 gt1 gte2 gtighed6 hed3 heden5 ig2 ige3 igere5 iget4 ighed5 igheden7 igheder8 igt3 is0 kke2 kkelig5 kkeligt6 kken3 kkene4 kker3 kkes3 kket3 kolonnen3 kt1 kte2 kter3 kterne5 ktet3 kts2 laes0 lig3 lige4 lighed6 ligt4 ll1 lle2 llen3 llens4 ller3 llere4 llerede6 lleren5 llerer5 lleret5 lles3 llet3 los0 maessigt4 mme2 mmelig5 mmelse5 mmen3 mmende5 mmer3 mmeret5 mmes3 mmet3 napperne5 ngde2 nne2 nner3 nnes3 odt0 orrelsen6 orrelser6 passende5 ppe2 ppen3 pper3 ppes3 ppet3 rae0 rr1 rre2 rret3 s1 saet0 sigtig3 sse2 ssen3 ssens4 sser3 sses3 sset3 talleres5 torrelse5 tt1 tte2 ttelig5 ttelse5 ttelsen6 ttelser6 tten3 ttende5 tter3 ttere4 ttes3 ttet3 ubbe2 us0 ws0 yen0 yes0',
  },
  de: {
    least: 3,
    rules:
      'angig2 assig2 baer0 bs1 chst2 chste3 chsten4 dig2 dns0 ds1 e1 eige1 eigen2 einheit4 eitig2 em2 en2 end3 ende4 enden5 ender5 endes5 ene3 enem4 enen4 ener4 enes4 enheit6 ens3 enst2 er2 ere3 erem4 eren4 erer4 eres4 erlich6 erliche7 ern3 ers3 es2 est3 ests4 fahig2 farbig2 fs1 gs1 gste3 gsten4 hrend0 hs1 ifischen6 ige3 igem4 igen4 iger4 iges4 igkeit6 igkeiten8 igung5 igungen7 inst2 isch4 ische5 ischem6 ischer6 isches6 keit4 ks1 lender2 lich4 liche5 lichen6 licher6 liches6 ls1 mbrisch0 ms1 naisch0 nisse2 nissen3 nisses3 ns1 nste3 nsten4 nster4 ollst2 onfig2 oue0 pend0 ree0 republik2 rischen6 rs1 schung0 sprung0 stliche1 stlichen2 tik2 tiken4 tischen6 ts1 ulung0 ung3 ungen5 ungs4 zeiger2 zige1',
  },
  el: {
    least: 3,
    rules:
      'α1 αγε3 αει3 αια1 αικη3ηκ αικο3ηκ αιου2 αιων2 ακι3 αν2 ασ2 αται4 δοθηκε1 ε1 ει2 εια1 ειου2 εισ3 εισα3 ειτε4 ειων2 εσ2 εστε4 εται4 ετε3 εων3 εωσ3 η1 ηθει4 ηθηκαν6 ηθηκε5 ηθουν5 ηκαν4 ηκε3 ησ2 ησαν4 ησατε5 ησε3 ησει4 ησετε5 ησουν5 ηστε4 ησω3 ι1 ια2 ιζει4 ιζετε5 ιζουν5 ικα3 ικο3 ικου4 ικων4 ιου3 ιουνται7 ισε3 ισει4 ισεισ5 ισετε5 ισμο4 ισμοι5 ισμοσ5 ισμου5 ισμουσ6 ισμων5 ιστα4 ιστε4 ιστεσ5 ιστη4 ιστησ5 ιστοσ5 ιστων5 ισω3 ιων3 ματα3 ματοσ4 ματων4 ο1 οι2 οια1 οιου2 ονται5 οντασ5 οσ2 οταν4 οτερα5 οτερων6 ου2 ουμε4 ουν3 ουνται6 ουσ3 ουσα4 ουσε4 ουσεσ5 ρολογιου4 τατο5 τερεσ6 τερη5 τερικα7 τερο5 τερου6 υ1 υσ2 υτερα5 ω1 ωθηκαν6 ωθηκε5 ων2 ωντασ5',
  },
  en: {
    least: 3,
    rules:
      'abe0 ailable4 ake0 ality5 all1 ally4 als3 ame0 ames1 atable4 ate3 ated4 ately5 ates4 ation5 ations6 ative5 ator4 ators5 bere0 bility7 bly1 ction3 ctions4 dable4 dded3 dding4 e1 eated2 ed2 eli3 ely3 ember2 eme0 ency4 entable4 ental2 ential2 ently5 eral2 es2 ference4 fication7 ficial2 ful3 gged3 gging4 gic0 ialize5 ic2 ical2 ics3 ifier2 ifiers3 imal2 ing3 ings4 ious1 istent3 ital2 ively5 izable4 ization7 ize3 ized4 kes1 ky0 late1 lations4 lle2 mall0 manager2 mbal2 nal2 name1 names2 nent3 neous4 ness4 nment4 nments5 nned3 nning4 nsion4 ome0 otion0 ous3 pic0 pped3 pping4 rable4 race0 rating5 ree0 rences5 ression4 rity3 rred3 rsion4 s1 settings5 sible4 sic0 sions5 sive3 ss0 stalling4 state0 stment4 tialized6 tible4 tion4 tive3 tivity5 tsize1 tted3 tting4 ually2 ulate3 ver2 xer2 y1i yed3i ying4i ys2i',
  },
  es: {
    least: 3,
    rules:
      'a1 aba3 aban4 abilidad8 able4 ables5 acion5 aciones7 ad2 ada3 adamente8 adas4 ado3 ador4 adora5 adoras6 adores6 ados4 aida1 amente6 an2 ando4 andolo6 andolos7 andose6 anes0 antes5 ar2 ara3 aran4 aras4 aria4 arla4 aron4 as2 ase3 aste4 ativa5 ativo5 ativos6 cedio2 che1 dante4 dencia3t dira3 dran0 e1 eable1 eada4 eadas5 eado4 eados5 ean3 eando5 ear3 eara4 ecio2 ed2 een3 eer3 eida1 en2 er2 eria4 es2 fa0 far0 fica3 ficacion7 ficos4 gid0 grafia2 gue2 guen3 gues0 he0 ibira3 ible4 ibles5 icadores8 icamente8 icas4 id2 ida3 idad4 idas4 ido3 idos4 ien0 iendo5 iendolo7 iera4 ieran5 ieron5 ificador6 ir2 iran4 iria4 irla4 istan0 iste4 istencia3t ivamente8 ividad6 ivos4 leidos2 lidades6 lmente5 mbolicos4 mica3 mico3 miento7 mientos8 mos4 ndes0 neamente7 neas3 nica3 nismo4 ntemente6 o1 ografico3 oid3 ologico3 onico3 onicos4 os2 osamente8 oso3 rencia3t rencias4t rian3 rica3 rico3 ricos4 rlas5 rlo4 rlos5 rse4 sable1 siva3 sivo3 struyo2 stype0 tantes2 tenia2 tica3 tico3 ticos4 tiva3 tivas4 tivo3 tuacion0 ucion4 uciones6 uira3 uya2 uye2 uyen3 uyendo5',
  },
  fi: {
    least: 3,
    rules:
      'a1 aalla5 aan3 aani4 aanko6 ae0 ahan1 ai0 ain3 aisiin6 aista5 akin3 ako4 aksi4 alla4 alle4 ally2y alta4 an2 ana3 asi4 assa4 asta4 at2 atetaan4 ayttoon4o cc1 cope0 da0 data3 dd1 den2 dessa4 e1 ea2 eaksi3 ealle3 ean1 eat1 ee2 eeksi5 eelle5 een3 eena4 eeseen6 eessa5 eet3 ei0 eiden5 eihin5 eiksi5 eilla5 eille5 eina4 eisiin6 eissa5 eista5 eita4 eja3 eksi4 ella4 elle4 ellusta5u elta4 ena3 enen2 eni3 enkin4 enne4 esi3 ession4io esta4 et2 etta4 ettyna4y ff1 ffilla5 frame0 han0 hda1 heme0 hin0 i1 ia2 iaan2 ialle3 ian1 iasta3 iden1 ie0 ien3 ihin4 iin3 iisi4 iita0 ikkuna4u iksi4 illa4 ille4 ilta4 imen2 imessa4 in2 ina3 ine3 ineen5 inen2 ini0 ippujen5u isempi4 isesti4 issa4 ista4 it2 ita3 itaan5 iti0 itteita5 jaa2 jen3 jo1 joja3 kaa2 kaan4 kaistaan7 kerroin4o kirjoita4 kka2 kkaa3 kkain4 kkausta6au kkeella6 kkeelle6 kkeen4 kkeena5 kkeeseen7 kkeessa6 kkeet4 kkeiden6 kkeihin6 kkeille6 kkeissa6 kkeista6 kkeita5 kkeja4 kki2 kkia3 kkien4 kkiin4 kkina4 kko2o kkoa3o kkoja4o kkojen5o kkona4o kkoon4o kku2u kkua3u koko2 kooksi4 koolla4 koot2 ksi3 limuisti3 ll1 lla3 llaan6 llakin5 llan3 lle3 lleen6 lleet4 llessa5 lli2 llia3 llin3 llista5 llit3 llo2o lloin4o llon3o llun3u llut3u lta3 maa2 maaraa2 masi3 mm1 mma2 mmaksi5 mmalla5 mmalle5 mman3 mmassa5 mmasta5 mmat3 mmin3 n1 na2 naa2 naan4 nada1 nappain4 nda1 ne0 netaanko8 ni2 nkin3 nnalla5 nnalle5 nnalta5 nnan3 nnassa5 nnat3 nnen3 nneta4 nnetaan6 nnetta5 nnin3 nnissa5 nnista5 nnit3 nnoille6o nnolle5o nnon3o nnossa5o nnosta5o nnot3o nnusta5u nnut3u nny2y nnyt3y nsa4 oi0 oida1 oiden4 oja2 oka0 ome0 oon2 oot0 opea1 osa1 osaa2 ot1 ovi0 pa0 paa2 pp1 ppaa3 ppi2 ppia3 ppu2u ppua3u ppuja4u ppuun4u ppy2y raan2 ree0 rkintoja1 rr1 rra2 rran3 rrassa5 rrat3 rrossa5o rrosta5o sa0 saantoja1 saksa1 salla3 sarjojen4 sen2 sessa4 si2 sikkoina5o sisallot3o skaan3 ss1 ssa3 ssaan5 sseja4 ssia3 ssien4 ssiin4 ssin3 ssista5 ssit3 sta3 stapa5 stataan5 stiriita4 stoosi3 ta2 taa2 taan4 teella5 teesta5 tein3 teksti3 ten2 tessa4 teta3 tetaan5 tetaanko7 tilaa2 tken2 tko4 tt1 ttaa3 ttaako5 ttaen4ae ttaessa6ae ttain4 ttaisi5ai ttaisiin7 tte2 tteeksi6 tteella6 tteelle6 tteelta6 tteen4 tteena5 tteeseen7 tteessa6 tteesta6 tteet4 ttei3ei tteiden6 tteihin6 tteisiin7 tteja4 tti2 ttia3 ttien4 ttiin4 ttina4 ttista5 tto2o ttoa3o ttomasti4 ttu2u ttua3u ttuihin6u ttuina5u ttuja4u ttujen5u ttuna4u ttuu3u ttuun4u tty2y ttya3y ttyi3yi ttyy3yy ttyyn4yy tyyppeja4 uan0 ue0 ueelle4 ueen2 ueeseen5 ueessa4 ueet2 ueiden4 ueita3 uetta3 ui0 uja2 ula0 uolen2 uota0 ussyista6y ut1 uten1 uttujaan6u uttujien6u uu1 uuko3 uun2 uuta3 uuttujaa5u uuttujan5u uuttujat5u uuttujia5u vaa2 vasti4 vea1 viesti3 vv1 xx1 yi0 yjen2 yt1 yyko2 zi0',
  },
  fr: {
    least: 3,
    rules:
      'a1 abilite7 able4 ables5 ai2 aie1 air0 ais3 ait3 alite3 amment6 ant3 ante4 antes5 ants4 as2 ateur5 ateurs6 atif4 ation5 ations6 ative5 atives6 aux2l brique1 cree1 dance4 dances5 diques2 e1 ea2 eaux1 ee2 ees3 ei0 eille2 eillee3 eir0 ell1 elle2 ellement6 elles3 ement5 ements6 emment5nt enance4 enne2 er2 era3 erait5 erences3t eront5 es2 ett1 etta2 ette2 ettes3 eusement8 euses3x ez2 fication7 geant4 i1 iable1 ibilite3 icateur7 icateurs8 ication6qu ications8 ie2 iere3 ieres4 iers3 ies3 iez3 ifie1 ifies2 ii0 ique4 iquement8 iques5 ir2 is2 issement8 issent6 issez5 istence2t it2 ivement7 ivite5 lique1 lites4 ncre0 nnement6 nnements7 nnes3 oi0 oie1 oir0 ois0 oit0 onn1 onnable5 onnant4 onne2 onnee3 onnees4 onner3 onnez3 os0 oye2i plante1 qui1 raient5 rence2t s1 sif2 sifs3 sion3 sions4 sique1 siques2 sistance4 ss0 stable1 thai0 tif2 tifs3 tion3 tions4 tive3 tries2 ui0 uis0 uit0 unique1 us0 ution4 utions5 wait0 ya2i yant4i yas3i yee3i yees4i yer3i yez3i yi2i',
  },
  hi: {
    least: 3,
    rules:
      'आ1 इ1 ई1 ऊ1 ए1 ओं3 ता2 ती2 ते2 ना2 ने2 ा1 ाँ2 ां2 ाई2 ाउ1 ाए2 ाएं3 ाकर3 ाता3 ाना3 ाने3 ाया3 ि1 िए2 िना1 ियाँ4 ियों4 ी1 ीं2 ु1 ुना1 ू1 े1 ें2 ेंगे4 ेगा3 ेता1 ेना1 ेने1 ो1 ों2 ्1 ्ता1 ्ती1',
  },
  hu: {
    least: 3,
    rules:
      'a1 aba3 aban4 abol5 ad2 adat4 agot2 ahoz4 ai2 aig3 ain3 ainak5 ait3 aival5 ak2 aka3 ake1 akent5 aki3 akot4 am2 an2 anak4 anal4 ank2 ara3 are3 arol4 aszok2 at2 atime3 atok2 atol4 attal5 aval4 azzal3 ba2 ban3 be2 ben3 betuk1 bol3 bot2 ccel3 cd0 cevo1 cim1 cin1 cio0 ciokat3 csalad1 csaladot3 csot2 d1 dba3 ddal4 ddig3 den3 det3 do0 don3 dul3 e1 eben4 ed2 een3 eggel3 ehez4 ei2 eig3 ein3 einek5 eit3 ejere4 ek2 eken4 ekent5 eket4 ekhez5 ekkel5 eknek5 em2 en2 enciak1 endben4 enek4 enel4 era3 ere3 erol4 errel3 ertek1 erteket3 essel3 estan1 et2 etol4 evel4 evo0 ezon1 fmt0 folyamat4 formak1 ggal3 ggo0 gro0 hatok1 hatova2 hetove2 hez3 hibak1 hivo0 hoz3 i1 ia2 ian3 iat3 iba3 id2 ig2 ija3 ik2 ika3 ikai3 ikat4 ikent5 iket4 ilo1 im2 ima3 in2 inek4 io2 iok1 iokkal4 ion3 ire3 it2 itek4 itot1 ja2 jaban5 jahoz5 jai3 jainak6 jait4 jak1 jakent6 jan3 janak5 jara4 jat3 javal5 je2 jeben5 jenek5 jet3 juk3 k1 ka2 kaban5 kak1 kara4 kat3 kba4 kban5 kbe4 kben5 kbol5 ke2 kei3 kent4 keppen6 ket3 khoz5 ki2 kkal5 kkel4 kkent6 kkor5 knak4 knal4 knel5 ko0 kod1 kon4 kor4 kot3 kozok2 kra4 kre4 krol5 kt3 ktol4 kul3 leiro0 lit1 llak1 llal3 llel3 lo0 lore2 maradt3 mban4 mben5 mbol4 mhez5 mhoz4 mmal4 mod1 mon3 mot3 n1 nak3 nal3 ndok1 nek3 nel3 nie2 niuk3 nk3 nkent6 ntyuk1 o1 od2 odot3 oinak4 ok2 okat4 oke3 okert4 okka4 oknak5 olok1 om2 on2 oot2 ore3 orgo0 ortok2 ositokat3 ottal5 oval3 pontok2 pot2 ra2 re2 ride3 rm1 rnyek1 rol3 rral3 savot2 sit1 skor3 so0 ssal3 sszal4z stak1 sugo0 szam1 sztot1 szuro0 t1 tarakat4 tional0 to0 tok1 tol3 tot2 ttal4 ttel5 tumnak4 tumra3 uk2 ul2 um1 umba3 urak1 vel3 vento1 vezerlok1 vonal0 yike3 zaro0 zio0 zo0 zok1 zokhoz4 zore2 zzel3',
  },
  it: {
    least: 3,
    rules:
      'a1 aar3 abile5 abili5 aia1 aiano3 aio1 amente6 amenti6 amento6 amica3 ando4 ano3 ar2 are3 arsi4 ata3 ate3 ati3 ativi5 ativo5 ato3 atore5 atori5 atrice6 ava3 azione6 azioni6 ch1 cha2 char0 che2 chi2 chia3 chiavi5 chio3 cho2 dante4 denza2t diamo4 e1 eano4 eati4 emente6 enda4 endo4 enera1 enica3 eranno6 ere3 erebbe6 erica3 ersi4 eva3 evo3 far0 fica3 ficativo7 ficatore7 ficatori7 fici3 fico3 gh1 ghe2 ghi2 glianza5 i1 ia2 iabile1 iamento7 iando5 iano4 iar3 iare4 iarli5 iata4 iate4 iati4 iato4 iazione7 ibile5 ibili5 icativi7 icazione8 iche4 ie2 iere4 imenti6 imento6 io2 ir2 ire3 isca4 iscano6 isce4 isci4 isco4 iscono6 ismo4 ita3 ite3 iti3 ito3 iuta4 iuto4 iva3 ivamente8 ivi3 lete3 lineato4 mente5 ndoli6 ndolo6 ndone6 neamente7 nera3 nosciuti4 o1 oia1 onica3 onico3 ono3 rativa5 rci4 renza2t riamente7 rici3 rico3 rla4 rle4 rli4 rlo4 rne4 sere1 sistenza2t sive3 sivo3 tera3 tica3 tici3 tico3 tive3 tivita5 tivo3 uta3 ute3 uti3 uto3 uzione5 vera3 vica3 vita1 were1',
  },
  lt: {
    least: 3,
    rules:
      'a1 ai2 ain3 ais3 aisas5 aiso4 aisyti6 aja3 ajame5 ajus4 am2 ama3 amai4 amame5 amas4 amasis6 ame3 ami3 amiskai7 amo3 amoje5 amojo5 amoms5 amos4 amose5 amu3 amus4 an2 anciu5 ancius6 ant3 antys5 as2 asis4 ate3 au2 aus3 austi5 auti4 cia3t ciai4t ciant5t cias4t cio3t ciojo5t cios4t ciu3t ciui4t cius4t dama4 damas5 dami4 deta3 dz1 dzia3 dziai4 dziant5 dzio3 dziu3 dzius4 e1 eciantis7t ei2 eja3 ejas4 eje3 ejo3 ejos4 ejus4 ek0 enis4 ens3 eri3 ers3 eryje5 es2 ese3 esne4 esnes5 esnis5 eti3 i1 ia2 iai3 iais4 iajam5 iam3 iamasi5 iame4 iamiems6 iams4 iancio6 iancios7 ianciu6 iant4 iantis6 ias3 iau3 iaus4 iausiai7 iausias7 iausiu6 ie2 ieji4 iems4 ies3 iesiems7 ijaus3 iji1 iju1 imi3 ineti5 ing3 inga4 ingai5 ingas5 ingi4 ingo4 ingos5 ingu4 inta4 intas5 inti4 into4 intojas7 intos5 io2 ioje4 ioji4 iojo4 ion3 ios3 iosios6 is2 iska4 iskai5 iskais6 iskas5 iski2 it2 iu2 iui3 iumi4 iuoju5 iuose5 iuotas6 iuoti5 ius3 jama4 jamas5 jami4 jamos5 jant5 jaus5 ji3 jote5 ju3 k1 kite4 lite3 liuota5 menimis6 menys4 mis4 ms3 muo2 ncio5 ncios6 ntis5 o1 oja3 ojamo4 ojamu4 oje3 ojo3 on2 op2 oriuje4 os2 ose3 osios5 ota3 otas4 ote3 oti3 otos4 rite3 s1 settings4 site4 taine4 tainis5 tainiu5 ti2 tojas6 tojo5 tumete6 turetu3 u1 ui2 uo0 uoja4 uojant6 uojantis8 uos0 uose4 uota4 uotam5 uotas5 uote4 uoti4 uoto4 uotos5 uotu4 us2 usi3 y1 yje3 ys2 yta3 ytam4 ytame5 ytas4 yti3 ytis4 yto3 ytos4 ytu3',
  },
  nl: {
    least: 3,
    rules:
      'aad2d aag2g aak2k aaks3k aakse4k aal2l aals3l aam2m aan2n aans3n aanse4n aar2r aars3r aat2t ae0 aen0 as0 ase1 ays1 baar4 bare4 dde2 dden3 dig2 draaien2 e1 eaans1 eaanse2 eading0 ee0 eed2d eeds3d eeg2g eek2k eeks3k eekse4k eel2l eem2m een2n eenheid6n eens3n eense4n eep2p eer2r eerbaar6r eerbare6r ees2s eet2t ekend3 elijk5 en2 ende4 es0 ese1 gelijk0 grootte4t heid4 hing0 iaal0 iaans1 iaanse2 ie0 ieel0 ieen0 ien0 ige3 igen4 igheid6 iging5 igingen7 ing3 ingen5 ings4 is0 ise1 js0 kelijke6 kken3 kking4 komend3 lend3 lig2 lijk4 mse4m nig2 oe0 oeien2 oen0 ood2d oog2g ook2k ool2l oom2m oon2n oop2p oor2r oos2s oot2t os0 ose1 plaats3t rend3 rlijke7r rling0 s1 se2 tig2 tte2 tten3 tting4 uaanse2 ue0 ueel0 us0 use1 uur2r uut2t ys0 zoomen4m',
  },
  no: {
    least: 3,
    rules:
      'a1 aer0 aert0 ar2 as2 ast3 dt1 e1 ede3 ee0 elig4 elige5 elighet7 else4 elsen5 elsene6 elser5 en2 ende4 ene3 enheter5 ens3 er2 ers3 ert1 erte2 es2 et2 ets3 gar0 har0 hen0 het3 ig2 ige3 ighet5 igheten7 igheter7 is0 ivt1 ks0 lig3 lige4 los0 niva0 nivaer2 nks1 odt0 s1 slas0 ss0 star0 us0 ws0 ye0',
  },
  pt: {
    least: 3,
    rules:
      'a1 acao4 acoes5 ada3 adamente8 adas4 ado3 ador4 adora5 adores6 ados4 aida1 ais3 ales0 am2 amente6 amento6 amentos7 ando4 anicos4 antes5 ar2 ara3 aram4 ares4 as2 ativo5 aveis5 avel4 ciacao5 ciada4 ciadas5 ciado4 ciados5 ciais4 ciando5 ciar3 cie2 e1 ea2 eada4 eado4 eador0 eados5 eamento1 eando5 ear3 ecimento6 ei2 eia3 eis3 em2 encia3t encias4t endo4 eo2 eos3 equencia2 er2 eres4 ericos4 es2 eu2 fico3 gue2 gues0 i1 ia2 ias3 icamente8 icas4 ida3 idade5 idades6 idas4 ido3 idos4 ifica3 indo4 ir2 iu2 iva3 ivamente8 ivel4 ividade7 landes0 lmente5 merica3 mico3 nes0 nica3 ntem0 ntemente6 o1 ografica3 onico3 os2 ou2 rativa5 rem4 rico3 rmente5 sicas2 sis2 sivos4 stantes2 tica3 tico3 ticos4 tivas4 tivo3 tivos4 traido1 tstream3 uida1 uido1 uidos2',
  },
  ro: {
    least: 3,
    rules:
      'a1 abile5 anice3 ant3 are3 area4 arica3 asit2 at2 ata3 ate3 ativ4 ative5 atoare6 atoarele8 ator4 atori5 atorii6 atorilor8 atorul6 atorului8 bil4 bila5 cheie1 cunoscut2 data1 duse3 e1 ea2 easca5 eata1 eaza4 eia1 eii1 ele3 elor4 enumit2 ere3 erea4 erica3 erice3 erit2 erita3 esc3 ese3 ez2 eze3 fata1 fic2 fice3 finit2 gand3 i1 ia2 iabila1 iare1 iat3 iata4 iate4 icand3 icatorul8 icile5 ie2 iei3 iere1 ierea2 ifica3 ificator6 ifici3 ii2 iile4 iilor5 ile3 ilor4 im2 imul4 inam2 inita3 ios3 ire3 irea4 ise3 istat2 itate5 itatea6 ite3 itor4 itorul4 iul3 iului5 ivitate7 lara3 licit2 licita3 mere1 mite1 nand3 nica3 noscuta3 ntinutul4 oare1 oarea2 oat0 oata1 oate1 obisnuit2 ografica3 oire1 onic2 onice3 puse3 ram2 ric2 se2 sei3 sele4 selor5 siv2 siva3 stabilit2 stat0 suata1 tand3 tem2 tic2 tica3 tice3 tici3 tinut2 tinuta3 tit2 tiv2 tiva3 tive3 tura3 ucat0 ui2 uia1 uie1 ul2 ului4 unoscute3 urata1 utstream3 zand3',
  },
  ru: {
    least: 3,
    rules:
      'а1 ав1 авшего5 авшие4 аемая4 аемого5 аемое4 аемой4 аемом4 аемому5 аемся4 аемую4 аемые4 аемый4 аемым4 аемых4 ает2 аете3 ается4 ай1 айте3 ал1 ала2 али2 ало2 ам2 ами3 ан1 ана2 анная4 анного5 анное4 анной4 анном4 анному5 анную4 анные4 анный4 анным4 анными5 анных4 ано2 аны2 ать2 аться4 ах2 ащие3 ащих3 аюсь3 ают2 ая2 е1 ев2 его3 ее2 ейшую5 ем2 емся7 ему3 ен2 ена3 ено3 ены3 жащего4 жащей3 жащий3 и1 иа2 ив2 ие2 ией3 ием3 ии2 ил2 ила3 илась5 или3 ились5 ило3 илось5 ился4 им2 ими3 имися7 имости4 ио2 ит2 ите3 ится4 ить3 иться5 их2 ию2 ия2 иям3 иями4 иях3 й2 крыть3 лся3 мость4 нна2 нная3 ннее3 нней3 нние3 нний3 нних3 нно2 нного4 нное3 нной3 нном3 нному4 нности5 нность5 нную3 нны2 нные3 нный3 нным3 нными4 нных3 ннюю3 нняя3 ностей5 ности4 ность4 ностью5 нюю2 о1 ов2 ого3 ое2 ом2 ому3 остям5 остями6 пись3 риев3 сь4 ся6 тесь5 тся2 ться3 у1 ует3 уется5 уйте4 уйтесь6 ую2 уют3 уются5 ующая5 ующего6 ующее5 ующей5 ующем5 ующему6 ующие5 ующиеся7 ующий5 ующим5 ующими6 ующих5 ующую5 чивость4 шлось3 ы1 ыв2 ые2 ым2 ыми3 ых2 ь1 ье2 ьо2 ью2 ья2 эй1 ю1 ются4 ющая4 ющего5 ющегося7 ющее4 ющей4 ющем4 ющему5 ющие4 ющий4 ющим4 ющими5 ющих4 ющую4 я1 яемая4 яемого5 яемое4 яемой4 яемом4 яемую4 яемые4 яемый4 яемым4 яемыми5 яемых4 яет2 яете3 яется4 яй1 яйте3 ял1 яли2 ям2 ями3 ян1 яна2 янными5 ят2 ятся4 ять2 яться4 ях2 ящая3 ящего4 ящее3 ящей3 ящем3 ящие3 ящиеся5 ящий3 ящим3 ящих3 ящую3 яют2 яя2',
  },
  sv: {
    least: 3,
    rules:
      'a1 ad2 ade3 ades4 aen0 ande4 andet5 angden3 angder3 angt1 ar2 are3 aren4 arens5 as2 at2 attad3 attande5 aua0 bakande1 bredden3 brott1 cast3 dd1 dns0 e1 edda2 eee0 else4 elsen5 elser5 en2 enheter5 ens3 er2 ern3 erns4 es2 ett1 etten3 etts2 far0 for0 gd1 het3 heten5 hoa0 ig2 iga3 ighet5 igheten7 igheter7 igt3 is0 kt1 kta2 kte2 kten3 kter3 ktor3 kts2 lagda2 landen5 letta2 lig3 liga4 ligen5 lighet6 ligheten8 ligheter8 ligt4 los0 lost1 markor0 minne2 ndast3 ngde2 niva0 omrade1 or2 peranden5 prs0 read0 ree0 rna4 rnas5 rsatts2 rstar0 s1 satt1 satta2 sattas3 sbredder3 skyddat3 slas0 sma0 snitt1 ss0 standet0 trad0 traffar2 ttare4 tter3 upplosta2 us0 verantor0 ws0 ye0 yes0 yggt1',
  },
  tr: {
    least: 3,
    rules:
      'aama1 aan0 aba2p aca1 aci1 ad0i ade0 afa1 aga1i agi2k aglanti3 aha1 ahuaca2 aia1 aima1 ain0 aina1 aja1 aka1 akali0 ala1 ali1 aliba2p alidir4 am1 ama2 amca3 amda3 amdan4 amera1 amin3 amis0 amla3 an1 ana2 ang0i anim3 anima3 anin3 anizda5 anta3 antan4 apa1 ara1 ard0i arindaki9 asa1 ase0 asi1 asina4 asiz2 ate0 atirlar6 auca2 awa1 aya2 ayca2 ayi2 ayla3 aza1 azi1 bati1 bela1 bin3p bine4p bini4p bum3p bun3p bundu5p burg0u config0i da2 dadir7 daki4 dan3 dayken8 de2 dedir5 deki4 den3 dena2 din1 dina2 dini2 diniz3 dir3 dugunuz5k duna2 dur3 eam0 ean0 ebi2p ece1 eci1 ed0i een0 ege2k egi2k egin3k ein0 eka1 eke1 eki1 ela0 ele1 eli1 elidir4 ella0 em1 emde3 emden4 eme2 emi2 emin3 emis0 emiz3 emle3 en1 ename2 ende3 enden4 endi3 ene2 eng0i eni2 enin3 enistan1 enle3 enlerin6 enlerle6 ense3 epi1 erase1 ere1 eri1 erindeki9 erle2 ese1 esi1 esinden6 esine4 esiz2 eta0 eti1 etinin4 etle2 eve1 evi1 ewe1 eye2 eyi2 eyle3 eze1 ezi1 field0i gidir5k gin1 gina4k ginda5k gindaki7k gindan6k ginde5k gindeki7k ginden6k gine4k gini4k ginin5k giniz5k ginizi6k giyle5k gla3k gum2i gun1 gunda5k gundaki7k gunu4k gunun3 hong0 iadi2 iai1 ian0 iana1 iani1 iari1 iate2 ibe2p ibi2p ible3p ica1 icate2 ice1 ici1 icilarin6 id0i idir4 ien0 ifade2 ifi1 igi2k igin3k iginizde7k ihe1 iii1 iji1 ike1 iki1 ila1 ile1 ili1 ilidir4 ilmistir6 im2 imdir5 ime3 imi3 imin4 iminiz6 imis0 imize5 in2 ina3 inca4 inda4 indaki6 indan5 inde4 indedir7 indeki6 indi4 indir5 ine3 ing0i ini3 inim4 inin4 iniz4 iniza5 inizda6 inizdaki8 inizdeki8 inize5 inizi5 inizin6 inmis5 inse4 inti4 ion0 ipa1 ipe1 ipi1 ira1 ire1 iri1 isa0 ise1 isi1 isin2 isina4 isinden6 isine4 isiz2 iti1 itle2 ium0 ive1 ivi1 iya2 iydi4 iye2 iyi2 iyle4 iysaniz6 ize1 izi1 izle2 ken3 kisa1 kle2 kti2 la2 lag0i lami2 landi3 lani2 lar3 lara4 larda5 lardaki7 lardan6 lardir6 lari4 larin5 larina6 larinda7 larindan8 larini6 larinin7 lariniz7 lariyla7 larken6 larla5 larsa5 lasin2 lca2 lce2 ldi2 ldu2 lemlerin6 ler3 lerde5 lerdeki7 lerden6 lerdir6 lere4 leri4 leridir7 lerin5 lerinde7 lerinden8 lerine6 lerini6 lerinin7 lerinizi8 leriyle7 lerken6 lerle5 lerse5 lidir3 liga2k lige2k lisiniz6 lle2 lmus3 lmustur6 login2u lsun3 ltin3 luga2k lugune4k mani2 mcinin3 mda4 mdaki6 mdan5 mde4 mden5 mis3 mla0 mlarin7 mlarla7 mle4 mlerin7 mlerle7 nag0i nati1 nca3 nce3 nd0i nda3 ndaki5 ndan4 nde0 nden5 ndir4 ngali0 ngini2 nidir5 niz3 nize4 nizi4 nizin5 nla3 nlarin6 nlarla6 nmis4 nmistir7 nsa3 nsin4 ntla0 oan0 oba2p obu2p oca1 od0u odlari4u odunu2 ofa1 og0u oga1u ogu2k oia1 oka1 oken1 oktu2 oku1 ola1 olima3 olu1 om1 oma2 omani0 omu2 on1 ona2 ond0u onfigure1 ong0u onu2 onun3 oom0 oon0 opa1 ora1 ord0u oru1 osa1 ose0 osu1 ote0 otu1 oua1 oun0 owa1 oya2 oyle3 oyu2 plugin2u rani2 rate2 rca2 rce2 rdi2 rdu2 remote2 restore1 rib1p rig0i rika1 rilerin6 rmus3 sa2 saniz5 se2 seniz5 sgid0 sima3 sin3 sinda5 sindan6 sinde5 sini4 sinin5 siniz5 siyla5 siyle5 sminin3 ssan3 stani2 sti2 stu2 suna4 sunda5 sundan6 sunu4 sunun5 ta2 tadir5 taki4 tan3 te2 tedir5 teki4 ten3 tilar5 tinin3 tir3 tti2 tur3 uan0 uba2p ubu2p uca1 ucu1 ud0u ug0u uga1u ugu2k uguna4k ugundan6k ugunde5k ugunun5k uia1 uila2 uka1 uku1 ula1 ulu1 um2 uma3 ume3 umu3 umudur6 umun4 un2 una3 und0u unda4 undaki6 undan5 unde4 undeki6 undu4 une3 ung0u unla4 unmus5 untu4 unu3 unun4 unuz5 unuzu5 upa1 ura1 uru1 usa1 usu1 usunde5 utu1 uwa1 uya2 uyle4 uyu2 uza1 uzu1 va1 wali0 yari1 yim3 yken5 yla4 yoruz2 ysa3 yse3 zca2 zce2',
  },
  uk: {
    least: 3,
    rules:
      'а1 аа2 ав1 али3 алися5 ам2 ами3 ати3 атися5 ау2 ах2 аю2 ая2 ає2 вались5 вся4 вши3 е1 ев2 еві3 ей2 ем2 еси3 и1 ив2 ивши4 ий2 им2 има3 име3 ими3 имий4 имим4 имими5 имих4 имого5 имою4 иму3 ити3 итися5 их2 й1 лежать3 льове4 льові4 нн1 нна2 нне2 нний3 нним3 нними4 нних3 ннн0 нно2 нного4 нному4 нною3 нної3 нну2 нню2 ння2 нням3 ннями4 ннях3 ннє2 нні2 нній3 ньою3 німи3 о1 ов2 ова3 ове3 ові3 ого3 ой2 ом2 ому3 ою2 ої2 писи3 си2 сь3 ся3 тись5 у1 уа2 уе2 устимому5 уу2 ую2 уя2 ує2 ь1 ьо2 ього4 ьому4 ьої3 ью2 ья2 ьям0 ьє2 ьї2 ю1 я1 яв1 ям2 ями3 яти3 ятися5 ять3 яться5 ях2 є1 і1 іа2 ів2 ій2 ім2 іма3 іме3 іх2 ію2 ія2 іє2 ї1 їв2',
  },
};
