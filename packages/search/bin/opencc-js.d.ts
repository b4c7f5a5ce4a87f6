/** A table of OpenCC: entries apart by `|`, in each what stands for what, apart by spaces. */
declare module 'opencc-js/dict/*' {
  const table: string;
  export default table;
}
