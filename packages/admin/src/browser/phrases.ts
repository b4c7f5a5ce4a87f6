/** Words of our own in place of Decap's, where hers are unclear to an office or missing in Chinese. */
export const PHRASES = {
  auth: { loginWithForgejo: '用代码平台的账号登录' },
  collection: { sidebar: { collections: '体裁' } },
  editor: {
    editorControlPane: {
      widget: {
        required: '%{fieldLabel}必须填写。',
        regexPattern: '%{fieldLabel}写得不对。%{pattern}。',
      },
    },
  },
} as const;
