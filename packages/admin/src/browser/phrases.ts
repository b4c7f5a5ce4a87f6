/**
 * Every phrase of Decap in the words of an office. Hers are partly English in her Chinese, and partly of another
 * trade (集合, 帖子, 媒体); a test compares the list with the version that is installed.
 */
export interface Phrases {
  readonly [key: string]: string | Phrases;
}

/** @param workflow whether a save is a change that others look at first; otherwise files are written at once */
export function phrases(workflow: boolean): Phrases {
  return {
    auth: AUTH,
    app: APP,
    collection: COLLECTION,
    editor: {
      editorControl: { field: { optional: '可不填', widgetLabel: '填写框' } },
      editorControlPane: CONTROL_PANE,
      editor: EDITOR,
      editorInterface: {
        toggleI18n: '切换语言',
        togglePreview: '显示或隐藏预览',
        toggleScrollSync: '预览跟着表单滚动',
        toggleNotes: '显示或隐藏批注',
      },
      editorNotesPane: NOTES,
      editorToolbar: { ...TOOLBAR, ...(workflow ? {} : SAVED_AT_ONCE) },
      editorWidgets: WIDGETS,
    },
    mediaLibrary: MEDIA_LIBRARY,
    ui: UI,
    workflow: WORKFLOW,
  };
}

const AUTH: Phrases = {
  login: '登录',
  loggingIn: '正在登录……',
  loginWithNetlifyIdentity: '用账号登录',
  loginWithAzure: '用 Azure 账号登录',
  loginWithBitbucket: '用 Bitbucket 账号登录',
  loginWithGitHub: '用 GitHub 账号登录',
  loginWithGitLab: '用代码平台的账号登录',
  loginWithGitea: '用代码平台的账号登录',
  loginWithForgejo: '用代码平台的账号登录',
  errors: {
    email: '请填写邮箱。',
    password: '请填写密码。',
    identitySettings: '登录服务连不上，请告诉维护人员。',
  },
};

const APP: Phrases = {
  header: { content: '内容', workflow: '草稿和审核', media: '文件', quickAdd: '新建' },
  app: {
    errorHeader: '编辑页面打不开',
    configErrors: '设置有误，请把下面的内容告诉维护人员',
    checkConfigYml: '请告诉维护人员。',
    loadingConfig: '正在打开……',
    waitingBackend: '正在等待保存内容的地方回应……',
  },
  notFoundPage: { header: '没有这个页面' },
};

const COLLECTION: Phrases = {
  sidebar: {
    collections: '体裁',
    allCollections: '全部体裁',
    searchAll: '查找全部',
    searchIn: '查找范围',
  },
  collectionTop: {
    sortBy: '排序',
    viewAs: '排列方式',
    viewAsList: '排成一列',
    viewAsGrid: '排成方格',
    newButton: '新建%{collectionLabel}',
    newButtonAriaLabel: '新建一条%{collectionLabel}',
    ascending: '从早到晚',
    descending: '从晚到早',
    searchResults: '查找“%{searchTerm}”的结果',
    searchResultsInCollection: '在%{collection}中查找“%{searchTerm}”的结果',
    filterBy: '筛选',
    groupBy: '分组',
  },
  entries: {
    loadingEntries: '正在读取……',
    cachingEntries: '正在读取……',
    longerLoading: '可能要几分钟',
    noEntries: '所选年份里还没有',
    unpublishedHeader: '还没有发布的',
  },
  groups: { other: '其他', negateLabel: '非%{label}' },
  defaultFields: { author: { label: '编辑的人' }, updatedOn: { label: '修改时间' } },
};

const CONTROL_PANE: Phrases = {
  widget: {
    required: '%{fieldLabel}必须填写。',
    regexPattern: '%{fieldLabel}写得不对。%{pattern}。',
    processing: '%{fieldLabel}还在处理。',
    range: '%{fieldLabel}应在 %{minValue} 和 %{maxValue} 之间。',
    min: '%{fieldLabel}不能小于 %{minValue}。',
    max: '%{fieldLabel}不能大于 %{maxValue}。',
    rangeCount: '%{fieldLabel}应有 %{minCount} 到 %{maxCount} 项。',
    rangeCountExact: '%{fieldLabel}应正好有 %{count} 项。',
    rangeMin: '%{fieldLabel}至少要有 %{minCount} 项。',
    rangeMax: '%{fieldLabel}最多有 %{maxCount} 项。',
    invalidPath: '“%{path}”不能用作地址。',
    pathExists: '“%{path}”已经有了。',
  },
  i18n: {
    writingInLocale: '正在用%{locale}填写',
    copyFromLocale: '用另一种语言的内容填写',
    copyFromLocaleConfirm: '要用%{locale}的内容填写吗？\n已经填的都会被换掉。',
  },
};

