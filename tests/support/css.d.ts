// The sources of the widget import sheets as texts; see packages/widget/src/css.d.ts.
declare module '*.css' {
  const text: string;
  export default text;
}
