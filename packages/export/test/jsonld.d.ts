declare module 'jsonld' {
  const jsonld: { toRDF(document: object, options: { safe: boolean }): Promise<object> };
  export default jsonld;
}
