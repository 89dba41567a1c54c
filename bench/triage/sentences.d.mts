/** One labelled sentence. */
export interface LabelledSentence {
  language: 'en' | 'zh';
  route: 'self-service' | 'suggest' | 'people';
  priority: 'p0' | 'p1' | 'normal';
  mood: 'calm' | 'upset';
  text: string;
  part: 'tuning' | 'held-out';
}
export declare const LANGUAGES: readonly ('en' | 'zh')[];
export declare function readSentences(language: 'en' | 'zh'): Promise<LabelledSentence[]>;
export declare function hashOf(text: string): number;
