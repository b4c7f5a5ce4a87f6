import { describe, expect, test } from 'vitest';
import { creditCodeFault, idNumberFault } from '../src/client/application/identity.ts';

/* Numbers of no one: no place has the code 999999, no office the code beginning with 99. */

describe('a 公民身份号码', () => {
  test.each(['999999199001010016', '999999200002290019', '999999198506150028'])(
    '%s with its date and check character is taken, whatever its area code',
    (number) => expect(idNumberFault(number)).toBeUndefined(),
  );

  test.each([
    ['99999919900101001', '18 位，现在是 17 位'],
    ['99999919900101O010', '前 17 位是数字'],
    ['99999919900101001x', '最后一位是数字或 X'],
    ['999999199013010013', '“19901301”不是一个日期'],
    ['999999190002290011', '“19000229”不是一个日期'],
    ['999999189912310011', '“18991231”不是一个日期'],
    ['999999199001010015', '与校验码不符'],
    ['999999199001100016', '与校验码不符'],
  ])('%s is told what is wrong with it', (number, message) => {
    expect(idNumberFault(number)).toContain(message);
  });
});

describe('a 统一社会信用代码', () => {
  test.each(['91999999MA0000000K', '12999999MB0000000T', '99999999000000001T'])(
    '%s with its check character is taken',
    (code) => expect(creditCodeFault(code)).toBeUndefined(),
  );

  test.each([
    ['91999999MA0000000', '18 位，现在是 17 位'],
    ['91999999IA00000000', '不会有“I”'],
    ['91999999ma00000000', '不会有“m”'],
    ['91999999MA00000001', '与校验码不符'],
    ['91999999MA000000K0', '与校验码不符'],
  ])('%s is told what is wrong with it', (code, message) => {
    expect(creditCodeFault(code)).toContain(message);
  });
});
