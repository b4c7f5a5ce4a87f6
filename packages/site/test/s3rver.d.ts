/** The package brings no types; these are the parts that the tests use. */
declare module '@20minutes/s3rver' {
  export default class S3rver {
    constructor(options: object);
    run(): Promise<import('node:net').AddressInfo>;
    close(): Promise<void>;
  }
}
