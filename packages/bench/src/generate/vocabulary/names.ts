/*
 * Parts of made-up names. Every name is put together from a list; none is taken from life.
 * A generated county's name begins with 样 (sample), and its firms carry the county's name.
 */

export const COUNTY_SECOND = [...'溪岭川州陵城源安宁和平泉湖阳山云丰定昌永'];

export const PLACE_FIRST = [
  ...'云清石龙柳桃白金松竹枫兰莲杏梅桂栗槐杨青双大东西南北上下新老高平长瓦茶麻',
];
export const PLACE_SECOND = [...'溪河桥山岭坪塘湾沟岗湖坝口洲店寨冲畈滩屏泉坡井垭铺渡'];
export const ROADS = [
  '人民路',
  '建设路',
  '解放街',
  '文化路',
  '滨河路',
  '迎宾大道',
  '幸福巷',
  '工业路',
];

export const FIRM_FIRST = [...'恒达华盛源泰鑫宏瑞祥嘉润康博安信诚德旺兴'];
export const FIRM_TRADE = [
  '建设工程',
  '农业科技',
  '商贸',
  '食品',
  '医药连锁',
  '物业服务',
  '劳务',
  '园林绿化',
  '燃气',
  '水务',
  '文化传媒',
  '养老服务',
  '道路运输',
  '环保科技',
  '房地产开发',
  '种植专业合作社联社',
];

export const SCHOOLS = ['中心小学', '第二小学', '初级中学', '实验学校', '九年一贯制学校', '教学点'];

export const PROJECTS = [
  '农村公路改造工程',
  '集镇污水管网工程',
  '老旧小区改造项目',
  '高标准农田建设项目',
  '中小河流治理工程',
  '学校教学楼新建项目',
  '卫生院能力提升项目',
  '饮水安全巩固提升工程',
  '标准化厂房建设项目',
  '文化活动中心建设项目',
  '地质灾害治理工程',
  '停车场及充电设施项目',
];

/**
 * Surnames nobody mistakes for a person's: the heavenly stems that texts of law use for parties
 * (某甲、某乙), without 丁 and 辛, which are surnames in life.
 */
export const STEMS = [...'甲乙丙戊己庚壬癸'];
export const GIVEN = [...'文华秀兰建国志强玉英桂芳永明海燕春梅德福国庆立新光荣世昌俊杰晓东家宝'];
