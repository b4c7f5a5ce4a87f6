declare module 'jsonld' {
  const jsonld: {
    toRDF(
      document: object,
      options: { safe: boolean; format: 'application/n-quads' },
    ): Promise<string>;
  };
  export default jsonld;
}
