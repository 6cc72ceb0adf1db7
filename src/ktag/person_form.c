#include "person_form.h"
#include "list.h"
#include "words.h"

static inline char
letter(struct str w, size_t i)
{
	return i < w.n ? (char)(w.p[i] | 0x20) : '\0';
}

static bool
vowel(char c)
{
	return c == 'a' || c == 'i' || c == 'u' || c == 'e' || c == 'o';
}

/* The vowels that may follow the consonant c, alone or behind the letter that makes it "sh", "ch", "ts", "ky"; NULL: none. */
static const char *
vowels_after(char c, char second)
{
	if (second == 'h')
		return c == 's' || c == 'c' ? "aiuo" : NULL;
	if (second == 's')
		return c == 't' ? "u" : NULL;
	if (second == 'y')
		return c && strchr("kgnhmrbp", c) ? "auo" : NULL;
	switch (c) {
	case 'k': case 'g': case 'n': case 'm': case 'r': case 'b': case 'p': return "aiueo";
	case 'h': return "aieo";
	case 's': case 'z': return "aueo";
	case 't': case 'd': return "aeo";
	case 'y': return "auo";
	case 'w': return "a";
	case 'j': return "aiuo";
	case 'f': return "u";
	default: return NULL;
	}
}

/* The letters of the mora at i, 0 if there is none. A doubled consonant and a closing n count as part of it. */
static size_t
mora(struct str w, size_t i)
{
	size_t at = i;
	char c = letter(w, at), second;
	const char *vowels;

	if (vowel(c))
		return 1;
	if (c == 'n' && i > 0 && !vowel(letter(w, at + 1)) && letter(w, at + 1) != 'y')
		return 1;
	if (i > 0 && c && ((c == letter(w, at + 1) && strchr("kstp", c)) || (c == 't' && letter(w, at + 1) == 'c')))
		c = letter(w, ++at);
	second = letter(w, at + 1);
	if (vowel(second)) {
		vowels = vowels_after(c, 0);
		return vowels && strchr(vowels, second) ? at + 2 - i : 0;
	}
	vowels = vowels_after(c, second);
	return vowels && letter(w, at + 2) && strchr(vowels, letter(w, at + 2)) ? at + 3 - i : 0;
}

bool
japanese_word(struct str w)
{
	size_t n = 0, step;

	for (size_t i = 0; i < w.n; i += step, n++)
		if ((step = mora(w, i)) == 0)
			return false;
	return n >= 2 && w.n >= 3 && w.n <= 12;
}

bool
chinese_surname(struct str w)
{
	return word_among(w, "Wang Li Lü Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng Xie Han Tang Feng Yu "
	    "Dong Xiao Cheng Cao Yuan Deng Fu Shen Zeng Peng Lu Su Jiang Cai Jia Ding Wei Xue Ye Yan Pan Du Dai Xia Zhong Tian Ren Fan Fang Shi Yao "
	    "Liao Zou Xiong Jin Kong Bai Cui Kang Mao Qiu Qin Gu Hou Shao Meng Wan Duan Lei Qian Yin Qiao Lai Gong Wen Da Ruan Zhan Geng Ouyang Sima Qi "
	    "Tsai Lai Koo Chang Hsu Hsiao Cheng Chiu Kuo Chou Yen Chao Hung Tseng Chien Chuang Hsieh Yeh Pai Lo Liao Lyu Lv Tan Hao Xin Mei Qu Teng Fei Hua Chu Chai Xing Ji Pang Zang Bi An Jing Yi You Ling");
}

