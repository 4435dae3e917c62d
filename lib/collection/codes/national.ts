import type { Option } from './option.ts'

/** `code label` pairs, one a line, to rows. */
const table = (text: string): readonly Option[] =>
  text
    .trim()
    .split(/\s+/)
    .map((row) => {
      const [value = '', label = ''] = row.split(':')
      return { value, label }
    })

/** GB/T 2261.1: the whole table. */
const SEX_ALL: readonly Option[] = [
  { value: '0', label: '未知的性别' },
  { value: '1', label: '男' },
  { value: '2', label: '女' },
  { value: '9', label: '未说明的性别' },
]

/** GB/T 2261.1: what a form offers. */
export const SEX: readonly Option[] = SEX_ALL.filter(({ value }) => value === '1' || value === '2')

/** GB/T 4762 political status. */
export const POLITICAL_STATUS: readonly Option[] = table(`
  01:中共党员 02:中共预备党员 03:共青团员 04:民革党员 05:民盟盟员 06:民建会员 07:民进会员
  08:农工党党员 09:致公党党员 10:九三学社社员 11:台盟盟员 12:无党派人士 13:群众
`)

/** GB/T 3304 ethnic groups, the four most frequent in Henan first; 97 and 98 are customary. */
export const ETHNICITY: readonly Option[] = table(`
  01:汉族 03:回族 11:满族 02:蒙古族
  04:藏族 05:维吾尔族 06:苗族 07:彝族 08:壮族 09:布依族 10:朝鲜族 12:侗族 13:瑶族 14:白族
  15:土家族 16:哈尼族 17:哈萨克族 18:傣族 19:黎族 20:傈僳族 21:佤族 22:畲族 23:高山族 24:拉祜族
  25:水族 26:东乡族 27:纳西族 28:景颇族 29:柯尔克孜族 30:土族 31:达斡尔族 32:仫佬族 33:羌族
  34:布朗族 35:撒拉族 36:毛南族 37:仡佬族 38:锡伯族 39:阿昌族 40:普米族 41:塔吉克族 42:怒族
  43:乌孜别克族 44:俄罗斯族 45:鄂温克族 46:德昂族 47:保安族 48:裕固族 49:京族 50:塔塔尔族
  51:独龙族 52:鄂伦春族 53:赫哲族 54:门巴族 55:珞巴族 56:基诺族 97:其他 98:外国血统中国籍人士
`)

/** GB/T 4658-2006 education, highest first: the levels that the guide's form offers. */
export const EDUCATION: readonly Option[] = table(`
  11:博士研究生 14:硕士研究生 17:研究生班 21:大学本科 31:大学专科 41:中专 44:职业高中 47:技工学校
  61:高中 70:初中及以下
`)

/** The local code for no education of this kind (part-time only, R21). */
export const NO_EDUCATION = '00'

/** Part-time education: the same levels after 无学历. */
export const PT_EDUCATION: readonly Option[] = [{ value: NO_EDUCATION, label: '无学历' }, ...EDUCATION]

/** First digit of GB/T 6864-2003; 0 is local. */
export const DEGREE: readonly Option[] = table('0:无 1:名誉博士 2:博士 3:硕士 4:学士')

/** GB/T 4754-2017 sections. */
export const INDUSTRY: readonly Option[] = table(`
  A:农、林、牧、渔业 B:采矿业 C:制造业 D:电力、热力、燃气及水生产和供应业 E:建筑业 F:批发和零售业
  G:交通运输、仓储和邮政业 H:住宿和餐饮业 I:信息传输、软件和信息技术服务业 J:金融业 K:房地产业
  L:租赁和商务服务业 M:科学研究和技术服务业 N:水利、环境和公共设施管理业
  O:居民服务、修理和其他服务业 P:教育 Q:卫生和社会工作 R:文化、体育和娱乐业
  S:公共管理、社会保障和社会组织 T:国际组织
`)

/** GA/T 517 identity documents that the identity platform issues. */
export const ID_TYPE: readonly Option[] = table(`
  111:居民身份证 414:普通护照 511:台湾居民来往大陆通行证 516:港澳居民来往内地通行证
  553:外国人永久居留身份证
`)
