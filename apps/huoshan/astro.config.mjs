import { disclosureColumn } from '@columns/theme';
import { defineConfig } from 'astro/config';

export default defineConfig({ integrations: [disclosureColumn({ county: 'huoshan' })] });