const EDITOR: Phrases = {
  onLeavePage: '还有没保存的改动，要离开吗？改动已留作草稿，再打开这条信息时可以恢复。',
  onUpdatingWithUnsavedChanges: '还有没保存的改动，请先保存，再改状态。',
  onPublishingNotReady: '请先把状态改为“可以发布”。',
  onPublishingWithUnsavedChanges: '还有没保存的改动，请先保存，再发布。',
  onPublishing: '要发布这条信息吗？',
  onUnpublishing: '要撤下这条信息吗？',
  onDeleteWithUnsavedChanges: '要删除这条已发布的信息和没保存的改动吗？',
  onDeletePublishedEntry: '要删除这条已发布的信息吗？',
  onDeleteUnpublishedChangesWithUnsavedChanges:
    '这条信息没有发布的改动和没保存的改动都会删除，要删除吗？',
  onDeleteUnpublishedChanges: '这条信息没有发布的改动都会删除，要删除吗？',
  loadingEntry: '正在打开……',
  confirmLoadBackup: '这条信息有上次没保存的改动，要恢复吗？',
};

const NOTES: Phrases = {
  title: '批注',
  emptyState: '还没有批注。',
  addNote: '加批注',
  addPlaceholder: '写批注……',
  editPlaceholder: '改批注……',
  save: '保存',
  cancel: '取消',
  edit: '修改',
  delete: '删除',
  resolve: '标为已处理',
  unresolve: '标为未处理',
  confirmDelete: '要删除这条批注吗？',
  shortcut: '按 Ctrl+Enter 也能加上',
};

const TOOLBAR: Phrases = {
  publishing: '正在发布……',
  publish: '发布',
  published: '已发布',
  unpublish: '撤下',
  duplicate: '复制成新的一条',
  unpublishing: '正在撤下……',
  publishAndCreateNew: '发布，再新建一条',
  publishAndDuplicate: '发布，再复制一条',
  deleteUnpublishedChanges: '删除没有发布的改动',
  deleteUnpublishedEntry: '删除这条草稿',
  deletePublishedEntry: '删除已发布的信息',
  deleteEntry: '删除',
  saving: '正在保存……',
  save: '保存',
  statusInfoTooltipDraft: '现在是草稿。写好后把状态改为“审核中”，请人审核。',
  statusInfoTooltipInReview: '正在审核，不用再做什么；审核时也可以接着修改。',
  deleting: '正在删除……',
  updating: '正在更新……',
  status: '状态：%{status}',
  backCollection: '%{collectionLabel}',
  unsavedChanges: '有没保存的改动',
  changesSaved: '修改已保存',
  draft: '草稿',
  inReview: '审核中',
  ready: '可以发布',
  publishNow: '立即发布',
  deployPreviewPendingButtonLabel: '查找预览',
  deployPreviewButtonLabel: '看预览',
  deployButtonLabel: '看网页',
};

/** On one's own machine a save writes files; publishing is another step, by other people. */
const SAVED_AT_ONCE: Phrases = {
  publishing: '正在保存……',
  publish: '保存并……',
  published: '已保存',
  publishNow: '保存到本机',
  publishAndCreateNew: '保存，再新建一条',
  publishAndDuplicate: '保存，再复制一条',
};

const WIDGETS: Phrases = {
  markdown: {
    bold: '加粗',
    italic: '斜体',
    strikethrough: '删除线',
    code: '代码',
    link: '链接',
    linkPrompt: '填写网址',
    headings: '小标题',
    quote: '引用',
    bulletedList: '项目符号',
    numberedList: '编号',
    addComponent: '插入',
    richText: '排版',
    markdown: '源文本',
    toggleMode: { rich: '换成排版', markdown: '换成源文本' },
  },
  image: {
    choose: '选择图片',
    chooseMultiple: '选择图片',
    chooseUrl: '用网址插入',
    replaceUrl: '换成网址',
    promptUrl: '填写图片的网址',
    chooseDifferent: '换一张图片',
    addMore: '再加图片',
    remove: '去掉图片',
    removeAll: '去掉全部图片',
  },
  file: {
    choose: '选择文件',
    chooseUrl: '用网址插入',
    chooseMultiple: '选择文件',
    replaceUrl: '换成网址',
    promptUrl: '填写文件的网址',
    chooseDifferent: '换一个文件',
    addMore: '再加文件',
    remove: '去掉文件',
    removeAll: '去掉全部文件',
  },
  unknownControl: { noControl: '这一项不能在这里填写（%{widget}），请告诉维护人员。' },
  unknownPreview: { noPreview: '这一项不能预览（%{widget}）。' },
  headingOptions: {
    headingOne: '一级标题',
    headingTwo: '二级标题',
    headingThree: '三级标题',
    headingFour: '四级标题',
    headingFive: '五级标题',
    headingSix: '六级标题',
  },
  datetime: { now: '今天', clear: '清空', setToNow: '把%{fieldLabel}填为今天' },
  list: { add: '新增%{item}', addType: '新增%{item}' },
  object: { expand: '展开', collapse: '收起' },
};

