import { daysAfter, GENERATED_YEARS, inChinese } from './days.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';
import { compile, fill, type Template } from './template.ts';
import { ROADS } from './vocabulary/names.ts';
import * as phrases from './vocabulary/phrases.ts';
import * as texts from './vocabulary/sentences.ts';
import type { World } from './world.ts';
import { firmName, personName, projectName, schoolName, telephone } from './world.ts';

const SENTENCES = texts.SENTENCES.map(compile);
const LEAD_INS = texts.LEAD_INS.map(compile);
const OPENINGS = texts.OPENINGS.map(compile);
const QUESTIONS = texts.QUESTIONS.map(compile);

/** Writes the sentences of one document. */
export class Prose {
  readonly world: World;
  readonly random: Random;
  readonly #plan: Plan;

  constructor(world: World, random: Random, plan: Plan) {
    this.world = world;
    this.random = random;
    this.#plan = plan;
  }

  sentence(): string {
    return this.#fill(this.random.pick(SENTENCES));
  }

  /** A paragraph of `low` to `high` sentences. */
  paragraph(low = 2, high = 5): string {
    let text = '';
    for (let left = this.random.between(low, high); left > 0; left -= 1) text += this.sentence();
    return text;
  }

  leadIn(): string {
    return this.#fill(this.random.pick(LEAD_INS));
  }

  opening(): string {
    return this.#fill(this.random.pick(OPENINGS));
  }

  question(): string {
    return this.#fill(this.random.pick(QUESTIONS));
  }

  /** 加强监督管理. */
  action(): string {
    return this.random.pick(phrases.VERBS) + this.random.pick(phrases.OBJECTS);
  }

  /** A term of the item or one that citizens search for; never one with a comma in it. */
  term(): string {
    const { terms } = this.#plan.slot;
    return this.random.chance(0.6) && terms.length > 0
      ? this.random.pick(terms)
      : this.random.pick(phrases.TERMS);
  }

  day(): string {
    return inChinese(daysAfter(this.#plan.published, this.random.between(-120, 60)));
  }

  #fill(template: Template): string {
    return fill(template, (name) => this.#slot(name));
  }

  #slot(name: string): string {
    const { random, world } = this;
    switch (name) {
      case 'base':
        return random.pick(phrases.BASES);
      case 'adv':
        return random.pick(phrases.ADVERBS);
      case 'do':
      case 'do2':
        return this.action();
      case 'goal':
        return random.pick(phrases.GOALS);
      case 'unit':
        return random.chance(0.7) ? this.#plan.unit.name : random.pick(world.departments).name;
      case 'unit2':
        return random.pick(world.departments).name;
      case 'town':
      case 'town2':
        return random.pick(world.towns).name;
      case 'village':
      case 'village2':
        return random.pick(random.pick(world.towns).villages);
      case 'road':
        return random.pick(ROADS);
      case 'topic':
        return this.#plan.slot.name;
      case 'domain':
        return this.#plan.slot.domainName;
      case 'term':
      case 'term2':
        return this.term();
      case 'law':
      case 'law2':
        return random.pick(phrases.LAWS);
      case 'firm':
        return firmName(world, random);
      case 'school':
        return schoolName(world, random);
      case 'project':
        return projectName(world, random);
      case 'person':
        return personName(random);
      case 'phone':
        return telephone(random);
      case 'date':
        return this.day();
      case 'year':
        return String(random.pick(GENERATED_YEARS));
      case 'month':
        return `${random.between(1, 12)}月`;
      case 'cycle':
        return random.pick(['月', '季度', '半年', '年']);
      case 'noun':
        return random.pick(['办法', '方案', '通知', '细则']);
      case 'n':
        return String(random.between(2, 15));
      case 'n2':
        return String(random.between(12, 90));
      case 'n3':
        return String(random.between(16, 120));
      case 'article':
        return String(random.between(3, 70));
      case 'big':
        return String(random.between(120, 9800));
      case 'money':
        return `${random.between(20, 4800)}.${random.between(10, 99)}`;
      case 'percent':
        return `${random.between(1, 99)}.${random.between(0, 9)}%`;
      default:
        throw new Error(`a sentence has the unknown slot {${name}}`);
    }
  }
}