static bool
pinyin(struct str w)
{
	return word_among(w, "ai an ang ao ba bai ban bang bao bei ben bi bian biao bin bing bo bu cai can cang cao ce cen chang chao che chen "
	    "cheng chi chong chou chu chuan chuang chun ci cong cui cun da dai dan dang dao de deng di dian diao ding dong dou du duan dun duo en er "
	    "fa fan fang fei fen feng fu gan gang gao ge gen geng gong gu gua guan guang gui guo hai han hang hao he heng hong hou hu hua huai huan "
	    "huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun kai kan kang kao ke kong kuan kuang kui kun lai lan lang "
	    "lao le lei leng li lian liang liao lie lin ling liu long lou lu luan lun luo lv ma mai man mao mei men meng mi mian miao min ming mo mu na "
	    "nai nan neng ni nian ning niu nong nuo ou pan pang pei peng pi piao pin ping pu qi qia qian qiang qiao qin qing qiong qiu qu quan que qun "
	    "ran rao ren rong ru ruan rui run ruo sai san sen sha shan shang shao she shen sheng shi shou shu shuai shuang shui shun shuo si song su sui "
	    "sun suo tai tan tang tao te teng ti tian tie ting tong tou tu tuan tuo wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing "
	    "xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yong you yu yuan yue yun zai zan zao ze zeng zhan zhang zhao zhe zhen zheng zhi "
	    "zhong zhou zhu zhuang zhuo zi zong zu zun zuo");
}

bool
chinese_syllable(struct str w)
{
	return pinyin(w) || word_among(w, "tzu tsung tsai tse tsun tso chih shih jih szu ssu hsin hsi hsien hsiang hsiu hsueh hsun hsing huei jen jung kuang kuo kuei keng "
	    "lieh nien po tien to tsang tseng yen yueh yung chieh chien chin ching chiu chung chia chiang chiao");
}

bool
chinese_given(struct str w)
{
	if (w.n < 4 || w.n > 12)
		return false;
	for (size_t cut = 2; cut + 2 <= w.n; cut++)
		if (pinyin(str_of(w.p, cut)) && pinyin(str_from(w, cut)))
			return true;
	return false;
}

bool
korean_pair(struct str w)
{
	for (size_t cut = 1; cut < w.n && w.n >= 4 && w.n <= 13; cut++)
		if (words_of(w.p, cut) & CLASS_SYLLABLE && words_of(w.p + cut, w.n - cut) & CLASS_SYLLABLE)
			return true;
	return false;
}

bool
vietnamese_surname(struct str w)
{
	return word_among(w, "Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Luong Dinh Mai Truong Trinh Doan Cao Dao To Ha Vuong Ta Thach Quach");
}

/* An initial, one to three vowels, a final. */
bool
vietnamese_syllable(struct str w)
{
	static const char *const initials[] = { "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr" };
	static const char *const finals[] = { "", "c", "ch", "m", "n", "ng", "nh", "p", "t" };
	size_t i = 0, v;

	for (size_t k = 0; k < sizeof initials / sizeof *initials && i == 0; k++)
		if (w.n > strlen(initials[k]) && str_eq_nocase(str_of(w.p, strlen(initials[k])), str_z(initials[k])))
			i = strlen(initials[k]);
	if (i == 0 && letter(w, 0) && strchr("bcdghklmnprstvx", letter(w, 0)))
		i = 1;
	for (v = i; v < w.n && v < i + 3 && (vowel(letter(w, v)) || letter(w, v) == 'y'); v++)
		;
	for (size_t k = 0; v > i && k < sizeof finals / sizeof *finals; k++)
		if (str_eq_nocase(str_from(w, v), str_z(finals[k])))
			return true;
	return false;
}

bool
telling_surname(struct str w)
{
	static const char *const endings[] = { "ov", "ev", "ova", "eva", "sky", "skiy", "skyi", "skii", "ska", "ski", "skaya", "enko", "chuk", "yuk", "yan",
		"shvili", "adze", "idze", "ovich", "evich", "oglu", "opoulos", "escu", "wicz", "czyk", "nathan", "murthy", "singhe", "ratne", "zadeh",
		"nejad", "sdottir", "quist", "inen", "sawat", "sawasdi", "rakul", "vong", "asith" };

	if (word_among(w, "Singh Kumar Sharma Gupta Patel Khan Ahmed Hassan Hussein Nguyen Tran Pham Chan Cheung Leung Garcia Rodriguez Martinez Hernandez Lopez "
	    "Gonzalez Perez Sanchez Ramirez Fernandez Oliveira Pereira Schmidt Schneider Schulz Hoffmann Hansen Nielsen Johansson Andersson Nilsson Eriksson Yilmaz"))
		return true;
	for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
		size_t n = strlen(endings[k]);
		if (w.n >= n + 3 && str_eq_nocase(str_from(w, w.n - n), str_z(endings[k])))
			return true;
	}
	return false;
}