const MEDIA_LIBRARY: Phrases = {
  mediaLibraryCard: {
    draft: '还没保存',
    copy: '复制',
    copyUrl: '复制网址',
    copyPath: '复制位置',
    copyName: '复制名称',
    copied: '已复制',
  },
  mediaLibrary: {
    onDelete: '要删除选中的文件吗？',
    fileTooLarge: '文件太大：最多 %{size} KB。',
  },
  mediaLibraryModal: {
    loading: '正在读取……',
    close: '关闭',
    noResults: '没有找到',
    noAssetsFound: '这条信息还没有文件，请点“上传”',
    noImagesFound: '这条信息还没有图片，请点“上传”',
    private: '内部的',
    images: '图片',
    mediaAssets: '这条信息的文件',
    search: '查找……',
    uploading: '正在上传……',
    upload: '上传',
    download: '下载',
    deleting: '正在删除……',
    deleteSelected: '删除选中的',
    chooseSelected: '选用已选中项目',
  },
};

const UI: Phrases = {
  default: { goBackToSite: '回到专栏' },
  errorBoundary: {
    title: '编辑页面出错了',
    details: '请刷新页面；仍然这样的，把下面的内容告诉维护人员。',
    reportIt: '（给维护人员：问题登记处）',
    detailsHeading: '详细情况',
    privacyWarning: '登记时会带上出错的情况，请先核对其中没有不能公开的内容。',
    recoveredEntry: {
      heading: '没有保存的内容',
      warning: '离开前请把它复制到别处。',
      copyButtonLabel: '复制',
    },
  },
  settingsDropdown: { logOut: '退出', account: '账号' },
  toast: {
    onFailToLoadEntries: '没有读出来：%{details}',
    onFailToLoadDeployPreview: '没有找到预览：%{details}',
    onFailToPersist: '没有保存：%{details}',
    onFailToDelete: '没有删除：%{details}',
    onFailToUpdateStatus: '状态没有改：%{details}',
    missingRequiredField: '有必填的项目没有填，请填好再保存。',
    entrySaved: '内容已保存',
    entryPublished: '已发布',
    entryUnpublished: '已撤下',
    onFailToPublishEntry: '没有发布：%{details}',
    onFailToUnpublishEntry: '没有撤下：%{details}',
    entryUpdated: '状态已改',
    onDeleteUnpublishedChanges: '没有发布的改动已删除',
    noteAdded: '批注已加上',
    onFailToAddNote: '批注没有加上：%{details}',
    noteUpdated: '批注已改',
    onFailToUpdateNote: '批注没有改：%{details}',
    noteDeleted: '批注已删除',
    onFailToDeleteNote: '批注没有删除：%{details}',
    noteResolved: '已标为已处理',
    noteReopened: '已标为未处理',
    onFailToToggleNote: '没有标上：%{details}',
    onFailToAuth: '没有登录：%{details}',
    onLoggedOut: '登录已经失效。改动已留作草稿：请刷新页面、重新登录，再打开这条信息恢复。',
    onBackendDown: '代码平台暂时不能用，请过一会儿再保存。情况见 %{details}',
  },
};

const WORKFLOW: Phrases = {
  workflow: {
    loading: '正在读取草稿……',
    workflowHeading: '草稿和审核',
    newPost: '新建信息',
    description: '%{smart_count} 条等待审核，%{readyCount} 条可以发布',
    dateFormat: 'YYYY年M月D日',
  },
  workflowCard: {
    lastChange: '%{date}，%{author} 修改',
    lastChangeNoAuthor: '%{date}',
    lastChangeNoDate: '%{author} 修改',
    deleteChanges: '删除改动',
    deleteNewEntry: '删除草稿',
    publishChanges: '发布改动',
    publishNewEntry: '发布',
  },
  workflowList: {
    onDeleteEntry: '要删除这条草稿吗？',
    onPublishingNotReadyEntry: '只有“可以发布”一栏的才能发布，请先把它拖到那一栏。',
    onPublishEntry: '要发布这条信息吗？',
    draftHeader: '草稿',
    inReviewHeader: '审核中',
    readyHeader: '可以发布',
    currentEntries: '%{smart_count} 条',
  },
};
